//! `#/settings`, and `#/settings/backup`.

use leptos::prelude::*;

use super::{about, appearance, office, storage, system};
use crate::app::backup::backup_page;
use crate::app::frame::frame;
use crate::app::parts::{Look, heading, link_button};

/// The part of the address under which the device is backed up, restored and emptied.
const BACKUP: &str = "backup";

/// The settings, or the page for backups, by the address `path` after `#/settings`.
pub(crate) fn settings_page(path: Signal<Vec<String>>) -> AnyView {
    let is_backup = Memo::new(move |_| path.with(|path| path.first().is_some_and(|part| part == BACKUP)));
    view! {
        {move || {
            let is_backup = is_backup.get();
            untrack(|| if is_backup { backup_page() } else { all() })
        }}
    }
    .into_any()
}

fn all() -> AnyView {
    let words = &frame().staff_words().settings;
    view! {
        <div class="page settings" data-narrow="">
            {heading(words.title)}
            {section("office", words.office, office::office())}
            {section("system", words.system, system::system())}
            {section("appearance", words.appearance, appearance::appearance())}
            {section("storage", words.storage, storage::storage())}
            {section("backup", frame().staff_words().backup.title, backup())}
            {section("about", words.about, about::about())}
        </div>
    }
    .into_any()
}

fn backup() -> AnyView {
    let words = &frame().staff_words().backup;
    view! {
        <p>{words.lead}</p>
        <div class="buttons">{link_button(Look::Plain, words.go, "/settings/backup")}</div>
    }
    .into_any()
}

fn section(id: &'static str, title: &'static str, body: AnyView) -> AnyView {
    view! {
        <section class="sheet stack" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// One line of facts.
pub(super) fn line(name: &'static str, value: String) -> AnyView {
    view! { <div class="settings-line"><dt>{name}</dt><dd class="numeric">{value}</dd></div> }.into_any()
}
