//! Lines that the disk lends: of packed tickets that somebody looks at or acts on.
//!
//! Nobody has to know beforehand which tickets a question needs. Who asks for a packed ticket is told that there is none, and
//! the ledger notes what it [missed](Ledger::missed); then the lines are brought and the question is asked again.

use super::event::EventError;
use super::fold::fold;
use super::id::{EventId, TicketId};
use super::packed::Place;
use super::{Ledger, Ticket};

/// A packed ticket whose lines are lent.
#[derive(Debug)]
pub(super) struct Lent {
    pub(super) lines: Vec<(EventId, Box<str>)>,
    ticket: Option<Box<Ticket>>,
}

impl Ledger {
    /// The tickets that were asked for since the last call while their lines were packed away, with where they lie.
    pub fn missed(&self) -> Vec<(TicketId, Place)> {
        let missed = self.missed.take();
        missed.into_iter().filter_map(|ticket| Some((ticket, self.packed.file(ticket)?.place))).collect()
    }

    /// The tickets to which something was added while their packed lines were away: they count as not here until those are
    /// brought.
    pub fn lacking(&self) -> Vec<(TicketId, Place)> {
        self.lacking.iter().filter_map(|ticket| Some((*ticket, self.packed.file(*ticket)?.place))).collect()
    }

    /// Brings the lines of a packed ticket, as they lie in its segment.
    pub fn bring(&mut self, ticket: TicketId, text: &str) -> Result<(), EventError> {
        let lines = text.lines().filter(|line| !line.is_empty());
        if self.files.contains_key(&ticket) {
            return self.extend(lines).into_iter().next().map_or(Ok(()), |(_, error)| Err(error));
        }
        let lines = lines.map(|line| (EventId::of_line(line), Box::from(line))).collect();
        self.lent.insert(ticket, Lent { lines, ticket: None });
        let folded = fold(&self.course(ticket)).map(Box::new);
        if let Some(lent) = self.lent.get_mut(&ticket) {
            lent.ticket = folded;
        }
        Ok(())
    }

    /// Gives back what is lent, where that has become more than `tickets_max`.
    pub fn give_back(&mut self, tickets_max: usize) {
        if self.lent.len() > tickets_max {
            self.lent.clear();
        }
    }

    /// The lines of a ticket that is packed away and lent: whoever adds to it stores them along, so that a ticket's lines
    /// are always all here or all packed.
    pub fn lines_away(&self, ticket: TicketId) -> impl Iterator<Item = &str> {
        self.lent.get(&ticket).into_iter().flat_map(|lent| &lent.lines).map(|(_, line)| &**line)
    }

    /// Tells whether anything of a ticket is in the set.
    pub fn is_known(&self, ticket: TicketId) -> bool {
        self.is_here(ticket) || self.packed.file(ticket).is_some()
    }

    /// Tells whether lines of a ticket are here, not packed away.
    pub fn is_here(&self, ticket: TicketId) -> bool {
        self.files.contains_key(&ticket)
    }

    /// Tells whether a ticket lies packed and none of its lines is here. One that is not lent either is noted as
    /// [`missed`](Ledger::missed).
    pub fn is_away(&self, ticket: TicketId) -> bool {
        self.note_missed(ticket);
        !self.is_here(ticket) && self.packed.file(ticket).is_some()
    }

    /// Tells whether a ticket's registration has come, wherever its lines are.
    pub fn is_registered(&self, ticket: TicketId) -> bool {
        self.is_packed(ticket) || self.files.get(&ticket).is_some_and(|file| file.ticket.is_some())
    }

    /// Tells whether a ticket is packed, its registration included.
    pub(super) fn is_packed(&self, ticket: TicketId) -> bool {
        self.packed.file(ticket).is_some_and(|file| file.registered)
    }

    /// Tells whether no line of a ticket of which lines are here is packed away.
    pub(super) fn is_whole(&self, ticket: TicketId) -> bool {
        let here = self.files.get(&ticket).map_or(0, |file| file.unpacked);
        self.packed.file(ticket).is_none_or(|file| here >= file.events)
    }

    pub(super) fn lent_ticket(&self, ticket: TicketId) -> Option<&Ticket> {
        self.lent.get(&ticket)?.ticket.as_deref()
    }

    pub(super) fn lent_line(&self, id: EventId) -> Option<&str> {
        let lines = self.lent.values().flat_map(|lent| &lent.lines);
        lines.filter(|(other, _)| *other == id).map(|(_, line)| &**line).next()
    }

    /// Notes that a ticket was asked for, where it is packed away.
    pub(super) fn note_missed(&self, ticket: TicketId) {
        let at_hand = self.lent.contains_key(&ticket) || (self.is_here(ticket) && self.is_whole(ticket));
        if !at_hand && self.packed.file(ticket).is_some() {
            self.missed.borrow_mut().insert(ticket);
        }
    }
}
