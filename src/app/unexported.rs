//! What exists on this device only, counted on every screen that staff see.

use leptos::prelude::*;

use super::frame::{Frame, frame};
use super::parts::{Look, Tone, icon, link_button, notice};
use super::route::Area;
use super::words::{count, fill, staff_frame_words};
use crate::protocol::StatusView;

/// From so many records on, the frame presses for an export.
const FRESH_MANY: u64 = 50;

/// How many records no export has carried away: a line, and a notice once they are many. The page of exports says it itself.
pub(crate) fn unexported(area: Area) -> AnyView {
    let frame = frame();
    frame.status.with(|status| status.map(|status| drawn(frame, status, area))).into_any()
}

fn drawn(frame: Frame, status: &StatusView, area: Area) -> AnyView {
    let words = staff_frame_words(frame.choice.lang());
    let fresh = (status.fresh > 0 && area != Area::Exchange).then(|| {
        let title = fill(words.fresh_title, &[&count(frame.choice.lang(), status.fresh)]);
        if status.fresh >= FRESH_MANY {
            let now = link_button(Look::Plain, words.fresh_now, "/exchange");
            notice(Tone::Mind, &title, words.fresh_text, Some(now))
        } else {
            view! { <p class="unexported">{icon("export")}<a href="#/exchange">{title}</a></p> }.into_any()
        }
    });
    let kept = (status.persistent == Some(false) && status.fresh > 0 && area == Area::Exchange)
        .then(|| notice(Tone::Mind, words.not_kept_title, words.not_kept_text, None));
    view! { {fresh} {kept} }.into_any()
}
