//! What was said to findings, as the folded ticket keeps it: still in the words of its line.
//!
//! The fold notes who said it and which decisions he knew; it does not look inside. Only those who show findings open it, so
//! the visitors' wing carries no reader for it.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};
use serde_json::value::RawValue;

use crate::json;
use crate::ledger::{EventId, Mark};

/// The content of a fact about a finding, unread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed(Box<str>);

/// An answer to a finding, or a decision on one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Who and when.
    pub mark: Mark,
    /// Whether it decides; else it answers.
    pub kind: RemarkKind,
    /// What.
    pub content: Sealed,
    /// The decisions on findings of this ticket that its maker knew.
    pub(in crate::ledger) knew: Vec<EventId>,
}

/// What a remark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// The person concerned answers.
    Answer,
    /// A leader decides.
    Decision,
}

impl Remark {
    /// How many remarks a ticket keeps: no office comes near it, and a hostile file must not cost more than it weighs. What
    /// comes later stays in the history.
    pub(in crate::ledger) const KEPT_MAX: usize = 400;
}

impl Sealed {
    /// Writes a content.
    pub fn of<T: Serialize>(content: &T) -> Result<Self, serde_json::Error> {
        serde_json::to_string(content).map(|json| Self(json.into()))
    }

    /// Reads it; none where it is something that this build does not know.
    pub fn open<T: DeserializeOwned>(&self) -> Option<T> {
        json::read(&self.0).ok()
    }
}

impl Serialize for Sealed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.0.to_string()).map_err(ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Sealed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(|raw| Self(raw.get().into()))
    }
}
