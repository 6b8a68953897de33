//! Step 1: what the visitor wants to say about it.

use leptos::prelude::*;

use super::page::way_back;
use super::{Visit, visit};
use crate::app::frame::{Frame, frame};
use crate::app::link::back_office;
use crate::app::parts::{Field, Typed, field, heading};
use crate::app::route::go;
use crate::app::words::fill;
use crate::protocol::{MatterView, Query};

const DETAILS_LENGTH_MAX: u16 = 1_000;

/// The first step.
pub(super) fn details_page() -> AnyView {
    let (frame, visit) = (frame(), visit());
    let words = &frame.words().register;
    let before = visit
        .matter
        .with_untracked(|matter| matter.as_ref().map_or("/kiosk/other".to_owned(), |id| format!("/kiosk/matter/{id}")));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        go("/kiosk/who");
    };
    let details = field(Field {
        id: "details",
        label: words.details_label,
        hint: words.details_hint,
        typed: Typed::Lines,
        length_max: DETAILS_LENGTH_MAX,
        optional: true,
        padded: false,
        entry: visit.details,
    });
    view! {
        <form class="page kiosk-form" data-narrow="" novalidate="" on:submit=submit>
            {way_back(&before)}
            {step(frame, 1)}
            {heading(words.details_title)}
            {about(frame, visit)}
            {details}
            <div class="kiosk-actions"><div class="buttons" data-ends="">
                <button class="button" data-kind="main">{words.next}</button>
            </div></div>
        </form>
    }
    .into_any()
}

/// Where in the three steps the visitor is.
pub(super) fn step(frame: Frame, number: u8) -> AnyView {
    let said = fill(frame.words().register.step, &[&number.to_string()]);
    let marks: Vec<_> = (1..=3_u8)
        .map(|mark| {
            let pace = match mark.cmp(&number) {
                std::cmp::Ordering::Less => "done",
                std::cmp::Ordering::Equal => "now",
                std::cmp::Ordering::Greater => "next",
            };
            view! { <span data-pace=pace></span> }
        })
        .collect();
    view! { <div class="steps"><span class="steps-marks" aria-hidden="true">{marks}</span><span>{said}</span></div> }
        .into_any()
}

/// The matter that is being registered, by name.
pub(super) fn about(frame: Frame, visit: Visit) -> AnyView {
    let name = subject(visit);
    view! { <p class="kiosk-about"><span class="soft">{frame.words().register.matter}</span><strong>{name}</strong></p> }.into_any()
}

/// The matter's name: of the list, in the language of the page, or in the visitor's words.
pub(super) fn subject(visit: Visit) -> Signal<String> {
    let listed = listed_matter(visit);
    Signal::derive(move || listed().map_or_else(|| visit.subject.text.get(), |matter| matter.card.name))
}

/// The matter of the list, where it is one.
pub(super) fn listed_matter(visit: Visit) -> impl Fn() -> Option<MatterView> + Copy + Send + Sync + 'static {
    let sight = back_office().watch_some::<MatterView>(move || visit.matter.get().map(Query::Matter));
    move || if visit.matter.with(Option::is_some) { sight.get() } else { None }
}
