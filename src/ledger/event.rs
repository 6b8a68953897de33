//! One fact in the ledger, with who, when, and where in its device's chain.
//!
//! What stands in an event's line is documented in docs/ledger.md.

use serde::Serialize;
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
}

// Serde hands the field by reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(number: &u32) -> bool {
    *number == 0
}
