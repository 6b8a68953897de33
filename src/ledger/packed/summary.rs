//! What packed tickets amount to all together.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::entry::PackedTicket;
use super::hours::Hours;
use crate::ledger::chain::Chain;
use crate::ledger::id::DeviceId;

/// By what a decision was taken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StampKey {
    /// The pack's id.
    pub pack: Box<str>,
    /// Its version.
    pub version: Box<str>,
    /// The hash of its text.
    pub hash: Box<str>,
}

/// Few values, however many tickets there are.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Summary {
    /// The devices, each at the place by which event rows name it.
    pub(super) devices: Vec<DeviceId>,
    pub(super) chains: BTreeMap<DeviceId, Chain>,
    pub(super) hours: Hours,
    pub(super) offices: BTreeMap<Box<str>, u64>,
    pub(super) stamps: BTreeSet<StampKey>,
    pub(super) segments: Vec<u64>,
}

impl Summary {
    /// Notes a ticket; `is_new` says whether its registration was not packed before.
    pub(super) fn note(&mut self, entry: &PackedTicket, is_new: bool, devices: &mut BTreeMap<DeviceId, u32>) {
        for event in &entry.events {
            self.hours.note(event.stamp);
            devices.entry(event.device).or_insert_with(|| {
                self.devices.push(event.device);
                u32::try_from(self.devices.len() - 1).unwrap_or(u32::MAX)
            });
        }
        if let Some(registered) = entry.registered.as_ref().filter(|_| is_new) {
            *self.offices.entry(registered.office.clone()).or_default() += 1;
        }
        for stamp in &entry.stamps {
            if !self.stamps.contains(stamp) {
                self.stamps.insert(stamp.clone());
            }
        }
    }

    pub(super) fn places_of_devices(&self) -> BTreeMap<DeviceId, u32> {
        let places = self.devices.iter().zip(0_u32..);
        places.map(|(device, place)| (*device, place)).collect()
    }
}
