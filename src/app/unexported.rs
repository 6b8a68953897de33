//! What exists on this device only, counted on every screen that staff see.

use leptos::prelude::*;

use super::frame::{Frame, frame};
use super::link::{Sight, back_office};
use super::parts::{Look, Tone, icon, link_button, notice};
use super::route::Area;
use super::words::{count, fill, staff_frame_words};
use crate::protocol::{Query, StatusView, StorageView};

/// From so many records on, the frame presses for an export.
const FRESH_MANY: u64 = 50;

/// How many records no export has carried away: a line, and a notice once they are many. The page of exports says it itself,
/// and is told how safely they lie here.
pub(crate) fn unexported(area: Area) -> AnyView {
    let frame = frame();
    let status = back_office().watch::<StatusView>(|| Query::Status);
    if area == Area::Exchange {
        return unprotected(frame, status);
    }
    let counted = move || status.with(|status| status.map(|status| fresh(frame, status)));
    view! { {counted} }.into_any()
}

fn fresh(frame: Frame, status: &StatusView) -> Option<AnyView> {
    let words = staff_frame_words(frame.choice.lang());
    let title = fill(words.fresh_title, &[&count(frame.choice.lang(), status.fresh)]);
    match status.fresh {
        0 => None,
        FRESH_MANY.. => {
            let now = link_button(Look::Plain, words.fresh_now, "/exchange");
            Some(notice(Tone::Mind, &title, words.fresh_text, Some(now)))
        }
        _ => Some(view! { <p class="unexported">{icon("export")}<a href="#/exchange">{title}</a></p> }.into_any()),
    }
}

fn unprotected(frame: Frame, status: Sight<StatusView>) -> AnyView {
    let storage = back_office().watch::<StorageView>(|| Query::Storage);
    let said = move || {
        let is_fresh = status.with(|status| status.is_some_and(|status| status.fresh > 0));
        let is_promised = storage.with(|storage| storage.is_none_or(|storage| storage.persistent != Some(false)));
        let words = staff_frame_words(frame.choice.lang());
        (is_fresh && !is_promised).then(|| notice(Tone::Mind, words.not_kept_title, words.not_kept_text, None))
    };
    view! { {said} }.into_any()
}
