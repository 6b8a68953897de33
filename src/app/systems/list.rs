//! Every system: browsed by the kind of house, or found by words.

use leptos::prelude::*;

use super::activation::Activation;
use super::card::card;
use crate::app::frame::frame;
use crate::app::link::{Sight, back_office, workshop};
use crate::app::parts::{Look, button, empty, heading, icon, link_button, skeleton, trouble_panel};
use crate::app::words::SystemWords;
use crate::app::words::rules::{Family, family};
use crate::protocol::{Query, SystemCard, SystemTextView};
use crate::workshop::{Ask, FoundSystem};

/// The list.
pub(super) fn list() -> AnyView {
    let frame = frame();
    let words = &frame.rules_words().systems;
    let own = frame.rules_words().drafts.title;
    let systems = back_office().watch::<Vec<SystemCard>>(|| Query::Systems);
    let typed = RwSignal::new(String::new());
    let wanted = Memo::new(move |_| typed.with(|typed| typed.trim().to_owned()));
    let own_texts = own_texts(systems, wanted);
    let found = workshop().watch::<Vec<FoundSystem>>(move || {
        let words = wanted.get();
        (!words.is_empty()).then(|| Ask::Find { words, own: own_texts.get() })
    });
    let activation = Activation::new();
    view! {
        <div class="stack gap-3">
            <div class="stack gap-1 measure">
                {heading(words.title)}
                <p class="soft">{words.lead}</p>
                <div class="buttons">{link_button(Look::Plain, own, "/systems/drafts")}</div>
            </div>
            {finder(words, typed)}
            {move || activation.trouble_outside()}
            {move || match (systems.get(), systems.trouble().or_else(|| found.trouble())) {
                (_, Some(trouble)) => trouble_panel(&trouble, None),
                (None, None) => skeleton(),
                (Some(all), None) if all.is_empty() => empty("scales", words.no_systems, "", None),
                (Some(all), None) if wanted.with(String::is_empty) => browsed(activation, &all),
                (Some(all), None) => matching(activation, &all, found, wanted, typed),
            }}
        </div>
        {activation.dialog()}
    }
    .into_any()
}

fn finder(words: &'static SystemWords, typed: RwSignal<String>) -> AnyView {
    view! {
        <div class="field measure">
            <label class="field-label" for="systems-find">{words.find}</label>
            <p class="field-hint" id="systems-find-hint">{words.find_hint}</p>
            <div class="finder" role="search">
                {icon("search")}
                <input class="input" id="systems-find" type="search" aria-describedby="systems-find-hint" autocomplete="off" maxlength="40"
                    prop:value=move || typed.get() on:input:target=move |event| typed.set(event.target().value()) />
            </div>
        </div>
    }
    .into_any()
}

/// All systems: the one in force first, then by the kind of house.
fn browsed(activation: Activation, all: &[SystemCard]) -> AnyView {
    let lang = frame().lang();
    let words = &frame().rules_words().systems;
    let active: Vec<&SystemCard> = all.iter().filter(|card| card.active).collect();
    let own: Vec<&SystemCard> = all.iter().filter(|card| card.own && !card.active).collect();
    let families = Family::ALL.map(|kind| {
        let cards: Vec<&SystemCard> =
            all.iter().filter(|card| !card.active && !card.own && family(&card.sector) == kind).collect();
        group(activation, kind.name(lang), &cards)
    });
    view! {
        {group(activation, words.active, &active)}
        {group(activation, words.own_group, &own)}
        {families.into_iter().collect_view()}
    }
    .into_any()
}

fn group(activation: Activation, name: &'static str, cards: &[&SystemCard]) -> Option<AnyView> {
    let drawn = cards.iter().map(|shown| view! { <li>{card(activation, shown, None)}</li> }).collect_view();
    let count = cards.len().to_string();
    (!cards.is_empty()).then(|| {
        view! {
            <section class="stack system-group">
                <h2>{name}" "<span class="soft numeric">{count}</span></h2>
                <ul class="grid system-cards">{drawn}</ul>
            </section>
        }
        .into_any()
    })
}

/// The systems that speak of what is wanted, with the clauses that do.
fn matching(
    activation: Activation,
    all: &[SystemCard],
    found: Sight<Vec<FoundSystem>>,
    wanted: Memo<String>,
    typed: RwSignal<String>,
) -> AnyView {
    let words = &frame().rules_words().systems;
    let Some(found) = found.get() else { return skeleton() };
    let own = own_called(all, &wanted.get());
    let unread = own.iter().filter(|called| !found.iter().any(|found| is_same(found, &called.pack, &called.version)));
    let pairs: Vec<(&SystemCard, &FoundSystem)> = unread
        .chain(&found)
        .filter_map(|found| all.iter().find(|card| is_same(found, &card.pack, &card.version)).map(|card| (card, found)))
        .collect();
    if pairs.is_empty() {
        let clear = button(Look::Plain, words.clear, move || typed.set(String::new()));
        return empty("search", &words.find_none(&wanted.get()), words.find_none_hint, Some(clear));
    }
    let count = words.find_found(&pairs.len().to_string());
    let cards = pairs.iter().map(|(shown, found)| view! { <li>{card(activation, shown, Some(found))}</li> });
    let cards = cards.collect_view();
    view! {
        <h2 class="sr-only">{words.find}</h2>
        <p class="soft" role="status">{count}</p>
        <ul class="grid system-cards">{cards}</ul>
    }
    .into_any()
}

/// The texts of one's own systems, as far as they have come; none while nothing is sought.
fn own_texts(systems: Sight<Vec<SystemCard>>, wanted: Memo<String>) -> Memo<Vec<String>> {
    let office = back_office();
    let named = Memo::new(move |_| {
        let is_sought = wanted.with(|wanted| !wanted.is_empty());
        let own = |card: &&SystemCard| card.own && is_sought;
        let name = |card: &SystemCard| (card.pack.clone(), card.version.clone());
        systems.with(|cards| cards.into_iter().flatten().filter(own).map(name).collect::<Vec<_>>())
    });
    let watched = move |_: Option<&Vec<Sight<SystemTextView>>>| {
        let watch = |(pack, version): (String, String)| {
            office.watch(move || Query::SystemText { pack: pack.clone(), version: version.clone() })
        };
        named.get().into_iter().map(watch).collect()
    };
    // Other names are always other texts; handles cannot be compared.
    let texts = Memo::new_with_compare(watched, |_, _| true);
    Memo::new(move |_| texts.with(|texts| texts.iter().filter_map(|text| text.get()).map(|view| view.text).collect()))
}

/// The systems of one's own that are called so: all that is known of them while their texts are on their way, or where they
/// cannot be read.
fn own_called(all: &[SystemCard], words: &str) -> Vec<FoundSystem> {
    let words = words.to_lowercase();
    let called = |card: &&SystemCard| {
        let name = format!("{} {}", card.pack, card.title).to_lowercase();
        card.own && words.split_whitespace().all(|word| name.contains(word))
    };
    let found = all.iter().filter(called).map(|card| FoundSystem {
        pack: card.pack.clone(),
        version: card.version.clone(),
        clauses: Vec::new(),
        count: 0,
    });
    found.collect()
}

fn is_same(found: &FoundSystem, pack: &str, version: &str) -> bool {
    found.pack == pack && found.version == version
}
