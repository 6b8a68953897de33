//! The shape of what is on its way.

use leptos::prelude::*;

use crate::app::frame::frame;

/// Lines in the place of a page that is being fetched.
pub(crate) fn skeleton() -> AnyView {
    let lines: Vec<_> = (0..5).map(|_| view! { <span></span> }).collect();
    view! {
        <div class="skeleton" aria-busy="true">
            <p class="sr-only">{frame().words().frame.loading}</p>
            {lines}
        </div>
    }
    .into_any()
}
