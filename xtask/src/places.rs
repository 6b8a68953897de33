//! Where things lie: the repository, its build output, and the per-user cache of pinned tools.
//!
//! The repository is never written to outside `target/`, `dist/` and `tests/journeys/node_modules`.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// The directories that every command works in.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    /// The repository's root.
    pub(crate) root: PathBuf,
    /// Cargo's output for the host; `CARGO_TARGET_DIR` where it is set.
    pub(crate) target: PathBuf,
    /// Pinned tools, one versioned folder each, shared by all clones of one person.
    pub(crate) cache: PathBuf,
}

impl Places {
    /// Finds the directories from the environment.
    pub(crate) fn find() -> Outcome<Self> {
        let package =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = package.parent().map(Path::to_path_buf).ok_or(Failure::NoRoot)?;
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(dir) => root.join(dir),
            None => root.join("target"),
        };
        Ok(Self { target, cache: user_cache()?.join("shouwen"), root })
    }

    /// Cargo's output for wasm32, apart from the host's so that two toolchains never rebuild each other's work.
    pub(crate) fn wasm_target(&self) -> PathBuf {
        self.target.join("wasm")
    }

    /// The finished site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The journeys, with their node packages beside them.
    pub(crate) fn journeys(&self) -> PathBuf {
        self.root.join("tests").join("journeys")
    }
}

fn user_cache() -> Outcome<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("XDG_CACHE_HOME")
        .or_else(|| set("LOCALAPPDATA"))
        .or_else(|| set("HOME").map(|home| home.join(".cache")))
        .or_else(|| set("USERPROFILE").map(|home| home.join(".cache")))
        .ok_or(Failure::NoCache)
}
