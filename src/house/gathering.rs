//! A bundle's new tickets on their way onto the disk: read once, and packed while they are read.
//!
//! A bundle that this program wrote holds its events ticket by ticket. Of a ticket that is not here at all, everything is at
//! hand when the next one begins: it is folded, described and written into a segment, and its lines leave the memory. What adds
//! to tickets that are here goes the way of all commits. Nothing of it counts before the bundle is sound and somebody has said yes.

use std::collections::BTreeSet;

use super::House;
use crate::exchange::EventLine;
use crate::index::Row;
use crate::ledger::packed::{PackedTicket, Place};
use crate::ledger::{Event, EventId, Ledger, TicketId, describe};

/// How long a segment's text becomes, in bytes.
const SEGMENT_BYTES: usize = 1 << 20;

/// The bundle's events do not come ticket by ticket: it has to be read into memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scattered;

/// New tickets, gathered in segments.
#[derive(Debug, Default)]
pub struct Gathering {
    /// What the tables will take of the tickets; segments are counted from 0.
    tickets: Vec<PackedTicket>,
    rows: Vec<Row>,
    /// The segment that is being filled.
    text: String,
    segments: u32,
    /// The ticket whose events are coming, where its text starts, and its events so far.
    coming: Option<(TicketId, usize, Vec<(EventId, Event)>)>,
    seen: BTreeSet<TicketId>,
}

impl Gathering {
    /// Takes the next event; hands its line back, with its text where it adds to a ticket that is here.
    pub fn take(&mut self, ledger: &Ledger, line: EventLine, event: Event) -> Result<EventLine, Scattered> {
        let ticket = line.ticket.unwrap_or(line.id);
        if self.coming.as_ref().is_none_or(|(coming, ..)| *coming != ticket) {
            self.close_ticket();
            if !self.seen.insert(ticket) {
                return Err(Scattered);
            }
            self.coming = Some((ticket, self.text.len(), Vec::new()));
        }
        if ledger.is_known(ticket) {
            let text = if ledger.contains(line.id) { String::new() } else { line.text };
            return Ok(EventLine { text, ..line });
        }
        self.text.push_str(&line.text);
        self.text.push('\n');
        let id = line.id;
        if let Some((_, _, events)) = &mut self.coming {
            events.push((id, event));
        }
        Ok(EventLine { text: String::new(), ..line })
    }

    /// The next segment, once one is full.
    pub fn full_segment(&mut self) -> Option<String> {
        let start = self.coming.as_ref().map_or(self.text.len(), |(_, start, _)| *start);
        (start >= SEGMENT_BYTES).then(|| self.cut(start))
    }

    /// The last segment, after the last event; none where nothing is left.
    pub fn last_segment(&mut self) -> Option<String> {
        self.close_ticket();
        (!self.text.is_empty()).then(|| self.cut(self.text.len()))
    }

    /// How many tickets were gathered.
    pub fn len(&self) -> usize {
        self.tickets.len()
    }

    /// Whether none was.
    pub fn is_empty(&self) -> bool {
        self.tickets.is_empty()
    }

    /// Whether none of the tickets has become known since they were gathered.
    pub fn is_new_to(&self, house: &House) -> bool {
        !self.tickets.iter().any(|entry| house.ledger().is_known(entry.ticket()))
    }

    /// What the tables take, their segments counted from `first`.
    pub fn tickets_from(&self, first: u32) -> impl Iterator<Item = PackedTicket> {
        self.tickets.iter().cloned().map(move |mut entry| {
            entry.place.segment += first;
            entry
        })
    }

    /// The rows of the tickets.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    fn cut(&mut self, at: usize) -> String {
        let rest = self.text.split_off(at);
        if let Some((_, start, _)) = &mut self.coming {
            *start -= at;
        }
        self.segments += 1;
        std::mem::replace(&mut self.text, rest)
    }

    fn close_ticket(&mut self) {
        let Some((_, start, events)) = self.coming.take() else { return };
        let size = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        let place = Place { segment: self.segments, start: size(start), bytes: size(self.text.len() - start) };
        if let Some((entry, folded)) = describe(place, events) {
            self.rows.extend(folded.as_ref().map(Row::of));
            self.tickets.push(entry);
        }
    }
}
