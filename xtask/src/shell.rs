//! Running other programs with an environment that the caller's settings cannot bend.
//!
//! `cargo xtask` is itself started by cargo, which leaves its own variables behind; a person may have set more. What
//! would change what gets built is removed here; the rest (profiles, jobs, caches, mirrors) stays the person's.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};

const BENDING: &[&str] = &[
    "CARGO",
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_BUILD_TARGET",
    "CARGO_ENCODED_RUSTDOCFLAGS",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "CARGO_PRIMARY_PACKAGE",
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
    "RUSTC",
    "RUSTC_BOOTSTRAP",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTDOC",
    "RUSTDOCFLAGS",
    "RUSTFLAGS",
    "RUSTUP_TOOLCHAIN",
    "RUST_RECURSION_COUNT",
    "SYSROOT",
];

/// Prepares a program to run in `dir`, with the environment cleaned.
pub(crate) fn command(program: impl AsRef<Path>, dir: &Path) -> Command {
    let mut command = Command::new(program.as_ref());
    command.current_dir(dir);
    for name in BENDING {
        command.env_remove(name);
    }
    command
}

/// Puts directories in front of the search path that a program sees.
pub(crate) fn with_path(command: &mut Command, first: &[PathBuf]) -> Outcome {
    let rest = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(first.iter().cloned().chain(env::split_paths(&rest)))
        .map_err(|problem| Failure::Missing { what: "a usable PATH".into(), mend: problem.to_string() })?;
    command.env("PATH", path);
    Ok(())
}

/// Finds a program on the search path.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let file = OsString::from(format!("{name}{}", env::consts::EXE_SUFFIX));
    env::split_paths(&env::var_os("PATH")?).map(|dir| dir.join(&file)).find(|path| path.is_file())
}

/// Runs a program with its output shown.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|source| not_started(command, source))?;
    if status.success() { Ok(()) } else { Err(failed(command, &status.to_string())) }
}

/// Runs a program silently and returns what it printed; its complaints are part of the failure.
pub(crate) fn read(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|source| not_started(command, source))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(failed(command, &format!("{}: {}", output.status, complaint.trim())))
}

/// Runs a program, shows its output line by line, and hands each line to `see`; answers whether it succeeded.
pub(crate) fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Outcome<bool> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|source| not_started(command, source))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line.map_err(|source| not_started(command, source))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            see(&line);
        }
    }
    let status = child.wait().map_err(|source| not_started(command, source))?;
    Ok(status.success())
}

fn not_started(command: &Command, source: std::io::Error) -> Failure {
    Failure::NotStarted { program: shown(command), source }
}

fn failed(command: &Command, status: &str) -> Failure {
    Failure::Command { program: shown(command), status: status.to_owned() }
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
