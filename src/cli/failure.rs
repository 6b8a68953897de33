//! Why a command could not be carried out.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use thiserror::Error;

/// Why a command could not be carried out.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    /// The arguments do not fit; the command's help is shown.
    #[error("{0}")]
    Usage(&'static str),
    /// There is no such command.
    #[error("`{0}` is not a command; `shouwen -h` lists them")]
    UnknownCommand(String),
    /// There is no such option.
    #[error("`{0}` is not an option of this command; add -h to see them")]
    UnknownOption(String),
    /// A file cannot be read.
    #[error("{file}: {error}")]
    Read {
        /// The file.
        file: String,
        /// Why not.
        error: io::Error,
    },
    /// A file is not what it should be.
    #[error("{file}: {problem}")]
    Content {
        /// The file.
        file: String,
        /// What is wrong.
        problem: String,
    },
    /// A file cannot be written; nothing was.
    #[error("{file}: {problem}")]
    Write {
        /// The file.
        file: String,
        /// Why not.
        problem: String,
    },
    /// The signing key cannot be read or made.
    #[error("{0}")]
    Key(#[from] super::key_file::KeyFileError),
    /// There is no such system.
    #[error("there is no system `{0}`; `shouwen systems` lists them")]
    UnknownSystem(String),
    /// The answer cannot be written.
    #[error("the answer cannot be written: {0}")]
    Output(#[from] io::Error),
}

impl Failure {
    /// Says what went wrong and gives the exit code; a reader who has gone away is no failure.
    pub(crate) fn report(&self, err: &mut dyn Write) -> ExitCode {
        match self {
            Self::Output(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            _ => match writeln!(err, "{self}") {
                Ok(()) | Err(_) => ExitCode::from(2),
            },
        }
    }
}

/// Reads a text file.
pub(super) fn read(file: &str) -> Result<String, Failure> {
    std::fs::read_to_string(file).map_err(|error| Failure::Read { file: file.to_owned(), error })
}
