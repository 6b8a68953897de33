//! The page of a draft: its text, and the checker beside it.

use leptos::prelude::*;
use web_sys::{Blob, BlobPropertyBag};

use super::checker::{checker, summary};
use super::editor::Editor;
use super::publish::publish;
use super::store::open_drafts;
use crate::app::download::download;
use crate::app::frame::frame;
use crate::app::link::workshop;
use crate::app::parts::{Look, empty, heading, icon, icon_button, link_button, trouble_panel};
use crate::app::systems::shell::tabs;
use crate::app::systems::subject::{Subject, Tab};
use crate::workshop::{Ask, Checked, headline};

/// The page of the draft `key`.
pub(in crate::app::systems) fn editor_page(key: &str) -> AnyView {
    let drafts = open_drafts();
    let words = &frame().rules_words().drafts;
    let Some(begun) = drafts.text(key) else { return draft_missing() };
    let text = RwSignal::new(begun.clone());
    let name = Memo::new(move |_| text.with(|text| headline(text)));
    let checked = workshop().watch::<Checked>(move || Some(Ask::Check(text.get())));
    let editor = Editor::new(key, text, checked);
    let export = move || {
        let (id, _) = name.get_untracked();
        if let Some(file) = blob(&text.get_untracked()) {
            download(&format!("{}.toml", if id.is_empty() { "system" } else { &id }), &file);
        }
    };
    let (id, title) = headline(&begun);
    view! {
        <a class="ticket-back" href="#/systems/drafts">{icon("back")}<span>{words.title}</span></a>
        <div class="stack gap-3 system-page">
            <div class="stack gap-1">
                {heading(&format!("{id} {title}"))}
                <p class="soft small" role="status">{move || if drafts.is_kept() { words.kept } else { words.not_kept }}</p>
            </div>
            {tabs(&Subject::Draft(key.to_owned()), Tab::Write)}
            <div class="draft-columns">
                <div class="stack">
                    {editor.draw()}
                    {publish(text)}
                    <div class="buttons">{icon_button(Look::Plain, "export", words.export, export)}</div>
                </div>
                <section class="draft-checker sheet stack" aria-labelledby="draft-checker">
                    <h2 id="draft-checker">{words.checker}</h2>
                    <p role="status">{move || checked.with(|checked| summary(words, checked))}</p>
                    {move || checked.trouble().map(|trouble| trouble_panel(&trouble, None))}
                    {move || checked.with(|checked| checked.map(|checked| checker(editor, checked)))}
                </section>
            </div>
        </div>
    }
    .into_any()
}

/// What stands where a draft is not.
pub(in crate::app::systems) fn draft_missing() -> AnyView {
    let words = &frame().rules_words().drafts;
    view! {
        {heading(words.missing)}
        {empty("file", words.missing_hint, "", Some(link_button(Look::Plain, words.title, "/systems/drafts")))}
    }
    .into_any()
}

/// A text as a file.
fn blob(text: &str) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/toml;charset=utf-8");
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &kind).ok()
}
