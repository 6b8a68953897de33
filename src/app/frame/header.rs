//! Office, menu, language, large print.

use leptos::prelude::*;

use super::frame;
use crate::app::choice::For;
use crate::app::parts::{icon, mark};
use crate::app::route::{Area, Route};
use crate::app::wing::Wing;
use crate::app::words::words;
use crate::office::Lang;

/// The header. Its words change in place, so that the focus stays on the language that was just chosen.
pub(crate) fn header(wing: Wing, route: RwSignal<Route>) -> AnyView {
    let frame = frame();
    let area = Memo::new(move |_| route.with(|route| route.area));
    view! {
        <header class="frame-header">
            <div class="frame-header-row">
                {brand(area)}
                {move || {
                    // Its words follow the language.
                    frame.choice.lang();
                    wing.menu(area.get())
                }}
                <div class="frame-choices">
                    {move || {
                        // Its words follow the language.
                        frame.choice.lang();
                        matches!(area.get(), Area::Desk | Area::Findings).then(|| wing.badge())
                    }}
                    {large_print(area)}
                    {languages(area)}
                </div>
            </div>
        </header>
    }
    .into_any()
}

fn brand(area: Memo<Area>) -> AnyView {
    let frame = frame();
    let said = move || &words(frame.choice.lang()).frame;
    let home = move || match area.get() {
        Area::Kiosk => "#/kiosk",
        _ => "#/",
    };
    let name = move || frame.office().map_or_else(|| said().app.to_owned(), |office| office.name);
    let example = move || frame.office().is_some_and(|office| office.example);
    view! {
        <a class="frame-brand" href=home>
            {mark()}
            <span class="frame-name">{name}</span>
            <span class="sr-only">{move || said().to_start}</span>
        </a>
        {move || example().then(|| view! {
            <span class="tag" data-kind="example" title=said().example_note>{said().example}</span>
        })}
    }
    .into_any()
}

fn whose(area: Area) -> For {
    if area == Area::Kiosk { For::Visit } else { For::Device }
}

fn large_print(area: Memo<Area>) -> AnyView {
    let frame = frame();
    let choice = frame.choice;
    let said = move || &words(choice.lang()).frame;
    let press = move |_| {
        let elderly = !choice.elderly();
        choice.choose_elderly(elderly, whose(area.get_untracked()));
        frame.announce(if elderly { said().large_print_on } else { said().large_print_off });
    };
    view! {
        <button type="button" class="frame-large" aria-pressed=move || choice.elderly().to_string() on:click=press>
            {icon("large")}
            <span>{move || said().large_print}</span>
        </button>
    }
    .into_any()
}

fn languages(area: Memo<Area>) -> AnyView {
    let choice = frame().choice;
    let names = [(Lang::Hans, "简体"), (Lang::Hant, "繁體"), (Lang::En, "English")];
    let names: Vec<_> = names
        .into_iter()
        .map(|(lang, name)| {
            let pressed = move || (choice.lang() == lang).to_string();
            let press = move |_| choice.choose_lang(lang, whose(area.get_untracked()));
            view! { <button type="button" lang=lang.tag() aria-pressed=pressed on:click=press>{name}</button> }
        })
        .collect();
    view! {
        <div class="choice" role="group" aria-label=move || words(choice.lang()).frame.language>{names}</div>
    }
    .into_any()
}
