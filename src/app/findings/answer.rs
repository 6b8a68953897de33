//! The answer of the person concerned.

use leptos::prelude::*;

use super::speaking::Speaking;
use crate::app::parts::{Entry, Field, Typed, field, focus_first_error};
use crate::protocol::{Command, FindingView};

/// The longest text that is typed here, in characters.
pub(super) const TEXT_MAX: u16 = 2000;

/// The form.
pub(super) fn form(speaking: Speaking, finding: FindingView) -> AnyView {
    let words = speaking.words();
    let entry = Entry::new();
    let finding = StoredValue::new(finding);
    let send = move || {
        let Some(text) = taken(entry, words.words_needed) else { return };
        let FindingView { ticket, key, .. } = finding.get_value();
        speaking.send(Command::AnswerFinding { ticket, finding: key, by: speaking.me.get_value(), text });
    };
    view! {
        <div class="dialog-body">
            <p>{words.answer_hint}</p>
            {area("finding-answer", words.answer_label, entry)}
        </div>
        {speaking.foot(words.answer_do, send)}
    }
    .into_any()
}

/// Several lines that must say something.
pub(super) fn area(id: &'static str, label: &str, entry: Entry) -> AnyView {
    field(Field {
        id,
        label,
        hint: "",
        typed: Typed::Lines,
        length_max: TEXT_MAX,
        optional: false,
        padded: false,
        entry,
    })
}

/// What was typed; where that is nothing, the field says so and takes the focus.
pub(super) fn taken(entry: Entry, needed: &str) -> Option<String> {
    let text = entry.trimmed();
    if entry.judge(text.is_empty().then(|| needed.to_owned())) {
        return Some(text);
    }
    focus_first_error();
    None
}
