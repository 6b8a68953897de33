//! Above the list: shelves with their counts, whose tickets, and what to look for.

use leptos::prelude::*;

use crate::app::desk::session::{Session, Whose};
use crate::app::frame::frame;
use crate::app::link::Sight;
use crate::app::parts::icon;
use crate::app::words::{TicketsWords, count};
use crate::protocol::{Shelf, TicketsView};

const SHELVES: [Shelf; 5] = [Shelf::Open, Shelf::Incoming, Shelf::Late, Shelf::Closed, Shelf::All];

fn name(words: &TicketsWords, shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Open => words.open,
        Shelf::Incoming => words.incoming,
        Shelf::Late => words.late,
        Shelf::Closed => words.closed,
        Shelf::All => words.all,
    }
}

/// The shelves, each with how many lie on it.
pub(super) fn shelves(sight: Sight<TicketsView>, session: Session) -> AnyView {
    let words = &frame().staff_words().tickets;
    let counts = Memo::new(move |_| sight.with(|view| view.map(|view| view.shelves)));
    let buttons = SHELVES.into_iter().enumerate().map(|(place, shelf)| {
        let number = move || counts.with(|counts| counts.as_ref().and_then(|counts| counts.get(place).copied()));
        let pressing = move || shelf == Shelf::Late && number().is_some_and(|number| number > 0);
        view! {
            <button type="button" class="shelf" aria-pressed=move || (session.shelf.get() == shelf).to_string()
                data-pressing=move || pressing().then_some("") on:click=move |_| session.open_shelf(shelf)>
                <span>{name(words, shelf)}</span>
                <span class="shelf-count">{move || number().map(|number| count(frame().lang(), number.into()))}</span>
            </button>
        }
    }).collect_view();
    view! { <div class="shelves" role="group" aria-label=words.shelves>{buttons}</div> }.into_any()
}

/// Whose tickets are shown.
pub(super) fn whose(session: Session) -> AnyView {
    let words = &frame().staff_words().tickets;
    let buttons = Whose::ALL
        .into_iter()
        .zip([words.mine, words.department, words.everyone])
        .map(|(choice, label)| {
            view! {
                <button type="button" aria-pressed=move || (session.whose.get() == choice).to_string()
                    on:click=move |_| { session.whose.set(choice); session.roll.rewind(); }>
                    {label}
                </button>
            }
        })
        .collect_view();
    view! { <div class="choice" role="group" aria-label=words.whose>{buttons}</div> }.into_any()
}

/// What to look for.
pub(super) fn search_box(session: Session) -> AnyView {
    let words = &frame().staff_words().tickets;
    let typed = session.words;
    view! {
        <div class="finder" role="search">
            {icon("search")}
            <input class="input" type="search" aria-label=words.search placeholder=words.search maxlength="60" autocomplete="off"
                spellcheck="false" prop:value=move || typed.get()
                on:input:target=move |event| { typed.set(event.target().value()); session.roll.rewind(); }
                on:keydown=move |event| session.roll.enter(&event) />
            {move || typed.with(|typed| !typed.is_empty()).then(|| view! {
                <button type="button" class="finder-clear" aria-label=words.clear on:click=move |_| typed.set(String::new())>
                    {icon("close")}
                </button>
            })}
        </div>
    }
    .into_any()
}
