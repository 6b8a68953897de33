//! An event's line with what a plan needs to know of it, so that it is not parsed twice.

use super::contents::starts_ticket;
use crate::ledger::{DeviceId, Event, EventError, EventId, Stamp, TicketId};

/// An event's line, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventLine {
    /// The event.
    pub id: EventId,
    /// The device that made it.
    pub device: DeviceId,
    /// Its place in the device's chain.
    pub seq: u64,
    /// When.
    pub stamp: Stamp,
    /// The device's event before this one.
    pub prev: Option<EventId>,
    /// The ticket that it starts or belongs to.
    pub ticket: Option<TicketId>,
    /// Whether it starts a ticket.
    pub registers: bool,
    /// The line itself, without its end.
    pub text: String,
}

impl EventLine {
    /// Reads an event's line.
    pub fn read(text: &str) -> Result<Self, EventError> {
        let event = Event::from_line(text)?;
        Ok(Self::new(EventId::of_line(text), &event, text.to_owned()))
    }

    /// Keeps what is needed of an event and its line.
    pub(super) fn new(id: EventId, event: &Event, text: String) -> Self {
        let registers = starts_ticket(event);
        Self {
            id,
            device: event.device,
            seq: event.seq,
            stamp: event.stamp(),
            prev: event.prev,
            ticket: event.ticket.or_else(|| registers.then_some(id)),
            registers,
            text,
        }
    }

    /// Returns what events are ordered by, everywhere: time, tick, device, place, id.
    pub(super) fn order(&self) -> (Stamp, DeviceId, u64, EventId) {
        (self.stamp, self.device, self.seq, self.id)
    }
}
