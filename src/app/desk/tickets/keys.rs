//! Walking the list by keyboard. Rows are links, so Tab and Enter work as everywhere; the arrows are quicker.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// Where a key leads from the row at `here` of `total`, `page` of which are in sight; none where it is no such key.
pub(super) fn leads_to(key: &str, here: Option<u32>, first: u32, total: u32, page: u32) -> Option<u32> {
    let last = total.checked_sub(1)?;
    let there = match (key, here) {
        ("Home", _) => 0,
        ("End", _) => last,
        ("ArrowDown" | "ArrowUp" | "PageDown" | "PageUp", None) => first,
        ("ArrowDown", Some(here)) => here.saturating_add(1),
        ("ArrowUp", Some(here)) => here.saturating_sub(1),
        ("PageDown", Some(here)) => here.saturating_add(page.max(1)),
        ("PageUp", Some(here)) => here.saturating_sub(page.max(1)),
        _ => return None,
    };
    Some(there.min(last))
}

/// A letter typed on the list goes into the search box.
pub(super) fn type_to_find(event: &KeyboardEvent) {
    let key = event.key();
    let types = key.chars().count() == 1 && key != " " || key == "Process";
    if !types || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let found = document().query_selector(".tickets-tools input[type='search']").ok().flatten();
    if let Some(Ok(search)) = found.map(JsCast::dyn_into::<HtmlElement>)
        && search.focus().is_err()
    {
        leptos::logging::warn!("the search box could not take the focus");
    }
}
