//! What looks wrong on a packed ticket, or will once its time has passed: enough to list it without the ticket.

use serde::{Deserialize, Serialize};

use super::TablesError;
use crate::ledger::clock::Stamp;
use crate::ledger::finding::{FindingKey, raise};
use crate::ledger::{EventId, Ticket, TicketId};
use crate::office::StaffId;
use crate::rules::{DutyCode, Violation};

/// A finding that a packed ticket raises from some moment on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Concern {
    /// The ticket.
    pub ticket: TicketId,
    /// Its office.
    pub office: Box<str>,
    /// What it looks like; see [`Concern::key`].
    violation: Violation,
    /// Whom it concerns.
    pub staff: StaffId,
    event: EventId,
    duty: Option<DutyCode>,
    /// The moment from which it is so, milliseconds since 1970 (UTC).
    pub since_ms: i64,
    /// Whether it holds whatever the time is.
    pub settled: bool,
}

impl Concern {
    /// Names the finding.
    pub fn key(&self) -> FindingKey {
        FindingKey { violation: self.violation, staff: self.staff.clone(), event: self.event, duty: self.duty }
    }

    /// Tells whether the ticket raises it at `now_ms`.
    pub const fn is_raised(&self, now_ms: i64) -> bool {
        self.settled || now_ms > self.since_ms
    }

    /// Lists what a ticket to whose findings nothing was said will ever raise, as it now is.
    pub(super) fn of(ticket: &Ticket) -> Vec<Self> {
        let settled = raise(ticket, Stamp::MIN_MS);
        let ever = raise(ticket, Stamp::END_MS).into_iter().map(|finding| Self {
            ticket: ticket.id,
            office: ticket.intake.office.0.as_str().into(),
            settled: settled.iter().any(|other| other.key == finding.key),
            since_ms: finding.since_ms,
            violation: finding.key.violation,
            staff: finding.key.staff,
            event: finding.key.event,
            duty: finding.key.duty,
        });
        ever.collect()
    }

    /// Writes all, in an order of their own, so that the same ones give the same bytes.
    pub(super) fn write_all(mut all: Vec<Self>) -> Vec<u8> {
        all.sort_unstable();
        // Writing into memory does not fail.
        postcard::to_allocvec(&all).unwrap_or_default()
    }

    /// Reads all; nothing where nothing was ever written.
    pub(super) fn read_all(bytes: &[u8]) -> Result<Vec<Self>, TablesError> {
        if bytes.is_empty() {
            return Ok(Vec::new());
        }
        postcard::from_bytes(bytes).map_err(|_| TablesError::Unreadable("concerns"))
    }
}
