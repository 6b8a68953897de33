//! `#/`: what this is; then the doors, or, on a new device, how to begin.

use leptos::prelude::*;

use super::{doors, first};
use crate::app::frame::frame;
use crate::app::parts::{Look, Run, empty, heading, link_button, skeleton, thread, trouble_panel};
use crate::app::words::HomeWords;
use crate::protocol::{Knot, KnotView, Pace};

/// The first page.
pub(crate) fn home_page() -> AnyView {
    let frame = frame();
    let words = &frame.words().home;
    let known = Memo::new(move |_| frame.has_office());
    let below = move || match known.get() {
        Some(true) => doors::doors(),
        Some(false) => first::first_start(),
        None => match frame.office_trouble() {
            Some(trouble) => trouble_panel(&trouble, None),
            None => skeleton(),
        },
    };
    view! {
        <div class="page home">
            <div class="home-head">
                {heading(words.title)}
                <p class="home-lead">{words.lead}</p>
            </div>
            <div class="home-thread">{idea(words)}</div>
            {below}
        </div>
    }
    .into_any()
}

/// The app's idea as a thread.
fn idea(words: &HomeWords) -> AnyView {
    let knots = [
        (Knot::Visitor, words.thread_visitor_note),
        (Knot::Owner, words.thread_owner_note),
        (Knot::Handler, words.thread_handler_note),
        (Knot::Answer, words.thread_answer_note),
    ];
    let knots: Vec<_> = knots
        .into_iter()
        .map(|(role, who)| KnotView { role, who: who.to_owned(), place: String::new(), at_ms: None, pace: Pace::Done })
        .collect();
    thread(&knots, Run::Across)
}

/// There is no page at this address.
pub(crate) fn missing_page() -> AnyView {
    let words = &frame().words().frame;
    let home = link_button(Look::Main, words.to_start, "/");
    view! {
        <div class="page" data-narrow="">
            {heading(words.page_missing)}
            {empty("question", words.page_missing_text, "", Some(home))}
        </div>
    }
    .into_any()
}
