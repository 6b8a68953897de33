//! What the frame has to say before the page: an update, records that exist only here.

use leptos::prelude::*;

use super::{frame, update};
use crate::app::parts::{Look, Tone, button, link_button, notice};
use crate::app::route::{Area, Route};
use crate::app::words::{count, fill, words};
use crate::protocol::StatusView;

/// From so many records on, the frame presses for an export.
const FRESH_MANY: u64 = 50;

/// The banners. A visitor is never interrupted: at the kiosk an update is offered on the first screen alone, and what
/// concerns the staff is not shown.
pub(crate) fn banners(route: RwSignal<Route>) -> AnyView {
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
        let staff = !matches!(area, Area::Kiosk | Area::Home);
        let data = staff.then(|| frame.status.with(|status| status.map(|status| data(status, area)))).flatten();
        view! { {update} {data} }
    };
    view! { <aside class="frame-banners" aria-label=move || words(frame.choice.lang()).frame.notices>{drawn}</aside> }
        .into_any()
}

fn data(status: &StatusView, area: Area) -> AnyView {
    let frame = frame();
    let words = frame.words();
    let many = status.fresh >= FRESH_MANY && area != Area::Exchange;
    let fresh = many.then(|| {
        let title = fill(words.frame.fresh_title, &[&count(frame.lang(), status.fresh)]);
        let now = link_button(Look::Plain, words.frame.fresh_now, "/exchange");
        notice(Tone::Mind, &title, words.frame.fresh_text, Some(now))
    });
    let kept = (status.persistent == Some(false) && status.fresh > 0 && area == Area::Exchange)
        .then(|| notice(Tone::Mind, words.frame.not_kept_title, words.frame.not_kept_text, None));
    view! { {fresh} {kept} }.into_any()
}
