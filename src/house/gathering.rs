//! A bundle's new tickets on their way onto the disk: read once, and packed while they are read.
//!
//! A bundle that this program wrote holds its events ticket by ticket. Of a ticket that is not here at all, everything is at
//! hand when the next one begins: it is folded, described and written into a segment, and its lines leave the memory. What adds
//! to tickets that are here goes the way of all commits. Nothing of it counts before the bundle is sound and somebody has said yes.

use super::House;
use crate::exchange::EventLine;
use crate::index::Row;
use crate::ledger::packed::{PackedTicket, Place};
use crate::ledger::{ChainStep, Event, EventId, IdSet, Ledger, TicketId, describe};

/// How long a segment's text becomes, in bytes.
const SEGMENT_BYTES: usize = 1 << 20;

/// The bundle's events do not come ticket by ticket: it has to be read into memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scattered;

/// New tickets, gathered in segments.
#[derive(Debug, Default)]
pub struct Gathering {
    /// What the tables will take of the tickets; segments are counted from `first`.
    tickets: Vec<PackedTicket>,
    first: u32,
    rows: Vec<Row>,
    /// The segment that is being filled.
    text: String,
    segments: u32,
    coming: Option<Coming>,
    seen: IdSet,
    /// Which events of these tickets register one.
    registering: Vec<EventId>,
}

/// A ticket whose events are coming.
#[derive(Debug)]
struct Coming {
    ticket: TicketId,
    /// Where its text starts.
    start: usize,
    /// Whether it is here.
    is_known: bool,
    events: Vec<(EventId, Event)>,
}

impl Gathering {
    /// Takes the next event, whose line is `text`; hands its line back, with its text, where it belongs to a ticket that is here.
    /// What is here already comes back without.
    pub fn take(
        &mut self,
        ledger: &Ledger,
        mut line: EventLine,
        text: &str,
        event: Event,
    ) -> Result<Option<EventLine>, Scattered> {
        let ticket = line.ticket.unwrap_or(line.id);
        if self.coming.as_ref().is_none_or(|coming| coming.ticket != ticket) {
            self.close_ticket();
            if !self.seen.insert(ticket) {
                return Err(Scattered);
            }
            let is_known = ledger.is_known(ticket);
            self.coming = Some(Coming { ticket, start: self.text.len(), is_known, events: Vec::new() });
        }
        let Some(coming) = self.coming.as_mut().filter(|coming| !coming.is_known) else {
            line.text = if ledger.contains(line.id) { String::new() } else { text.to_owned() };
            return Ok(Some(line));
        };
        self.text.push_str(text);
        self.text.push('\n');
        self.registering.extend(line.registers.then_some(line.id));
        coming.events.push((line.id, event));
        Ok(None)
    }

    /// The next segment, once one is full.
    pub fn full_segment(&mut self) -> Option<String> {
        let start = self.coming.as_ref().map_or(self.text.len(), |coming| coming.start);
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

    /// How many events the tickets have.
    pub fn events(&self) -> u64 {
        self.tickets.iter().map(|entry| entry.steps().len() as u64).sum()
    }

    /// Which of the events register a ticket.
    pub fn registering(&self) -> &[EventId] {
        &self.registering
    }

    /// The places of the events in their devices' chains.
    pub fn steps(&self) -> impl Iterator<Item = ChainStep> {
        self.tickets.iter().flat_map(PackedTicket::steps)
    }

    /// Counts the tickets' segments from `first` on.
    pub fn place_from(&mut self, first: u32) {
        for entry in &mut self.tickets {
            entry.place.segment = entry.place.segment - self.first + first;
        }
        self.first = first;
    }

    /// What the tables take of the tickets.
    pub fn tickets(&self) -> &[PackedTicket] {
        &self.tickets
    }

    /// The rows of the tickets.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    fn cut(&mut self, at: usize) -> String {
        if let Some(coming) = &mut self.coming {
            coming.start -= at;
        }
        self.segments += 1;
        // What comes next is as long.
        let mut next = String::with_capacity(SEGMENT_BYTES + 4 * Event::LINE_MAX_BYTES);
        next.push_str(self.text.get(at..).unwrap_or_default());
        self.text.truncate(at);
        std::mem::replace(&mut self.text, next)
    }

    fn close_ticket(&mut self) {
        let Some(Coming { start, events, .. }) = self.coming.take().filter(|coming| !coming.is_known) else { return };
        let size = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        let place = Place { segment: self.segments, start: size(start), bytes: size(self.text.len() - start) };
        if let Some((entry, folded)) = describe(place, events) {
            self.rows.extend(folded.as_ref().map(Row::of));
            self.tickets.push(entry);
        }
    }
}
