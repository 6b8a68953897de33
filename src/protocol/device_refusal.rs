//! Why a backup is not restored, or a device not emptied.

use serde::{Deserialize, Serialize};

/// Why nothing was done to the device as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeviceRefusal {
    /// A backup is restored where nothing is; this device holds something.
    NotEmpty {
        /// How many events it holds.
        events: u64,
    },
    /// The backup is of this very device, which would go on at a place of its chain that may be taken.
    SameDevice,
    /// What was typed is not the device's id.
    NotTyped {
        /// The device's id.
        device: String,
    },
    /// There are not as many events any more as the person was told of.
    Changed {
        /// How many there are now.
        events: u64,
    },
}
