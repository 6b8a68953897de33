//! One form for each act. A form holds what is typed; the dialog around it holds the rest.

mod close;
mod correct;
mod extend;
mod feedback;
mod transfer;
mod worded;

use leptos::prelude::*;

use super::acting::{Acting, Doing};
use crate::app::parts::{Entry, Field, Typed, field};

/// The form of an act.
pub(super) fn form(acting: Acting, doing: Doing) -> AnyView {
    match doing {
        Doing::Transfer => transfer::form(acting),
        Doing::Extend => extend::form(acting),
        Doing::FeedBack => feedback::form(acting),
        Doing::Close => close::form(acting),
        Doing::Correct => correct::form(acting),
        Doing::Duty(_)
        | Doing::Accept(_)
        | Doing::Return(_)
        | Doing::Answer
        | Doing::Reopen
        | Doing::Urge
        | Doing::Settle(..) => worded::form(acting, doing),
    }
}

/// Takes what was typed; where it is needed and missing, says so and gives nothing.
fn take(entry: Entry, needed: Option<&'static str>) -> Option<String> {
    let text = entry.trimmed();
    let missing = needed.filter(|_| text.is_empty()).map(ToOwned::to_owned);
    entry.judge(missing).then_some(text)
}

/// A field of several lines.
fn area(id: &'static str, label: &str, optional: bool, entry: Entry) -> AnyView {
    field(Field { id, label, hint: "", typed: Typed::Lines, length_max: LENGTH_MAX, optional, padded: false, entry })
}

/// The longest text that a form takes, in characters.
const LENGTH_MAX: u16 = 1000;
