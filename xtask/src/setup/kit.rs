//! The tools of one run, and how cargo and trunk are called with them.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::node::Shrinkers;
use super::rust::WasmRust;
use crate::failure::Outcome;
use crate::places::Places;
use crate::shell;

/// What setup found or installed for building.
#[derive(Debug)]
pub(crate) struct Kit {
    /// Where things lie.
    pub(crate) places: Places,
    /// The Rust that knows wasm32.
    pub(crate) rust: WasmRust,
    /// Directories of trunk's and wasm-bindgen's programs.
    pub(crate) bin_dirs: Vec<PathBuf>,
    /// What makes the site smaller, where npm could bring it.
    pub(crate) shrinkers: Option<Shrinkers>,
}

impl Kit {
    /// Cargo for the host.
    pub(crate) fn host_cargo(&self) -> Command {
        let mut command = shell::command("cargo", &self.places.root);
        command.env("CARGO_TARGET_DIR", &self.places.target);
        command
    }

    /// Cargo for wasm32; the target is to be named in its arguments.
    pub(crate) fn wasm_cargo(&self) -> Outcome<Command> {
        let mut command = self.with_wasm("cargo")?;
        // Binding a test program of a hundred megabytes of debug information takes longer than compiling it.
        command.env("CARGO_PROFILE_DEV_DEBUG", "0");
        Ok(command)
    }

    /// The compiler for wasm32.
    pub(crate) fn wasm_rustc(&self) -> Outcome<Command> {
        self.with_wasm("rustc")
    }

    /// Trunk, which finds cargo and wasm-bindgen on its path.
    pub(crate) fn trunk(&self) -> Outcome<Command> {
        let mut command = self.with_wasm("trunk")?;
        // What is built names its sources where it panics; where they lie on this machine is left out.
        let sources = cargo_home().map(|home| home.join("registry").join("src"));
        if let Some(sources) = sources.as_deref().and_then(Path::to_str).filter(|path| !path.contains(' ')) {
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", format!("--remap-path-prefix={sources}="));
        }
        Ok(command)
    }

    fn with_wasm(&self, program: &str) -> Outcome<Command> {
        let dirs: Vec<PathBuf> = self.rust.bin_dir().into_iter().chain(self.bin_dirs.iter().cloned()).collect();
        let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
        let program = dirs.iter().map(|dir| dir.join(&file)).find(|path| path.is_file());
        let mut command = shell::command(program.unwrap_or_else(|| file.into()), &self.places.root);
        shell::with_path(&mut command, &dirs)?;
        command.env("CARGO_TARGET_DIR", self.places.wasm_target());
        // A proxy of rustup on the path would choose the host's toolchain again; this names the one that was found.
        if let Some(name) = self.rust.toolchain() {
            command.env("RUSTUP_TOOLCHAIN", name);
        }
        Ok(command)
    }
}

/// Where cargo keeps what it brought.
fn cargo_home() -> Option<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}
