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

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::ledger::finding::FindingRefusal;
    use crate::protocol::SystemRefusal;

    /// Tells whether the rules or the state of a ticket forbid it.
    const fn is_refusal(trouble: &Trouble) -> bool {
        match trouble {
            Trouble::Refused(_) | Trouble::FindingRefused(_) | Trouble::SystemRefused(_) => true,
            Trouble::NoOffice
            | Trouble::NotFound(_)
            | Trouble::DiskFull
            | Trouble::NotStored(_)
            | Trouble::Vanished { .. }
            | Trouble::TooNew { .. }
            | Trouble::BadFile(_)
            | Trouble::Broken(_) => false,
        }
    }

    #[wasm_bindgen_test]
    fn visitors_are_told_the_same_as_staff_unless_it_is_forbidden() {
        let problem = Problem { line: 7, code: "cut".to_owned(), words: "the file ends early".to_owned() };
        let troubles = [
            Trouble::Refused(Refusal::AlreadyDone),
            Trouble::FindingRefused(FindingRefusal::NotALeader),
            Trouble::SystemRefused(SystemRefusal::Unreadable),
            Trouble::NoOffice,
            Trouble::NotFound("A-1".to_owned()),
            Trouble::DiskFull,
            Trouble::NotStored("the browser's words".to_owned()),
            Trouble::Vanished { last_seen_ms: 1_767_225_600_000, events: 12 },
            Trouble::TooNew { found: 9, known: 3 },
            Trouble::BadFile(vec![problem.clone(), Problem { line: 0, ..problem }]),
            Trouble::Broken("it broke".to_owned()),
        ];
        for trouble in troubles {
            let json = serde_json::to_string(&trouble).unwrap_or_default();
            assert_eq!(read_every_trouble(&json), trouble, "{json}");
            let told = if is_refusal(&trouble) { Trouble::Refused(Refusal::NotOpen) } else { trouble };
            assert_eq!(read_visitors_trouble(&json), told, "{json}");
        }
    }

    #[wasm_bindgen_test]
    fn what_is_no_reason_is_told_as_broken() {
        for json in ["", "{}", r#""no_such_reason""#, r#"{"not_found": 3}"#] {
            assert!(matches!(read_every_trouble(json), Trouble::Broken(_)), "{json}");
            assert!(matches!(read_visitors_trouble(json), Trouble::Broken(_)), "{json}");
        }
    }
}
