//! 印: the mark of what is settled, and of the app.

use leptos::prelude::*;

/// The seal with two characters, one above the other. Ornament: words beside it say the same.
pub(crate) fn seal(upper: &'static str, lower: &'static str) -> AnyView {
    view! {
        <span class="seal" aria-hidden="true" lang="zh-Hans">
            <svg viewBox="0 0 100 100">
                <path d=EDGE fill="none" stroke="currentColor" stroke-width="5"></path>
                <path d=INNER fill="none" stroke="currentColor" stroke-width="1.5"></path>
                {glyphs(upper, lower, "currentColor")}
            </svg>
        </span>
    }
    .into_any()
}

/// The app's own mark.
pub(crate) fn mark() -> AnyView {
    view! {
        <span class="mark" aria-hidden="true" lang="zh-Hans">
            <svg viewBox="0 0 100 100" class="seal-solid">
                <path d=EDGE></path>
                {glyphs("首", "问", "currentColor")}
            </svg>
        </span>
    }
    .into_any()
}

/// A square as a stone gives it: nearly straight.
const EDGE: &str = "M7 6.5 40 5l30 1.2L94.5 5 95 38l-1.2 28 1 28.5L62 95l-34-1-22 1L5 66l1.5-30Z";
const INNER: &str = "M13.5 13 50 12l36.5 1.2L87 50l-.8 36.8L50 87.5 13.2 87 12.5 50Z";

fn glyphs(upper: &'static str, lower: &'static str, ink: &'static str) -> AnyView {
    view! {
        <text x="50" y="46" font-size="38" text-anchor="middle" fill=ink>{upper}</text>
        <text x="50" y="84" font-size="38" text-anchor="middle" fill=ink>{lower}</text>
    }
    .into_any()
}
