//! Gaps and forks, from the definition in docs/ledger.md, place by place.

use std::collections::{BTreeMap, BTreeSet};

use shouwen::ledger::{ChainFault, ChainFaultKind, DeviceId, EventId};

use crate::simulate::truth::Truth;

/// What is at one place of a device's chain.
#[derive(Debug, Default)]
struct Spot {
    /// Events that claim it.
    here: BTreeSet<EventId>,
    /// Events that those at the next place name as the one before.
    named: BTreeSet<EventId>,
}

/// Lists the gaps and forks in the chains of a set of events.
pub(crate) fn faults_of(truth: &Truth, ids: &BTreeSet<EventId>) -> Vec<ChainFault> {
    let mut chains: BTreeMap<DeviceId, BTreeMap<u64, Spot>> = BTreeMap::new();
    for known in ids.iter().map(|id| truth.event(*id)) {
        let chain = chains.entry(known.device).or_default();
        chain.entry(known.seq).or_default().here.insert(known.id);
        if let Some(prev) = known.prev {
            chain.entry(known.seq - 1).or_default().named.insert(prev);
        }
    }
    chains.iter().flat_map(|(device, chain)| of_chain(*device, chain)).collect()
}

fn of_chain(device: DeviceId, chain: &BTreeMap<u64, Spot>) -> Vec<ChainFault> {
    let last = chain.iter().filter(|(_, spot)| !spot.here.is_empty()).map(|(seq, _)| *seq).max().unwrap_or_default();
    let mut faults: Vec<ChainFault> = Vec::new();
    for seq in 1..=last {
        let kind = match chain.get(&seq) {
            None => ChainFaultKind::Gap,
            Some(spot) if spot.here.is_empty() => ChainFaultKind::Gap,
            Some(spot) if spot.here.union(&spot.named).count() > 1 => ChainFaultKind::Fork,
            Some(_) => continue,
        };
        match faults.last_mut().filter(|last| last.kind == kind && last.to_seq + 1 == seq) {
            Some(last) => last.to_seq = seq,
            None => faults.push(ChainFault { device, kind, from_seq: seq, to_seq: seq }),
        }
    }
    faults
}
