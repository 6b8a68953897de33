//! A matter that is not in the list, in the visitor's own words.

use leptos::prelude::*;

use super::page::way_back;
use super::{Visit, visit};
use crate::app::frame::{Frame, frame};
use crate::app::parts::{Entry, Field, Typed, field, focus_first_error, heading};
use crate::app::route::go;
use crate::app::words::kind;
use crate::rules::MatterKind;

const SUBJECT_LENGTH_MAX: u16 = 60;

/// What visitors bring; the other kinds come up inside an institution.
const KINDS: [MatterKind; 8] = [
    MatterKind::Consultation,
    MatterKind::Business,
    MatterKind::Help,
    MatterKind::Complaint,
    MatterKind::Report,
    MatterKind::Suggestion,
    MatterKind::Defect,
    MatterKind::Petition,
];

/// The page on which a visitor says what it is about.
pub(super) fn other_page() -> AnyView {
    let (frame, visit) = (frame(), visit());
    let words = &frame.words().kiosk;
    visit.begin_other();
    let wrong_kind = Entry::new().error;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let missing = visit.subject.trimmed().is_empty().then(|| words.other_subject_missing.to_owned());
        let said = visit.subject.judge(missing);
        let chosen = visit.kind.get_untracked().is_some();
        wrong_kind.set((!chosen).then(|| words.other_kind_missing.to_owned()));
        if said && chosen {
            go("/kiosk/details");
        } else {
            focus_first_error();
        }
    };
    let subject = field(Field {
        id: "subject",
        label: words.other_subject,
        hint: words.other_subject_hint,
        typed: Typed::Line,
        length_max: SUBJECT_LENGTH_MAX,
        optional: false,
        padded: false,
        entry: visit.subject,
    });
    view! {
        <form class="page kiosk-form" data-narrow="" novalidate="" on:submit=submit>
            {way_back("/kiosk")}
            {heading(words.other_title)}
            {subject}
            {kinds(frame, visit, wrong_kind)}
            <div class="kiosk-actions"><div class="buttons" data-ends="">
                <button class="button" data-kind="main">{frame.words().register.next}</button>
            </div></div>
        </form>
    }
    .into_any()
}

fn kinds(frame: Frame, visit: Visit, wrong: RwSignal<Option<String>>) -> AnyView {
    let options: Vec<_> = KINDS
        .into_iter()
        .map(|offered| {
            let chosen = move || visit.kind.get() == Some(offered);
            let choose = move |_| {
                visit.kind.set(Some(offered));
                visit.anonymous.set(false);
                wrong.set(None);
            };
            view! {
                <label class="option" data-chosen=move || chosen().then_some("")>
                    <input type="radio" name="kind" value=offered.as_str() aria-describedby="kind-error"
                        aria-invalid=move || wrong.with(|wrong| wrong.is_some().then_some("true"))
                        prop:checked=chosen on:change=choose />
                    <span>{kind(frame.lang(), offered)}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="field">
            <legend class="field-label">{frame.words().kiosk.other_kind}</legend>
            <div class="options">{options}</div>
            <p class="field-error" id="kind-error" role="alert">{move || wrong.get()}</p>
        </fieldset>
    }
    .into_any()
}
