//! A list with nothing in it says what to do first.

use leptos::prelude::*;

use super::Narrowed;
use crate::app::desk::session::Session;
use crate::app::frame::frame;
use crate::app::parts::{Look, button, empty, link_button};
use crate::protocol::Shelf;

/// What an empty shelf says.
pub(super) fn empty_shelf(session: Session) -> AnyView {
    let words = &frame().staff_words().tickets;
    let typed = session.words.get();
    if !typed.trim().is_empty() {
        let clear = button(Look::Plain, words.clear, move || session.words.set(String::new()));
        return empty("search", &words.empty_words(typed.trim()), words.empty_words_hint, Some(clear));
    }
    if session.narrowed.with(|narrowed| *narrowed != Narrowed::default()) {
        let widen = button(Look::Plain, words.widen, move || session.narrowed.set(Narrowed::default()));
        return empty("search", words.empty_narrowed, words.empty_narrowed_hint, Some(widen));
    }
    let register = || link_button(Look::Plain, words.new, "/desk/new");
    match session.shelf.get() {
        Shelf::Open => empty("desk", words.empty_open, words.empty_open_hint, Some(register())),
        Shelf::Incoming => empty("exchange", words.empty_incoming, words.empty_incoming_hint, None),
        Shelf::Late => empty("check", words.empty_late, words.empty_late_hint, None),
        Shelf::Closed => empty("file", words.empty_closed, words.empty_closed_hint, None),
        Shelf::All => {
            let import = link_button(Look::Plain, words.import, "/exchange");
            empty("desk", words.empty_all, words.empty_all_hint, Some(view! { {register()}{import} }.into_any()))
        }
    }
}

/// Beside the list, on a wide screen, while no ticket is open.
pub(in crate::app::desk) fn nothing_open() -> AnyView {
    let words = &frame().staff_words().tickets;
    let register = link_button(Look::Plain, words.new, "/desk/new");
    view! { <div class="desk-nothing">{empty("desk", words.pick, words.pick_hint, Some(register))}</div> }.into_any()
}
