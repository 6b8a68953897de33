//! What the pages of a system share: who it is, the way to its other pages, and what is said while it cannot be shown.

use leptos::prelude::*;

use super::cases::cases;
use super::compare::compare;
use super::drafts::{draft_missing, open_drafts};
use super::reader::reader;
use super::subject::{Subject, Tab};
use super::trial::trial;
use crate::app::frame::frame;
use crate::app::link::{Sight, back_office, workshop};
use crate::app::parts::{Look, button, heading, icon, skeleton, trouble_instead};
use crate::app::route::go;
use crate::app::words::SystemWords;
use crate::app::words::rules::sector;
use crate::protocol::{Query, SystemCard};
use crate::workshop::{Ask, Head, ProblemView, Reading, Sound, System};

/// The rest of the address.
#[derive(Clone, Copy)]
pub(super) struct Where {
    /// The clause to be shown.
    pub(super) clause: Memo<Option<String>>,
    /// The system to compare with.
    pub(super) other: Memo<Option<String>>,
}

impl Where {
    /// Reads the address behind the parts that lead to the system: a clause, or a page and then a system.
    pub(super) fn after(path: Signal<Vec<String>>, taken: usize) -> Self {
        let part = move |at: usize| path.with(|path| path.get(at).cloned());
        let clause = Memo::new(move |_| {
            let named = part(taken);
            // A draft's clause stands behind the name of the page on which it is read.
            if named.as_deref() == Some(Tab::Read.name()) { part(taken + 1) } else { named }
        });
        Self { clause, other: Memo::new(move |_| part(taken + 1)) }
    }
}
/// How far a system has come to the page.
#[derive(Clone, PartialEq)]
enum State {
    Waiting,
    Troubled(crate::protocol::Trouble),
    Unsound(Vec<ProblemView>),
    Here,
}

/// A page of a system.
pub(super) fn shell(subject: Subject, tab: Tab, at: Where) -> AnyView {
    let words = &frame().rules_words().systems;
    let system = subject.system();
    if matches!(subject, Subject::Draft(_)) && system.get_untracked().is_none() {
        return draft_missing();
    }
    let reading = workshop().watch::<Sound<Reading>>(move || system.get().map(Ask::Read));
    let trouble = subject.trouble();
    let state = Memo::new(move |_| match (trouble.get().or_else(|| reading.trouble()), reading.get()) {
        (Some(trouble), _) => State::Troubled(trouble),
        (None, None) => State::Waiting,
        (None, Some(Err(problems))) => State::Unsound(problems),
        (None, Some(Ok(_))) => State::Here,
    });
    view! {
        <a class="ticket-back" href="#/systems">{icon("back")}<span>{words.back}</span></a>
        {move || match state.get() {
            State::Waiting => skeleton(),
            State::Troubled(trouble) => trouble_instead(&trouble),
            State::Unsound(problems) => unsound(&subject, tab, &problems),
            State::Here => untrack(|| whole(&subject, tab, at, reading)),
        }}
    }
    .into_any()
}

fn whole(subject: &Subject, tab: Tab, at: Where, reading: Sight<Sound<Reading>>) -> AnyView {
    let words = &frame().rules_words().systems;
    let Some(Ok(read)) = reading.get() else { return skeleton() };
    let body = match tab {
        Tab::Write | Tab::Read => reader(subject.clone(), read.clone(), at.clause),
        Tab::Try => trial(subject),
        Tab::Cases => cases(subject),
        Tab::Compare => compare(subject, at.other),
    };
    view! {
        <div class="stack gap-3 system-page">
            {head(subject, &read.head, words)}
            {tabs(subject, tab)}
            {body}
        </div>
    }
    .into_any()
}

fn head(subject: &Subject, head: &Head, words: &'static SystemWords) -> AnyView {
    let lang = frame().lang();
    let cards = back_office().watch::<Vec<SystemCard>>(|| Query::Systems);
    let (pack, version) = (head.pack.clone(), head.version.clone());
    let active = Memo::new(move |_| {
        cards.with(|cards| {
            cards.is_some_and(|cards| {
                cards.iter().any(|card| card.active && card.pack == pack && card.version == version)
            })
        })
    });
    let (from, to) = &head.valid;
    let from = from.as_ref().map(|day| format!(" · {} {day}", words.valid_from));
    let to = to.as_ref().map(|day| format!(" · {} {day}", words.valid_to));
    let extends = head.extends.as_ref().map(|parent| {
        view! { <p class="small"><a href=format!("#/systems/{parent}")>{words.extends(parent)}</a></p> }
    });
    view! {
        <div class="stack gap-1 measure">
            {heading(&head.title)}
            <p class="row gap-1">
                <span class="tag">{head.pack.clone()}</span>
                <span class="tag">{sector(lang, &head.sector)}</span>
                {move || active.get().then(|| view! { <span class="system-active">{icon("check")}{words.active}</span> })}
            </p>
            <p class="soft small">
                {words.source}" "{head.source.clone()}" · "{words.version}" "{head.version.clone()}{from}{to}
            </p>
            {(!head.note.is_empty()).then(|| view! { <p class="soft">{head.note.clone()}</p> })}
            {extends}
            {begin(subject, words)}
        </div>
    }
    .into_any()
}

/// Beginning a text of one's own from this one; a kept one is carried on as it is.
fn begin(subject: &Subject, words: &'static SystemWords) -> Option<AnyView> {
    let drafts = open_drafts();
    match subject {
        Subject::Draft(_) => None,
        Subject::Shipped(id) => {
            let id = id.clone();
            Some(button(Look::Quiet, words.begin, move || {
                drafts.begin_from(&id);
                go("/systems/drafts");
            }))
        }
        Subject::Own(..) => {
            let system = subject.system();
            Some(button(Look::Quiet, words.revise, move || {
                if let Some(System::Text(text)) = system.get_untracked() {
                    go(&format!("/systems/drafts/{}", drafts.add(text)));
                }
            }))
        }
    }
    .map(|button| view! { <div class="buttons">{button}</div> }.into_any())
}

/// The way to the pages of a system.
pub(super) fn tabs(subject: &Subject, here: Tab) -> AnyView {
    let words = &frame().rules_words().systems;
    let links = subject.tabs().map(|tab| {
        let label = match tab {
            Tab::Write => words.write,
            Tab::Read => words.read,
            Tab::Try => words.try_it,
            Tab::Cases => words.cases,
            Tab::Compare => words.compare,
        };
        let current = (tab == here).then_some("page");
        view! { <li><a href=format!("#{}", subject.address(tab)) aria-current=current>{label}</a></li> }
    });
    let links = links.collect_view();
    view! { <nav class="system-tabs" aria-label=words.views><ul>{links}</ul></nav> }.into_any()
}

fn unsound(subject: &Subject, here: Tab, problems: &[ProblemView]) -> AnyView {
    let words = &frame().rules_words().systems;
    let lines = problems.iter().map(|problem| {
        view! { <li><strong>{words.line(&problem.line.to_string())}</strong>" "{problem.words.clone()}</li> }
    });
    let lines = lines.collect_view();
    view! {
        <div class="stack gap-3 measure">
            {heading(words.unsound)}
            {tabs(subject, here)}
            <ul class="stack gap-1">{lines}</ul>
        </div>
    }
    .into_any()
}
