//! Pack files: read, joined with those beside them that they extend, made ready to decide.

use std::path::{Path, PathBuf};

use shouwen::rules::pack::{Pack, Problem, parse};
use shouwen::rules::{self, CompiledPack};

use super::Failure;
use super::failure::read;

/// Loads a pack file; a pack that it extends is looked for in the same folder first.
pub(super) fn load(file: &str) -> Result<Result<CompiledPack, Vec<Problem>>, Failure> {
    let folder = Path::new(file).parent().map(Path::to_owned).unwrap_or_default();
    let find = |id: &str| {
        let packs =
            in_folder(&folder).ok()?.into_iter().filter_map(|file| parse(&std::fs::read_to_string(file).ok()?).ok());
        packs.into_iter().find(|pack: &Pack| pack.identity.id == id)
    };
    Ok(rules::load_beside(&read(file)?, &find))
}

/// Finds a system by its id, or reads a pack file.
pub(super) fn find(system: &str) -> Result<CompiledPack, Failure> {
    let is_file = Path::new(system).extension().is_some_and(|extension| extension == "toml");
    if is_file {
        load_sound(system)
    } else {
        rules::load_system(system).ok_or_else(|| Failure::UnknownSystem(system.to_owned()))
    }
}

/// Loads a pack file that must be sound.
pub(super) fn load_sound(file: &str) -> Result<CompiledPack, Failure> {
    load(file)?.map_err(|problems| {
        let words: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Failure::Content { file: file.to_owned(), problem: words.join("; ") }
    })
}

/// Loads the packs of a folder; one that is wrong is named, and nothing is run.
pub(super) fn all_in(folder: &str) -> Result<Vec<CompiledPack>, Failure> {
    let files = in_folder(Path::new(folder));
    let files = files.map_err(|error| Failure::Read { file: folder.to_owned(), error })?;
    files.iter().map(|file| load_sound(&file.to_string_lossy())).collect()
}

/// Lists the pack files of a folder by name.
fn in_folder(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut files: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    Ok(files)
}
