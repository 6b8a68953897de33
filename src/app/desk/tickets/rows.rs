//! The rows: those in sight are drawn, and fetched page by page as one scrolls.
//!
//! Each row is drawn at its place, so a list of a hundred thousand has as many elements as one of thirty. The row that the
//! keyboard stands on is drawn wherever it is, so that it keeps the focus. Screen readers are told of each row which it is
//! of how many.

use leptos::ev;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::drum::Drum;
use super::keys::{leads_to, type_to_find};
use super::roll::{Cursor, Roll};
use super::row::row;
use crate::app::desk::page::At;
use crate::app::frame::frame;
use crate::app::link::Sight;
use crate::ledger::TicketId;
use crate::protocol::{TicketRow, TicketsView};

/// What the rows are drawn from.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    /// The part of the list that was fetched last.
    pub(super) sight: Sight<TicketsView>,
    /// Which ticket is open beside it.
    pub(super) at: Memo<At>,
    pub(super) roll: Roll,
    /// How many rows there are.
    pub(super) total: Memo<u32>,
    /// Where the keyboard stands.
    pub(super) here: Memo<Option<u32>>,
}

impl Rows {
    /// The row at a place, where it was fetched.
    pub(super) fn at_place(self, place: u32) -> Option<TicketRow> {
        self.sight.with(|view| row_of(view?, place).cloned())
    }

    pub(super) fn drum(self) -> Drum {
        Drum::new(self.total.get(), self.roll.sizes.get())
    }
}

/// The ticket at a place, where it is in the view.
pub(super) fn ticket_at(view: Option<&TicketsView>, place: u32) -> Option<TicketId> {
    row_of(view?, place).map(|row| row.id)
}

fn row_of(view: &TicketsView, place: u32) -> Option<&TicketRow> {
    view.rows.get(usize::try_from(place.checked_sub(view.offset)?).ok()?)
}

/// Draws the list.
pub(super) fn rows(rows: Rows) -> AnyView {
    let words = &frame().staff_words().tickets;
    let Rows { roll, total, here, .. } = rows;
    let drawn = Memo::new(move |_| rows.drum().drawn());
    let places = move || {
        let (first, end) = drawn.get();
        let apart = here.get().filter(|here| *here < total.get() && !(first..end).contains(here));
        (first..end).chain(apart).collect::<Vec<u32>>()
    };
    let height = move || format!("calc(var(--row) * {})", rows.drum().height_rows());
    keep_measured(rows);
    keep_focus(rows);
    view! {
        <p class="sr-only" id="tickets-keys">{words.keys}</p>
        <div class="tickets-scroll" node_ref=roll.list on:scroll=move |_| roll.measure()
            on:keydown=move |event| walk(&event, rows)>
            <span class="tickets-ruler" node_ref=roll.ruler aria-hidden="true"></span>
            <ul class="tickets-rows" aria-label=words.list aria-describedby="tickets-keys" style:block-size=height>
                <For each=places key=|place| *place let:place>{row(place, rows)}</For>
            </ul>
        </div>
    }
    .into_any()
}

fn walk(event: &KeyboardEvent, rows: Rows) {
    let total = rows.total.get_untracked();
    let (here, drum) = untrack(|| (rows.here.get(), rows.drum()));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // A screen has few rows.
    let page = (drum.view_rows() - 1.0) as u32;
    let Some(there) = leads_to(&event.key(), here, drum.first_in_sight(), total, page) else {
        return type_to_find(event);
    };
    event.prevent_default();
    let ticket = untrack(|| rows.at_place(there)).map(|row| row.id);
    rows.roll.show(there, total);
    rows.roll.cursor.set(Some(Cursor { place: there, ticket }));
    rows.roll.focus_on(there);
}

/// Looks anew how the list stands whenever something may have moved it.
fn keep_measured(rows: Rows) {
    let roll = rows.roll;
    let choice = frame().choice;
    let resized = window_event_listener(ev::resize, move |_| roll.measure());
    on_cleanup(move || resized.remove());
    Effect::new(move |before: Option<bool>| {
        let large = choice.elderly();
        let total = rows.total.get();
        // Rows are higher in large print: whoever reads in the middle of the list goes on reading there.
        let first = untrack(|| rows.drum()).first_in_sight();
        match before {
            None => roll.come_back(None),
            Some(before) if before == large => request_animation_frame(move || roll.measure()),
            Some(_) => request_animation_frame(move || roll.show(first, total)),
        }
        large
    });
}

/// The focus goes along when the row that has it changes its place.
fn keep_focus(rows: Rows) {
    Effect::new(move |before: Option<Option<u32>>| {
        let here = rows.here.get();
        let moved = before.is_some_and(|before| before.is_some() && before != here);
        if let Some(place) = here
            && moved
            && rows.roll.has_focus()
        {
            rows.roll.show(place, rows.total.get_untracked());
            rows.roll.focus_on(place);
        }
        here
    });
}
