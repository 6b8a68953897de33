//! What is asked of a ledger.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::chain::{Chain, ChainFault};
use super::clock::Clock;
use super::event::Event;
use super::id::{DeviceId, EventId, TicketId};
use super::number::{NumberError, TicketNumber};
use super::packed::{Concern, StampKey, TablesError};
use super::set::Entry;
use super::{Fact, Ledger, Ticket};
use crate::rules::{Decision, Situation};

impl Ledger {
    /// Tells whether the event is in the set, here or packed.
    pub fn contains(&self, id: EventId) -> bool {
        self.places.contains_key(&id) || self.packed.contains(id)
    }

    /// How many events there are, here and packed.
    pub fn len(&self) -> usize {
        self.entries.len() + self.packed.len() - self.unpacked
    }

    /// Whether there is no event.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every line that is here, in the total order: time, tick, device, place in the chain, id.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.ordered().map(|entry| &*entry.line)
    }

    /// The ids of the events that are here, in the total order.
    pub fn ids(&self) -> impl Iterator<Item = EventId> {
        self.ordered().map(|entry| entry.id)
    }

    /// The ids of the events that are here, ticket by ticket, those of each ticket in the total order.
    pub fn ids_by_ticket(&self) -> impl Iterator<Item = EventId> {
        self.files.values().flat_map(|file| {
            let mut entries: Vec<&Entry> = file.places.iter().filter_map(|place| self.entries.get(*place)).collect();
            entries.sort_unstable_by_key(|entry| entry.key());
            entries.into_iter().map(|entry| entry.id)
        })
    }

    /// The line of an event that is here or lent.
    pub fn line(&self, id: EventId) -> Option<&str> {
        self.entry(id).map(|entry| &*entry.line).or_else(|| self.lent_line(id))
    }

    /// An event, read from its line.
    pub fn event(&self, id: EventId) -> Option<Event> {
        Event::from_line(self.line(id)?).ok()
    }

    /// A ticket that is here or lent; none while its registration has not come. One that is packed away is noted as
    /// [`missed`](Ledger::missed).
    pub fn ticket(&self, id: TicketId) -> Option<&Ticket> {
        self.note_missed(id);
        let here = self.files.get(&id).and_then(|file| file.ticket.as_deref());
        here.or_else(|| self.lent_ticket(id))
    }

    /// Every ticket that is here, in the order of ids.
    pub fn tickets(&self) -> impl Iterator<Item = &Ticket> {
        self.files.values().filter_map(|file| file.ticket.as_deref())
    }

    /// Everything that happened to a ticket, each event behind those that it knew; also while its registration has not
    /// come.
    pub fn history(&self, ticket: TicketId) -> Vec<(EventId, Event)> {
        self.note_missed(ticket);
        self.course(ticket).into_steps()
    }

    /// The decision in force on a ticket, with the situation that it was taken in.
    pub fn decided(&self, ticket: &Ticket) -> Option<(Situation, Decision)> {
        self.note_missed(ticket.id);
        match self.event(ticket.decided?)?.fact {
            Fact::OwnerNamed { situation, decision, .. } => Some((*situation, Arc::unwrap_or_clone(decision))),
            _ => None,
        }
    }

    /// The tickets that were given a number: one, unless two devices of an office share the start of their ids.
    pub fn by_number(&self, number: TicketNumber) -> impl Iterator<Item = &Ticket> {
        let all = (number, EventId([0; 16]))..=(number, EventId([u8::MAX; 16]));
        let here = self.numbers.range(all).map(|(_, ticket)| *ticket);
        let away = self.packed.numbered(number).filter(|ticket| !self.files.contains_key(ticket));
        here.chain(away).filter_map(|ticket| self.ticket(ticket))
    }

    /// The ticket that was registered by the form that made this nonce.
    pub fn registered_with(&self, nonce: &str) -> Option<TicketId> {
        let made = |ticket: &TicketId| self.ticket(*ticket).is_some_and(|ticket| ticket.intake.nonce == nonce);
        let here = self.nonces.get(nonce).copied();
        self.packed.registered_with(nonce).filter(made).chain(here).min()
    }

    /// The number for the next ticket of this device on the local day of `now_ms`: one more than its highest of that
    /// day, so that a clock that jumps back repeats none.
    pub fn next_number(&self, office_code: &str, device: &DeviceId, now_ms: i64) -> Result<TicketNumber, NumberError> {
        let first = TicketNumber::new(office_code, device, now_ms, 1)?;
        let last = first.with_counter(u16::MAX);
        let day = (first, EventId([0; 16]))..=(last, EventId([u8::MAX; 16]));
        let here = self.numbers.range(day).next_back().map(|(number, _)| *number);
        let highest = here.max(self.packed.highest_number(first, last)).map_or(0, |number| number.counter());
        TicketNumber::new(office_code, device, now_ms, highest.saturating_add(1))
    }

    /// Where a device's chain stands.
    pub fn chain(&self, device: &DeviceId) -> Option<&Chain> {
        self.chains.get(device)
    }

    /// Every device whose events are in the set, in the order of ids.
    pub fn devices(&self) -> impl Iterator<Item = &DeviceId> {
        self.chains.keys()
    }

    /// Gaps and forks in the chains, by device and place.
    pub fn chain_faults(&self) -> Vec<ChainFault> {
        let of_device = |(device, chain): (&DeviceId, &Chain)| {
            chain.faults(*device, |id| self.link(id).filter(|(of, _)| of == device).map(|(_, seq)| seq))
        };
        self.chains.iter().flat_map(of_device).collect()
    }

    /// How many events wait for the registration of their ticket.
    pub fn orphans(&self) -> usize {
        let here = self.files.iter().filter(|(ticket, file)| file.ticket.is_none() && self.is_whole(**ticket));
        let here: usize =
            here.map(|(ticket, file)| file.places.len() - usize::from(self.places.contains_key(ticket))).sum();
        let away = self.packed.orphans().filter(|file| !self.files.contains_key(&file.ticket));
        here + away.map(|file| usize::try_from(file.waiting()).unwrap_or_default()).sum::<usize>()
    }

    /// How many tickets each office has, here and packed.
    pub fn tickets_by_office(&self) -> BTreeMap<&str, u64> {
        let packed = self.packed.offices().iter().map(|(office, count)| (&**office, *count));
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        counts.extend(packed);
        for ticket in self.tickets().filter(|ticket| !self.is_packed(ticket.id)) {
            *counts.entry(ticket.intake.office.0.as_str()).or_default() += 1;
        }
        counts
    }

    /// The times of the earliest and of the latest event, milliseconds since 1970 (UTC).
    pub fn span_ms(&self) -> Option<(i64, i64)> {
        let first = self.ordered().next().map(|entry| entry.stamp.at_ms);
        let here =
            first.zip(self.order.last().and_then(|place| self.entries.get(*place)).map(|entry| entry.stamp.at_ms));
        let both = here.into_iter().chain(self.packed.span_ms());
        both.reduce(|(first, last), (earlier, later)| (first.min(earlier), last.max(later)))
    }

    /// What packed tickets that are not here raise, or will once its time has passed. Tickets to whose findings something
    /// was said are not among them; see [`Ledger::remarked_away`].
    pub fn concerns_away(&self) -> Result<impl Iterator<Item = Concern>, TablesError> {
        let all = self.packed.concerns()?.into_iter();
        Ok(all.filter(|concern| !self.files.contains_key(&concern.ticket)))
    }

    /// The tickets to whose findings something was said and that are packed away.
    pub fn remarked_away(&self) -> impl Iterator<Item = TicketId> {
        let away = self.packed.files().filter(|file| file.remarked && !self.files.contains_key(&file.ticket));
        away.map(|file| file.ticket)
    }

    /// By what decisions of packed tickets were taken.
    pub fn packed_stamps(&self) -> impl Iterator<Item = &StampKey> {
        self.packed.stamps().iter()
    }

    /// A clock that follows every stamp that may be followed at `now_ms`; packed ones by the hour.
    pub(super) fn clock(&self, now_ms: i64) -> Clock {
        let bound = now_ms.saturating_add(Clock::AHEAD_MAX_MS);
        let entry = |place: &usize| self.entries.get(*place);
        let followed = self.order.partition_point(|place| entry(place).is_some_and(|entry| entry.stamp.at_ms <= bound));
        let here = followed.checked_sub(1).and_then(|last| self.order.get(last)).and_then(entry);
        let mut clock = Clock::default();
        for stamp in here.map(|entry| entry.stamp).into_iter().chain(self.packed.latest_until(bound)) {
            clock.follow(stamp);
        }
        clock
    }

    /// The device that made an event, and the event's place in its chain.
    pub(super) fn link(&self, id: EventId) -> Option<(DeviceId, u64)> {
        self.entry(id).map(|entry| (entry.device, entry.seq)).or_else(|| self.packed.link(id))
    }
}
