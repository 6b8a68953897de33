//! Where in the list one is: how far it is scrolled, and the row that the keyboard stands on.
//!
//! The row is remembered by its ticket, so it stays the same row when others come, go or change places. It outlives the
//! page, so that coming back finds the place again.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, KeyboardEvent};

use super::drum::{Drum, Sizes};
use crate::ledger::TicketId;

/// Where the keyboard stands: on a ticket, once that is known, else at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    pub(super) place: u32,
    pub(super) ticket: Option<TicketId>,
}

/// Where in the list one is.
#[derive(Clone, Copy)]
pub(in crate::app::desk) struct Roll {
    /// What scrolls.
    pub(super) list: NodeRef<html::Div>,
    /// What is as high as a row.
    pub(super) ruler: NodeRef<html::Span>,
    pub(super) sizes: RwSignal<Sizes>,
    pub(super) cursor: RwSignal<Option<Cursor>>,
}

impl Roll {
    /// At the start of a list that has not been drawn.
    pub(in crate::app::desk) fn new() -> Self {
        let sizes = Sizes { top_px: 0.0, view_px: 0.0, row_px: 0.0 };
        Self { list: NodeRef::new(), ruler: NodeRef::new(), sizes: RwSignal::new(sizes), cursor: RwSignal::new(None) }
    }

    /// Forgets where one was.
    pub(in crate::app::desk) fn leave(self) {
        self.cursor.set(None);
        self.rewind();
    }

    /// Scrolls to the start: another list is shown.
    pub(in crate::app::desk) fn rewind(self) {
        self.scroll(0.0);
        self.sizes.update(|sizes| sizes.top_px = 0.0);
    }

    /// Finds the place again after something else was shown, and puts the focus on the row of `ticket`.
    pub(in crate::app::desk) fn come_back(self, ticket: Option<TicketId>) {
        let top_px = self.sizes.with_untracked(|sizes| sizes.top_px);
        request_animation_frame(move || {
            self.scroll(top_px);
            self.measure();
            request_animation_frame(move || {
                let row = ticket.map(|ticket| format!("[data-ticket=\"{ticket}\"]"));
                focus(row.and_then(|row| document().query_selector(&row).ok().flatten()));
            });
        });
    }

    /// From the search box down into the list.
    pub(super) fn enter(self, event: &KeyboardEvent) {
        if event.key() == "ArrowDown" {
            event.prevent_default();
            focus(self.find(".ticket-row[tabindex='0']"));
        }
    }

    /// Looks how the list now stands on the screen.
    pub(super) fn measure(self) {
        let (Some(list), Some(ruler)) = (self.list.get_untracked(), self.ruler.get_untracked()) else { return };
        let sizes = Sizes {
            top_px: list.scroll_top(),
            view_px: f64::from(list.client_height()),
            row_px: ruler.get_bounding_client_rect().height(),
        };
        // A list that is not shown has no height and has forgotten its place.
        if sizes.view_px > 0.0 && self.sizes.with_untracked(|known| *known != sizes) {
            self.sizes.set(sizes);
        }
    }

    /// Brings a place of a list of `total` rows into sight.
    pub(super) fn show(self, place: u32, total: u32) {
        self.measure();
        if let Some(top_px) = Drum::new(total, self.sizes.get_untracked()).scroll_to(place) {
            self.scroll(top_px);
            self.measure();
        }
    }

    /// Puts the focus on the row at `place`, once it is drawn.
    pub(super) fn focus_on(self, place: u32) {
        request_animation_frame(move || focus(self.find(&format!("[data-place=\"{place}\"] .ticket-row"))));
    }

    /// Whether the focus is on a row.
    pub(super) fn has_focus(self) -> bool {
        let list = self.list.get_untracked();
        let focused = document().active_element();
        list.is_some_and(|list| focused.is_some_and(|focused| list.contains(Some(&focused))))
    }

    fn find(self, selector: &str) -> Option<Element> {
        self.list.get_untracked().and_then(|list| list.query_selector(selector).ok().flatten())
    }

    fn scroll(self, top_px: f64) {
        if let Some(list) = self.list.get_untracked() {
            list.set_scroll_top(top_px);
        }
    }
}

/// The list scrolls by itself, so the focus scrolls nothing.
fn focus(row: Option<Element>) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let row = row.and_then(|row| row.dyn_into::<HtmlElement>().ok());
    if row.is_some_and(|row| row.focus_with_options(&options).is_err()) {
        leptos::logging::warn!("the row could not take the focus");
    }
}
