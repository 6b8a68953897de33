//! What people were told is safe is on the disk, whatever happens to the power next; and what a device says of its exports.

use std::collections::HashSet;

use shouwen::ledger::EventId;

use crate::simulate::device::Device;
use crate::simulate::failure::{Held, hold};
use crate::simulate::store::event_values;
use crate::simulate::tab::Tab;
use crate::simulate::truth::Truth;

/// Every promised event is in what a power cut cannot take; the marker claims no more than is there.
pub(super) fn kept(device: &Device) -> Held {
    let values = device.disk.safe().map(event_values).unwrap_or_default();
    let stored: HashSet<&EventId> = values.iter().flat_map(|value| value.ids()).collect();
    let missing: Vec<&EventId> = device.promised.events.iter().filter(|id| !stored.contains(id)).collect();
    hold(missing.is_empty(), "what was acknowledged is stored", || format!("{missing:?} are not"))?;
    let claimed = device.marker.events;
    hold(device.is_tampered || claimed <= stored.len() as u64, "the marker never claims too much", || {
        format!("{claimed} of {}", stored.len())
    })
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
