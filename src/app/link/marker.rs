//! Keeps the marker in `localStorage`, and reads it for the worker.

use leptos::prelude::window;
use web_sys::Storage;

use crate::backoffice::Marker;

const KEY: &str = "shouwen.stored";

fn shelf() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// What the database held when this page or an earlier one last heard of it; zeros when nothing is known.
pub(super) fn read() -> Marker {
    shelf()
        .and_then(|shelf| shelf.get_item(KEY).ok().flatten())
        .and_then(|text| Marker::parse(&text))
        .unwrap_or_default()
}

/// Writes down what the database holds now. A browser that refuses leaves the older marker, which claims less.
pub(super) fn write(marker: Marker) {
    if let Some(shelf) = shelf()
        && shelf.set_item(KEY, &marker.to_string()).is_err()
    {
        web_sys::console::warn_1(&"the marker outside the database could not be written".into());
    }
}
