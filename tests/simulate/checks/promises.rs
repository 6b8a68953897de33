//! What people were told is safe is on the disk, whatever happens to the power next; and what a device says of its exports.

use std::collections::BTreeSet;

use shouwen::ledger::EventId;

use super::Shown;
use crate::simulate::device::Device;
use crate::simulate::failure::{Held, hold};
use crate::simulate::store::event_values;
use crate::simulate::tab::Tab;
use crate::simulate::truth::Truth;

/// Every promised event is in what a power cut cannot take; the marker claims no more than is there.
pub(super) fn kept(device: &Device, shown: &mut Shown) -> Held {
    let mut stored: BTreeSet<EventId> = BTreeSet::new();
    let mut lines = 0;
    for value in device.disk.safe().into_iter().flat_map(event_values) {
        let ids = shown.ids_of(value);
        lines += ids.len() as u64;
        stored.extend(&*ids);
    }
    let missing: Vec<&EventId> = device.promised.events.difference(&stored).collect();
    hold(missing.is_empty(), "what was acknowledged is stored", || format!("{missing:?} are not"))?;
    let claimed = device.marker.events;
    hold(device.is_tampered || claimed <= lines, "the marker never claims too much", || format!("{claimed} of {lines}"))
}

/// What a page says was never exported is at least what no whole file holds.
pub(super) fn told(truth: &Truth, tab: &Tab) -> Held {
    let own = tab.house.device_id();
    let own = || tab.holds.iter().map(|id| truth.event(*id)).filter(|known| known.device == own);
    let highest = own().map(|known| known.seq).max().unwrap_or_default();
    let carried_to = highest.saturating_sub(tab.house.fresh());
    let claimed = own().filter(|known| known.seq <= carried_to);
    let missing: Vec<EventId> = claimed.map(|known| known.id).filter(|id| !truth.carried.contains(id)).collect();
    hold(missing.is_empty(), "what is said to be exported is in a file", || format!("{missing:?} are in none"))
}
