//! What this app is.

use leptos::prelude::*;

use super::page::line;
use crate::app::frame::frame;

/// A sentence and the version.
pub(super) fn about() -> AnyView {
    let words = &frame().staff_words().settings;
    view! {
        <p>{words.about_text}</p>
        <dl class="settings-lines">{line(words.about_version, env!("CARGO_PKG_VERSION").to_owned())}</dl>
    }
    .into_any()
}
