//! Light or dark, large print.

use leptos::prelude::*;

use crate::app::choice::{For, Theme};
use crate::app::frame::frame;

/// How this device looks.
pub(super) fn appearance() -> AnyView {
    let frame = frame();
    let choice = frame.choice;
    let words = &frame.staff_words().settings;
    let themes: Vec<_> = Theme::ALL
        .into_iter()
        .map(|theme| {
            let name = match theme {
                Theme::Auto => words.theme_auto,
                Theme::Light => words.theme_light,
                Theme::Dark => words.theme_dark,
            };
            option(name, move || choice.theme() == theme, move || choice.choose_theme(theme))
        })
        .collect();
    let sizes = [(false, words.print_normal), (true, frame.words().frame.large_print)];
    let sizes: Vec<_> = sizes
        .into_iter()
        .map(|(large, name)| {
            option(name, move || choice.elderly() == large, move || choice.choose_elderly(large, For::Device))
        })
        .collect();
    view! { {group(words.theme, themes)} {group(words.print_size, sizes)} }.into_any()
}

fn group(label: &'static str, options: Vec<AnyView>) -> AnyView {
    view! {
        <div class="spread">
            <span>{label}</span>
            <div class="choice" role="group" aria-label=label>{options}</div>
        </div>
    }
    .into_any()
}

fn option(
    name: &'static str,
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button type="button" aria-pressed=move || chosen().to_string() on:click=move |_| choose()>{name}</button>
    }
    .into_any()
}
