//! The desk's page: who am I first, then list, ticket and intake.

use leptos::prelude::*;

use super::intake::intake_page;
use super::paper::printer;
use super::session::{Session, session};
use super::ticket::ticket_page;
use super::tickets::{nothing_open, tickets_page};
use super::who::who_page;
use crate::app::link::back_office;
use crate::ledger::TicketId;
use crate::office::StaffId;
use crate::protocol::{PersonView, Query};

/// Where at the desk the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// `#/desk`: the list.
    List,
    /// `#/desk/new`: taking a matter in.
    New,
    /// `#/desk/ticket/…`: one ticket.
    Ticket(TicketId),
    /// An address that names nothing here.
    Lost,
}

impl At {
    fn of(path: &[String]) -> Self {
        let steps: Vec<&str> = path.iter().map(String::as_str).collect();
        match steps.as_slice() {
            [] => Self::List,
            ["new"] => Self::New,
            ["ticket", id] => id.parse().map_or(Self::Lost, Self::Ticket),
            _ => Self::Lost,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::New => "new",
            Self::Ticket(_) | Self::Lost => "ticket",
        }
    }
}

/// The desk at the address `path` (after `#/desk`).
pub(crate) fn desk_page(path: Signal<Vec<String>>) -> AnyView {
    let session = session();
    seated_page(move |me| seated(me, path, session))
}

/// A page for whoever sits at the desk: where nobody does, they say first who they are.
pub(crate) fn seated_page(draw: impl Fn(&StaffId) -> AnyView + Send + 'static) -> AnyView {
    let session = session();
    let people = back_office().watch::<Vec<PersonView>>(|| Query::People);
    let me = Memo::new(move |_| {
        let me = session.me().filter(|_| !session.choosing.get())?;
        let gone = people.with(|people| people.is_some_and(|people| !people.iter().any(|person| person.id == me)));
        (!gone).then_some(me)
    });
    view! {
        {move || {
            let me = me.get();
            untrack(|| match &me {
                None => who_page(people),
                Some(me) => draw(me),
            })
        }}
        {printer()}
    }
    .into_any()
}

fn seated(me: &StaffId, path: Signal<Vec<String>>, session: Session) -> AnyView {
    let at = Memo::new(move |_| path.with(|path| At::of(path)));
    let me = StoredValue::new(me.clone());
    keep_place(at, session);
    view! {
        <div class="desk" data-at=move || at.get().name()>
            <div class="desk-list">{tickets_page(me.get_value(), at)}</div>
            <div class="desk-main">
                {move || {
                    let at = at.get();
                    untrack(|| match at {
                        At::List => nothing_open(),
                        At::New => intake_page(me.get_value()),
                        At::Ticket(id) => ticket_page(id, me.get_value()),
                        At::Lost => super::ticket::missing(),
                    })
                }}
            </div>
        </div>
    }
    .into_any()
}

/// On a narrow screen the list leaves while a ticket is open: coming back, the focus returns to the row.
fn keep_place(at: Memo<At>, session: Session) {
    Effect::new(move |before: Option<At>| {
        let now = at.get();
        match now {
            At::Ticket(id) => session.last_open.set(Some(id)),
            At::List if before.is_some() => {
                session.roll.come_back(session.last_open.get_untracked());
            }
            At::List | At::New | At::Lost => {}
        }
        now
    });
}
