//! A system in the list.

use leptos::prelude::*;

use super::activation::{Activation, Planned};
use super::subject::{Subject, Tab};
use crate::app::frame::frame;
use crate::app::parts::{Look, button, icon, link_button};
use crate::app::words::SystemWords;
use crate::app::words::rules::sector;
use crate::protocol::{Command, SystemCard};
use crate::workshop::FoundSystem;

/// A system as a card; with what was found in it, where something was sought.
pub(super) fn card(activation: Activation, card: &SystemCard, found: Option<&FoundSystem>) -> AnyView {
    let words = &frame().rules_words().systems;
    let subject = Subject::of(card);
    let about = (found.is_none() && !card.about.is_empty())
        .then(|| view! { <p class="soft small system-about">{card.about.clone()}</p> });
    let address = format!("#{}", subject.address(Tab::Read));
    view! {
        <article class="sheet stack gap-1 system-card" data-active=card.active.then_some("")>
            {marks(words, card)}
            <h3 class="system-title"><a href=address>{card.title.clone()}</a></h3>
            {about}
            {card.stale.then(|| view! { <p class="small">{words.stale}</p> })}
            {found.map(|found| clauses(card, found))}
            <p class="soft small">{words.clauses(&card.clauses.to_string())}" · "{words.version}" "{card.version.clone()}</p>
            <div class="buttons">
                {link_button(Look::Plain, words.try_it, &subject.address(Tab::Try))}
                {(!card.active && !card.stale).then(|| choose(activation, words, card))}
                {forget(activation, words, card)}
            </div>
        </article>
    }
    .into_any()
}

fn marks(words: &'static SystemWords, card: &SystemCard) -> AnyView {
    let planned =
        card.from.as_ref().map(|from| view! { <span class="tag" data-kind="accent">{words.planned(from)}</span> });
    view! {
        <p class="row gap-1">
            <span class="tag">{card.pack.clone()}</span>
            <span class="tag">{sector(frame().lang(), &card.sector)}</span>
            {card.own.then(|| view! { <span class="tag" data-kind="accent">{words.own}</span> })}
            {planned}
            {card.active.then(|| view! { <span class="system-active">{icon("check")}{words.active}</span> })}
        </p>
    }
    .into_any()
}

/// Puts it in force; where that is planned, takes the plan back.
fn choose(activation: Activation, words: &'static SystemWords, card: &SystemCard) -> AnyView {
    if let Some(from) = card.from.clone() {
        return button(Look::Quiet, words.unplan, move || {
            activation.order(Command::CancelActivation { from: from.clone() }, words.unplanned.to_owned());
        });
    }
    let planned = Planned::of(card);
    button(Look::Quiet, words.choose, move || activation.ask(planned.clone()))
}

/// Takes a system of one's own off this device.
fn forget(activation: Activation, words: &'static SystemWords, card: &SystemCard) -> Option<AnyView> {
    let (pack, version) = (card.pack.clone(), card.version.clone());
    let is_idle = card.own && !card.active && card.from.is_none();
    is_idle.then(|| {
        button(Look::Quiet, words.forget, move || {
            let command = Command::ForgetSystem { pack: pack.clone(), version: version.clone() };
            activation.order(command, words.forgotten.to_owned());
        })
    })
}

/// The clauses that speak of what was sought.
fn clauses(card: &SystemCard, found: &FoundSystem) -> Option<AnyView> {
    let words = &frame().rules_words().systems;
    let subject = Subject::of(card);
    let lines = found.clauses.iter().map(|clause| {
        let address = format!("#{}", subject.clause_address(clause.clause.as_str()));
        view! { <li><a href=address>{words.clause(clause.clause.as_str())}</a>" "<span class="small">{clause.gist.clone()}</span></li> }
    });
    let lines = lines.collect_view();
    let more = (found.count as usize > found.clauses.len() && !found.clauses.is_empty())
        .then(|| view! { <li class="soft small">{words.more_clauses(&found.count.to_string())}</li> });
    (!found.clauses.is_empty()).then(|| view! { <ul class="system-found">{lines}{more}</ul> }.into_any())
}
