//! The device as a whole: what is backed up, restored, or taken off it.

use serde::{Deserialize, Serialize};

/// What the page for backups and for emptying the device shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceView {
    /// Its id, which is typed to empty it.
    pub device: String,
    /// Tickets on it, of whatever office.
    pub tickets: u64,
    /// Events on it.
    pub events: u64,
    /// Events that exist on this device only (never exported).
    pub fresh: u64,
    /// Whether a backup can be restored here: nothing is here, or a part of the backup that was being restored.
    pub restorable: bool,
    /// The backup that was restored here.
    pub restored: Option<RestoredView>,
}

/// A backup that was restored, and what became of the device that wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestoredView {
    /// The device that wrote it.
    pub device: String,
    /// When, milliseconds since 1970 (UTC).
    pub made_ms: i64,
    /// The place of its last event in the backup.
    pub last_seq: u64,
    /// How many events it has made since, as far as they are known: any at all mean that it lives on.
    pub later: u64,
}
