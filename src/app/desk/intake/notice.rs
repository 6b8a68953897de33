//! The one-time notice: everything that a matter needs, to read out and to hand over on paper.

use leptos::prelude::*;

use super::page::Intake;
use crate::app::desk::paper::{Paper, notice_sheet};
use crate::app::desk::session::session;
use crate::app::parts::{Look, dialog, icon_button};

/// The dialog with the notice of the chosen matter; open while `reading`.
pub(super) fn notice_dialog(intake: Intake, reading: RwSignal<bool>) -> AnyView {
    let words = intake.frame.staff_words();
    let paper = session().paper;
    let matter = intake.matter;
    let title =
        Signal::derive(move || reading.get().then(|| matter.with(|m| m.map(|m| m.card.name.clone()))).flatten());
    let print = move || paper.set(matter.get().map(|matter| Paper::Notice(Box::new(matter))));
    let body = move || {
        view! {
            <div class="dialog-body">{move || matter.get().map(|matter| notice_sheet(&matter))}</div>
            <div class="dialog-foot">{icon_button(Look::Main, "print", words.paper.print, print)}</div>
        }
        .into_any()
    };
    dialog("intake-notice-dialog", title, body, move || reading.set(false))
}
