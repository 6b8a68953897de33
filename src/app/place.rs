//! Where on a page a person was: the way back leads there, a new page begins at its top.
//!
//! The browser's own way does not serve: it looks for the place before the page is drawn. So each entry of the history
//! holds how far it was scrolled.

use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsValue;

/// How long the page must stand still before its place is noted.
const STILL: Duration = Duration::from_millis(120);

/// How many frames a page has to grow as long as it was.
const FRAMES_MAX: u32 = 60;

/// Notes the place in the history's entry whenever the page has been scrolled, for as long as the app lives.
pub(super) fn keep() {
    let pending = StoredValue::new_local(None::<TimeoutHandle>);
    let listening = window_event_listener(ev::scroll, move |_| {
        if let Some(earlier) = pending.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        pending.set_value(set_timeout_with_handle(note, STILL).ok());
    });
    on_cleanup(move || listening.remove());
}

/// Goes to the place that the present entry of the history holds, else to the top.
pub(super) fn find_again() {
    let top = window().history().and_then(|history| history.state()).ok().and_then(|state| state.as_f64());
    match top {
        Some(top) if top > 0.0 => go_to(top, FRAMES_MAX),
        _ => window().scroll_to_with_x_and_y(0.0, 0.0),
    }
}

/// Scrolls once the page is long enough; what it shows may still be on its way.
fn go_to(top: f64, frames_left: u32) {
    request_animation_frame(move || {
        window().scroll_to_with_x_and_y(0.0, top);
        let reached = window().scroll_y().unwrap_or_default();
        if reached + 1.0 < top && frames_left > 0 {
            go_to(top, frames_left - 1);
        }
    });
}

fn note() {
    let top = JsValue::from_f64(window().scroll_y().unwrap_or_default());
    let noted = window().history().and_then(|history| history.replace_state(&top, ""));
    if noted.is_err() {
        leptos::logging::warn!("the browser does not note the place on the page");
    }
}
