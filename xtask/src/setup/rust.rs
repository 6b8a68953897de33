//! A Rust that can build for wasm32: the host's own, completed by rustup, or Debian's with a standard library of ours.

use std::path::{Path, PathBuf};

use super::{apt, say, sysroot};
use crate::failure::{Failure, Outcome};
use crate::places::Places;
use crate::shell;

/// The target that the site is built for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Where the standard library for wasm32 comes from.
#[derive(Debug, Clone)]
pub(crate) enum WasmRust {
    /// The host's toolchain has it.
    Host,
    /// Debian's compiler with a sysroot in the cache.
    Own(PathBuf),
}

impl WasmRust {
    /// The directory whose `cargo`, `rustc` and `rustdoc` are to be used, where they are not the host's.
    pub(crate) fn bin_dir(&self) -> Option<PathBuf> {
        match self {
            Self::Host => None,
            Self::Own(sysroot) => Some(sysroot.join("bin")),
        }
    }

    /// The name under which rustup knows it, where it is not the default.
    pub(crate) fn toolchain(&self) -> Option<&'static str> {
        match self {
            Self::Own(_) if shell::find("rustup").is_some() => Some(sysroot::TOOLCHAIN),
            _ => None,
        }
    }

    /// Makes clippy available for wasm32.
    pub(crate) fn prepare_clippy(&self) -> Outcome {
        if matches!(self, Self::Own(_)) && !apt::install(&[sysroot::CLIPPY])? {
            say("clippy for wasm32 is missing; the lint stage will fail");
        }
        Ok(())
    }
}

/// Finds or completes a toolchain for wasm32.
///
/// `SHOUWEN_OWN_STD=1` takes the Debian way even where rustup could help; it exists so that this way can be tried.
pub(crate) fn prepare(places: &Places) -> Outcome<WasmRust> {
    let own_wanted = std::env::var_os("SHOUWEN_OWN_STD").is_some_and(|value| value == "1");
    if !own_wanted {
        if has_target(&places.root) {
            return Ok(WasmRust::Host);
        }
        if let Some(sysroot) = sysroot::existing(places)? {
            return Ok(WasmRust::Own(sysroot));
        }
        if shell::find("rustup").is_some() {
            say(&format!("rustup target add {TARGET}"));
            let added = shell::read(shell::command("rustup", &places.root).args(["target", "add", TARGET]));
            if added.is_ok() && has_target(&places.root) {
                return Ok(WasmRust::Host);
            }
            say("this toolchain cannot have the target; building its standard library from Debian's sources instead");
        }
    }
    if !apt::install(sysroot::PACKAGES)? {
        let mend = "install rustup and run `rustup target add wasm32-unknown-unknown`".to_owned();
        return Err(Failure::Missing { what: format!("a Rust toolchain for {TARGET}"), mend });
    }
    sysroot::build(places).map(WasmRust::Own)
}

fn has_target(root: &Path) -> bool {
    let mut rustc = shell::command("rustc", root);
    let Ok(dir) = shell::read(rustc.args(["--print", "target-libdir", "--target", TARGET])) else { return false };
    sysroot::holds_std(Path::new(dir.trim()))
}
