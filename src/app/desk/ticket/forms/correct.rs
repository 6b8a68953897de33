//! Putting right what was written down wrongly.

use leptos::prelude::*;

use super::{LENGTH_MAX, area, take};
use crate::app::desk::ticket::acting::Acting;
use crate::app::parts::one_of;
use crate::app::parts::{Entry, Field, Typed, field as draw};
use crate::app::words::desk::codes;
use crate::ledger::{Act, CorrectedField};
use crate::protocol::TicketView;

const FIELDS: &[CorrectedField] =
    &[CorrectedField::Name, CorrectedField::Phone, CorrectedField::Subject, CorrectedField::Details];

/// The form; the field starts from what stands there now.
pub(super) fn form(acting: Acting) -> AnyView {
    let words = acting.words();
    let value = Entry::new();
    let reason = Entry::new();
    let field = RwSignal::new(None::<CorrectedField>);
    let choose = move |code| {
        field.set(Some(code));
        value.error.set(None);
        value.text.set(acting.now(|view| stands(view, code)));
    };
    let send = move || {
        let Some(code) = field.get_untracked() else { return };
        let before = acting.now(|view| stands(view, code));
        let Some(right) = take(value, Some(words.correct_needed)) else { return };
        if right == before {
            value.error.set(Some(words.correct_needed.to_owned()));
            return;
        }
        if let Some(reason) = take(reason, Some(words.reason_needed)) {
            acting.send(Act::Correct { field: code, value: right, reason }, words.recorded.to_owned(), || ());
        }
    };
    view! {
        <div class="dialog-body">
            <p>{words.correct_hint}</p>
            {one_of("act-field", words.correct_field, FIELDS, codes::corrected, move || field.get(), choose)}
            {move || field.get().map(|code| {
                let typed = if code == CorrectedField::Details { Typed::Lines } else { Typed::Line };
                view! {
                    {right_value(words.correct_value, typed, value)}
                    {area("act-words", words.reason, false, reason)}
                }
            })}
        </div>
        {acting.foot(words.correct_do, send)}
    }
    .into_any()
}

fn right_value(label: &str, typed: Typed, entry: Entry) -> AnyView {
    draw(Field {
        id: "act-value",
        label,
        hint: "",
        typed,
        length_max: LENGTH_MAX,
        optional: false,
        padded: false,
        entry,
    })
}

fn stands(view: &TicketView, field: CorrectedField) -> String {
    match field {
        CorrectedField::Name => view.row.visitor.clone(),
        CorrectedField::Phone => view.phone.clone(),
        CorrectedField::Subject => view.row.subject.clone(),
        CorrectedField::Details => view.details.clone(),
    }
}
