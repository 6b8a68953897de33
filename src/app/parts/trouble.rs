//! What went wrong, in words, with the next step.

use leptos::prelude::*;

use super::{Look, Tone, button, heading, notice};
use crate::app::frame::frame;
use crate::app::words;
use crate::protocol::Trouble;

/// The trouble as a sentence with the next step for the person, and a way to try again where that may help.
pub(crate) fn trouble_panel(trouble: &Trouble, retry: Option<Box<dyn Fn()>>) -> AnyView {
    let frame = frame();
    let said = words::trouble(frame.lang(), trouble);
    let actions = retry.map(|retry| button(Look::Plain, frame.words().frame.retry, retry));
    notice(Tone::Wrong, &said.what, &said.next, actions)
}

/// The trouble in the place of a page's whole content, so that the page still has its heading.
pub(crate) fn trouble_instead(trouble: &Trouble) -> AnyView {
    let said = words::trouble(frame().lang(), trouble);
    view! { <div class="stack gap-3">{heading(&said.what)}<p class="large">{said.next}</p></div> }.into_any()
}

/// Scrolls so far that a panel which has just appeared is seen.
pub(crate) fn bring_trouble_into_view() {
    request_animation_frame(|| {
        if let Some(panel) = document().query_selector("main .notice[data-kind='wrong']").ok().flatten() {
            panel.scroll_into_view_with_bool(false);
        }
    });
}
