//! Packing: the lines that are here go into segments, and the ledger keeps what it must know of them.
//!
//! A segment is text: whole tickets one behind the other, each line ended by a line feed. Who stores segments may compress
//! them. Packing changes nothing; [`Ledger::packed_as`] does, once the segments are stored.

use std::collections::HashMap;

use super::chain::{Chain, ChainStep, extend_all};
use super::course::Course;
use super::event::Event;
use super::id::{DeviceId, EventId, TicketId};
use super::packed::{Packed, PackedTicket, Place, TablesError};
use super::set::{Entry, File};
use super::{Ledger, Ticket};

/// How long a segment's text becomes, in bytes: short enough that lending one of its tickets is quick.
const SEGMENT_BYTES: usize = 1 << 20;

/// Tickets to be packed together, in segments.
#[derive(Clone, Debug, Default)]
pub struct Packing {
    segments: Vec<Vec<TicketId>>,
}

impl Packing {
    /// How many segments there will be.
    pub fn segments(&self) -> usize {
        self.segments.len()
    }
}

impl Ledger {
    /// Plans to pack everything that is here, in the order of tickets, save what is among `packed` as it now is. Tickets
    /// with lines away stay out.
    pub fn packing<'a>(&self, packed: impl IntoIterator<Item = &'a PackedTicket>) -> Packing {
        let mut packing = Packing::default();
        let mut room = 0;
        let here = packed.into_iter().filter(|entry| self.files.contains_key(&entry.ticket));
        let known: HashMap<TicketId, usize> = here.map(|entry| (entry.ticket, entry.events.len())).collect();
        let changed = |ticket: &TicketId, file: &File| known.get(ticket) != Some(&file.places.len());
        let files = self.files.iter().filter(|(ticket, file)| self.is_whole(**ticket) && changed(ticket, file));
        for (ticket, file) in files {
            let bytes: usize = self.entries_of(file).map(|entry| entry.line.len() + 1).sum();
            if room < bytes {
                packing.segments.push(Vec::new());
                room = SEGMENT_BYTES;
            }
            room = room.saturating_sub(bytes);
            packing.segments.last_mut().into_iter().for_each(|segment| segment.push(*ticket));
        }
        packing
    }

    /// Writes one of the planned segments: its text, and where in it each ticket lies. `written` tells how many segments were
    /// written before it and are not packed yet.
    pub fn write_segment(&self, packing: &Packing, place: usize, written: usize) -> (String, Vec<PackedTicket>) {
        let (mut text, mut tickets) = (String::new(), Vec::new());
        let segment = u32::try_from(self.packed.segment_keys().len() + written).unwrap_or(u32::MAX);
        for ticket in packing.segments.get(place).into_iter().flatten() {
            let Some(file) = self.files.get(ticket) else { continue };
            let start = text.len();
            let mut events: Vec<(EventId, Event)> = Vec::new();
            for entry in self.entries_of(file) {
                text.push_str(&entry.line);
                text.push('\n');
                events.extend(Event::from_line(&entry.line).ok().map(|event| (entry.id, event)));
            }
            let size = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
            let place = Place { segment, start: size(start), bytes: size(text.len() - start) };
            let events = events.iter().map(|(id, event)| (*id, event));
            tickets.push(PackedTicket::new(*ticket, place, events, file.ticket.as_deref()));
        }
        (text, tickets)
    }

    /// What the ledger will know of packed tickets once `tickets` lie in segments with these keys; they may hold events
    /// that it does not know yet.
    pub fn packed_with(&self, tickets: &[&PackedTicket], keys: &[u64]) -> Result<Packed, TablesError> {
        let new: Vec<ChainStep> =
            tickets.iter().flat_map(|entry| entry.steps()).filter(|(_, _, id, _)| !self.contains(*id)).collect();
        let mut chains = self.chains.clone();
        extend_all(&mut chains, &new);
        self.packed.with(tickets, chains, keys)
    }

    /// What the ledger knows of packed tickets.
    pub fn packed(&self) -> &Packed {
        &self.packed
    }

    /// The tickets that lie packed and of which no line is here, in the order in which they lie.
    pub fn packed_away(&self) -> Vec<(Place, TicketId)> {
        let away = self.packed.files().filter(|file| !self.files.contains_key(&file.ticket));
        let mut places: Vec<(Place, TicketId)> = away.map(|file| (file.place, file.ticket)).collect();
        places.sort_unstable();
        places
    }

    /// Opens a ledger on what is packed.
    pub fn of_packed(packed: Packed) -> Self {
        Self { chains: packed.chains().clone(), packed, ..Self::default() }
    }

    /// Takes a glimpse of what was packed elsewhere, of which only the summary is there. Whether `device` may register matters on the
    /// strength of it: everything that it wrote itself is known here, and from now on its clock follows all that is packed.
    pub fn glimpse(&mut self, device: DeviceId, later: Packed) -> bool {
        let goes_on = later.chains().get(&device).is_none_or(|later| {
            let is_sound = later.is_sound() && self.chain(&device).is_some_and(Chain::is_sound);
            is_sound && later.head().is_some_and(|head| self.contains(head))
        });
        if goes_on {
            self.packed.follow(later);
        }
        goes_on
    }

    /// Lets packed lines go: the same ledger, with `packed` on the disk and the rest here.
    #[must_use]
    pub fn packed_as(&self, packed: Packed) -> Self {
        let rest = self.beside(&packed);
        let mut ledger = Self::of_packed(packed);
        // Whatever a ledger holds was read once, so it can be read again.
        let problems = ledger.extend(rest);
        debug_assert!(problems.is_empty(), "{problems:?}");
        ledger
    }

    /// The lines that stay here beside `packed`: all of each ticket of which something is not in it.
    pub fn beside(&self, packed: &Packed) -> Vec<&str> {
        let stays = |(ticket, file): &(&TicketId, &File)| {
            !self.is_whole(**ticket) || self.entries_of(file).any(|entry| !packed.contains(entry.id))
        };
        let rest = self.files.iter().filter(stays).flat_map(|(_, file)| self.entries_of(file));
        rest.map(|entry| &*entry.line).collect()
    }

    /// How many bytes the lines have that are here.
    pub fn bytes_here(&self) -> usize {
        self.bytes
    }

    fn entries_of<'a>(&'a self, file: &'a File) -> impl Iterator<Item = &'a Entry> {
        file.places.iter().filter_map(|place| self.entries.get(*place))
    }
}

/// Describes one ticket of a file whose lines lie in a segment already: the ticket, and what the tables take of it.
pub fn describe(place: Place, events: Vec<(EventId, Event)>) -> Option<(PackedTicket, Option<Ticket>)> {
    let course = Course::of(events);
    let first = course.steps().first()?;
    let ticket = first.event.ticket.unwrap_or(first.id);
    let folded = super::fold::fold(&course);
    let steps = course.steps().iter().map(|step| (step.id, &step.event));
    Some((PackedTicket::new(ticket, place, steps, folded.as_ref()), folded))
}
