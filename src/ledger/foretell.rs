//! Which faults chains would have if more events were taken in, without taking them in.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::chain::{ChainStep, extend_all};
use super::{Chain, ChainFault, DeviceId, EventId, IdMap, Ledger};

impl Ledger {
    /// Gaps and forks that would stand if these events were here as well; those that are here already change nothing.
    pub fn chain_faults_with(&self, more: impl IntoIterator<Item = ChainStep>) -> Vec<ChainFault> {
        let here = self.devices().filter_map(|device| Some((*device, self.chain(device)?.clone())));
        let mut chains: BTreeMap<DeviceId, Chain> = BTreeMap::new();
        chains.extend(here);
        let new: Vec<ChainStep> = more.into_iter().filter(|(_, _, id, _)| !self.contains(*id)).collect();
        let new = extend_all(&mut chains, &new);
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
