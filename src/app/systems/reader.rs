//! One system, clause by clause.

use leptos::prelude::*;

use super::list::sector;
use crate::app::frame::frame;
use crate::app::link::{Sight, back_office};
use crate::app::parts::{Look, button, empty, heading, icon, skeleton, trouble_panel};
use crate::app::words::SystemWords;
use crate::protocol::{ClauseView, Query, SystemView};

/// The system `pack`; the clause in the address is brought into sight.
pub(super) fn reader(pack: String, clause: Memo<Option<String>>) -> AnyView {
    let words = &frame().staff_words().systems;
    let system = back_office().watch::<SystemView>(move || Query::System(pack.clone()));
    let state = Memo::new(move |_| (system.with(|view| view.is_some()), system.trouble()));
    view! {
        <a class="ticket-back" href="#/systems">{icon("back")}<span>{words.back}</span></a>
        {move || match state.get() {
            (_, Some(trouble)) => trouble_panel(&trouble, None),
            (true, None) => whole(system, clause, words),
            (false, None) => skeleton(),
        }}
    }
    .into_any()
}

fn whole(system: Sight<SystemView>, clause: Memo<Option<String>>, words: &'static SystemWords) -> AnyView {
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| typed.with(|typed| matching(system, typed)));
    Effect::new(move |_| {
        if let Some(clause) = clause.get() {
            request_animation_frame(move || show(&clause));
        }
    });
    let head = move || system.with(|view| view.map(|view| title(view, words)));
    view! {
        <div class="stack gap-3 measure">
            {head}
            <div class="finder" role="search">
                {icon("search")}
                <input class="input" type="search" aria-label=words.search placeholder=words.search autocomplete="off" maxlength="40"
                    prop:value=move || typed.get() on:input:target=move |event| typed.set(event.target().value()) />
            </div>
            <p class="sr-only" role="status">
                {move || typed.with(|typed| !typed.is_empty()).then(|| words.found(&found.with(Vec::len).to_string()))}
            </p>
            {move || if found.with(Vec::is_empty) {
                let clear = button(Look::Plain, words.clear, move || typed.set(String::new()));
                empty("search", &words.none(&typed.get()), words.none_hint, Some(clear))
            } else {
                let clauses = found.get().iter().map(|view| article(view, words, clause)).collect_view();
                view! { <ol class="clauses">{clauses}</ol> }.into_any()
            }}
        </div>
    }
    .into_any()
}

fn title(view: &SystemView, words: &SystemWords) -> AnyView {
    let card = &view.card;
    view! {
        <div class="stack gap-1">
            {heading(&card.title)}
            <p class="row gap-1">
                <span class="tag">{card.pack.clone()}</span>
                <span class="tag">{sector(words, &card.sector)}</span>
                {card.active.then(|| view! { <span class="system-active">{icon("check")}{words.active}</span> })}
            </p>
            <p class="soft small">
                {words.source}" "{view.source.clone()}" · "{words.version}" "{card.version.clone()}" · "
                {words.clauses(&view.clauses.len().to_string())}
            </p>
        </div>
    }
    .into_any()
}

/// The clauses whose number starts so or whose gist contains the words.
fn matching(system: Sight<SystemView>, typed: &str) -> Vec<ClauseView> {
    let typed = typed.trim().to_lowercase();
    system.with(|view| {
        let clauses = view.map(|view| view.clauses.as_slice()).unwrap_or_default().iter();
        let fits = |clause: &&ClauseView| {
            clause.chip.gist.to_lowercase().contains(&typed) || clause.chip.clause.as_str().starts_with(&typed)
        };
        clauses.filter(fits).cloned().collect()
    })
}

fn article(view: &ClauseView, words: &SystemWords, shown: Memo<Option<String>>) -> AnyView {
    let number = view.chip.clause.to_string();
    let this = number.clone();
    let current = move || shown.with(|shown| shown.as_ref() == Some(&this)).then_some("true");
    let state = match &view.unformalised {
        Some(why) => view! { <p class="clause-plain">{words.unformalised}{why.clone()}</p> }.into_any(),
        None => view! { <p class="clause-rule">{icon("check")}{words.formalised}</p> }.into_any(),
    };
    let depth = number.matches('.').count().min(3).to_string();
    view! {
        <li class="clause" id=format!("clause-{number}") aria-current=current data-depth=depth tabindex="-1">
            <p class="clause-number">{words.clause(&number)}</p>
            <div class="stack gap-1">
                <p>{view.chip.gist.clone()}</p>
                {state}
            </div>
        </li>
    }
    .into_any()
}

fn show(clause: &str) {
    if let Some(element) = document().get_element_by_id(&format!("clause-{clause}")) {
        element.scroll_into_view();
    }
}
