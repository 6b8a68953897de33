//! The list itself.
//!
//! It shows the part of the list that is in sight, and keeps its place, and the focus its row, when something changes here
//! or in another tab.

use leptos::prelude::*;

use super::drum::Drum;
use super::empties::empty_shelf;
use super::narrowed::narrowing;
use super::roll::{Cursor, Roll};
use super::rows::{Rows, rows, ticket_at};
use super::shelves::{search_box, shelves, whose};
use crate::app::desk::page::At;
use crate::app::desk::session::{Session, Whose, session};
use crate::app::frame::frame;
use crate::app::link::{Sight, back_office};
use crate::app::parts::{heading, icon, skeleton, trouble_panel};
use crate::app::words::count;
use crate::office::{DepartmentId, StaffId};
use crate::protocol::{Filter, PersonView, Query, TicketsView};

/// Rows are fetched in pages of so many, with one before and two behind the one in sight.
const PAGE_ROWS: u32 = 32;
const FETCHED_ROWS: u32 = 4 * PAGE_ROWS;

/// The list for `me`; `at` tells which ticket is open beside it.
pub(in crate::app::desk) fn tickets_page(me: StaffId, at: Memo<At>) -> AnyView {
    let session = session();
    let words = &frame().staff_words().tickets;
    // What is fetched follows from where one is in what was fetched before.
    let fetched = StoredValue::new(None::<Sight<TicketsView>>);
    let total = Memo::new(move |_| fetched.get_value().map_or(0, total_of));
    let standing = standing(fetched, session.roll);
    let sight = watch(me, session, total, standing);
    fetched.set_value(Some(sight));
    let listed = Rows { sight, at, roll: session.roll, total, here: here(sight, standing) };
    let has_rows = Memo::new(move |_| sight.with(|view| view.map(|view| view.total > 0)));
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
            {narrowing(session)}
            <p class="tickets-count" role="status">
                {move || sight.with(|view| view.map(|view| words.rows(&count(frame().lang(), view.total.into()))))}
            </p>
            {move || match (has_rows.get(), sight.trouble()) {
                (_, Some(trouble)) => trouble_panel(&trouble, None),
                (None, None) => skeleton(),
                (Some(false), None) => empty_shelf(session),
                (Some(true), None) => rows(listed),
            }}
        </div>
    }
    .into_any()
}

fn total_of(sight: Sight<TicketsView>) -> u32 {
    sight.with(|view| view.map_or(0, |view| view.total))
}

fn watch(me: StaffId, session: Session, total: Memo<u32>, standing: Memo<Option<Cursor>>) -> Sight<TicketsView> {
    let office = back_office();
    let people = office.watch::<Vec<PersonView>>(|| Query::People);
    let mine = me.clone();
    let department: Memo<Option<DepartmentId>> = Memo::new(move |_| {
        people.with(|people| people?.iter().find(|person| person.id == mine).map(|person| person.department_id.clone()))
    });
    let roll = session.roll;
    let offset = Memo::new(move |_| {
        let first = Drum::new(total.get(), roll.sizes.get()).first_in_sight();
        (first / PAGE_ROWS).saturating_sub(1) * PAGE_ROWS
    });
    let wanted = Memo::new(move |_| standing.get().and_then(|cursor| cursor.ticket));
    office.watch_some(move || {
        let whose = session.whose.get();
        let department = if whose == Whose::Department { Some(department.get()?) } else { None };
        let filter = Filter {
            shelf: session.shelf.get(),
            person: (whose == Whose::Mine).then(|| me.clone()),
            department,
            words: session.words.with(|words| words.trim().to_owned()),
            ..Filter::default()
        };
        Some(Query::Tickets {
            filter: session.narrowed.with(|narrowed| narrowed.onto(filter)),
            offset: offset.get(),
            limit: FETCHED_ROWS,
            whereabouts: wanted.get(),
        })
    })
}

/// Where the keyboard went, with its ticket as soon as that is fetched; the ticket stays, whatever comes to that place later.
fn standing(fetched: StoredValue<Option<Sight<TicketsView>>>, roll: Roll) -> Memo<Option<Cursor>> {
    Memo::new(move |before: Option<&Option<Cursor>>| {
        let Cursor { place, ticket } = roll.cursor.get()?;
        let known = before.copied().flatten().filter(|before| before.place == place).and_then(|before| before.ticket);
        let found = || fetched.get_value().and_then(|sight| sight.with(|view| ticket_at(view, place)));
        Some(Cursor { place, ticket: ticket.or(known).or_else(found) })
    })
}

/// Where the keyboard stands: where its ticket now is; before that is told, at the place that it went to.
fn here(sight: Sight<TicketsView>, standing: Memo<Option<Cursor>>) -> Memo<Option<u32>> {
    Memo::new(move |_| {
        let Cursor { place, ticket } = standing.get()?;
        let placed = sight.with(|view| view.and_then(|view| view.placed));
        placed.filter(|(placed, _)| Some(*placed) == ticket).map(|(_, now)| now).or(Some(place))
    })
}
