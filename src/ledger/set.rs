//! The ledger: a set of events, the tickets folded from them, and where each device's chain stands.
//!
//! Invariants: taking in the same lines in any order and any number of times gives the same ledger; nothing is ever taken
//! out. What is kept: each event's line as it came, its place in the order, and the folded tickets. Parsed events are not
//! kept; a ticket's few lines are parsed again when one is added to it or its history is asked for, which costs some
//! microseconds and saves more memory than the lines take.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::chain::{Chain, ChainFault};
use super::clock::{Clock, Stamp};
use super::course::Course;
use super::event::{Event, EventError};
use super::fold::fold;
use super::id::{DeviceId, EventId, TicketId};
use super::line::Skimmed;
use super::number::{NumberError, TicketNumber};
use super::{Fact, Ticket};
use crate::rules::{Decision, Situation};

/// Up to how many new events are put into the order one by one: each costs a binary search and, as new events are mostly
/// the latest, next to no moving; sorting would look at every event.
const FEW: usize = 64;

/// A set of events with everything that follows from it.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The events in the order in which they came.
    entries: Vec<Entry>,
    /// Where each event stands in `entries`.
    places: HashMap<EventId, usize>,
    /// Places in the total order of events.
    order: Vec<usize>,
    files: BTreeMap<TicketId, File>,
    numbers: BTreeSet<(TicketNumber, TicketId)>,
    nonces: HashMap<Box<str>, TicketId>,
    chains: BTreeMap<DeviceId, Chain>,
    /// Tickets that were folded anew and not yet asked for.
    refolded: Vec<TicketId>,
}

/// An event: its line, and what orders it.
#[derive(Debug)]
struct Entry {
    stamp: Stamp,
    device: DeviceId,
    seq: u64,
    id: EventId,
    line: Box<str>,
}

impl Entry {
    fn key(&self) -> (Stamp, DeviceId, u64, EventId) {
        (self.stamp, self.device, self.seq, self.id)
    }
}

