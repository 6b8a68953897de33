//! The chain of a device's events: each names the one before it, so that what is missing or doubled shows.
//!
//! Kept as runs of linked events, so that a sound chain of any length costs one run. Which faults are found depends on
//! the set of events alone, not on the order in which they came.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::id::{DeviceId, EventId};

/// The events of one device that are here.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "Vec<(EventId, Run)>", into = "Vec<(EventId, Run)>")]
pub struct Chain {
    /// Runs of events of which each names the one before it, by the id of their last.
    runs: HashMap<EventId, Run>,
    /// The last events of runs, by the event that the run's first names as the one before it.
    following: HashMap<EventId, Vec<EventId>>,
}

/// An event's place in its device's chain: the device, the place, the event, the one before it.
pub type ChainStep = (DeviceId, u64, EventId, Option<EventId>);

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Run {
    from_seq: u64,
    to_seq: u64,
    /// What the first event names as the one before it.
    prev: Option<EventId>,
}

/// Takes events of several chains in, as one by one; the caller makes sure that they are new. Gives them back in the order of
/// chains, each once.
pub(super) fn extend_all(chains: &mut BTreeMap<DeviceId, Chain>, events: &[ChainStep]) -> Vec<ChainStep> {
    // Hundreds of thousands are sorted by what fits into few bytes. In a chain's own order each event prolongs its run.
    let mut order: Vec<(u64, u64, usize)> =
        events.iter().enumerate().map(|(place, (device, seq, ..))| (device.number(), *seq, place)).collect();
    let id = |place: usize| events.get(place).map(|(_, _, id, _)| *id);
    order.sort_unstable_by(|one, other| {
        (one.0, one.1).cmp(&(other.0, other.1)).then_with(|| id(one.2).cmp(&id(other.2)))
    });
    let mut sorted: Vec<ChainStep> = order.into_iter().filter_map(|(.., place)| events.get(place).copied()).collect();
    sorted.dedup_by_key(|(_, _, id, _)| *id);
    for steps in sorted.chunk_by(|one, other| one.0 == other.0) {
        let Some((device, ..)) = steps.first() else { continue };
        chains.entry(*device).or_default().extend(steps.iter().map(|(_, seq, id, prev)| (*seq, *id, *prev)));
    }
    sorted
}

/// Something wrong with a device's chain.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ChainFault {
    /// The device.
    pub device: DeviceId,
    /// What is wrong.
    pub kind: ChainFaultKind,
    /// The first place concerned.
    pub from_seq: u64,
    /// The last place concerned.
    pub to_seq: u64,
}

/// What can be wrong with a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChainFaultKind {
    /// Events are missing here; another device may have them.
    Gap,
    /// Different events claim the same place: the device was copied, or went on from an old backup.
    Fork,
}

impl Chain {
    /// The highest place that is taken, 0 where none is.
    pub fn highest_seq(&self) -> u64 {
        self.last().map_or(0, |(seq, _)| seq)
    }

    /// Whether there is neither gap nor fork.
    pub(super) fn is_sound(&self) -> bool {
        self.runs.len() < 2 && self.runs.values().all(|run| run.from_seq == 1)
    }

    /// The event at the highest place, the greatest id where a fork ends there.
    pub fn head(&self) -> Option<EventId> {
        self.last().map(|(_, id)| id)
    }

    fn last(&self) -> Option<(u64, EventId)> {
        self.runs.iter().map(|(id, run)| (run.to_seq, *id)).max()
    }

    /// Takes an event in; the caller makes sure that it is new.
    pub(super) fn insert(&mut self, seq: u64, id: EventId, prev: Option<EventId>) {
        self.insert_run(id, Run { from_seq: seq, to_seq: seq, prev });
    }

