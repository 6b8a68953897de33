//! The dialog in which a clause opens, wherever its chip stands.

use leptos::prelude::*;

use super::{Frame, frame};
use crate::app::link::back_office;
use crate::app::parts::{Look, dialog, link_button, trouble_panel};
use crate::app::route::{Area, Route};
use crate::app::words::{fill, words};
use crate::protocol::{ClauseChip, ClauseView, Query};

/// The one clause dialog of the page.
pub(crate) fn clause_dialog() -> AnyView {
    let frame = frame();
    let title = Signal::derive(move || frame.clause().map(|chip| titled(frame, &chip)));
    let body = move || frame.clause_now().map(|chip| clause_body(&chip)).into_any();
    dialog("clause", title, body, move || frame.close_clause())
}

fn titled(frame: Frame, chip: &ClauseChip) -> String {
    fill(words(frame.choice.lang()).frame.clause, &[chip.clause.as_str()])
}

/// One clause: its gist at once, then the system that it stands in.
fn clause_body(chip: &ClauseChip) -> AnyView {
    let frame = frame();
    let words = &frame.words().frame;
    let asked = chip.clone();
    let clause = back_office().watch::<ClauseView>(move || {
        let ClauseChip { pack, version, clause, .. } = asked.clone();
        Query::Clause { pack, version: Some(version), clause }
    });
    let gist = chip.gist.clone();
    let shown = move || {
        let view = clause.get();
        let gist = view.as_ref().map_or_else(|| gist.clone(), |view| view.chip.gist.clone());
        view! {
            <p class="clause-gist large">{gist}</p>
            {view.map(|view| origin(frame, &view))}
            {clause.trouble().map(|trouble| trouble_panel(&trouble, None))}
        }
    };
    view! {
        <div class="dialog-body">
            {shown}
            <p class="soft small">{words.gist_note}</p>
        </div>
    }
    .into_any()
}

fn origin(frame: Frame, view: &ClauseView) -> AnyView {
    let words = &frame.words().frame;
    let version = fill(words.clause_version, &[&view.version]);
    view! {
        {view.unformalised.clone().map(|why| view! { <p>{words.clause_unformalised}{why}</p> })}
        <p class="soft">{view.system.clone()}" · "{version}</p>
        {in_system(&view.chip)}
    }
    .into_any()
}

/// The way to the clause among its neighbours; for staff, a visitor stays at the kiosk.
fn in_system(chip: &ClauseChip) -> Option<AnyView> {
    let route: RwSignal<Route> = use_context()?;
    let address = format!("/systems/{}/{}", chip.pack, chip.clause);
    let visiting = route.with_untracked(|route| route.area == Area::Kiosk);
    (!visiting).then(|| link_button(Look::Quiet, frame().words().frame.clause_in_system, &address))
}
