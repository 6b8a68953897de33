//! A dialog: the browser's own, which keeps the focus inside and gives it back.

use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlDialogElement;

use super::icon;
use crate::app::frame::frame;

/// A dialog that stands while `title` gives one. `body` is drawn each time it opens; `close` is called when the person
/// closes it, also by Escape.
pub(crate) fn dialog(
    id: &'static str,
    title: Signal<Option<String>>,
    body: impl Fn() -> AnyView + Send + Sync + 'static,
    close: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let node = NodeRef::<html::Dialog>::new();
    let open = Memo::new(move |_| title.with(Option::is_some));
    Effect::new(move |_| {
        if let Some(dialog) = node.get() {
            show(&dialog, open.get());
        }
    });
    let label = format!("{id}-title");
    let labelled_by = label.clone();
    view! {
        <dialog class="dialog" id=id node_ref=node aria-labelledby=labelled_by on:close=move |_| close()>
            {move || open.get().then(|| view! {
                <div class="dialog-head">
                    <h2 class="dialog-title" id=label.clone() tabindex="-1" autofocus="">{move || title.get()}</h2>
                    <button type="button" class="dialog-close" aria-label=frame().words().frame.close on:click=move |_| close()>
                        {icon("close")}
                    </button>
                </div>
                {body()}
            })}
        </dialog>
    }
    .into_any()
}

fn show(dialog: &HtmlDialogElement, open: bool) {
    if open && !dialog.open() {
        if dialog.show_modal().is_err() {
            dialog.show();
        }
    } else if !open && dialog.open() {
        dialog.close();
    }
}
