//! `#/settings`.

use leptos::prelude::*;

use super::{about, appearance, office, storage, system};
use crate::app::frame::frame;
use crate::app::parts::heading;

/// The settings.
pub(crate) fn settings_page() -> AnyView {
    let words = &frame().staff_words().settings;
    view! {
        <div class="page settings" data-narrow="">
            {heading(words.title)}
            {section("office", words.office, office::office())}
            {section("system", words.system, system::system())}
            {section("appearance", words.appearance, appearance::appearance())}
            {section("storage", words.storage, storage::storage())}
            {section("about", words.about, about::about())}
        </div>
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
