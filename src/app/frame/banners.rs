//! What the frame has to say before the page: an update, and what the wing adds.

use leptos::prelude::*;

use super::{frame, update};
use crate::app::parts::{Look, Tone, button, notice};
use crate::app::route::{Area, Route};
use crate::app::wing::Wing;
use crate::app::words::words;

/// The banners. A visitor is never interrupted: at the kiosk an update is offered on the first screen alone, and what
/// concerns the staff is not shown.
pub(crate) fn banners(wing: Wing, route: RwSignal<Route>) -> AnyView {
    let frame = frame();
    let newer = update::waiting();
    let at = Memo::new(move |_| route.with(|route| (route.area, route.path.is_empty())));
    let drawn = move || {
        let words = &words(frame.choice.lang()).frame;
        let (area, first) = at.get();
        let update = (newer.get() && (area != Area::Kiosk || first)).then(|| {
            let now = button(Look::Plain, words.update_now, update::accept);
            notice(Tone::Info, words.update_title, words.update_text, Some(now))
        });
        view! { {update} {wing.notes(area)} }
    };
    view! { <aside class="frame-banners" aria-label=move || words(frame.choice.lang()).frame.notices>{drawn}</aside> }
        .into_any()
}
