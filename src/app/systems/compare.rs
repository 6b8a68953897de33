//! Two systems beside each other.

use leptos::prelude::*;

use super::subject::{Subject, Tab};
use crate::app::frame::frame;
use crate::app::link::{back_office, workshop};
use crate::app::parts::{clause_chip, empty, skeleton, tick, trouble_panel};
use crate::app::route::go;
use crate::app::words::SystemWords;
use crate::app::words::desk::codes;
use crate::protocol::{ClauseChip, Query, SystemCard};
use crate::workshop::{Ask, Aspect, Comparison, Contrast, Head, Saying, Sound, System};

/// The page: the choice of the other system, and both side by side.
pub(super) fn compare(subject: &Subject, other: Memo<Option<String>>) -> AnyView {
    let words = &frame().rules_words().systems;
    let system = subject.system();
    let comparison = workshop().watch::<Sound<Comparison>>(move || {
        Some(Ask::Compare { one: system.get()?, other: System::Shipped(other.get()?) })
    });
    let only = RwSignal::new(false);
    let body = move || match (other.get(), comparison.trouble(), comparison.get()) {
        (None, ..) => empty("scales", words.compare_wait, "", None),
        (_, Some(trouble), _) => trouble_panel(&trouble, None),
        (_, _, Some(Ok(both))) => columns(words, &both, only),
        _ => skeleton(),
    };
    view! {
        <div class="stack gap-3">
            <p class="soft measure">{words.compare_lead}</p>
            <div class="compare-choice">
                {picker(subject, words, other)}
                {tick(words.only_differences, move || only.get(), move |on| only.set(on))}
            </div>
            {body}
        </div>
    }
    .into_any()
}

fn picker(subject: &Subject, words: &'static SystemWords, other: Memo<Option<String>>) -> AnyView {
    let cards = back_office().watch::<Vec<SystemCard>>(|| Query::Systems);
    let address = subject.address(Tab::Compare);
    let this = match subject {
        Subject::Shipped(id) => id.clone(),
        Subject::Draft(_) => String::new(),
    };
    let options = move || {
        let chosen = other.get();
        let cards = cards.get().unwrap_or_default().into_iter().filter(|card| card.pack != this);
        let options = cards.map(|card| {
            let selected = chosen.as_ref() == Some(&card.pack);
            view! { <option value=card.pack.clone() selected=selected>{format!("{} {}", card.pack, card.title)}</option> }
        });
        options.collect_view()
    };
    view! {
        <div class="field">
            <label class="field-label" for="compare-with">{words.compare_with}</label>
            <select class="input" id="compare-with" on:change:target=move |event| {
                let value = event.target().value();
                if !value.is_empty() {
                    go(&format!("{address}/{value}"));
                }
            }>
                <option value="" selected=move || other.with(Option::is_none)>{words.compare_pick}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

fn columns(words: &'static SystemWords, both: &Comparison, only: RwSignal<bool>) -> AnyView {
    let [one, other] = &both.heads;
    let named = |head: &Head| {
        let address = format!("#/systems/{}", head.pack);
        view! { <p class="compare-name"><span class="tag">{head.pack.clone()}</span><a href=address>{head.title.clone()}</a></p> }
    };
    let heads = both.heads.clone();
    let rows = both.rows.clone();
    let drawn = move || {
        let shown = rows.iter().filter(|row| !(row.same && only.get()));
        let shown = shown.filter(|row| !row.sides.iter().all(Vec::is_empty));
        shown.map(|row| contrast(words, &heads, row)).collect_view()
    };
    view! {
        <div class="compare stack gap-3">
            <div class="compare-heads">{named(one)}{named(other)}</div>
            {drawn}
        </div>
    }
    .into_any()
}

fn contrast(words: &'static SystemWords, heads: &[Head; 2], row: &Contrast) -> AnyView {
    let lang = frame().lang();
    let title = match row.about {
        Aspect::Owner => words.about_owner.to_owned(),
        Aspect::Route(scope) => words.route(codes::scope(lang, scope)),
        Aspect::Limits => words.about_limits.to_owned(),
        Aspect::Forms => words.about_forms.to_owned(),
        Aspect::Barred => words.about_barred.to_owned(),
        Aspect::Sanctions => words.about_sanctions.to_owned(),
    };
    let sides = heads.iter().zip(&row.sides).map(|(head, side)| column(words, head, side)).collect_view();
    view! {
        <section class="sheet stack compare-row">
            <div class="row gap-1">
                <h2>{title}</h2>
                {row.same.then(|| view! { <span class="tag" data-kind="accent">{words.same}</span> })}
            </div>
            <div class="compare-sides">{sides}</div>
        </section>
    }
    .into_any()
}

fn column(words: &'static SystemWords, head: &Head, side: &[Saying]) -> AnyView {
    let lines = side.iter().map(|saying| {
        let chips = saying
            .clauses
            .iter()
            .map(|clause| clause_chip(&ClauseChip { pack: head.pack.clone(), clause: *clause, gist: String::new() }));
        view! { <li>{saying.words.clone()}" "<span class="chips">{chips.collect_view()}</span></li> }
    });
    let lines = lines.collect_view();
    let body = if side.is_empty() {
        view! { <p class="soft">{words.says_nothing}</p> }.into_any()
    } else {
        view! { <ul class="compare-lines">{lines}</ul> }.into_any()
    };
    view! {
        <div class="compare-side">
            <p class="compare-side-name"><span class="tag">{head.pack.clone()}</span><span class="soft small">{head.title.clone()}</span></p>
            {body}
        </div>
    }
    .into_any()
}
