//! One ticket in the list.

use leptos::prelude::*;

use super::roll::Cursor;
use super::rows::Rows;
use crate::app::desk::page::At;
use crate::app::frame::frame;
use crate::app::parts::{due_badge, icon, thread_short};
use crate::app::words::count;
use crate::app::words::desk::codes;
use crate::ledger::State;
use crate::protocol::TicketRow;

/// The row at `place`: a link that stays while what it says changes, and an empty one until it is fetched.
pub(super) fn row(place: u32, rows: Rows) -> AnyView {
    let words = &frame().staff_words().tickets;
    let shown = Memo::new(move |_| rows.at_place(place));
    let ticket = Memo::new(move |_| shown.with(|row| row.as_ref().map(|row| row.id)));
    let place_of = move || {
        let stands = f64::from(place) - rows.drum().ahead_rows();
        format!("calc(var(--row) * {stands})")
    };
    let number = u64::from(place) + 1;
    let all = move || u64::from(rows.total.get());
    let entered = Memo::new(move |_| rows.here.get().unwrap_or_else(|| rows.drum().first_in_sight()) == place);
    let stand_here = move |_| rows.roll.cursor.set(Some(Cursor { place, ticket: ticket.get_untracked() }));
    view! {
        <li style:inset-block-start=place_of data-place=place.to_string()
            aria-posinset=number.to_string() aria-setsize=move || all().to_string()>
            <a class="ticket-row" href=move || ticket.get().map(|id| format!("#/desk/ticket/{id}"))
                data-ticket=move || ticket.get().map(|id| id.to_string())
                tabindex=move || if entered.get() { "0" } else { "-1" }
                aria-busy=move || ticket.with(|ticket| ticket.is_none().then_some("true"))
                aria-current=move || ticket.get().is_some_and(|id| rows.at.get() == At::Ticket(id)).then_some("true")
                on:focus=stand_here>
                {move || shown.get().map_or_else(
                    || view! { <span class="sr-only">{words.place(&count(frame().lang(), number), &count(frame().lang(), all()))}</span> }.into_any(),
                    |row| inside(&row),
                )}
            </a>
        </li>
    }
    .into_any()
}

fn inside(row: &TicketRow) -> AnyView {
    let frame = frame();
    let words = &frame.staff_words().tickets;
    let visitor = if row.visitor.is_empty() { words.anonymous.to_owned() } else { row.visitor.clone() };
    let next = row.next.map(|duty| words.next(codes::duty(frame.lang(), duty)));
    let state = crate::app::words::state(frame.lang(), row.state);
    let note = match next {
        _ if row.conflict => {
            Some(view! { <span class="ticket-row-conflict">{icon("warn")}{words.conflict}</span> }.into_any())
        }
        next => next.map(|next| view! { <span class="ticket-row-next">{next}</span> }.into_any()),
    };
    view! {
        <span class="ticket-row-line">
            <span class="ticket-row-subject">{row.subject.clone()}</span>
            <span class="ticket-row-due">
                {match &row.due {
                    Some(due) if row.state != State::Closed => due_badge(due),
                    _ if row.state == State::Closed => {
                        view! { <span class="due" data-state="done">{icon("check")}{state}</span> }.into_any()
                    }
                    _ => view! { <span class="tag">{state}</span> }.into_any(),
                }}
            </span>
        </span>
        <span class="ticket-row-line ticket-row-who">
            <span class="ticket-row-visitor">{visitor}</span>
            <span class="ticket-row-number">{row.number.clone()}</span>
        </span>
        <span class="ticket-row-line">
            {note}
            <span class="ticket-row-thread">{thread_short(&row.thread)}</span>
        </span>
    }
    .into_any()
}
