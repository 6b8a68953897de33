//! What comes from npm: what makes the site smaller, and the packages of the journeys.
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
const ESBUILD: &str = "0.28.2";

/// The scripts, for node, that make the site smaller.
#[derive(Debug)]
pub(crate) struct Shrinkers {
    /// Binaryen's optimiser of WebAssembly.
    pub(crate) wasm_opt: PathBuf,
    /// Writes JavaScript in fewer characters.
    pub(crate) esbuild: PathBuf,
}

/// Finds node.
pub(crate) fn find_node() -> Outcome<PathBuf> {
    let missing = || Failure::Missing { what: "node".into(), mend: "install Node.js 20 or newer with npm".into() };
    shell::find("node").ok_or_else(missing)
}

/// Installs what makes the site smaller, where npm is there.
pub(crate) fn shrinkers(places: &Places) -> Outcome<Option<Shrinkers>> {
    let packages = [("binaryen", BINARYEN), ("esbuild", ESBUILD)];
    let dir = |(name, version): (&str, &str)| places.cache.join(format!("{name}-{version}"));
    let lacks = |dir: PathBuf| npm(&dir).is_none() && !dir.is_dir();
    if find_node().is_err() || packages.into_iter().map(dir).any(lacks) {
        say("no node or npm here: the site is built as it comes and is larger than it need be");
        return Ok(None);
    }
    for package in packages {
        once(&dir(package), |partial| {
            let (name, version) = package;
            say(&format!("npm install {name}@{version}"));
            fs::write(partial.join("package.json"), "{}").at(partial)?;
            install(partial, &[&format!("{name}@{version}")])
        })?;
    }
    let [wasm_opt, esbuild] = packages.map(dir);
    Ok(Some(Shrinkers {
        wasm_opt: wasm_opt.join("node_modules/binaryen/bin/wasm-opt"),
        esbuild: esbuild.join("node_modules/esbuild/bin/esbuild"),
    }))
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
