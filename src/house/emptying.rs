//! Taking everything off the device.
//!
//! Nothing else removes an event. So it asks for what no slip of a finger can give: the device's own id, typed, by a person who
//! was told how many events there are. Who answers screens checks it here, whatever the screen did.

use super::House;
use crate::protocol::{DeviceRefusal, Trouble};

impl House {
    /// Whether the device may be emptied by a person who typed this and was told of so many events.
    pub fn check_emptying(&self, typed: &str, events: u64) -> Result<(), Trouble> {
        let device = self.device_id().to_string();
        if !typed.trim().eq_ignore_ascii_case(&device) {
            return Err(Trouble::DeviceRefused(DeviceRefusal::NotTyped { device }));
        }
        if events != self.events() {
            return Err(Trouble::DeviceRefused(DeviceRefusal::Changed { events: self.events() }));
        }
        Ok(())
    }
}
