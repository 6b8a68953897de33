//! The list of systems, or one of them.

use leptos::prelude::*;

use super::list::list;
use super::reader::reader;

/// The systems at the address `path` (after `#/systems`): nothing, a pack's id, or a pack's id and a clause.
pub(crate) fn systems_page(path: Signal<Vec<String>>) -> AnyView {
    let pack = Memo::new(move |_| path.with(|path| path.first().cloned()));
    let clause = Memo::new(move |_| path.with(|path| path.get(1).cloned()));
    view! {
        <div class="page systems">
            {move || {
                let pack = pack.get();
                untrack(|| match pack {
                    Some(pack) => reader(pack, clause),
                    None => list(),
                })
            }}
        </div>
    }
    .into_any()
}
