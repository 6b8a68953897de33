//! The list itself.
//!
//! Rows are keyed by ticket and redraw only what changed inside, so the list keeps its place and the focus its row when
//! something changes here or in another tab.

use leptos::prelude::*;

use super::empties::empty_shelf;
use super::keys::walk;
use super::row::row;
use super::shelves::{search_box, shelves, whose};
use crate::app::desk::page::At;
use crate::app::desk::session::{ROWS, Session, Whose, session};
use crate::app::frame::frame;
use crate::app::link::{Sight, back_office};
use crate::app::parts::{Look, button, heading, icon, skeleton, trouble_panel};
use crate::app::words::count;
use crate::ledger::TicketId;
use crate::office::{DepartmentId, StaffId};
use crate::protocol::{Filter, PersonView, Query, TicketsView};

/// The list for `me`; `at` tells which ticket is open beside it.
pub(in crate::app::desk) fn tickets_page(me: StaffId, at: Memo<At>) -> AnyView {
    let session = session();
    let words = &frame().staff_words().tickets;
    let sight = watch(me, session);
    let list = NodeRef::<leptos::html::Ul>::new();
    let has_rows = Memo::new(move |_| sight.with(|view| view.map(|view| !view.rows.is_empty())));
    let title = move || {
        if at.get() == At::List {
            heading(words.title)
        } else {
            view! { <h2 class="tickets-title">{words.title}</h2> }.into_any()
        }
    };
    view! {
        <div class="tickets stack">
            <div class="spread">
                {title}
                <a class="button" data-kind="main" href="#/desk/new">{icon("plus")}<span>{words.new}</span></a>
            </div>
            {shelves(sight, session)}
            <div class="tickets-tools">{search_box(session)}{whose(session)}</div>
            <p class="tickets-count" role="status">
                {move || sight.with(|view| view.map(|view| words.rows(&count(frame().lang(), view.total.into()))))}
            </p>
            {move || match (has_rows.get(), sight.trouble()) {
                (_, Some(trouble)) => trouble_panel(&trouble, None),
                (None, None) => skeleton(),
                (Some(false), None) => empty_shelf(session),
                (Some(true), None) => rows(sight, at, list),
            }}
            {move || more(sight, session)}
        </div>
    }
    .into_any()
}

fn watch(me: StaffId, session: Session) -> Sight<TicketsView> {
    let office = back_office();
    let people = office.watch::<Vec<PersonView>>(|| Query::People);
    let mine = me.clone();
    let department: Memo<Option<DepartmentId>> = Memo::new(move |_| {
        people.with(|people| people?.iter().find(|person| person.id == mine).map(|person| person.department_id.clone()))
    });
    office.watch_some(move || {
        let whose = session.whose.get();
        let department = if whose == Whose::Department { Some(department.get()?) } else { None };
        Some(Query::Tickets {
            filter: Filter {
                shelf: session.shelf.get(),
                person: (whose == Whose::Mine).then(|| me.clone()),
                department,
                words: session.words.with(|words| words.trim().to_owned()),
                ..Filter::default()
            },
            offset: 0,
            limit: session.shown.get(),
            whereabouts: None,
        })
    })
}

fn rows(sight: Sight<TicketsView>, at: Memo<At>, list: NodeRef<leptos::html::Ul>) -> AnyView {
    let words = &frame().staff_words().tickets;
    let ids = Memo::new(move |_| {
        sight
            .with(|view| view.map(|view| view.rows.iter().map(|row| row.id).collect::<Vec<TicketId>>()))
            .unwrap_or_default()
    });
    view! {
        <p class="sr-only" id="tickets-keys">{words.keys}</p>
        <ul class="tickets-rows" node_ref=list aria-describedby="tickets-keys" on:keydown=move |event| walk(&event, list)>
            <For each=move || ids.get() key=|id| *id let:id>{row(id, sight, at)}</For>
        </ul>
    }
    .into_any()
}

fn more(sight: Sight<TicketsView>, session: Session) -> Option<AnyView> {
    let hidden = sight.with(|view| view.map_or(0, |view| view.total.saturating_sub(session.shown.get())));
    (hidden > 0).then(|| {
        let label = frame().staff_words().tickets.more(&hidden.min(ROWS).to_string());
        button(Look::Plain, &label, move || session.shown.update(|shown| *shown += ROWS))
    })
}
