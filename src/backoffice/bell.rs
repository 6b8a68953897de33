//! Tells the other tabs that something was stored, and hears it from them.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::BroadcastChannel;

use super::words;
use crate::protocol::Trouble;

/// A channel between all tabs that have the same database open.
pub(super) struct Bell {
    channel: BroadcastChannel,
    _heard: EventListener,
}

impl Bell {
    /// Joins the channel `name`; `heard` is called when another tab rings.
    pub(super) fn hang(name: &str, heard: impl Fn() + 'static) -> Result<Self, Trouble> {
        let channel = BroadcastChannel::new(name).map_err(|error| Trouble::Broken(words(&error)))?;
        let listener = EventListener::new(&channel, "message", move |_| heard());
        Ok(Self { channel, _heard: listener })
    }

    /// Rings in every other tab. A tab that misses it still finds what is stored before it stores anything itself.
    pub(super) fn ring(&self) {
        if let Err(error) = self.channel.post_message(&JsValue::NULL) {
            web_sys::console::warn_1(&error);
        }
    }
}

impl Drop for Bell {
    fn drop(&mut self) {
        self.channel.close();
    }
}
