//! After registering: the number, to be told to the visitor, and the ways on.

use leptos::prelude::*;

use crate::app::desk::paper::Paper;
use crate::app::desk::session::session;
use crate::app::frame::frame;
use crate::app::parts::{Look, Run, button, clause_chip, heading, icon_button, link_button, qr, seal, thread};
use crate::app::words;
use crate::protocol::AcknowledgedView;

/// The acknowledgement; `again` shows an empty form.
pub(super) fn receipt(done: AcknowledgedView, again: impl Fn() + 'static) -> AnyView {
    let frame = frame();
    let words = &frame.staff_words().intake;
    let paper = session().paper;
    let owner = done.owner.as_ref().map(|owner| words.sum_owner(&owner.name));
    let due = done.due.as_ref().map(|due| words.due_by(&words::due(frame.lang(), due)));
    let address = format!("/desk/ticket/{}", done.ticket);
    let drawn = qr(&done.number);
    let chip = done.owner_clause.as_ref().map(clause_chip);
    let thread = thread(&done.thread, Run::Across);
    let (number, subject) = (done.number.clone(), done.subject.clone());
    view! {
        <div class="receipt sheet stack gap-3">
            <div class="receipt-head">
                <div class="stack gap-1">
                    {heading(words.registered)}
                    <p>{subject}</p>
                    <p class="receipt-number">{number}</p>
                    <p class="soft">{words.registered_safe}</p>
                </div>
                <div class="receipt-marks">{seal("已", "收")}{drawn}</div>
            </div>
            {thread}
            <p class="row gap-1">{owner}{chip}{due}</p>
            <div class="buttons">
                {link_button(Look::Main, words.open_ticket, &address)}
                {icon_button(Look::Plain, "print", words.print_slip, move || paper.set(Some(Paper::Slip(Box::new(done.clone())))))}
                {button(Look::Quiet, words.next_one, again)}
            </div>
        </div>
    }
    .into_any()
}
