//! Why storing failed, and what to tell the person.

use indexed_db_futures::error::{Error, OpenDbError};
use thiserror::Error as ThisError;
use wasm_bindgen::JsValue;
use web_sys::DomException;

use super::SCHEMA;
use crate::backoffice::{Marker, words};
use crate::protocol::Trouble;

/// Why the store did not do what was asked. Nothing of it was stored.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
pub enum StoreError {
    /// Another tab stored something that this one has not read yet.
    #[error("another tab was quicker")]
    Behind,
    /// The device is full.
    #[error("the device is full")]
    Full,
    /// The database holds less than it did when it was last written.
    #[error("the database held {} events and is gone", .0.events)]
    Vanished(Marker),
    /// The database was made by a newer version of the app.
    #[error("the database has schema {found}, this build knows {SCHEMA}")]
    TooNew {
        /// Its schema.
        found: u32,
    },
    /// Anything else, in the browser's words.
    #[error("{0}")]
    Failed(String),
}

impl StoreError {
    /// Sorts an exception by its name.
    pub(super) fn of_exception(exception: &DomException) -> Self {
        match exception.name().as_str() {
            "QuotaExceededError" => Self::Full,
            "ConstraintError" => Self::Behind,
            _ => Self::Failed(words(exception)),
        }
    }
}

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        match error {
            Error::DomException(exception) => Self::of_exception(&exception.into()),
            other => Self::Failed(other.to_string()),
        }
    }
}

impl From<OpenDbError> for StoreError {
    fn from(error: OpenDbError) -> Self {
        match error {
            OpenDbError::Base(error) => error.into(),
            other => Self::Failed(other.to_string()),
        }
    }
}

impl From<JsValue> for StoreError {
    fn from(thrown: JsValue) -> Self {
        Error::from(thrown).into()
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Self::DiskFull,
            StoreError::Vanished(Marker { at_ms, events }) => Self::Vanished { last_seen_ms: at_ms, events },
            StoreError::TooNew { found } => Self::TooNew { found, known: SCHEMA },
            StoreError::Behind | StoreError::Failed(_) => Self::NotStored(error.to_string()),
        }
    }
}
