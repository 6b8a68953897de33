//! Walking the list by keyboard. Rows are links, so Tab and Enter work as everywhere; the arrows are quicker.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::ledger::TicketId;

/// Moves the focus by arrow keys, Home and End.
pub(super) fn walk(event: &KeyboardEvent, list: NodeRef<html::Ul>) {
    let Some(list) = list.get_untracked() else { return };
    let Ok(rows) = list.query_selector_all("[data-ticket]") else { return };
    let focused = document().active_element();
    let here = (0..rows.length()).find(|place| rows.get(*place).as_ref() == focused.as_deref());
    let last = rows.length().saturating_sub(1);
    let there = match event.key().as_str() {
        "ArrowDown" => here.map_or(0, |here| (here + 1).min(last)),
        "ArrowUp" => here.map_or(0, |here| here.saturating_sub(1)),
        "Home" => 0,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    if let Some(row) = rows.get(there) {
        focus(&row);
    }
}

/// Puts the focus on the row of `ticket`, where the list shows it.
pub(in crate::app::desk) fn focus_row(ticket: Option<TicketId>) {
    let Some(ticket) = ticket else { return };
    if let Ok(Some(row)) = document().query_selector(&format!("[data-ticket=\"{ticket}\"]")) {
        focus(&row);
    }
}

fn focus(node: &web_sys::Node) {
    if node.dyn_ref::<HtmlElement>().is_some_and(|element| element.focus().is_err()) {
        leptos::logging::warn!("the row could not take the focus");
    }
}
