//! The head of a ticket: number, matter, state, time left, the whole thread.

use leptos::prelude::*;

use super::acting::Acting;
use crate::app::desk::paper::Paper;
use crate::app::frame::frame;
use crate::app::parts::{Look, Run, due_badge, heading, icon_button, seal, thread};
use crate::app::words;
use crate::ledger::State;
use crate::protocol::{AcknowledgedView, PersonView, TicketRow, TicketView};

/// The head; follows the row and those who answer.
pub(super) fn head(acting: Acting) -> AnyView {
    let sight = acting.view;
    let subject = Memo::new(move |_| sight.with(|view| view.map(|view| view.row.subject.clone()).unwrap_or_default()));
    let row = Memo::new(move |_| sight.with(|view| view.map(|view| (view.row.clone(), view.answerable.clone()))));
    view! {
        <header class="ticket-head">
            {move || heading(&subject.get())}
            {move || row.get().map(|(row, answerable)| state(acting, &row, &answerable))}
        </header>
    }
    .into_any()
}

fn state(acting: Acting, row: &TicketRow, answerable: &[PersonView]) -> AnyView {
    let frame = frame();
    let lang = frame.lang();
    let words = &frame.staff_words().ticket;
    let closed = row.state == State::Closed;
    let names: Vec<_> = answerable.iter().map(|person| person.name.clone()).filter(|name| !name.is_empty()).collect();
    view! {
        <div class="ticket-facts">
            <p class="ticket-number"><span class="sr-only">{words.number}" "</span>{row.number.clone()}</p>
            <p class="row gap-1">
                <span class="tag" data-kind="accent">{words::state(lang, row.state)}</span>
                <span class="tag">{words::kind(lang, row.kind)}</span>
                {row.due.as_ref().filter(|_| !closed).map(due_badge)}
                {row.due.as_ref().filter(|_| !closed).map(|due| view! { <span class="soft">{words::due(lang, due)}</span> })}
            </p>
            {(!names.is_empty()).then(|| view! {
                <p class="ticket-holder">{words.answerable}<strong>{names.join("、")}</strong></p>
            })}
        </div>
        <div class="ticket-marks">
            {closed.then(|| seal("办", "结"))}
            {icon_button(Look::Quiet, "print", words.print_slip, move || print(acting))}
        </div>
        <div class="ticket-thread">{thread(&row.thread, Run::Across)}</div>
    }
    .into_any()
}

fn print(acting: Acting) {
    let office = acting.frame.office();
    let slip = acting.view.with(|view| view.map(|view| again(view, office.as_ref())));
    acting.paper.set(slip.map(|slip| Paper::Slip(Box::new(slip))));
}

/// The slip of a ticket once more, as it would be given out now.
fn again(view: &TicketView, office: Option<&crate::protocol::OfficeView>) -> AcknowledgedView {
    let row = &view.row;
    let matter = view.matter.as_deref();
    AcknowledgedView {
        ticket: row.id,
        number: row.number.clone(),
        subject: row.subject.clone(),
        at_ms: row.at_ms,
        due: row.due.clone(),
        owner: view.answerable.first().cloned(),
        window: matter.map(|matter| matter.card.window),
        place: matter.map(|matter| matter.place.clone()).unwrap_or_default(),
        owner_clause: view.decision.as_ref().and_then(|decision| decision.owner_clause.clone()),
        materials: matter.map(|matter| matter.materials.clone()).unwrap_or_default(),
        thread: row.thread.clone(),
        office: office.map(|office| office.name.clone()).unwrap_or_default(),
        complaint_phone: office.map(|office| office.complaint_phone.clone()).unwrap_or_default(),
    }
}
