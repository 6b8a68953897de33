//! Which faults chains would have if more events were taken in, without taking them in.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::{Chain, ChainFault, DeviceId, EventId, IdMap, Ledger};

/// An event's place in its device's chain: the device, the place, the event, the one before it.
pub type ChainStep = (DeviceId, u64, EventId, Option<EventId>);

impl Ledger {
    /// Gaps and forks that would stand if these events were here as well; those that are here already change nothing.
    pub fn chain_faults_with(&self, more: impl IntoIterator<Item = ChainStep>) -> Vec<ChainFault> {
        let here = self.devices().filter_map(|device| Some((*device, self.chain(device)?.clone())));
        let mut chains: BTreeMap<DeviceId, Chain> = BTreeMap::new();
        chains.extend(here);
        let mut new: Vec<ChainStep> = more.into_iter().filter(|(_, _, id, _)| !self.contains(*id)).collect();
        // In a chain's own order each event prolongs its run.
        new.sort_unstable_by_key(|(device, seq, id, _)| (device.number(), *seq, *id));
        new.dedup_by_key(|(_, _, id, _)| *id);
        for steps in new.chunk_by(|one, other| one.0 == other.0) {
            let Some((device, ..)) = steps.first() else { continue };
            chains.entry(*device).or_default().extend(steps.iter().map(|(_, seq, id, prev)| (*seq, *id, *prev)));
        }
        // Asked for runs alone: a sound file has few.
        let places: LazyCell<IdMap<(DeviceId, u64)>, _> =
            LazyCell::new(|| new.iter().map(|(device, seq, id, _)| (*id, (*device, *seq))).collect());
        let place_of = |id: EventId| self.link(id).or_else(|| places.get(&id).copied());
        let of_device = |(device, chain): (&DeviceId, &Chain)| {
            chain.faults(*device, |id| place_of(id).filter(|(of, _)| of == device).map(|(_, seq)| seq))
        };
        chains.iter().flat_map(of_device).collect()
    }
}
