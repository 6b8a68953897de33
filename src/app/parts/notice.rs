//! A message in the flow of the page.

use leptos::prelude::*;

use super::icon;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Good to know.
    Info,
    /// To be minded soon.
    Mind,
    /// Something went wrong; read out at once.
    Wrong,
}

/// A message: what is so, and what to do.
pub(crate) fn notice(tone: Tone, title: &str, text: &str, actions: Option<AnyView>) -> AnyView {
    let (kind, picture, role) = match tone {
        Tone::Info => ("info", "info", None),
        Tone::Mind => ("mind", "warn", None),
        Tone::Wrong => ("wrong", "warn", Some("alert")),
    };
    view! {
        <div class="notice" data-kind=kind role=role>
            {icon(picture)}
            <div class="notice-body">
                <p class="notice-title">{title.to_owned()}</p>
                {(!text.is_empty()).then(|| view! { <p>{text.to_owned()}</p> })}
                {actions.map(|actions| view! { <div class="buttons">{actions}</div> })}
            </div>
        </div>
    }
    .into_any()
}
