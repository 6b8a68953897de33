//! A folder of files in memory, by relative address with `/` between its parts.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::failure::{At, Failure, Outcome};

/// Addresses and contents.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Reads all files below a folder.
pub(crate) fn read(folder: &Path) -> Outcome<Files> {
    let mut files = Files::new();
    collect(folder, "", &mut files)?;
    Ok(files)
}

/// Writes all files into a folder that is emptied first.
pub(crate) fn write(folder: &Path, files: &Files) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).at(folder)?;
    }
    for (address, content) in files {
        let path = folder.join(address);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).at(parent)?;
        }
        fs::write(&path, content).at(&path)?;
    }
    Ok(())
}

/// Takes a text file out of the set.
pub(crate) fn take_text(files: &mut Files, address: &str) -> Outcome<String> {
    let content = files.remove(address).ok_or_else(|| problem(address, "is missing from trunk's output"))?;
    String::from_utf8(content).map_err(|_| problem(address, "is not UTF-8"))
}

/// Names a file of the site in a failure.
pub(crate) fn problem(address: &str, problem: &str) -> Failure {
    Failure::Content { path: address.into(), problem: problem.into() }
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> Outcome {
    for entry in fs::read_dir(folder).at(folder)? {
        let path = entry.at(folder)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), files)?;
        } else {
            files.insert(format!("{prefix}{name}"), fs::read(&path).at(&path)?);
        }
    }
    Ok(())
}
