//! What makes a bundle a backup: what its device kept beside office and events.
//!
//! Settings and own systems are JSON of the house's making, carried as they were kept and read by nobody here. The secret of
//! the device's key is never among them: whoever restores a backup goes on under a key of their own.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::problem::BundleProblem;
use crate::json;

/// How the device's line starts, and no other line: in an event a text follows in the bracket's place.
pub(super) const DEVICE_PREFIX: &str = "{\"device\":{";

/// What a device keeps beside office and events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceLine {
    /// The place of the device's last own event, 0 where it has made none.
    pub last_seq: u64,
    /// Its settings, JSON on one line.
    pub settings: Option<String>,
    /// The systems of its office's own, JSON on one line.
    pub systems: Option<String>,
}

/// The line as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<T> {
    device: T,
}

/// Fields that this build does not know are passed over.
#[derive(Serialize, Deserialize)]
struct Fields<'line> {
    last_seq: u64,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    settings: Option<&'line RawValue>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    systems: Option<&'line RawValue>,
}

impl DeviceLine {
    /// Reads the line.
    pub(super) fn read(line: &str) -> Result<Self, BundleProblem> {
        let bad = |error: serde_json::Error| BundleProblem::BadDevice { why: error.to_string() };
        let Line { device } = json::read::<Line<&RawValue>>(line).map_err(bad)?;
        let fields: Fields<'_> = json::read(device.get()).map_err(bad)?;
        let text = |raw: &RawValue| raw.get().to_owned();
        let Fields { last_seq, settings, systems } = fields;
        Ok(Self { last_seq, settings: settings.map(text), systems: systems.map(text) })
    }

    /// Writes the line.
    pub(super) fn to_line(&self) -> Result<String, serde_json::Error> {
        let raw = |text: &String| serde_json::from_str::<Box<RawValue>>(text);
        let settings = self.settings.as_ref().map(raw).transpose()?;
        let systems = self.systems.as_ref().map(raw).transpose()?;
        let device = Fields { last_seq: self.last_seq, settings: settings.as_deref(), systems: systems.as_deref() };
        serde_json::to_string(&Line { device })
    }
}
