//! What can stop a command, in words that say what to do next.

use std::io;
use std::path::{Path, PathBuf};

/// The result of every step.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The manifest lies outside a repository.
    #[error("the repository's root was not found; run `cargo xtask` inside it")]
    NoRoot,
    /// Neither `HOME` nor a cache directory is set.
    #[error("no cache directory: set HOME or XDG_CACHE_HOME")]
    NoCache,
    /// The command line is not understood.
    #[error("{0}\n\n{help}", help = crate::HELP)]
    Usage(String),
    /// A program could not be started at all.
    #[error("`{program}` could not be started: {source}")]
    NotStarted {
        /// The program and its arguments.
        program: String,
        /// What the system said.
        source: io::Error,
    },
    /// A program ran and said no.
    #[error("`{program}` failed ({status})")]
    Command {
        /// The program and its arguments.
        program: String,
        /// Its exit status.
        status: String,
    },
    /// A file could not be read or written.
    #[error("{path}: {source}", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file does not hold what it should.
    #[error("{path}: {problem}", path = path.display())]
    Content {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        problem: String,
    },
    /// Something that a person has to install.
    #[error("{what} is missing: {mend}")]
    Missing {
        /// The tool.
        what: String,
        /// How to get it.
        mend: String,
    },
    /// Checks ran and some failed.
    #[error("{0} failed")]
    Checks(u64),
}

/// Names the file in an I/O error.
pub(crate) trait At<T> {
    /// Turns an I/O error into [`Failure::File`].
    fn at(self, path: &Path) -> Outcome<T>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Outcome<T> {
        self.map_err(|source| Failure::File { path: path.to_path_buf(), source })
    }
}
