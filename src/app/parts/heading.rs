//! The one heading of a page.

use leptos::html;
use leptos::prelude::*;

use web_sys::FocusOptions;

use crate::app::frame::frame;

/// The page's `h1`. It names the document and, when the person came here by moving about in the app, takes the focus, so
/// that a screen reader starts here.
pub(crate) fn heading(text: &str) -> AnyView {
    let frame = frame();
    let node = NodeRef::<html::H1>::new();
    let title = format!("{text} · {}", frame.words().frame.app);
    node.on_load(move |heading| {
        document().set_title(&title);
        if !frame.takes_focus() {
            return;
        }
        // Where the page stands is looked after by `place`.
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        if heading.focus_with_options(&options).is_err() {
            leptos::logging::warn!("the heading could not take the focus");
        }
    });
    view! { <h1 node_ref=node tabindex="-1">{text.to_owned()}</h1> }.into_any()
}