/// Everything about one ticket.
#[derive(Debug, Default)]
struct File {
    /// Its events' places, in the order in which they came.
    places: Vec<usize>,
    /// What they amount to; absent while the registration has not come.
    ticket: Option<Box<Ticket>>,
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
        if self.contains(id) {
            return Ok(Inserted::Known(id));
        }
        let file = self.add(id, line)?;
        self.settle_order();
        if let Some(ticket) = file {
            self.refold(ticket);
        }
        Ok(Inserted::New(id))
    }

    /// Takes many lines in, folding each ticket once, and lists the lines that are no events by their place from 0.
    pub fn extend<L: AsRef<str>>(&mut self, lines: impl IntoIterator<Item = L>) -> Vec<(usize, EventError)> {
        let mut touched = BTreeSet::new();
        let mut problems = Vec::new();
        for (place, line) in lines.into_iter().enumerate() {
            let id = EventId::of_line(line.as_ref());
            if self.contains(id) {
                continue;
            }
            match self.add(id, line.as_ref()) {
                Ok(file) => touched.extend(file),
                Err(error) => problems.push((place, error)),
            }
        }
        self.settle_order();
        for ticket in touched {
            self.refold(ticket);
        }
        problems
    }

    /// Takes in everything that another ledger holds.
    pub fn merge(&mut self, other: &Self) {
        // Whatever a ledger holds was read once, so it can be read again.
        let problems = self.extend(other.lines());
        debug_assert!(problems.is_empty(), "{problems:?}");
    }

    /// Tells whether the event is here.
    pub fn contains(&self, id: EventId) -> bool {
        self.places.contains_key(&id)
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no event.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Every line, in the total order: time, tick, device, place in the chain, id.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.ordered().map(|entry| &*entry.line)
    }

    /// Every event's id, in the total order.
    pub fn ids(&self) -> impl Iterator<Item = EventId> {
        self.ordered().map(|entry| entry.id)
    }

    /// The line of an event.
    pub fn line(&self, id: EventId) -> Option<&str> {
        self.entry(id).map(|entry| &*entry.line)
    }

    /// An event, read from its line.
    pub fn event(&self, id: EventId) -> Option<Event> {
        Event::from_line(self.line(id)?).ok()
    }

    /// A ticket; none while its registration has not come.
    pub fn ticket(&self, id: TicketId) -> Option<&Ticket> {
        self.files.get(&id)?.ticket.as_deref()
    }

    /// Every ticket, in the order of ids.
    pub fn tickets(&self) -> impl Iterator<Item = &Ticket> {
        self.files.values().filter_map(|file| file.ticket.as_deref())
    }

    /// Everything that happened to a ticket, each event behind those that it knew; also while its registration has not
    /// come.
    pub fn history(&self, ticket: TicketId) -> Vec<(EventId, Event)> {
        self.course(ticket).into_steps()
    }

    /// The decision in force on a ticket, with the situation that it was taken in.
    pub fn decided(&self, ticket: &Ticket) -> Option<(Situation, Decision)> {
        match self.event(ticket.decided?)?.fact {
            Fact::OwnerNamed { situation, decision, .. } => Some((*situation, *decision)),
            _ => None,
        }
    }

    /// The tickets that were given a number: one, unless two devices of an office share the start of their ids.
    pub fn by_number(&self, number: TicketNumber) -> impl Iterator<Item = &Ticket> {
        let all = (number, EventId([0; 16]))..=(number, EventId([u8::MAX; 16]));
        self.numbers.range(all).filter_map(|(_, ticket)| self.ticket(*ticket))
    }

    /// The ticket that was registered by the form that made this nonce.
    pub fn registered_with(&self, nonce: &str) -> Option<TicketId> {
        self.nonces.get(nonce).copied()
    }

    /// The number for the next ticket of this device on the local day of `now_ms`: one more than its highest of that
    /// day, so that a clock that jumps back repeats none.
    pub fn next_number(&self, office_code: &str, device: &DeviceId, now_ms: i64) -> Result<TicketNumber, NumberError> {
        let first = TicketNumber::new(office_code, device, now_ms, 1)?;
        let day = (first, EventId([0; 16]))..=(first.with_counter(u16::MAX), EventId([u8::MAX; 16]));
        let highest = self.numbers.range(day).next_back().map_or(0, |(number, _)| number.counter());
        TicketNumber::new(office_code, device, now_ms, highest.saturating_add(1))
    }

    /// Where a device's chain stands.
    pub fn chain(&self, device: &DeviceId) -> Option<&Chain> {
        self.chains.get(device)
    }

    /// Every device whose events are here, in the order of ids.
    pub fn devices(&self) -> impl Iterator<Item = &DeviceId> {
        self.chains.keys()
    }

    /// Gaps and forks in the chains, by device and place.
    pub fn chain_faults(&self) -> Vec<ChainFault> {
        let of_device = |(device, chain): (&DeviceId, &Chain)| {
            chain.faults(*device, |id| self.entry(id).filter(|entry| entry.device == *device).map(|entry| entry.seq))
        };
        self.chains.iter().flat_map(of_device).collect()
    }

    /// How many events wait for the registration of their ticket.
    pub fn orphans(&self) -> usize {
        self.files.values().filter(|file| file.ticket.is_none()).map(|file| file.places.len()).sum()
    }

    /// A clock that follows every stamp that may be followed at `now_ms`.
    pub(super) fn clock(&self, now_ms: i64) -> Clock {
        let bound = now_ms.saturating_add(Clock::AHEAD_MAX_MS);
        let entry = |place: &usize| self.entries.get(*place);
        let followed = self.order.partition_point(|place| entry(place).is_some_and(|entry| entry.stamp.at_ms <= bound));
        let last = followed.checked_sub(1).and_then(|last| self.order.get(last)).and_then(entry);
        let mut clock = Clock::default();
        if let Some(entry) = last {
            clock.observe(entry.stamp, now_ms);
        }
        clock
    }

    fn entry(&self, id: EventId) -> Option<&Entry> {
        self.entries.get(*self.places.get(&id)?)
    }

    fn ordered(&self) -> impl Iterator<Item = &Entry> {
        self.order.iter().filter_map(|place| self.entries.get(*place))
    }

    /// Adds a new event without ordering or folding, and names the ticket that it concerns.
    fn add(&mut self, id: EventId, line: &str) -> Result<Option<TicketId>, EventError> {
        let skimmed = Skimmed::of_line(line)?;
        let place = self.entries.len();
        let concerned = match &skimmed.intake {
            Some(intake) => {
                self.numbers.insert((intake.number, id));
                let with = self.nonces.entry(intake.nonce.as_str().into()).or_insert(id);
                *with = id.min(*with);
                Some(id)
            }
            None => skimmed.ticket,
        };
        if let Some(ticket) = concerned {
            self.files.entry(ticket).or_default().places.push(place);
        }
        let Skimmed { device, seq, stamp, prev, .. } = skimmed;
        self.chains.entry(device).or_default().insert(seq, id, prev);
        self.places.insert(id, place);
        self.entries.push(Entry { stamp, device, seq, id, line: line.into() });
        Ok(concerned)
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
            // Mostly two sorted runs, which this sort merges in linear time.
            order.sort_by_key(key);
        }
    }

    /// The tickets that were folded anew since this was last asked, each once or more.
    pub fn take_refolded(&mut self) -> Vec<TicketId> {
        std::mem::take(&mut self.refolded)
    }

    fn refold(&mut self, ticket: TicketId) {
        self.refolded.push(ticket);
        let folded = fold(&self.course(ticket)).map(Box::new);
        self.files.entry(ticket).or_default().ticket = folded;
    }

    fn course(&self, ticket: TicketId) -> Course {
        let places = self.files.get(&ticket).into_iter().flat_map(|file| &file.places);
        let entries = places.filter_map(|place| self.entries.get(*place));
        Course::of(entries.filter_map(|entry| Event::from_line(&entry.line).ok().map(|event| (entry.id, event))))
    }
}
