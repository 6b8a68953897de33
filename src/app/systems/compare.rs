//! Two systems beside each other.

use leptos::prelude::*;

use super::subject::{Subject, Tab};
use crate::app::frame::frame;
use crate::app::link::{back_office, workshop};
use crate::app::parts::{Tone, empty, notice, skeleton, tick, trouble_panel};
use crate::app::route::go;
use crate::app::words::SystemWords;
use crate::app::words::desk::codes;
use crate::protocol::{Query, SystemCard};
use crate::workshop::{Ask, Aspect, Comparison, Contrast, Head, Saying, Sound};

/// The page: the choice of the other system, and both side by side.
pub(super) fn compare(subject: &Subject, other: Memo<Option<String>>) -> AnyView {
    let words = &frame().rules_words().systems;
    let only = RwSignal::new(false);
    let this = StoredValue::new(subject.clone());
    let body = move || {
        let Some(part) = other.get() else { return empty("scales", words.compare_wait, "", None) };
        untrack(|| side_by_side(words, [this.get_value(), Subject::named(&part)], only))
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

fn side_by_side(words: &'static SystemWords, subjects: [Subject; 2], only: RwSignal<bool>) -> AnyView {
    let [one, other] = subjects.each_ref().map(Subject::system);
    let missing = subjects.each_ref().map(Subject::trouble);
    let comparison =
        workshop().watch::<Sound<Comparison>>(move || Some(Ask::Compare { one: one.get()?, other: other.get()? }));
    let trouble = move || missing.iter().find_map(|trouble| trouble.get()).or_else(|| comparison.trouble());
    let drawn = move || match (trouble(), comparison.get()) {
        (Some(trouble), _) => trouble_panel(&trouble, None),
        (None, Some(Ok(both))) => columns(words, &subjects, &both, only),
        (None, Some(Err(_))) => notice(Tone::Wrong, words.unsound, "", None),
        (None, None) => skeleton(),
    };
    drawn.into_any()
}

fn picker(subject: &Subject, words: &'static SystemWords, other: Memo<Option<String>>) -> AnyView {
    let cards = back_office().watch::<Vec<SystemCard>>(|| Query::Systems);
    let address = subject.address(Tab::Compare);
    let this = subject.part();
    let options = move || {
        let chosen = other.get();
        let parts = cards.get().unwrap_or_default().into_iter().map(|card| (Subject::of(&card).part(), card));
        let options = parts.filter(|(part, _)| *part != this).map(|(part, card)| {
            let selected = chosen.as_ref() == Some(&part);
            let label = format!("{} {}", card.pack, card.title);
            view! { <option value=part selected=selected>{label}</option> }
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

fn columns(words: &'static SystemWords, subjects: &[Subject; 2], both: &Comparison, only: RwSignal<bool>) -> AnyView {
    let named = |(subject, head): (&Subject, &Head)| {
        let address = format!("#{}", subject.address(Tab::Read));
        view! { <p class="compare-name"><span class="tag">{head.pack.clone()}</span><a href=address>{head.title.clone()}</a></p> }
    };
    let names = subjects.iter().zip(&both.heads).map(named).collect_view();
    let subjects = subjects.clone();
    let heads = both.heads.clone();
    let rows = both.rows.clone();
    let drawn = move || {
        let shown = rows.iter().filter(|row| !(row.same && only.get()));
        let shown = shown.filter(|row| !row.sides.iter().all(Vec::is_empty));
        shown.map(|row| contrast(words, &subjects, &heads, row)).collect_view()
    };
    view! {
        <div class="compare stack gap-3">
            <div class="compare-heads">{names}</div>
            {drawn}
        </div>
    }
    .into_any()
}

fn contrast(words: &'static SystemWords, subjects: &[Subject; 2], heads: &[Head; 2], row: &Contrast) -> AnyView {
    let lang = frame().lang();
    let title = match row.about {
        Aspect::Owner => words.about_owner.to_owned(),
        Aspect::Route(scope) => words.route(codes::scope(lang, scope)),
        Aspect::Limits => words.about_limits.to_owned(),
        Aspect::Forms => words.about_forms.to_owned(),
        Aspect::Barred => words.about_barred.to_owned(),
        Aspect::Sanctions => words.about_sanctions.to_owned(),
    };
    let sides = subjects.iter().zip(heads).zip(&row.sides);
    let sides = sides.map(|((subject, head), side)| column(words, subject, head, side)).collect_view();
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

fn column(words: &'static SystemWords, subject: &Subject, head: &Head, side: &[Saying]) -> AnyView {
    let lines = side.iter().map(|saying| {
        let links = saying.clauses.iter().map(|clause| {
            let address = format!("#{}", subject.clause_address(clause.as_str()));
            view! { <a class="chip" href=address>{words.clause(clause.as_str())}</a> }
        });
        view! { <li>{saying.words.clone()}" "<span class="chips">{links.collect_view()}</span></li> }
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
