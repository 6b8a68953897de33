//! Which faults chains would have if more events were taken in, without taking them in.

use std::collections::{BTreeMap, HashMap};

use super::{Chain, ChainFault, DeviceId, EventId, Ledger};

/// An event's place in its device's chain: the device, the place, the event, the one before it.
pub type ChainStep = (DeviceId, u64, EventId, Option<EventId>);

impl Ledger {
    /// Gaps and forks that would stand if these events were here as well; those that are here already change nothing.
    pub fn chain_faults_with(&self, more: impl IntoIterator<Item = ChainStep>) -> Vec<ChainFault> {
        let here = self.devices().filter_map(|device| Some((*device, self.chain(device)?.clone())));
        let mut chains: BTreeMap<DeviceId, Chain> = BTreeMap::new();
        chains.extend(here);
        let mut places: HashMap<EventId, (DeviceId, u64)> = HashMap::new();
        for (device, seq, id, prev) in more {
            if !self.contains(id) && places.insert(id, (device, seq)).is_none() {
                chains.entry(device).or_default().insert(seq, id, prev);
            }
        }
        let place_of = |id: EventId| places.get(&id).copied().or_else(|| self.link(id));
        let of_device = |(device, chain): (&DeviceId, &Chain)| {
            chain.faults(*device, |id| place_of(id).filter(|(of, _)| of == device).map(|(_, seq)| seq))
        };
        chains.iter().flat_map(of_device).collect()
    }
}
