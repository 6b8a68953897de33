//! Five steps of content, each with its word.

use leptos::prelude::*;

use super::icon;
use crate::app::frame::frame;
use crate::app::words;

/// Lets a person choose one to five, named by `label`.
pub(crate) fn stars(label: &str, chosen: RwSignal<Option<u8>>) -> AnyView {
    let lang = frame().lang();
    let steps: Vec<_> = (1..=5_u8)
        .map(|step| {
            let pressed = move || (chosen.get() == Some(step)).to_string();
            view! {
                <button type="button" aria-pressed=pressed on:click=move |_| chosen.set(Some(step))>
                    <span class="stars-sign" aria-hidden="true">{(0..step).map(|_| icon("star")).collect::<Vec<_>>()}</span>
                    <span>{words::stars(lang, step)}</span>
                </button>
            }
        })
        .collect();
    view! { <div class="stars" role="group" aria-label=label.to_owned()>{steps}</div> }.into_any()
}
