//! How much of the protocol a page speaks: each wing as much as its screens need.

use serde::Serialize;

use super::handle::mismatch;
use super::sight::written;
use crate::json;
use crate::protocol::{Query, Told, Trouble, VisitorQuery};

/// What a page can ask to see, and which reasons it tells apart.
#[derive(Clone, Copy)]
pub(crate) struct Dialect {
    /// Reads the JSON of a [`Trouble`].
    pub(super) read_trouble: fn(&str) -> Trouble,
    /// Writes what is asked to be seen.
    pub(super) write_query: fn(&Query) -> Result<String, Trouble>,
}

/// The whole protocol.
pub(crate) const EVERYTHING: Dialect = Dialect { read_trouble: read_every_trouble, write_query: write_every_query };

/// What visitors' screens ask and are told.
pub(crate) const VISITORS_ONLY: Dialect =
    Dialect { read_trouble: read_visitors_trouble, write_query: write_visitors_query };

/// As [`Ask::See`](crate::protocol::Ask::See).
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum See<Q> {
    See(Q),
}

fn write_every_query(query: &Query) -> Result<String, Trouble> {
    written(&See::See(query))
}

fn write_visitors_query(query: &Query) -> Result<String, Trouble> {
    let query = match query {
        Query::Office => VisitorQuery::Office,
        Query::Matters { words } => VisitorQuery::Matters { words: words.clone() },
        Query::Matter(id) => VisitorQuery::Matter(id.clone()),
        Query::Progress { number, phone_ending } => {
            VisitorQuery::Progress { number: number.clone(), phone_ending: phone_ending.clone() }
        }
        Query::Clause { pack, version, clause } => {
            VisitorQuery::Clause { pack: pack.clone(), version: version.clone(), clause: *clause }
        }
        _ => return Err(mismatch()),
    };
    written(&See::See(query))
}

fn read_every_trouble(json: &str) -> Trouble {
    json::read(json).unwrap_or_else(|error| Trouble::Broken(error.to_string()))
}

fn read_visitors_trouble(json: &str) -> Trouble {
    json::read::<Told>(json).map_or_else(|error| Trouble::Broken(error.to_string()), Trouble::from)
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::ledger::Refusal;
    use crate::ledger::finding::FindingRefusal;
    use crate::protocol::{DeviceRefusal, Problem, SystemRefusal};

    /// Tells whether the rules or the state of a ticket forbid it.
    const fn is_refusal(trouble: &Trouble) -> bool {
        match trouble {
            Trouble::Refused(_)
            | Trouble::FindingRefused(_)
            | Trouble::SystemRefused(_)
            | Trouble::DeviceRefused(_) => true,
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
            Trouble::DeviceRefused(DeviceRefusal::SameDevice),
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
            let json = serde_json::to_string(&Told::from(&trouble)).unwrap_or_default();
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

    #[wasm_bindgen_test]
    fn visitors_ask_in_the_same_words_as_staff() {
        let clause = "3.1".parse().unwrap_or_else(|error| panic!("{error}"));
        let queries = [
            Query::Office,
            Query::Matters { words: "证".to_owned() },
            Query::Matter("id-lost".into()),
            Query::Progress { number: "A-1".to_owned(), phone_ending: "8000".to_owned() },
            Query::Clause { pack: "C07".to_owned(), version: None, clause },
        ];
        for query in queries {
            assert_eq!(write_visitors_query(&query), write_every_query(&query));
        }
        assert!(write_visitors_query(&Query::People).is_err());
    }
}
