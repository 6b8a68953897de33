//! The list of findings, for whoever sits at the desk.

use leptos::prelude::*;

use super::card::card;
use super::speaking::Speaking;
use crate::app::desk::seated_page;
use crate::app::frame::frame;
use crate::app::link::back_office;
use crate::app::parts::{Look, button, empty, heading, link_button, skeleton, trouble_panel};
use crate::office::StaffId;
use crate::protocol::{FindingsView, Query};

/// How many findings are shown before someone asks for more.
const ROWS: u32 = 40;

/// The page: who am I first, then the findings that concern me or that I may decide on.
pub(crate) fn findings_page() -> AnyView {
    seated_page(seated)
}

fn seated(me: &StaffId) -> AnyView {
    let words = &frame().staff_words().findings;
    let shown = RwSignal::new(ROWS);
    let by = me.clone();
    let findings =
        back_office().watch::<FindingsView>(move || Query::Findings { by: by.clone(), offset: 0, limit: shown.get() });
    let speaking = Speaking::new(me.clone());
    view! {
        <div class="page findings stack gap-3" data-narrow>
            <div class="stack gap-1 measure">
                {heading(words.title)}
                <p class="soft">{words.lead}</p>
                <p role="status">{move || findings.with(|view| view.map(|view| words.open(&view.open.to_string())))}</p>
            </div>
            {move || match (findings.get(), findings.trouble()) {
                (_, Some(trouble)) => trouble_panel(&trouble, None),
                (None, None) => skeleton(),
                (Some(view), None) => list(speaking, &view, shown),
            }}
            {speaking.dialog()}
        </div>
    }
    .into_any()
}

fn list(speaking: Speaking, view: &FindingsView, shown: RwSignal<u32>) -> AnyView {
    let words = speaking.words();
    if view.rows.is_empty() {
        let to_desk = link_button(Look::Plain, words.to_desk, "/desk");
        return empty("check", words.none, words.none_hint, Some(to_desk));
    }
    let rows = view.rows.iter().map(|finding| view! { <li>{card(speaking, finding)}</li> }).collect_view();
    let more = (u64::from(view.total) > view.rows.len() as u64)
        .then(|| button(Look::Plain, words.more, move || shown.update(|shown| *shown += ROWS)));
    view! {
        <ul class="findings-list stack">{rows}</ul>
        {more}
    }
    .into_any()
}
