//! Reading why something could not be done: each wing as far as it tells the reasons apart.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::json;
use crate::ledger::Refusal;
use crate::protocol::{Problem, Trouble};

/// Reads the JSON of a [`Trouble`].
pub(crate) type ReadTrouble = fn(&str) -> Trouble;

/// Reads every reason.
pub(crate) fn read_every_trouble(json: &str) -> Trouble {
    json::read(json).unwrap_or_else(|error| Trouble::Broken(error.to_string()))
}

/// Reads what visitors are told. What the rules or the state of a ticket forbid is the same to them: the screens offer only
/// what was allowed a moment ago.
pub(crate) fn read_visitors_trouble(json: &str) -> Trouble {
    match json::read(json) {
        Ok(Told::Refused(_)) => Trouble::Refused(Refusal::NotOpen),
        Ok(Told::NoOffice) => Trouble::NoOffice,
        Ok(Told::NotFound(what)) => Trouble::NotFound(what),
        Ok(Told::DiskFull) => Trouble::DiskFull,
        Ok(Told::NotStored(words)) => Trouble::NotStored(words),
        Ok(Told::Vanished { last_seen_ms, events }) => Trouble::Vanished { last_seen_ms, events },
        Ok(Told::TooNew { found, known }) => Trouble::TooNew { found, known },
        Ok(Told::BadFile(problems)) => Trouble::BadFile(problems),
        Ok(Told::Broken(words)) => Trouble::Broken(words),
        Err(error) => Trouble::Broken(error.to_string()),
    }
}

/// [`Trouble`] as visitors are told of it.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Told {
    #[serde(alias = "finding_refused", alias = "system_refused")]
    Refused(IgnoredAny),
    NoOffice,
    NotFound(String),
    DiskFull,
    NotStored(String),
    Vanished {
        last_seen_ms: i64,
        events: u64,
    },
    TooNew {
        found: u32,
        known: u32,
    },
    BadFile(Vec<Problem>),
    Broken(String),
}
