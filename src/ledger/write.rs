//! From what is to be stated to the event lines that state it.
//!
//! Nothing is changed here: the caller stores the lines durably and only then takes them into the ledger.

use std::collections::HashMap;

use thiserror::Error;

use super::event::{Event, EventError};
use super::id::{DeviceId, EventId, TicketId};
use super::{By, Fact, Ledger};

/// A fact to be stated.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The ticket; absent on a registration, and on what follows it about the same new ticket.
    pub ticket: Option<TicketId>,
    /// Who states it.
    pub by: By,
    /// What is stated.
    pub fact: Fact,
}

/// An event that was written, not yet stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// Its id.
    pub id: EventId,
    /// The event.
    pub event: Event,
    /// Its line.
    pub line: String,
}

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WriteError {
    /// A fact about a new ticket comes before any registration.
    #[error("`{kind}` names no ticket and follows no registration")]
    NoTicket {
        /// The fact's kind.
        kind: String,
    },
    /// The ticket is not here.
    #[error("there is no ticket {0}")]
    UnknownTicket(TicketId),
    /// The event would break a bound that every reader keeps.
    #[error(transparent)]
    Event(#[from] EventError),
}

/// How many forerunners an event names at most, the newest of the ticket's; no office comes near it, and a line must not
/// outgrow its bound because a file brought thousands of acts at once.
const AFTER_MAX: usize = 64;

impl Ledger {
    /// Writes the lines that state `drafts`, as the next events of `device` at `now_ms`: all of them or none.
    pub fn write(&self, device: DeviceId, now_ms: i64, drafts: Vec<Draft>) -> Result<Vec<Written>, WriteError> {
        let chain = self.chain(&device);
        let next_seq = chain.map_or(0, super::Chain::highest_seq) + 1;
        let mut prev = chain.and_then(super::Chain::head);
        let mut clock = self.clock(now_ms);
        let mut started = None;
        let mut newest: HashMap<TicketId, EventId> = HashMap::new();
        let mut written = Vec::with_capacity(drafts.len());
        for (seq, Draft { ticket, by, fact }) in (next_seq..).zip(drafts) {
            let registers = matches!(fact, Fact::Registered(_));
            let no_ticket = || WriteError::NoTicket { kind: fact.kind().to_owned() };
            let ticket = if registers { None } else { Some(ticket.or(started).ok_or_else(no_ticket)?) };
            let after = match ticket {
                Some(ticket) => self.newest(ticket, &newest)?,
                None => Vec::new(),
            };
            let stamp = clock.tick(now_ms);
            let event = Event { device, seq, at_ms: stamp.at_ms, tick: stamp.tick, by, ticket, prev, after, fact };
            let line = event.to_line()?;
            let id = EventId::of_line(&line);
            started = if registers { Some(id) } else { started };
            newest.insert(ticket.unwrap_or(id), id);
            prev = Some(id);
            written.push(Written { id, event, line });
        }
        Ok(written)
    }

    /// The newest events of a ticket: the one just written, else those known so far.
    fn newest(&self, ticket: TicketId, written: &HashMap<TicketId, EventId>) -> Result<Vec<EventId>, WriteError> {
        if let Some(id) = written.get(&ticket) {
            return Ok(vec![*id]);
        }
        let frontier = &self.ticket(ticket).ok_or(WriteError::UnknownTicket(ticket))?.frontier;
        Ok(frontier.iter().skip(frontier.len().saturating_sub(AFTER_MAX)).copied().collect())
    }
}
