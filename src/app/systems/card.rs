//! A system in the list, and putting it in force.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::frame::{Frame, frame};
use crate::app::link::{BackOffice, back_office};
use crate::app::parts::{Look, button, dialog, icon, link_button, trouble_panel};
use crate::app::words::rules::sector;
use crate::protocol::{Command, SystemCard, Trouble};
use crate::workshop::FoundSystem;

/// Choosing the system in force.
#[derive(Clone, Copy)]
pub(super) struct Choosing {
    frame: Frame,
    office: BackOffice,
    /// The system that someone is about to put in force.
    choice: RwSignal<Option<SystemCard>>,
    trouble: RwSignal<Option<Trouble>>,
    busy: RwSignal<bool>,
}

impl Choosing {
    /// Nothing is chosen yet.
    pub(super) fn new() -> Self {
        Self {
            frame: frame(),
            office: back_office(),
            choice: RwSignal::new(None),
            trouble: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    fn put_in_force(self) {
        let Some(card) = self.choice.get_untracked() else { return };
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let done = self.office.carry_out(Command::ChooseSystem { pack: card.pack }).await;
            self.busy.set(false);
            match done {
                Ok(()) => {
                    self.choice.set(None);
                    self.frame.announce(self.frame.rules_words().systems.now_under(&card.title));
                }
                Err(trouble) => self.trouble.set(Some(trouble)),
            }
        });
    }
}

/// A system as a card; with what was found in it, where something was sought.
pub(super) fn card(choosing: Choosing, card: &SystemCard, found: Option<&FoundSystem>) -> AnyView {
    let lang = choosing.frame.lang();
    let words = &choosing.frame.rules_words().systems;
    let chosen = card.clone();
    let choose = (!card.active).then(|| {
        button(Look::Quiet, words.choose, move || {
            choosing.trouble.set(None);
            choosing.choice.set(Some(chosen.clone()));
        })
    });
    let about = (found.is_none() && !card.about.is_empty())
        .then(|| view! { <p class="soft small system-about">{card.about.clone()}</p> });
    let address = format!("/systems/{}", card.pack);
    view! {
        <article class="sheet stack gap-1 system-card" data-active=card.active.then_some("")>
            <p class="row gap-1">
                <span class="tag">{card.pack.clone()}</span>
                <span class="tag">{sector(lang, &card.sector)}</span>
                {card.active.then(|| view! { <span class="system-active">{icon("check")}{words.active}</span> })}
            </p>
            <h3 class="system-title"><a href=format!("#{address}")>{card.title.clone()}</a></h3>
            {about}
            {found.map(|found| clauses(card, found))}
            <p class="soft small">{words.clauses(&card.clauses.to_string())}" · "{words.version}" "{card.version.clone()}</p>
            <div class="buttons">
                {link_button(Look::Plain, words.try_it, &format!("{address}/try"))}
                {choose}
            </div>
        </article>
    }
    .into_any()
}

/// The clauses that speak of what was sought.
fn clauses(card: &SystemCard, found: &FoundSystem) -> Option<AnyView> {
    let words = &frame().rules_words().systems;
    let lines = found.clauses.iter().map(|clause| {
        let address = format!("#/systems/{}/{}", card.pack, clause.clause);
        view! { <li><a href=address>{words.clause(clause.clause.as_str())}</a>" "<span class="small">{clause.gist.clone()}</span></li> }
    });
    let lines = lines.collect_view();
    let more = (found.count as usize > found.clauses.len() && !found.clauses.is_empty())
        .then(|| view! { <li class="soft small">{words.more_clauses(&found.count.to_string())}</li> });
    (!found.clauses.is_empty()).then(|| view! { <ul class="system-found">{lines}{more}</ul> }.into_any())
}

/// The dialog that asks before a system is put in force.
pub(super) fn confirm(choosing: Choosing) -> AnyView {
    let words = &choosing.frame.rules_words().systems;
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
                    on:click=move |_| choosing.put_in_force()>
                    {words.choose}
                </button>
                {button(Look::Quiet, words.cancel, move || choosing.choice.set(None))}
            </div>
        }
        .into_any()
    };
    dialog("system-dialog", title, body, move || choosing.choice.set(None))
}
