//! A decision kept for later, and whether it would still be taken.
//!
//! What is kept says under what it was decided: the pack's id, version and hash, the calendar's version (the decision's
//! stamp), and the situation. That is all it takes to decide again, under the same text or a newer one.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::compile::CompiledPack;
use super::decide::decide;
use super::decision::{Cited, ClauseRef, Decision, Stamp};
use super::duty::DutyLine;
use super::situation::Situation;

/// A decision with the situation in which it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredDecision {
    /// The form in which it is written; [`StoredDecision::FORMAT`].
    pub format: u32,
    /// The situation.
    pub situation: Situation,
    /// What was decided, and under what.
    pub decision: Decision,
}

/// What came of deciding again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replay {
    /// Under what it was decided then, where that is not the same now.
    pub stamp: Vec<Difference>,
    /// What the answer says otherwise; nothing where the decision still holds.
    pub answer: Vec<Difference>,
}

/// One thing that is otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is, e.g. `handler` or `duty track`.
    pub what: String,
    /// What it was; none where there was nothing.
    pub then: Option<String>,
    /// What it is; none where there is nothing.
    pub now: Option<String>,
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, then, now } = self;
        let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "nothing".to_owned());
        write!(formatter, "{what}: then {}, now {}", side(then), side(now))
    }
}

impl StoredDecision {
    /// The form in which decisions are kept.
    pub const FORMAT: u32 = 1;

    /// Keeps a decision.
    pub fn new(situation: Situation, decision: Decision) -> Self {
        Self { format: Self::FORMAT, situation, decision }
    }

    /// Decides again and compares.
    pub fn replay(&self, pack: &CompiledPack) -> Replay {
        let now = decide(pack, &self.situation);
        Replay { stamp: stamps(&self.decision.stamp, &now.stamp), answer: answers(&self.decision, &now) }
    }
}

impl Replay {
    /// Tells whether the decision would be taken again.
    pub fn holds(&self) -> bool {
        self.answer.is_empty()
    }
}

/// Compares under what two decisions were taken.
fn stamps(then: &Stamp, now: &Stamp) -> Vec<Difference> {
    let pairs = [
        ("pack", &then.pack, &now.pack),
        ("version", &then.version, &now.version),
        ("hash", &then.hash, &now.hash),
        ("calendar", &then.calendar, &now.calendar),
    ];
    let pairs = pairs.into_iter().map(|(what, then, now)| (what.to_owned(), Some(then.clone()), Some(now.clone())));
    pairs.filter_map(difference).collect()
}

/// Compares what two decisions say.
fn answers(then: &Decision, now: &Decision) -> Vec<Difference> {
    let sides = |of: fn(&Decision) -> Option<String>| (of(then), of(now));
    let one = |what: &str, (then, now)| (what.to_owned(), then, now);
    let mut pairs = vec![
        one(
            "owner",
            sides(|decision| {
                decision.owner.as_ref().map(|owner| format!("{} ({}) [{}]", owner.id, owner.basis, owner.clause))
            }),
        ),
        one("handler", sides(|decision| decision.handler.as_ref().map(cited))),
        one(
            "department",
            sides(|decision| decision.department.as_ref().map(|named| format!("{} [{}]", named.name, named.clause))),
        ),
        one("answerable", sides(|decision| decision.answerable.as_ref().map(cited))),
    ];
    pairs.extend(paired("duty", &duties(&then.duties), &duties(&now.duties)));
    pairs.extend(paired("form", &codes(&then.forms), &codes(&now.forms)));
    pairs.extend(paired("barred", &codes(&then.barred), &codes(&now.barred)));
    pairs.into_iter().filter_map(difference).collect()
}

/// What is compared, what it was, what it is.
type Pair = (String, Option<String>, Option<String>);

/// Answers a difference where there is one.
fn difference((what, then, now): Pair) -> Option<Difference> {
    (then != now).then_some(Difference { what, then, now })
}

/// Puts the entries of two lists beside each other by their names.
fn paired(what: &str, then: &[(String, String)], now: &[(String, String)]) -> Vec<Pair> {
    let find = |list: &[(String, String)], name: &str| {
        list.iter().find(|(other, _)| other == name).map(|(_, words)| words.clone())
    };
    let new = now.iter().filter(|(name, _)| find(then, name).is_none());
    let names = then.iter().chain(new).map(|(name, _)| name);
    names.map(|name| (format!("{what} {name}"), find(then, name), find(now, name))).collect()
}

/// Spells duties, each under its code and who does it.
fn duties(lines: &[DutyLine]) -> Vec<(String, String)> {
    let spelt = lines.iter().map(|line| {
        let within = line.within.map(|within| format!("within {within} ")).unwrap_or_default();
        let to = line.to.map(|to| format!("to {to} ")).unwrap_or_default();
        let optional = if line.optional { "where necessary " } else { "" };
        let or: String =
            line.alternatives.iter().fold(String::new(), |words, code| words + "or " + code.as_str() + " ");
        let clauses: Vec<&str> = std::iter::once(&line.clause).chain(&line.also).map(ClauseRef::as_str).collect();
        (
            format!("{} by {}", line.code, line.by),
            format!("demanded {within}{to}{or}{optional}[{}]", clauses.join(", ")),
        )
    });
    spelt.collect()
}

/// Spells codes with their clauses.
fn codes<T: fmt::Display>(list: &[Cited<T>]) -> Vec<(String, String)> {
    list.iter().map(|line| (line.code.to_string(), format!("[{}]", line.clause))).collect()
}

/// Spells a code with its clause.
fn cited<T: fmt::Display>(line: &Cited<T>) -> String {
    format!("{} [{}]", line.code, line.clause)
}
