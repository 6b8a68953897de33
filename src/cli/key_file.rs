//! The head office's signing key: 64 hexadecimal digits in a file that only its owner may read.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use shouwen::exchange::DeviceKey;

/// Why there is no key.
#[derive(Debug, Error)]
pub(crate) enum KeyFileError {
    /// The file cannot be read or written.
    #[error("{path}: {error}", path = .path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The file holds something else.
    #[error("{} is not a key: expected 64 hexadecimal digits; name another file, or a new one to have a key made", .0.display())]
    NotAKey(PathBuf),
    /// The system gives no random numbers.
    #[error("the system gives no random numbers for a new key: {0}")]
    NoChance(getrandom::Error),
    /// Nobody said where, and there is no home.
    #[error("there is no home folder to keep the key in; say where with --key FILE")]
    NoHome,
}

/// A key, and whether it was made just now.
pub(super) struct Found {
    pub(super) key: DeviceKey,
    pub(super) path: PathBuf,
    pub(super) is_new: bool,
}

/// Reads the key that is kept in `path`, or in the user's settings where none is named; makes and keeps one where there is none.
pub(super) fn load_or_make(path: Option<PathBuf>) -> Result<Found, KeyFileError> {
    let path = path.or_else(usual_path).ok_or(KeyFileError::NoHome)?;
    let failed = |error| KeyFileError::Io { path: path.clone(), error };
    match fs::read_to_string(&path) {
        Ok(text) => {
            let seed = seed_of(text.trim()).ok_or_else(|| KeyFileError::NotAKey(path.clone()))?;
            Ok(Found { key: DeviceKey::from_seed(&seed), path, is_new: false })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let mut seed = [0; 32];
            getrandom::fill(&mut seed).map_err(KeyFileError::NoChance)?;
            keep(&path, &seed).map_err(failed)?;
            Ok(Found { key: DeviceKey::from_seed(&seed), path, is_new: true })
        }
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(KeyFileError::NotAKey(path)),
        Err(error) => Err(failed(error)),
    }
}

fn usual_path() -> Option<PathBuf> {
    let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let settings =
        from("XDG_CONFIG_HOME").or_else(|| from("APPDATA")).or_else(|| Some(from("HOME")?.join(".config")))?;
    Some(settings.join("shouwen").join("head-office.key"))
}

fn seed_of(text: &str) -> Option<[u8; 32]> {
    let mut seed = [0; 32];
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != seed.len() || !rest.is_empty() {
        return None;
    }
    for (to, [high, low]) in seed.iter_mut().zip(pairs) {
        let digit = |byte: &u8| char::from(*byte).to_digit(16);
        *to = u8::try_from(digit(high)? * 16 + digit(low)?).ok()?;
    }
    Some(seed)
}

fn keep(path: &Path, seed: &[u8; 32]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    let digits: String = seed
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect();
    writeln!(file, "{digits}")?;
    file.sync_all()
}
