//! The course of events of one ticket: an order that depends on the set of events alone, and which act knew of which.
//!
//! Invariants: an event comes after every event that it knew, whatever their clocks said; where neither knew the other,
//! the ledger's total order decides; the event that registered the ticket comes first.

use std::collections::BTreeSet;

use super::Fact;
use super::event::Event;
use super::id::EventId;
use super::id_set::IdMap;

/// A ticket's events in their order, with what each knew.
pub(super) struct Course {
    steps: Vec<Step>,
    places: Places,
    known: Knowledge,
}

/// Where each event stands: looked for among few, looked up among many.
enum Places {
    Few(Vec<EventId>),
    Many(IdMap<usize>),
}

/// For each step the set of earlier steps that it knew: a row of bits, in so many words.
struct Knowledge {
    words: usize,
    bits: Vec<u64>,
}

/// One event of a ticket.
pub(super) struct Step {
    /// The event's id.
    pub(super) id: EventId,
    /// The event.
    pub(super) event: Event,
}

impl Step {
    /// Where it stands in the ledger's total order.
    fn key(&self) -> (i64, u32, super::DeviceId, u64, EventId) {
        (self.event.at_ms, self.event.tick, self.event.device, self.event.seq, self.id)
    }

    /// The events that it says it knew: its forerunners, its ticket, and the act that it speaks of.
    fn names(&self) -> impl Iterator<Item = EventId> {
        let spoken_of = match &self.event.fact {
            Fact::TransferAccepted { transfer, .. } | Fact::TransferReturned { transfer, .. } => Some(*transfer),
            Fact::ConflictSettled { holds, .. } => Some(*holds),
            _ => None,
        };
        self.event.after.iter().copied().chain(self.event.ticket).chain(spoken_of)
    }
}

impl Course {
    /// How many steps are compared for who knew whom; later ones count as knowing everything before. No ticket of an
    /// office comes near it; it keeps a hostile file from costing more than it weighs.
    const COMPARED_MAX: usize = 512;

    /// Puts the events of one ticket in order.
    pub(super) fn of(events: impl IntoIterator<Item = (EventId, Event)>) -> Self {
        let mut steps: Vec<Step> = events.into_iter().map(|(id, event)| Step { id, event }).collect();
        steps.sort_unstable_by_key(Step::key);
        let (steps, places) = causal(steps);
        let known = Knowledge::of(&steps, &places);
        Self { steps, places, known }
    }

    /// The events in order.
    pub(super) fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The events in order, with their ids.
    pub(super) fn into_steps(self) -> Vec<(EventId, Event)> {
        self.steps.into_iter().map(|step| (step.id, step.event)).collect()
    }

    /// The place of an event.
    pub(super) fn place(&self, id: EventId) -> Option<usize> {
        self.places.of(id)
    }

    /// The places from which on every step counts as knowing everything before.
    pub(super) fn compared(&self) -> usize {
        self.steps.len().min(Self::COMPARED_MAX)
    }

    /// Tells whether the step at `later` knew of the one at `earlier`.
    pub(super) fn knew(&self, later: usize, earlier: usize) -> bool {
        match self.known.row(later) {
            Some(known) => has(known, earlier),
            None => earlier < later,
        }
    }

    /// The events that no other event of the ticket knew, in order.
    pub(super) fn frontier(&self) -> Vec<EventId> {
        let mut known: BTreeSet<EventId> = BTreeSet::new();
        known.extend(self.steps.iter().flat_map(Step::names));
        self.steps.iter().map(|step| step.id).filter(|id| !known.contains(id)).collect()
    }
}

/// Moves events behind those that they knew, and says where each stands; `steps` come in the total order and mostly are right
/// already.
fn causal(steps: Vec<Step>) -> (Vec<Step>, Places) {
    let places = Places::of_steps(&steps);
    if steps.iter().enumerate().all(|(place, step)| forerunners(step, &places).all(|earlier| earlier < place)) {
        return (steps, places);
    }
    // `collect` would sort first, with a copy of the sorting code for each kind of set; `extend` puts one by one.
    let each_once = |step: &Step| {
        let mut each: BTreeSet<usize> = BTreeSet::new();
        each.extend(forerunners(step, &places));
        each
    };
    let mut awaits: Vec<usize> = steps.iter().map(|step| each_once(step).len()).collect();
    let mut followers: Vec<Vec<usize>> = vec![Vec::new(); steps.len()];
    for (place, step) in steps.iter().enumerate() {
        for forerunner in each_once(step) {
            followers.get_mut(forerunner).into_iter().for_each(|list| list.push(place));
        }
    }
    let mut ready: BTreeSet<usize> = BTreeSet::new();
    ready.extend((0..steps.len()).filter(|place| awaits.get(*place) == Some(&0)));
    let mut order = Vec::with_capacity(steps.len());
    while let Some(place) = ready.pop_first() {
        order.push(place);
        for follower in followers.get(place).into_iter().flatten() {
            let Some(count) = awaits.get_mut(*follower) else { continue };
            *count -= 1;
            if *count == 0 {
                ready.insert(*follower);
            }
        }
    }
    // Ids are hashes, so knowing each other is impossible; were it not, the rest would still keep its order.
    order.extend((0..steps.len()).filter(|place| awaits.get(*place).is_some_and(|count| *count > 0)));
    let mut steps: Vec<Option<Step>> = steps.into_iter().map(Some).collect();
    let steps: Vec<Step> = order.into_iter().filter_map(|place| steps.get_mut(place).and_then(Option::take)).collect();
    let places = Places::of_steps(&steps);
    (steps, places)
}

/// The places of the events that a step says it knew.
fn forerunners(step: &Step, places: &Places) -> impl Iterator<Item = usize> {
    step.names().filter_map(|id| places.of(id))
}

impl Places {
    const FEW: usize = 16;

    fn of_steps(steps: &[Step]) -> Self {
        if steps.len() <= Self::FEW {
            return Self::Few(steps.iter().map(|step| step.id).collect());
        }
        Self::Many(steps.iter().enumerate().map(|(place, step)| (step.id, place)).collect())
    }

    fn of(&self, id: EventId) -> Option<usize> {
        match self {
            Self::Few(ids) => ids.iter().position(|known| *known == id),
            Self::Many(places) => places.get(&id).copied(),
        }
    }
}

impl Knowledge {
    fn of(steps: &[Step], places: &Places) -> Self {
        let compared = steps.len().min(Course::COMPARED_MAX);
        let words = compared.div_ceil(64);
        let mut bits = vec![0; compared * words];
        for (step, row) in steps.iter().zip((0..compared).map(|place| place * words)) {
            let (before, from_here) = bits.split_at_mut(row);
            let Some(own) = from_here.get_mut(..words) else { continue };
            for place in forerunners(step, places).filter(|place| *place < compared) {
                let theirs = before.get(place * words..(place + 1) * words).unwrap_or_default();
                own.iter_mut().zip(theirs).for_each(|(to, from): (&mut u64, &u64)| *to |= from);
                own.get_mut(place / 64).into_iter().for_each(|word| *word |= 1 << (place % 64));
            }
        }
        Self { words, bits }
    }

    /// What the step at `place` knew; none behind those that are compared.
    fn row(&self, place: usize) -> Option<&[u64]> {
        self.bits.get(place * self.words..(place + 1) * self.words).filter(|row| !row.is_empty())
    }
}

fn has(bits: &[u64], place: usize) -> bool {
    bits.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
}
