//! One fact in the ledger, with who, when, and where in its device's chain.
//!
//! An event *is* its line: the JSON written by the device that made it. Its id is the beginning of the line's SHA-256, so
//! anyone can check it with `sha256sum`, equal ids mean equal events, and a field that this build does not know survives
//! a trip through it untouched. What stands in a line is documented in docs/ledger.md.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use thiserror::Error;

use super::clock::Stamp;
use super::id::{DeviceId, EventId, TicketId};
use super::{By, Fact};

/// The fields of an event's line, in their order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// The device that made it.
    pub device: DeviceId,
    /// Its place in the device's chain, from 1.
    pub seq: u64,
    /// When, by the hybrid logical clock: milliseconds since 1970, UTC.
    #[serde(rename = "at")]
    pub at_ms: i64,
    /// Orders events of the same millisecond.
    #[serde(skip_serializing_if = "is_zero")]
    pub tick: u32,
    /// Who acted.
    pub by: By,
    /// The ticket; absent on the event that registers one, whose id is the ticket's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ticket: Option<TicketId>,
    /// The device's event before this one; absent on its first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prev: Option<EventId>,
    /// The ticket's newest events that the device knew: what was *not* known is concurrent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<EventId>,
    /// What happened.
    pub fact: Fact,
}

/// Why a line is no event.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EventError {
    /// The line is longer than an event may be.
    #[error("the line has {bytes} bytes; an event has at most {max_bytes}")]
    TooLong {
        /// Found.
        bytes: usize,
        /// [`Event::LINE_MAX_BYTES`].
        max_bytes: usize,
    },
    /// A text inside is longer than a text may be.
    #[error("the text that starts in column {column} has more than {max_bytes} bytes")]
    TextTooLong {
        /// Where the text starts, in bytes from 1.
        column: usize,
        /// [`Event::TEXT_MAX_BYTES`].
        max_bytes: usize,
    },
    /// The line holds a line break; an event is one line.
    #[error("the line breaks in column {column}; an event is one line")]
    LineBreak {
        /// Where, in bytes from 1.
        column: usize,
    },
    /// The line is not JSON.
    #[error("not JSON in column {column}: {why}")]
    NotJson {
        /// Where reading stopped, in bytes from 1.
        column: usize,
        /// In the parser's words.
        why: String,
    },
    /// The JSON is not an event.
    #[error("not an event in column {column}: {why}")]
    NotAnEvent {
        /// Where reading stopped, in bytes from 1.
        column: usize,
        /// In the parser's words.
        why: String,
    },
    /// The time is not between 2000 and 2100.
    #[error("the time {at_ms} is not between the years 2000 and 2100")]
    TimeOutOfRange {
        /// Found, milliseconds since 1970.
        at_ms: i64,
    },
    /// The first event of a chain names one before it, or a later one names none.
    #[error("event {seq} of its device {}", if *.seq == 1 { "names one before it" } else { "names none before it" })]
    ChainStart {
        /// Its place in the chain.
        seq: u64,
    },
    /// The place in the chain is 0 or beyond what JSON readers count exactly.
    #[error("{seq} is no place in a chain; they are counted from 1")]
    SeqOutOfRange {
        /// Found.
        seq: u64,
    },
    /// A known act names no ticket, or the registration of a ticket names one.
    #[error("`{kind}` {}", if .kind == "registered" { "starts a ticket and names none" } else { "must name its ticket" })]
    Ticket {
        /// The fact's kind.
        kind: String,
    },
    /// A fact that this build does not know cannot be written by it.
    #[error("`{kind}` was made by a newer version and can only be passed on as its line")]
    Unknown {
        /// The fact's kind.
        kind: String,
    },
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
    /// The longest line, in bytes.
    pub const LINE_MAX_BYTES: usize = 64 * 1024;
    /// The longest text inside a line, in bytes.
    pub const TEXT_MAX_BYTES: usize = 8 * 1024;
    /// The last place in a chain: the largest whole number that every JSON reader counts exactly.
    pub const SEQ_MAX: u64 = (1 << 53) - 1;

    /// When it was made.
    pub const fn stamp(&self) -> Stamp {
        Stamp { at_ms: self.at_ms, tick: self.tick }
    }

    /// Writes the event's line.
    ///
    /// # Errors
    /// Whatever [`Event::from_line`] would refuse is not written; nor is a fact that this build does not know.
    pub fn to_line(&self) -> Result<String, EventError> {
        if let Fact::Unknown { kind, .. } = &self.fact {
            return Err(EventError::Unknown { kind: kind.clone() });
        }
        self.check()?;
        let line = serde_json::to_string(self).map_err(|error| not_an_event(&error))?;
        check_bounds(&line)?;
        Ok(line)
    }

    /// Reads an event's line. A fact that this build does not know, or cannot read, becomes [`Fact::Unknown`]; the
    /// caller keeps the line, so nothing of it is lost.
    pub fn from_line(line: &str) -> Result<Self, EventError> {
        check_bounds(line)?;
        if line.starts_with(|start: char| start != '{') {
            return Err(EventError::NotAnEvent { column: 1, why: "an event starts with `{`".to_owned() });
        }
        let envelope: Envelope<'_> = serde_json::from_str(line).map_err(|error| not_an_event(&error))?;
        let event = Self {
            device: envelope.device,
            seq: envelope.seq,
            at_ms: envelope.at,
            tick: envelope.tick,
            by: envelope.by,
            ticket: envelope.ticket,
            prev: envelope.prev,
            after: envelope.after,
            fact: Fact::read(envelope.fact.get()).map_err(|error| not_an_event(&error))?,
        };
        event.check()?;
        Ok(event)
    }

    fn check(&self) -> Result<(), EventError> {
        if !(Stamp::MIN_MS..Stamp::END_MS).contains(&self.at_ms) {
            return Err(EventError::TimeOutOfRange { at_ms: self.at_ms });
        }
        if !(1..=Self::SEQ_MAX).contains(&self.seq) {
            return Err(EventError::SeqOutOfRange { seq: self.seq });
        }
        if self.prev.is_some() == (self.seq == 1) {
            return Err(EventError::ChainStart { seq: self.seq });
        }
        let fits = match &self.fact {
            Fact::Registered(_) => self.ticket.is_none(),
            Fact::Unknown { .. } => true,
            _ => self.ticket.is_some(),
        };
        if fits { Ok(()) } else { Err(EventError::Ticket { kind: self.fact.kind().to_owned() }) }
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

// Serde hands the field by reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(number: &u32) -> bool {
    *number == 0
}
