//! One fact in the ledger, with who, when, and where in its device's chain.
//!
//! An event *is* its line: the canonical JSON written by the device that made it. Its id is the first 32 hex digits of
//! the line's SHA-256, so anyone can check it with `sha256sum`, equal ids mean equal events, and a field that this build
//! does not know survives a trip through it untouched.

use serde::{Deserialize, Serialize};

use super::{By, Fact};

/// Names an event: the first 128 bits of the SHA-256 of its line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub [u8; 16]);

/// Names a ticket: the id of the event that registered it.
pub type TicketId = EventId;

/// Names a device: eight characters of Crockford's base 32 from the SHA-256 of its public key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId(pub [u8; 8]);

/// The fields of an event's line, in their order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The device that made it.
    pub device: DeviceId,
    /// Its place in the device's chain, from 1.
    pub seq: u64,
    /// When, by the hybrid logical clock: milliseconds since 1970, UTC.
    #[serde(rename = "at")]
    pub at_ms: i64,
    /// Orders events of the same millisecond.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub tick: u32,
    /// Who acted.
    pub by: By,
    /// The ticket; absent on the event that registers one, whose id is the ticket's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket: Option<TicketId>,
    /// The device's event before this one; absent on its first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prev: Option<EventId>,
    /// The ticket's newest events that the device knew: what was *not* known is concurrent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<EventId>,
    /// What happened.
    pub fact: Fact,
}
