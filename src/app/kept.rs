//! Small things kept in the browser's own drawers, as JSON.
//!
//! Only conveniences lie here (who is at the desk, an unfinished form); losing them loses no acknowledged work.

use leptos::prelude::window;
use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::Storage;

/// How long a thing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawer {
    /// Until the tab is closed; survives a reload.
    Tab,
    /// Until someone clears the browser.
    Device,
}

impl Drawer {
    fn open(self) -> Option<Storage> {
        match self {
            Self::Tab => window().session_storage().ok().flatten(),
            Self::Device => window().local_storage().ok().flatten(),
        }
    }

    /// Reads what lies under `key`; what an older build wrote in another form counts as nothing.
    pub(crate) fn read<T: DeserializeOwned>(self, key: &str) -> Option<T> {
        let text = self.open()?.get_item(key).ok().flatten()?;
        serde_json::from_str(&text).ok()
    }

    /// Puts `thing` under `key`. A browser that refuses keeps it on the screen all the same.
    pub(crate) fn write<T: Serialize>(self, key: &str, thing: &T) {
        if !self.keep(key, thing) {
            leptos::logging::warn!("{key} could not be kept");
        }
    }

    /// Puts `thing` under `key` and tells whether the browser took it.
    pub(crate) fn keep<T: Serialize>(self, key: &str, thing: &T) -> bool {
        serde_json::to_string(thing)
            .is_ok_and(|text| self.open().is_some_and(|drawer| drawer.set_item(key, &text).is_ok()))
    }

    /// Lists what follows `prefix` in the keys that begin with it.
    pub(crate) fn keys(self, prefix: &str) -> Vec<String> {
        let Some(drawer) = self.open() else { return Vec::new() };
        let all = (0..drawer.length().unwrap_or_default()).filter_map(|at| drawer.key(at).ok().flatten());
        all.filter_map(|key| key.strip_prefix(prefix).map(str::to_owned)).collect()
    }

    /// Takes away what lies under `key`.
    pub(crate) fn wipe(self, key: &str) {
        if self.open().is_some_and(|drawer| drawer.remove_item(key).is_err()) {
            leptos::logging::warn!("{key} could not be wiped");
        }
    }
}
