//! The ticket's page. Each part follows its own piece of the view, so that what did not change keeps focus and place.

use leptos::prelude::*;

use super::acting::Acting;
use super::conflict::conflicts;
use super::duties::duties;
use super::head::head;
use super::history::history;
use super::offers::offers;
use super::side::side;
use super::transfers::transfers;
use crate::app::desk::intake::decision_panel;
use crate::app::frame::frame;
use crate::app::link::{Sight, back_office};
use crate::app::parts::{Look, empty, icon, link_button, skeleton, trouble_panel};
use crate::app::route::go;
use crate::ledger::TicketId;
use crate::office::StaffId;
use crate::protocol::{DecisionView, Query, TicketView, Trouble};

/// The ticket `id` as `me` sees it.
pub(in crate::app::desk) fn ticket_page(id: TicketId, me: StaffId) -> AnyView {
    let viewer = me.clone();
    let sight = back_office().watch::<TicketView>(move || Query::Ticket { id, by: Some(viewer.clone()) });
    let acting = Acting::new(id, me, sight);
    let state = Memo::new(move |_| (sight.with(|view| view.is_some()), sight.trouble()));
    let words = &frame().staff_words().ticket;
    view! {
        <article class="page ticket" on:keydown=move |event| leave(&event)>
            <a class="ticket-back" href="#/desk">{icon("back")}<span>{words.back}</span></a>
            {move || match state.get() {
                (_, Some(Trouble::NotFound(_))) => missing(),
                (_, Some(trouble)) => trouble_panel(&trouble, None),
                (true, None) => whole(acting),
                (false, None) => skeleton(),
            }}
            {acting.dialog()}
        </article>
    }
    .into_any()
}

/// Says that there is no such ticket here.
pub(in crate::app::desk) fn missing() -> AnyView {
    let words = frame().staff_words();
    let import = link_button(Look::Plain, words.tickets.import, "/exchange");
    empty("search", words.ticket.missing, words.ticket.missing_hint, Some(import))
}

/// Escape leads back to the list; a dialog keeps its own Escape.
fn leave(event: &web_sys::KeyboardEvent) {
    let in_dialog = document().query_selector("dialog[open]").ok().flatten().is_some();
    if event.key() == "Escape" && !in_dialog {
        go("/desk");
    }
}

fn whole(acting: Acting) -> AnyView {
    let sight = acting.view;
    view! {
        {head(acting)}
        {conflicts(acting)}
        <div class="ticket-columns">
            <div class="ticket-main stack gap-3">
                {duties(acting)}
                {answer(sight)}
                {transfers(acting)}
                {history(sight)}
            </div>
            <div class="ticket-side stack gap-3">
                {side(acting)}
                {decision(sight)}
            </div>
        </div>
        {offers(acting)}
    }
    .into_any()
}

fn answer(sight: Sight<TicketView>) -> AnyView {
    let words = &frame().staff_words().ticket;
    let answer = Memo::new(move |_| sight.with(|view| view.and_then(|view| view.answer.clone())));
    (move || {
        answer.get().map(|text| {
            view! {
                <section class="sheet stack gap-1 ticket-answer">
                    <h2>{words.answer}</h2>
                    <p class="keep-lines">{text}</p>
                </section>
            }
        })
    })
    .into_any()
}

fn decision(sight: Sight<TicketView>) -> AnyView {
    let words = &frame().staff_words().ticket;
    // The duties change with every tick and are drawn elsewhere; the rest of the decision stays.
    let shown = Memo::new(move |_| {
        sight.with(|view| {
            let decision = view?.decision.as_deref()?;
            Some(DecisionView { duties: Vec::new(), ..decision.clone() })
        })
    });
    (move || match shown.get() {
        Some(decision) => view! { <section class="sheet">{decision_panel(&decision, None)}</section> }.into_any(),
        None => view! { <p class="sheet soft">{words.undecided}</p> }.into_any(),
    })
    .into_any()
}
