//! News of a newer version, and its acceptance (the other end is `public/start.js`).

use js_sys::Reflect;
use leptos::ev;
use leptos::prelude::*;
use web_sys::Event;

/// Tells whether a newer version waits.
pub(super) fn waiting() -> RwSignal<bool> {
    let told = Reflect::get(&window(), &"__shouwenUpdate".into()).is_ok_and(|told| told.is_truthy());
    let waiting = RwSignal::new(told);
    window_event_listener(ev::Custom::<Event>::new("shouwen-update"), move |_| waiting.set(true));
    waiting
}

/// Lets the newer version take over; the page is then loaded again.
pub(super) fn accept() {
    let sent = Event::new("shouwen-update-accepted").and_then(|event| window().dispatch_event(&event));
    if sent.is_err() {
        leptos::logging::warn!("the update could not be started");
    }
}
