//! The address: the list of systems, or a page of one of them.

use leptos::prelude::*;

use super::drafts::{drafts, editor_page};
use super::list::list;
use super::shell::{Where, shell};
use super::subject::{Subject, Tab};

/// The part of the address under which drafts are.
const DRAFTS: &str = "drafts";

/// Where in the rules' wing the person is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// All systems.
    List,
    /// All drafts.
    Drafts,
    /// A page of a system, and how many parts of the address lead to it.
    Of(Subject, Tab, usize),
}

impl Place {
    /// Reads the address after `#/systems`.
    fn of(path: &[String]) -> Self {
        let mut parts = path.iter().map(String::as_str);
        let (subject, taken) = match (parts.next(), parts.next()) {
            (None, _) => return Self::List,
            (Some(DRAFTS), None) => return Self::Drafts,
            (Some(DRAFTS), Some(key)) => (Subject::Draft(key.to_owned()), 2),
            (Some(part), _) => (Subject::named(part), 1),
        };
        let named = path.get(taken).map(String::as_str).unwrap_or_default();
        let tab = subject.tab(named);
        Self::Of(subject, tab, taken)
    }
}

/// The systems at the address `path` (after `#/systems`): nothing, or a system's id (or `drafts` and a draft's key) and
/// then a clause or a page.
pub(crate) fn systems_page(path: Signal<Vec<String>>) -> AnyView {
    let place = Memo::new(move |_| path.with(|path| Place::of(path)));
    view! {
        <div class="page systems">
            {move || {
                let place = place.get();
                untrack(|| match place {
                    Place::List => list(),
                    Place::Drafts => drafts(),
                    Place::Of(Subject::Draft(key), Tab::Write, _) => editor_page(&key),
                    Place::Of(subject, tab, taken) => shell(subject, tab, Where::after(path, taken)),
                })
            }}
        </div>
    }
    .into_any()
}
