//! `#/kiosk/…`: which of the visitor's screens stands.

use leptos::prelude::*;

use super::{details, done, idle, matter, other, progress, review, solved, start, visit, who};
use crate::app::frame::frame;
use crate::app::home;
use crate::app::parts::{Look, empty, heading, icon, link_button, skeleton};
use crate::app::route;

/// The visitor's screens; `path` is the address after `#/kiosk`.
pub(crate) fn kiosk_page(path: Signal<Vec<String>>) -> AnyView {
    let frame = frame();
    let path = Memo::new(move |_| path.get());
    // Until it is known whether there is an office, neither screen is right; without an answer the screens tell why.
    let has_office = Memo::new(move |_| frame.has_office().or_else(|| frame.office_trouble().map(|_| true)));
    let page = move || {
        let (has_office, path) = (has_office.get(), path.get());
        untrack(|| match has_office {
            None => skeleton(),
            Some(false) => no_office(),
            Some(true) => screen(&path),
        })
    };
    view! { {page} {idle::idle_watch(path)} }.into_any()
}

fn screen(path: &[String]) -> AnyView {
    match path.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => start::start_page(),
        ["matter", id] => matter::matter_page(id),
        ["solved", id] => solved::solved_page(id),
        ["other"] => other::other_page(),
        ["details"] => begun(details::details_page),
        ["who"] => begun(who::who_page),
        ["review"] => begun(review::review_page),
        ["done"] => done::done_page(),
        ["progress"] => progress::progress_page(),
        _ => home::missing_page(),
    }
}

/// A step of registering; without a matter (after a reload, or the way back past the end) the first screen stands.
fn begun(page: fn() -> AnyView) -> AnyView {
    if visit().begun() {
        return page();
    }
    route::replace("/kiosk");
    ().into_any()
}

fn no_office() -> AnyView {
    let words = &frame().words().kiosk;
    let staff = link_button(Look::Plain, words.no_office_now, "/");
    view! {
        <div class="page" data-narrow="">
            {heading(words.no_office_title)}
            {empty("question", words.no_office_text, "", Some(staff))}
        </div>
    }
    .into_any()
}

/// The way back to the screen at `address`.
pub(super) fn way_back(address: &str) -> AnyView {
    view! {
        <a class="kiosk-back" href=format!("#{address}")>
            {icon("back")}
            <span>{frame().words().frame.back}</span>
        </a>
    }
    .into_any()
}
