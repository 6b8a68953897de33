//! What comes from npm: the wasm optimiser, and the packages of the journeys.
//!
//! Exact versions, no install scripts, no lock file (it would record where things were downloaded).

use std::fs;
use std::path::{Path, PathBuf};

use super::{once, say};
use crate::failure::{At, Failure, Outcome};
use crate::places::Places;
use crate::shell;

/// Debian's own optimiser (version 108) writes a file that dies at start; this one does not.
const BINARYEN: &str = "132.0.0";

/// Finds node.
pub(crate) fn find_node() -> Outcome<PathBuf> {
    let missing = || Failure::Missing { what: "node".into(), mend: "install Node.js 20 or newer with npm".into() };
    shell::find("node").ok_or_else(missing)
}

/// Installs the wasm optimiser, where npm is there; answers the path of its script for node.
pub(crate) fn wasm_opt(places: &Places) -> Outcome<Option<PathBuf>> {
    let dir = places.cache.join(format!("binaryen-{BINARYEN}"));
    let script = dir.join("node_modules/binaryen/bin/wasm-opt");
    if find_node().is_err() || (npm(&dir).is_none() && !dir.is_dir()) {
        say("no node or npm here: the site is built without wasm-opt and is larger than it need be");
        return Ok(None);
    }
    once(&dir, |partial| {
        say(&format!("npm install binaryen@{BINARYEN}"));
        fs::write(partial.join("package.json"), "{}").at(partial)?;
        install(partial, &[&format!("binaryen@{BINARYEN}")])
    })?;
    Ok(Some(script))
}

/// Installs the journeys' packages beside them, again whenever their list changes.
pub(crate) fn journey_packages(places: &Places) -> Outcome {
    let dir = places.journeys();
    let wanted = fs::read_to_string(dir.join("package.json")).at(&dir.join("package.json"))?;
    let stamp = dir.join("node_modules/.shouwen-installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if npm(&dir).is_none() {
        say("no npm here: install Node.js 20 or newer with npm, or the journeys cannot run");
        return Ok(());
    }
    say("npm install in tests/journeys");
    install(&dir, &[])?;
    fs::write(&stamp, wanted).at(&stamp)
}

fn install(dir: &Path, packages: &[&str]) -> Outcome {
    let Some(mut npm) = npm(dir) else { return find_node().map(drop) };
    npm.args(["install", "--silent", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund"]);
    shell::run(npm.args(packages))
}

fn npm(dir: &Path) -> Option<std::process::Command> {
    let file = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let path = std::env::var_os("PATH")?;
    let npm = std::env::split_paths(&path).map(|dir| dir.join(file)).find(|path| path.is_file())?;
    Some(shell::command(npm, dir))
}
