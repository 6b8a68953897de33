//! The ledger: a set of events, the tickets folded from them, and where each device's chain stands.
//!
//! Invariants: taking in the same lines in any order and any number of times gives the same ledger; nothing is ever taken
//! out. A ticket's lines are either all here, or all packed away (see [`super::packed`]); then they are lent by the disk when
//! they are asked for. What is kept of lines that are here: each as it came, its place in the order, and the folded tickets.
//! Parsed events are not kept; a ticket's few lines are parsed again when one is added to it or its history is asked for,
//! which costs some microseconds and saves more memory than the lines take.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Ticket;
use super::chain::Chain;
use super::clock::Stamp;
use super::course::Course;
use super::event::{Event, EventError};
use super::fold::fold;
use super::id::{DeviceId, EventId, TicketId};
use super::id_set::IdMap;
use super::lend::Lent;
use super::line::Skimmed;
use super::number::TicketNumber;
use super::packed::Packed;

/// Up to how many new events are put into the order one by one: each costs a binary search and, as new events are mostly
/// the latest, next to no moving; sorting would look at every event.
const FEW: usize = 64;

/// A set of events with everything that follows from it.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The events that are here, in the order in which they came.
    pub(super) entries: Vec<Entry>,
    /// Where each event stands in `entries`.
    pub(super) places: IdMap<usize>,
    /// Places in the total order of events.
    pub(super) order: Vec<usize>,
    pub(super) files: BTreeMap<TicketId, File>,
    pub(super) numbers: BTreeSet<(TicketNumber, TicketId)>,
    pub(super) nonces: HashMap<Box<str>, TicketId>,
    /// Of all events, packed ones too.
    pub(super) chains: BTreeMap<DeviceId, Chain>,
    pub(super) packed: Packed,
    /// How many events are here and packed.
    pub(super) unpacked: usize,
    pub(super) lent: BTreeMap<TicketId, Lent>,
    /// Tickets that were asked for while their lines were away.
    pub(super) missed: RefCell<BTreeSet<TicketId>>,
    /// Tickets of which lines are here and lines are packed away.
    pub(super) lacking: BTreeSet<TicketId>,
    /// How many bytes the lines have that are here.
    pub(super) bytes: usize,
    /// Tickets that were folded anew and not yet asked for.
    pub(super) refolded: Vec<TicketId>,
}

/// An event: its line, and what orders it.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) stamp: Stamp,
    pub(super) device: DeviceId,
    pub(super) seq: u64,
    pub(super) id: EventId,
    pub(super) line: Box<str>,
}

impl Entry {
    pub(super) fn key(&self) -> (Stamp, DeviceId, u64, EventId) {
        (self.stamp, self.device, self.seq, self.id)
    }
}

/// Everything about one ticket that is here.
#[derive(Debug, Default)]
pub(super) struct File {
    /// Its events' places, in the order in which they came.
    pub(super) places: Vec<usize>,
    /// How many of them are packed as well.
    pub(super) unpacked: u32,
    /// What they amount to; absent while the registration has not come, or some of its lines are away.
    pub(super) ticket: Option<Box<Ticket>>,
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inserted {
    /// It is a new event.
    New(EventId),
    /// The ledger had it already.
    Known(EventId),
}

impl Ledger {
    /// Makes an empty ledger.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes one event's line in.
    pub fn insert(&mut self, line: &str) -> Result<Inserted, EventError> {
        let id = EventId::of_line(line);
        let known = self.contains(id);
        if self.places.contains_key(&id) {
            return Ok(Inserted::Known(id));
        }
        let ticket = self.add(id, line)?;
        self.settle_order();
        self.refold(ticket);
        Ok(if known { Inserted::Known(id) } else { Inserted::New(id) })
    }

    /// Takes many lines in, folding each ticket once, and lists the lines that are no events by their place from 0.
    ///
    /// Whoever adds to a packed ticket also hands over its lines, see [`Ledger::lines_away`]; else it is
    /// [`lacking`](Ledger::lacking) until they are brought.
    pub fn extend<L: AsRef<str>>(&mut self, lines: impl IntoIterator<Item = L>) -> Vec<(usize, EventError)> {
        let mut touched = BTreeSet::new();
        let mut problems = Vec::new();
        for (place, line) in lines.into_iter().enumerate() {
            let id = EventId::of_line(line.as_ref());
            if self.places.contains_key(&id) {
                continue;
            }
            match self.add(id, line.as_ref()) {
                Ok(ticket) => drop(touched.insert(ticket)),
                Err(error) => problems.push((place, error)),
            }
        }
        self.settle_order();
        for ticket in touched {
            self.refold(ticket);
        }
        problems
    }

