//! One ticket in the list.

use leptos::prelude::*;

use crate::app::desk::page::At;
use crate::app::frame::frame;
use crate::app::link::Sight;
use crate::app::parts::{due_badge, icon, thread_short};
use crate::app::words::desk::codes;
use crate::ledger::{State, TicketId};
use crate::protocol::{TicketRow, TicketsView};

/// The row of ticket `id`: a link that stays while what it says changes.
pub(super) fn row(id: TicketId, sight: Sight<TicketsView>, at: Memo<At>) -> AnyView {
    let shown = Memo::new(move |_| sight.with(|view| view?.rows.iter().find(|row| row.id == id).cloned()));
    view! {
        <li>
            <a class="ticket-row" href=format!("#/desk/ticket/{id}") data-ticket=id.to_string()
                aria-current=move || (at.get() == At::Ticket(id)).then_some("true")>
                {move || shown.get().map(|row| inside(&row))}
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
    view! {
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
        <span class="ticket-row-who"><span>{visitor}</span><span class="ticket-row-number">{row.number.clone()}</span></span>
        {row.conflict.then(|| view! { <span class="ticket-row-conflict">{icon("warn")}{words.conflict}</span> })}
        {next.map(|next| view! { <span class="ticket-row-next">{next}</span> })}
        <span class="ticket-row-thread">{thread_short(&row.thread)}</span>
    }
    .into_any()
}
