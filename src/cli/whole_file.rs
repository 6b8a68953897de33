//! Writes a file whole or not at all: under another name first, made durable, then renamed.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// What to do where the file exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Existing {
    /// Leave it alone and fail, unless it is empty.
    Keep,
    /// Put the new one in its place.
    Replace,
}

/// Writes what `fill` writes to `path`. After a failure the path is as it was.
pub(super) fn write_whole<Failure: From<io::Error>>(
    path: &Path,
    existing: Existing,
    fill: impl FnOnce(&mut BufWriter<File>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    refuse_existing(path, existing)?;
    let partial = partial_name(path);
    let written = write_partial(&partial, fill).and_then(|()| fs::rename(&partial, path).map_err(Failure::from));
    if written.is_err() && partial.exists() {
        fs::remove_file(&partial)?;
    }
    written
}

fn refuse_existing(path: &Path, existing: Existing) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => {
            Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder; name a file in it"))
        }
        Ok(found) if existing == Existing::Keep && found.len() > 0 => Err(io::Error::new(
            io::ErrorKind::AlreadyExists,
            "it exists; choose another name, or add --force to replace it",
        )),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

fn partial_name(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.partial", std::process::id()));
    path.with_file_name(name)
}

fn write_partial<Failure: From<io::Error>>(
    partial: &Path,
    fill: impl FnOnce(&mut BufWriter<File>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut out = BufWriter::new(File::create_new(partial)?);
    fill(&mut out)?;
    out.flush()?;
    out.get_ref().sync_all()?;
    Ok(())
}
