//! An event's line: writing it, reading it, and skimming it for what the set of events needs.
//!
//! An event *is* its line: the JSON written by the device that made it. Its id is the beginning of the line's SHA-256, so
//! anyone can check it with `sha256sum`, equal ids mean equal events, and a field that this build does not know survives
//! a trip through it untouched.
//!
//! Invariant: the same lines are refused by writing, reading and skimming.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::clock::Stamp;
use super::event::{Event, EventError};
use super::id::{DeviceId, EventId, TicketId};
use super::{By, Fact, Intake};
use crate::json;

/// What the set of events needs to know of a line.
pub(super) struct Skimmed {
    pub(super) device: DeviceId,
    pub(super) seq: u64,
    pub(super) stamp: Stamp,
    pub(super) ticket: Option<TicketId>,
    pub(super) prev: Option<EventId>,
    /// What was written down, where a ticket is registered.
    pub(super) intake: Option<Arc<Intake>>,
}

/// The line's fields as they are read: the fact apart, since a newer build may know more facts.
#[derive(Deserialize)]
struct Envelope<'a> {
    device: DeviceId,
    seq: u64,
    at: i64,
    #[serde(default)]
    tick: u32,
    by: By,
    #[serde(default)]
    ticket: Option<TicketId>,
    #[serde(default)]
    prev: Option<EventId>,
    #[serde(default)]
    after: Vec<EventId>,
    #[serde(borrow)]
    fact: &'a RawValue,
}

impl Event {
    /// Writes the event's line.
    ///
    /// # Errors
    /// Whatever [`Event::from_line`] would refuse is not written; nor is a fact that this build does not know.
    pub fn to_line(&self) -> Result<String, EventError> {
        if let Fact::Unknown { kind, .. } = &self.fact {
            return Err(EventError::Unknown { kind: kind.clone() });
        }
        check_place(self.at_ms, self.seq, self.prev)?;
        check_ticket(&self.fact, self.ticket)?;
        let line = serde_json::to_string(self).map_err(|error| not_an_event(&error))?;
        check_bounds(&line)?;
        Ok(line)
    }

    /// Reads an event's line. A fact that this build does not know, or cannot read, becomes [`Fact::Unknown`]; the
    /// caller keeps the line, so nothing of it is lost.
    pub fn from_line(line: &str) -> Result<Self, EventError> {
        let envelope = Envelope::read(line)?;
        let fact = Fact::read(envelope.fact.get()).map_err(|error| not_a_fact(line, &envelope, &error))?;
        check_ticket(&fact, envelope.ticket)?;
        Ok(Self {
            device: envelope.device,
            seq: envelope.seq,
            at_ms: envelope.at,
            tick: envelope.tick,
            by: envelope.by,
            ticket: envelope.ticket,
            prev: envelope.prev,
            after: envelope.after,
            fact,
        })
    }
}

impl Skimmed {
    /// What a line would tell that says this.
    pub(super) fn of(event: &Event) -> Self {
        Self {
            device: event.device,
            seq: event.seq,
            stamp: Stamp { at_ms: event.at_ms, tick: event.tick },
            ticket: event.ticket,
            prev: event.prev,
            intake: if let Fact::Registered(intake) = &event.fact { Some(Arc::clone(intake)) } else { None },
        }
    }

    /// Reads as much of a line as the set of events needs: the fact of a ticket's later events is only looked over.
    pub(super) fn of_line(line: &str) -> Result<Self, EventError> {
        let envelope = Envelope::read(line)?;
        let json = envelope.fact.get();
        let kind = Fact::kind_of(json).map_err(|error| not_a_fact(line, &envelope, &error))?;
        let starts = envelope.ticket.is_none() || kind == "registered";
        let fact = starts.then(|| Fact::read(json)).transpose();
        let fact = fact.map_err(|error| not_a_fact(line, &envelope, &error))?;
        if let Some(fact) = &fact {
            check_ticket(fact, envelope.ticket)?;
        }
        Ok(Self {
            device: envelope.device,
            seq: envelope.seq,
            stamp: Stamp { at_ms: envelope.at, tick: envelope.tick },
            ticket: envelope.ticket,
            prev: envelope.prev,
            intake: if let Some(Fact::Registered(intake)) = fact { Some(intake) } else { None },
        })
    }
}

