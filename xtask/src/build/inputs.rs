//! A digest of everything that the site is made of, so that an unchanged one need not be built again.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::failure::{At, Outcome};
use crate::setup::Kit;
use crate::shell;

/// Top-level names that the site is not made of.
const APART: &[&str] =
    &[".ci", ".git", "LICENSE", "benches", "dist", "dist.next", "docs", "target", "tests", "webdriver.json", "xtask"];

/// Digests the sources, the finishing code, and the tools' versions.
pub(crate) fn digest(kit: &Kit) -> Outcome<String> {
    let mut hasher = Sha256::new();
    let rustc = shell::read(kit.wasm_rustc()?.arg("-vV"))?;
    hasher.update(rustc.as_bytes());
    hasher.update(format!("{:?} {:?}", kit.bin_dirs, kit.shrinkers).as_bytes());
    let root = &kit.places.root;
    let mut paths = BTreeSet::new();
    walk(root.join("xtask").join("src").join("build"), &mut paths)?;
    for entry in fs::read_dir(root).at(root)? {
        let path = entry.at(root)?.path();
        if !APART.iter().any(|name| path.ends_with(name)) && path != kit.places.target {
            walk(path, &mut paths)?;
        }
    }
    for path in paths {
        let content = fs::read(&path).at(&path)?;
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
        hasher.update(format!("\n{name} {}\n", content.len()).as_bytes());
        hasher.update(&content);
    }
    Ok(hex(&hasher.finalize()))
}

/// Writes bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

fn walk(path: PathBuf, paths: &mut BTreeSet<PathBuf>) -> Outcome {
    if !path.is_dir() {
        if !is_note(&path) {
            paths.insert(path);
        }
        return Ok(());
    }
    for entry in fs::read_dir(&path).at(&path)? {
        walk(entry.at(&path)?.path(), paths)?;
    }
    Ok(())
}

fn is_note(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "md")
}
