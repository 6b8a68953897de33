//! The page with both directions.

use leptos::prelude::*;

use super::export::{Export, Outgoing, export_part};
use super::import::{Incoming, import_part};
use crate::app::frame::frame;
use crate::app::parts::heading;

/// Export and import. The page has no parts of its own in the address.
pub(crate) fn exchange_page(_path: Signal<Vec<String>>) -> AnyView {
    let words = &frame().staff_words().exchange;
    view! {
        <div class="page exchange stack gap-4">
            <div class="stack gap-1 measure">
                {heading(words.title)}
                <p class="soft">{words.lead}</p>
            </div>
            <div class="exchange-sides">
                {export_part(Export::new(Outgoing::Bundle))}
                {import_part(Incoming::Join)}
            </div>
        </div>
    }
    .into_any()
}
