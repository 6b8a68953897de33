//! The first screen: what brings you here?

use leptos::html;
use leptos::prelude::*;

use super::{Visit, matters, visit};
use crate::app::frame::frame;
use crate::app::link::{Sight, back_office};
use crate::app::parts::{Look, empty, heading, icon, link_button, skeleton, trouble_panel};
use crate::app::words::{KioskWords, fill, found};
use crate::protocol::{MatterCard, Query};

/// The longest search, in characters.
const SEARCH_LENGTH_MAX: u16 = 40;

/// The first screen.
pub(super) fn start_page() -> AnyView {
    let words = &frame().words().kiosk;
    let visit = visit();
    let cards = back_office()
        .watch::<Vec<MatterCard>>(move || Query::Matters { words: visit.search.with(|words| words.trim().to_owned()) });
    view! {
        <div class="page kiosk-start">
            <div class="kiosk-hero">
                {heading(words.title)}
                <p class="kiosk-lead not-elderly">{words.lead}</p>
                {search(words, visit)}
                <ul class="kiosk-ways">
                    {way("#/kiosk/progress", "clock", words.progress, words.progress_text)}
                    {way("#/kiosk/other", "chat", words.other, words.other_text)}
                </ul>
            </div>
            <section class="kiosk-found" aria-label=words.results>{move || listed(visit, cards)}</section>
        </div>
    }
    .into_any()
}

fn way(address: &'static str, picture: &str, title: &'static str, text: &'static str) -> AnyView {
    view! {
        <li>
            <a class="kiosk-way" href=address>
                {icon(picture)}
                <span class="kiosk-way-words"><strong>{title}</strong><span class="soft small not-elderly">{text}</span></span>
            </a>
        </li>
    }
    .into_any()
}

fn search(words: &'static KioskWords, visit: Visit) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let filled = Memo::new(move |_| visit.search.with(|search| !search.is_empty()));
    let clear = move |_| {
        visit.search.set(String::new());
        if let Some(input) = input.get_untracked()
            && input.focus().is_err()
        {
            leptos::logging::warn!("the search could not take the focus");
        }
    };
    view! {
        <div class="search" role="search" data-filled=move || filled.get().then_some("")>
            {icon("search")}
            <input class="search-input" id="search" type="text" inputmode="search" enterkeyhint="search" autocomplete="off" spellcheck="false"
                maxlength=SEARCH_LENGTH_MAX.to_string() aria-label=words.search_label placeholder=words.search_hint node_ref=input
                prop:value=move || visit.search.get()
                on:input:target=move |event| visit.search.set(event.target().value()) />
            {move || filled.get().then(|| view! {
                <button type="button" class="search-clear" aria-label=words.search_clear on:click=clear>{icon("close")}</button>
            })}
        </div>
    }
    .into_any()
}

/// What was found; without words, the departments, or the matters of one.
fn listed(visit: Visit, cards: Sight<Vec<MatterCard>>) -> AnyView {
    if let Some(trouble) = cards.trouble() {
        return trouble_panel(&trouble, None);
    }
    let searched = visit.search.with(|search| search.trim().to_owned());
    let department = visit.department.get();
    cards.with(|cards| match (cards, searched.is_empty(), department) {
        (None, ..) => skeleton(),
        (Some(cards), true, None) => matters::departments(cards, visit),
        (Some(cards), true, Some(department)) => matters::of_department(cards, &department, visit),
        (Some(cards), false, _) => results(cards, &searched),
    })
}

fn results(cards: &[MatterCard], searched: &str) -> AnyView {
    let frame = frame();
    let words = &frame.words().kiosk;
    let shown = if cards.is_empty() {
        let other = link_button(Look::Plain, words.other, "/kiosk/other");
        empty("question", &fill(words.nothing_title, &[searched]), words.nothing_text, Some(other))
    } else {
        matters::cards(cards)
    };
    view! {
        <p class="kiosk-count soft" role="status">{found(frame.lang(), cards.len())}</p>
        {shown}
    }
    .into_any()
}