impl<'a> Envelope<'a> {
    fn read(line: &'a str) -> Result<Self, EventError> {
        check_bounds(line)?;
        if line.starts_with(|start: char| start != '{') {
            return Err(EventError::NotAnEvent { column: 1, why: "an event starts with `{`".to_owned() });
        }
        let envelope: Self = json::read(line).map_err(|error| not_an_event(&error))?;
        check_place(envelope.at, envelope.seq, envelope.prev)?;
        Ok(envelope)
    }
}

fn not_an_event(error: &serde_json::Error) -> EventError {
    let (column, why) = (error.column().max(1), error.to_string());
    let why = why.rsplit_once(" at line ").map_or(why.as_str(), |(why, _)| why).to_owned();
    match error.classify() {
        serde_json::error::Category::Data => EventError::NotAnEvent { column, why },
        _ => EventError::NotJson { column, why },
    }
}

/// As [`not_an_event`], for an error found within the fact: its column is counted from the start of the line.
fn not_a_fact(line: &str, envelope: &Envelope<'_>, error: &serde_json::Error) -> EventError {
    let start = envelope.fact.get().as_ptr().addr().saturating_sub(line.as_ptr().addr());
    match not_an_event(error) {
        EventError::NotAnEvent { column, why } => EventError::NotAnEvent { column: start + column, why },
        EventError::NotJson { column, why } => EventError::NotJson { column: start + column, why },
        other => other,
    }
}

pub(super) fn check_place(at_ms: i64, seq: u64, prev: Option<EventId>) -> Result<(), EventError> {
    if !(Stamp::MIN_MS..Stamp::END_MS).contains(&at_ms) {
        return Err(EventError::TimeOutOfRange { at_ms });
    }
    if !(1..=Event::SEQ_MAX).contains(&seq) {
        return Err(EventError::SeqOutOfRange { seq });
    }
    if prev.is_some() == (seq == 1) { Err(EventError::ChainStart { seq }) } else { Ok(()) }
}

pub(super) fn check_ticket(fact: &Fact, ticket: Option<TicketId>) -> Result<(), EventError> {
    let fits = match fact {
        Fact::Registered(_) => ticket.is_none(),
        Fact::Unknown { .. } => true,
        _ => ticket.is_some(),
    };
    if fits { Ok(()) } else { Err(EventError::Ticket { kind: fact.kind().to_owned() }) }
}

fn check_bounds(line: &str) -> Result<(), EventError> {
    if line.len() > Event::LINE_MAX_BYTES {
        return Err(EventError::TooLong { bytes: line.len(), max_bytes: Event::LINE_MAX_BYTES });
    }
    if let Some(place) = line.bytes().position(|byte| byte == b'\n' || byte == b'\r') {
        return Err(EventError::LineBreak { column: place + 1 });
    }
    if line.len() > Event::TEXT_MAX_BYTES { check_texts(line) } else { Ok(()) }
}

/// Finds a text that is too long; an escape counts as one byte.
fn check_texts(line: &str) -> Result<(), EventError> {
    let mut bytes = line.bytes().enumerate();
    while let Some((start, byte)) = bytes.next() {
        if byte != b'"' {
            continue;
        }
        let mut length = 0;
        while let Some((_, byte)) = bytes.next().filter(|(_, byte)| *byte != b'"') {
            length += 1;
            if byte == b'\\' && bytes.next().is_some_and(|(_, escaped)| escaped == b'u') {
                bytes.by_ref().take(4).for_each(drop);
            }
        }
        if length > Event::TEXT_MAX_BYTES {
            return Err(EventError::TextTooLong { column: start + 1, max_bytes: Event::TEXT_MAX_BYTES });
        }
    }
    Ok(())
}
