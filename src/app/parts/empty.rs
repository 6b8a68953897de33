//! A screen with nothing on it yet, which says what to do first.

use leptos::prelude::*;

use super::icon;

/// Nothing here yet: why, and what to do first.
pub(crate) fn empty(picture: &str, title: &str, text: &str, actions: Option<AnyView>) -> AnyView {
    view! {
        <div class="empty">
            {icon(picture)}
            <p class="empty-title">{title.to_owned()}</p>
            {(!text.is_empty()).then(|| view! { <p>{text.to_owned()}</p> })}
            {actions.map(|actions| view! { <div class="buttons">{actions}</div> })}
        </div>
    }
    .into_any()
}
