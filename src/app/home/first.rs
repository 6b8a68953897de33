//! How to begin on a new device: the example, an office file, another device's bundle or backup.

use leptos::prelude::*;

use super::example::example_button;
use crate::app::frame::frame;
use crate::app::parts::{Look, icon, link_button, trouble_panel};
use crate::protocol::Trouble;

/// The three ways to begin.
pub(super) fn first_start() -> AnyView {
    let words = &frame().words().home;
    let trouble = RwSignal::new(None::<Trouble>);
    let file = link_button(Look::Plain, words.file_now, "/settings");
    let bundle = link_button(Look::Plain, words.bundle_now, "/exchange");
    let backup = link_button(Look::Plain, words.restore_now, "/settings/backup");
    view! {
        <section class="stack gap-3" aria-labelledby="begin">
            <div class="stack gap-1 measure">
                <h2 id="begin">{words.begin}</h2>
                <p class="soft">{words.begin_text}</p>
            </div>
            {move || trouble.get().map(|trouble| trouble_panel(&trouble, None))}
            <ul class="home-ways">
                {way("star", words.example_title, words.example_text, example_button(trouble))}
                {way("file", words.file_title, words.file_text, file)}
                {way("bundle", words.bundle_title, words.bundle_text, view! { {bundle} {backup} }.into_any())}
            </ul>
        </section>
    }
    .into_any()
}

fn way(picture: &str, title: &'static str, text: &'static str, action: AnyView) -> AnyView {
    view! {
        <li class="sheet home-way">
            {icon(picture)}
            <h3>{title}</h3>
            <p class="soft">{text}</p>
            {action}
        </li>
    }
    .into_any()
}
