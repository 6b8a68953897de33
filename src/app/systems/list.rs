//! Every system, and the one in force.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::frame::{Frame, frame};
use crate::app::link::{BackOffice, back_office};
use crate::app::parts::{Look, button, dialog, empty, heading, icon, link_button, skeleton, trouble_panel};
use crate::app::words::SystemWords;
use crate::protocol::{Command, Query, SystemCard, Trouble};

#[derive(Clone, Copy)]
struct Choosing {
    frame: Frame,
    office: BackOffice,
    /// The system that someone is about to put in force.
    choice: RwSignal<Option<SystemCard>>,
    trouble: RwSignal<Option<Trouble>>,
    busy: RwSignal<bool>,
}

/// The list.
pub(super) fn list() -> AnyView {
    let frame = frame();
    let words = &frame.staff_words().systems;
    let office = back_office();
    let systems = office.watch::<Vec<SystemCard>>(|| Query::Systems);
    let choosing = Choosing {
        frame,
        office,
        choice: RwSignal::new(None),
        trouble: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    view! {
        <div class="stack gap-3">
            <div class="stack gap-1 measure">
                {heading(words.title)}
                <p class="soft">{words.lead}</p>
            </div>
            {move || match (systems.get(), systems.trouble()) {
                (_, Some(trouble)) => trouble_panel(&trouble, None),
                (None, None) => skeleton(),
                (Some(all), None) if all.is_empty() => empty("scales", words.no_systems, "", None),
                (Some(all), None) => cards(choosing, words, &all),
            }}
        </div>
        {confirm(choosing, words)}
    }
    .into_any()
}

fn cards(choosing: Choosing, words: &'static SystemWords, all: &[SystemCard]) -> AnyView {
    let cards = all.iter().map(|card| view! { <li>{draw(choosing, words, card)}</li> }).collect_view();
    view! { <ul class="grid system-cards">{cards}</ul> }.into_any()
}

fn draw(choosing: Choosing, words: &'static SystemWords, card: &SystemCard) -> AnyView {
    let chosen = card.clone();
    let choose = (!card.active).then(|| {
        button(Look::Plain, words.choose, move || {
            choosing.trouble.set(None);
            choosing.choice.set(Some(chosen.clone()));
        })
    });
    view! {
        <article class="sheet stack system-card" data-active=card.active.then_some("")>
            <p class="row gap-1">
                <span class="tag">{card.pack.clone()}</span>
                <span class="tag">{sector(words, &card.sector)}</span>
                {card.active.then(|| view! { <span class="system-active">{icon("check")}{words.active}</span> })}
            </p>
            <h2 class="system-title">{card.title.clone()}</h2>
            {(!card.about.is_empty()).then(|| view! { <p>{card.about.clone()}</p> })}
            <p class="soft small">{words.clauses(&card.clauses.to_string())}" · "{words.version}" "{card.version.clone()}</p>
            <div class="buttons">
                {link_button(Look::Plain, words.read, &format!("/systems/{}", card.pack))}
                {choose}
            </div>
        </article>
    }
    .into_any()
}

fn confirm(choosing: Choosing, words: &'static SystemWords) -> AnyView {
    let title =
        Signal::derive(move || choosing.choice.with(|card| card.as_ref().map(|_| words.choose_title.to_owned())));
    let body = move || {
        let card = choosing.choice.get_untracked();
        view! {
            <div class="dialog-body">
                <p class="system-title">{card.map(|card| card.title)}</p>
                <p>{words.choose_hint}</p>
                {move || choosing.trouble.get().map(|trouble| trouble_panel(&trouble, None))}
            </div>
            <div class="dialog-foot">
                <button type="button" class="button" data-kind="main" aria-busy=move || choosing.busy.get().to_string()
                    on:click=move |_| put_in_force(choosing)>
                    {words.choose}
                </button>
                {button(Look::Quiet, words.cancel, move || choosing.choice.set(None))}
            </div>
        }
        .into_any()
    };
    dialog("system-dialog", title, body, move || choosing.choice.set(None))
}

fn put_in_force(choosing: Choosing) {
    let Some(card) = choosing.choice.get_untracked() else { return };
    if choosing.busy.get_untracked() {
        return;
    }
    choosing.busy.set(true);
    spawn_local(async move {
        let done = choosing.office.act(Command::ChooseSystem { pack: card.pack }).await;
        choosing.busy.set(false);
        match done {
            Ok(_) => {
                choosing.choice.set(None);
                choosing.frame.announce(choosing.frame.staff_words().systems.now_under(&card.title));
            }
            Err(trouble) => choosing.trouble.set(Some(trouble)),
        }
    });
}

/// For what kind of institution a system is.
pub(super) fn sector(words: &SystemWords, code: &str) -> String {
    match code {
        "property" => words.sector_property.to_owned(),
        "service_centre" => words.sector_service_centre.to_owned(),
        "company" => words.sector_company.to_owned(),
        "general" => words.sector_general.to_owned(),
        "unit" => words.sector_unit.to_owned(),
        other => other.to_owned(),
    }
}
