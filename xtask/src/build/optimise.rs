//! Shrinks the WebAssembly that trunk left, in place, both files at once.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{At, Failure, Outcome};
use crate::setup::{Kit, find_node};
use crate::shell;

/// What counts is the size after compression: `-Oz` writes fewer bytes than `-O1`, but less regular ones, and loses by one in
/// a hundred. Rust's stack grows down towards address 0, so nothing lies in the first kilobyte.
const PASSES: [&str; 2] = ["-O1", "--low-memory-unused"];

/// Optimises every `.wasm` file directly in a folder, where setup could bring the optimiser.
pub(crate) fn all(kit: &Kit, folder: &Path) -> Outcome {
    let Some(script) = &kit.wasm_opt else { return Ok(()) };
    let node = find_node()?;
    let mut running = Vec::new();
    for entry in fs::read_dir(folder).at(folder)? {
        let path = entry.at(folder)?.path();
        if path.extension().is_none_or(|extension| extension != "wasm") {
            continue;
        }
        let smaller = path.with_extension("smaller");
        let mut command = shell::command(&node, folder);
        command.arg(script).args(PASSES).arg(&path).arg("-o").arg(&smaller);
        let child = command.spawn().map_err(|source| Failure::NotStarted { program: "wasm-opt".into(), source })?;
        running.push((child, smaller, path));
    }
    running.into_iter().try_for_each(|(child, smaller, path)| settle(child, &smaller, &path))
}

fn settle(mut child: std::process::Child, smaller: &Path, path: &PathBuf) -> Outcome {
    let status = child.wait().at(path)?;
    if !status.success() {
        return Err(Failure::Command { program: format!("wasm-opt {}", path.display()), status: status.to_string() });
    }
    fs::rename(smaller, path).at(path)
}
