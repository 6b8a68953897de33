//! The reader: what is written as here it reads itself, the rest it hands on.

use super::decisions::Decisions;
use super::envelope::Envelope;
use super::glance::Glance;
use crate::json;
use crate::ledger::event::{Event, EventError};
use crate::ledger::line::{check_place, check_ticket};
use crate::ledger::{DueDuty, Fact};
use crate::rules::{Due, Situation};

/// Reads lines one after the other, and remembers what comes again.
#[derive(Default)]
pub struct LineReader {
    decisions: Decisions,
}

/// How deep a line nests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nesting {
    /// No deeper than this.
    UpTo(usize),
    /// Nobody has looked.
    Unknown,
}

impl LineReader {
    /// Reads a line as [`Event::from_line`] does, and says how deep it nests where that was seen on the way.
    pub fn read(&mut self, line: &str) -> (Result<Event, EventError>, Nesting) {
        match self.read_usual(line) {
            Some((event, depth)) => (Ok(event), Nesting::UpTo(depth)),
            None => (Event::from_line(line), Nesting::Unknown),
        }
    }

    /// Reads a line that is written in the usual way and in which nothing is wrong.
    fn read_usual(&mut self, line: &str) -> Option<(Event, usize)> {
        // Only longer lines can hold a text that is too long.
        if line.len() > Event::TEXT_MAX_BYTES {
            return None;
        }
        let envelope = Envelope::of(line)?;
        let json = envelope.fact;
        let (fact, seen) = match json.strip_prefix("{\"owner_named\":{\"situation\":") {
            Some(rest) => self.owner_named(line, rest)?,
            None => (json::read(json).ok()?, Seen::of(Glance::at(line))),
        };
        let event = envelope.event(fact);
        check_place(event.at_ms, event.seq, event.prev).ok()?;
        check_ticket(&event.fact, event.ticket).ok()?;
        (!seen.controls).then_some((event, seen.depth))
    }

    /// Reads a decision with what it rests on, from its situation on.
    fn owner_named(&mut self, line: &str, rest: &str) -> Option<(Fact, Seen)> {
        let (situation, bytes): (Situation, usize) = json::read_first(rest).ok()?;
        let rest = rest.get(bytes..)?.strip_prefix(",\"decision\":")?;
        let kept = self.decisions.first_of(rest)?;
        let before = line.get(..line.len().checked_sub(rest.len() + 1)?)?;
        let behind = rest.get(kept.bytes()..)?;
        let (duties, bytes): (Vec<DueDuty>, usize) = json::read_first(behind.strip_prefix(",\"duties\":")?).ok()?;
        let rest = behind.strip_prefix(",\"duties\":")?.get(bytes..)?;
        let (due, rest) = match rest.strip_prefix(",\"due\":") {
            Some(rest) => {
                let (due, bytes): (Due, usize) = json::read_first(rest).ok()?;
                (Some(due), rest.get(bytes..)?)
            }
            None => (None, rest),
        };
        if rest != "}}" {
            return None;
        }
        let seen = Seen::of(Glance::at(before)).with(Seen::of(Glance::at(behind)));
        let fact = Fact::OwnerNamed { situation: Box::new(situation), decision: kept.decision, duties, due };
        Some((fact, Seen { depth: seen.depth + kept.depth, ..seen }))
    }
}

/// What parts of a line show.
#[derive(Clone, Copy)]
struct Seen {
    /// No part nests deeper, however they lie in each other.
    depth: usize,
    controls: bool,
}

impl Seen {
    fn of(glance: Glance) -> Self {
        Self { depth: glance.opening as usize, controls: glance.controls }
    }

    fn with(self, other: Self) -> Self {
        Self { depth: self.depth + other.depth, controls: self.controls || other.controls }
    }
}
