//! Office, device and storage at a glance.

use serde::{Deserialize, Serialize};

use super::SystemCard;

/// The system in force, the device and its ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatusView {
    /// The system in force.
    pub system: Option<SystemCard>,
    /// This device's id.
    pub device: String,
    /// Tickets on this device.
    pub tickets: u64,
    /// Events on this device.
    pub events: u64,
    /// Events that exist on this device only (never exported).
    pub fresh: u64,
    /// Tickets of other offices on this device.
    pub foreign: u64,
    /// Gaps and forks found in devices' chains, in words of data.
    pub chain_faults: Vec<ChainFaultView>,
}

/// What the browser says of the storage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StorageView {
    /// Whether it promised to keep the data; absent when it would not say.
    pub persistent: Option<bool>,
    /// Bytes used, absent when not known.
    pub used_bytes: Option<u64>,
    /// Bytes allowed, absent when not known.
    pub quota_bytes: Option<u64>,
}

/// A fault in a device's chain of events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainFaultView {
    /// The device.
    pub device: String,
    /// Whether two different events claim the same place (else some are missing).
    pub fork: bool,
    /// The first place concerned.
    pub from_seq: u64,
    /// The last place concerned.
    pub to_seq: u64,
}

/// The office in the frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeView {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub address: String,
    /// The telephone that takes complaints.
    pub complaint_phone: String,
    /// Whether it is the invented example.
    pub example: bool,
}