    /// Takes in lines that were written here, with what each says: they are not read again.
    pub fn take_written<'a>(&mut self, written: impl IntoIterator<Item = (&'a str, (EventId, Event))>) {
        let mut touched: BTreeMap<TicketId, Vec<(EventId, Event)>> = BTreeMap::new();
        for (line, (id, event)) in written {
            if !self.places.contains_key(&id) {
                let ticket = self.add_skimmed(id, line, &Skimmed::of(&event));
                touched.entry(ticket).or_default().push((id, event));
            }
        }
        self.settle_order();
        for (ticket, events) in touched {
            let has_more = self.files.get(&ticket).is_some_and(|file| file.places.len() > events.len());
            if has_more || !self.is_whole(ticket) {
                self.refold(ticket);
            } else {
                self.refolded.push(ticket);
                self.files.entry(ticket).or_default().ticket = Ticket::of(events).map(Box::new);
            }
        }
    }

    /// Takes in everything that another ledger has here.
    pub fn merge(&mut self, other: &Self) {
        // Whatever a ledger holds was read once, so it can be read again.
        let problems = self.extend(other.lines());
        debug_assert!(problems.is_empty(), "{problems:?}");
    }

    pub(super) fn entry(&self, id: EventId) -> Option<&Entry> {
        self.entries.get(*self.places.get(&id)?)
    }

    pub(super) fn ordered(&self) -> impl Iterator<Item = &Entry> {
        self.order.iter().filter_map(|place| self.entries.get(*place))
    }

    /// Adds an event that is not here without ordering or folding, and names the ticket that it concerns.
    fn add(&mut self, id: EventId, line: &str) -> Result<TicketId, EventError> {
        Skimmed::of_line(line).map(|skimmed| self.add_skimmed(id, line, &skimmed))
    }

    fn add_skimmed(&mut self, id: EventId, line: &str, skimmed: &Skimmed) -> TicketId {
        let place = self.entries.len();
        let is_packed = self.packed.contains(id);
        if let Some(intake) = &skimmed.intake {
            self.numbers.insert((intake.number, id));
            let with = self.nonces.entry(intake.nonce.as_str().into()).or_insert(id);
            *with = id.min(*with);
        }
        // A registration is its ticket; so is an act of a newer build that names none.
        let concerned = skimmed.ticket.filter(|_| skimmed.intake.is_none()).unwrap_or(id);
        let file = self.files.entry(concerned).or_default();
        file.places.push(place);
        file.unpacked += u32::from(is_packed);
        let Skimmed { device, seq, stamp, prev, .. } = *skimmed;
        if is_packed {
            self.unpacked += 1;
        } else {
            self.chains.entry(device).or_default().insert(seq, id, prev);
        }
        self.places.insert(id, place);
        self.bytes += line.len();
        self.entries.push(Entry { stamp, device, seq, id, line: line.into() });
        concerned
    }

    /// Brings the entries that came since into the order.
    fn settle_order(&mut self) {
        let (entries, order) = (&self.entries, &mut self.order);
        let key = |place: &usize| entries.get(*place).map(Entry::key);
        if entries.len() - order.len() <= FEW {
            for place in order.len()..entries.len() {
                let at = order.partition_point(|other| key(other) < key(&place));
                order.insert(at, place);
            }
        } else {
            order.extend(order.len()..entries.len());
            order.sort_unstable_by_key(key);
        }
    }

    /// The tickets that were folded anew since this was last asked, each once or more.
    pub fn take_refolded(&mut self) -> Vec<TicketId> {
        std::mem::take(&mut self.refolded)
    }

    fn refold(&mut self, ticket: TicketId) {
        self.refolded.push(ticket);
        let lent = self.lent.remove(&ticket);
        if !self.is_whole(ticket)
            && let Some(lent) = lent
        {
            // What was lent was read once, so it can be read again; this ends with the ticket whole.
            let problems = self.extend(lent.lines.iter().map(|(_, line)| line));
            debug_assert!(problems.is_empty(), "{problems:?}");
            return;
        }
        let folded = if self.is_whole(ticket) {
            self.lacking.remove(&ticket);
            fold(&self.course(ticket)).map(Box::new)
        } else {
            self.lacking.insert(ticket);
            None
        };
        self.files.entry(ticket).or_default().ticket = folded;
    }

    /// The events of a ticket that are here or lent, in their order.
    pub(super) fn course(&self, ticket: TicketId) -> Course {
        let read = |id: EventId, line: &str| Event::from_line(line).ok().map(|event| (id, event));
        if let Some(lent) = self.lent.get(&ticket) {
            return Course::of(lent.lines.iter().filter_map(|(id, line)| read(*id, line)));
        }
        let places = self.files.get(&ticket).into_iter().flat_map(|file| &file.places);
        let entries = places.filter_map(|place| self.entries.get(*place));
        Course::of(entries.filter_map(|entry| read(entry.id, &entry.line)))
    }
}
