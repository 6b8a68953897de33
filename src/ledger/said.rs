//! What people said on a ticket, each with the event that it came from.

use serde::{Deserialize, Serialize};

use super::{By, Closing, CorrectedField, EventId};

/// The event that something came from: when, by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The event.
    pub event: EventId,
    /// Milliseconds since 1970, UTC.
    pub at_ms: i64,
    /// Who.
    pub by: By,
}

/// Words, with who said them and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who and when.
    pub mark: Mark,
    /// What; may be empty.
    pub text: String,
}

/// What the visitor said when asked whether it serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// Who asked and when, and the visitor's words.
    pub said: Said,
    /// Whether the visitor was satisfied; absent when they did not say.
    pub satisfied: Option<bool>,
}

/// How the visitor rated the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// When, and the visitor's words.
    pub said: Said,
    /// 1 (poor) to 5 (very good).
    pub stars: u8,
}

/// How a matter ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Who closed it and when, with a last word for the file.
    pub said: Said,
    /// How.
    pub closing: Closing,
}

/// Something that was put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Who and when, and why.
    pub said: Said,
    /// What.
    pub field: CorrectedField,
    /// The word before.
    pub before: String,
    /// The word since.
    pub value: String,
}