    /// Takes events in, as one by one; quickest in the order of places.
    fn extend(&mut self, events: impl IntoIterator<Item = (u64, EventId, Option<EventId>)>) {
        let mut open: Option<(EventId, Run)> = None;
        for (seq, id, prev) in events {
            let prolongs = |(head, run): &(EventId, Run)| {
                prev == Some(*head) && run.to_seq + 1 == seq && !self.following.contains_key(head)
            };
            open = match open {
                Some(run) if prolongs(&run) => Some((id, Run { to_seq: seq, ..run.1 })),
                other => {
                    if let Some((head, run)) = other {
                        self.insert_run(head, run);
                    }
                    Some((id, Run { from_seq: seq, to_seq: seq, prev }))
                }
            };
        }
        if let Some((head, run)) = open {
            self.insert_run(head, run);
        }
    }

    fn insert_run(&mut self, id: EventId, new: Run) {
        let joins = |run: &&Run| run.to_seq + 1 == new.from_seq;
        let before = new.prev.and_then(|head| self.runs.get(&head).filter(joins).map(|run| (head, *run)));
        let run = match before {
            Some((head, run)) => {
                self.remove(head, run);
                Run { to_seq: new.to_seq, ..run }
            }
            None => new,
        };
        let heads = self.following.get(&id).into_iter().flatten();
        let after = heads.filter_map(|head| self.runs.get(head).map(|run| (*head, *run)));
        match after.filter(|(_, next)| next.from_seq == new.to_seq + 1).min_by_key(|(head, _)| *head) {
            Some((head, next)) => {
                self.remove(head, next);
                self.add(head, Run { to_seq: next.to_seq, ..run });
            }
            None => self.add(id, run),
        }
    }

    fn add(&mut self, head: EventId, run: Run) {
        self.runs.insert(head, run);
        if let Some(prev) = run.prev {
            self.following.entry(prev).or_default().push(head);
        }
    }

    fn remove(&mut self, head: EventId, run: Run) {
        self.runs.remove(&head);
        let Some(prev) = run.prev else { return };
        if let Some(heads) = self.following.get_mut(&prev) {
            heads.retain(|other| *other != head);
            if heads.is_empty() {
                self.following.remove(&prev);
            }
        }
    }

    /// Lists what is wrong, in the order of places. `place_of` tells the place of an event of this device.
    pub(super) fn faults(&self, device: DeviceId, place_of: impl Fn(EventId) -> Option<u64>) -> Vec<ChainFault> {
        // How many events are here at a place, and how many that are not here are named there, as changes from the place
        // before.
        let mut edges: BTreeMap<u64, (i64, i64)> = BTreeMap::new();
        for run in self.runs.values() {
            edges.entry(run.from_seq).or_default().0 += 1;
            edges.entry(run.to_seq + 1).or_default().0 -= 1;
            if run.prev.is_some_and(|prev| place_of(prev).is_none_or(|seq| seq + 1 != run.from_seq)) {
                edges.entry(run.from_seq - 1).or_default().1 += 1;
                edges.entry(run.from_seq).or_default().1 -= 1;
            }
        }
        let mut faults: Vec<ChainFault> = Vec::new();
        let (mut from_seq, mut here, mut named) = (1, 0, 0);
        for (edge, change) in edges {
            let kind = match here {
                0 => Some(ChainFaultKind::Gap),
                1 if named == 0 => None,
                _ => Some(ChainFaultKind::Fork),
            };
            if let Some(kind) = kind.filter(|_| from_seq < edge) {
                match faults.last_mut().filter(|last| last.kind == kind && last.to_seq + 1 == from_seq) {
                    Some(last) => last.to_seq = edge - 1,
                    None => faults.push(ChainFault { device, kind, from_seq, to_seq: edge - 1 }),
                }
            }
            (from_seq, here, named) = (edge, here + change.0, named + change.1);
        }
        faults
    }
}

impl From<Vec<(EventId, Run)>> for Chain {
    fn from(runs: Vec<(EventId, Run)>) -> Self {
        let mut chain = Self::default();
        for (head, run) in runs {
            chain.add(head, run);
        }
        chain
    }
}

impl From<Chain> for Vec<(EventId, Run)> {
    /// In the order of ids, so that equal chains give equal bytes.
    fn from(chain: Chain) -> Self {
        let mut runs: Self = chain.runs.into_iter().collect();
        runs.sort_unstable_by_key(|(head, _)| *head);
        runs
    }
}
