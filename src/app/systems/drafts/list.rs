//! The drafts of this device, and beginning another.

use leptos::prelude::*;

use super::begin::begin;
use super::store::{Draft, Drafts, open_drafts};
use crate::app::frame::frame;
use crate::app::parts::{Look, button, dialog, heading, icon, link_button};
use crate::app::words::{DraftWords, moment};
use crate::workshop::headline;

/// The page.
pub(in crate::app::systems) fn drafts() -> AnyView {
    let words = &frame().rules_words().drafts;
    let drafts = open_drafts();
    let doomed = RwSignal::new(None::<String>);
    let rows = move || {
        let all = drafts.all();
        if all.is_empty() {
            return view! { <p class="soft">{words.none}</p> }.into_any();
        }
        let rows = all.iter().map(|(key, draft)| row(words, key, draft, doomed)).collect_view();
        view! { <ul class="draft-list">{rows}</ul> }.into_any()
    };
    view! {
        <a class="ticket-back" href="#/systems">{icon("back")}<span>{frame().rules_words().systems.back}</span></a>
        <div class="stack gap-3 measure">
            <div class="stack gap-1">
                {heading(words.title)}
                <p class="soft">{words.lead}</p>
            </div>
            {rows}
            {begin(drafts)}
        </div>
        {deletion(words, drafts, doomed)}
    }
    .into_any()
}

fn row(words: &'static DraftWords, key: &str, draft: &Draft, doomed: RwSignal<Option<String>>) -> AnyView {
    let (id, title) = headline(&draft.text);
    let title = if title.is_empty() { words.untitled.to_owned() } else { title };
    let address = format!("/systems/drafts/{key}");
    let key = key.to_owned();
    view! {
        <li class="draft-row">
            <div class="stack gap-1">
                <p class="row gap-1"><span class="tag">{id}</span><strong>{title}</strong></p>
                <p class="soft small">{words.changed(&moment(frame().lang(), draft.changed_ms))}</p>
            </div>
            <div class="buttons">
                {link_button(Look::Plain, words.open, &address)}
                {button(Look::Quiet, words.delete, move || doomed.set(Some(key.clone())))}
            </div>
        </li>
    }
    .into_any()
}

fn deletion(words: &'static DraftWords, drafts: Drafts, doomed: RwSignal<Option<String>>) -> AnyView {
    let title = Signal::derive(move || doomed.with(|key| key.as_ref().map(|_| words.delete_title.to_owned())));
    let delete = move || {
        if let Some(key) = doomed.get_untracked() {
            drafts.remove(&key);
        }
        doomed.set(None);
    };
    let body = move || {
        view! {
            <div class="dialog-body"><p>{words.delete_hint}</p></div>
            <div class="dialog-foot">
                {button(Look::Grave, words.delete, delete)}
                {button(Look::Quiet, words.keep, move || doomed.set(None))}
            </div>
        }
        .into_any()
    };
    dialog("draft-delete", title, body, move || doomed.set(None))
}
