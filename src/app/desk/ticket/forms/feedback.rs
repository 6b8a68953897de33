//! What the visitor said when asked whether it serves.

use leptos::prelude::*;

use super::{area, take};
use crate::app::desk::ticket::acting::Acting;
use crate::app::parts::Entry;
use crate::app::parts::one_of_labels;
use crate::ledger::Act;

/// The form.
pub(super) fn form(acting: Acting) -> AnyView {
    let words = acting.words();
    let said = Entry::new();
    let error = RwSignal::new(None::<&'static str>);
    let chosen = RwSignal::new(None::<usize>);
    let labels = [words.feedback_satisfied, words.feedback_not, words.feedback_silent].map(ToOwned::to_owned).to_vec();
    let choose = move |place| {
        chosen.set(Some(place));
        error.set(None);
    };
    let send = move || {
        let Some(place) = chosen.get_untracked() else {
            error.set(Some(words.feedback_needed));
            return;
        };
        let satisfied = match place {
            0 => Some(true),
            1 => Some(false),
            _ => None,
        };
        if let Some(text) = take(said, None) {
            acting.send(Act::FeedBack { satisfied, text }, words.recorded.to_owned(), || ());
        }
    };
    view! {
        <div class="dialog-body">
            {one_of_labels("act-satisfied", words.feedback_ask, labels, Memo::new(move |_| chosen.get()), choose)}
            <p class="field-error" role="alert">{move || error.get()}</p>
            {area("act-words", words.feedback_text, true, said)}
        </div>
        {acting.foot(words.feedback_do, send)}
    }
    .into_any()
}
