//! What a device keeps between two starts, beside its events.

use serde::{Deserialize, Serialize};

use crate::json;
use crate::ledger::DeviceId;
use crate::protocol::Trouble;

use super::schedule::Activation;

/// Everything that the store hands over at start.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The seed of the device's signing key; never leaves the device.
    pub seed: [u8; 32],
    /// The event lines, in the order in which they were stored.
    pub lines: Vec<String>,
    /// The office document, JSON; absent before one is loaded.
    pub office: Option<String>,
    /// [`Settings`] as JSON; absent at the first start.
    pub settings: Option<String>,
    /// Systems of the office's own, JSON; absent before one is kept.
    pub systems: Option<String>,
}

/// What stands beside the lines and is replaced as a whole: as it now stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Papers<'a> {
    /// See [`Kept::office`].
    pub office: Option<&'a str>,
    /// See [`Kept::settings`].
    pub settings: Option<&'a str>,
    /// See [`Kept::systems`].
    pub systems: Option<&'a str>,
}

impl Kept {
    /// What was kept beside the lines.
    pub fn papers(&self) -> Papers<'_> {
        Papers { office: self.office.as_deref(), settings: self.settings.as_deref(), systems: self.systems.as_deref() }
    }
}

/// What was chosen on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The system chosen here before there was a schedule; absent means the one that the office names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system: Option<String>,
    /// Which systems come into force when, for the office that is loaded; in the order in which it was settled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedule: Vec<Activation>,
    /// The last event of this device's chain that an export has carried away; what comes after exists here only.
    #[serde(default)]
    pub exported_seq: u64,
    /// How many events of devices that went before this one no export had carried away, and none of this device has since.
    #[serde(default, skip_serializing_if = "is_none_at_all")]
    pub unexported_before: u64,
    /// The backup that was restored here, [`Restored`] as JSON, which only the staff's back office reads; absent where the device
    /// began by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restored: Option<String>,
}

/// A backup that was restored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restored {
    /// The device that wrote it.
    pub device: DeviceId,
    /// When, milliseconds since 1970, UTC.
    pub made_at_ms: i64,
    /// The place of that device's last event in it, 0 where it had made none.
    pub last_seq: u64,
    /// The last of that device's events that an export of its own had carried away.
    pub exported_seq: u64,
    /// How many events the backup holds, of whatever device.
    pub events: u64,
}

/// The time that a command or query is to be judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970, UTC.
    pub now_ms: i64,
}

impl Settings {
    /// Reads settings as they were kept.
    pub(super) fn from_json(json: &str) -> Result<Self, Trouble> {
        json::read(json).map_err(|error| Trouble::Broken(format!("settings: {error}")))
    }

    /// Writes settings to be kept.
    pub(super) fn to_json(&self) -> Result<String, Trouble> {
        serde_json::to_string(self).map_err(|error| Trouble::Broken(format!("settings: {error}")))
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // the form that serde asks for
fn is_none_at_all(count: &u64) -> bool {
    *count == 0
}
