//! What is printed: the slip (80 mm) and the list of papers.

use leptos::prelude::*;

use super::matter::paper;
use crate::app::frame::{Frame, frame};
use crate::app::parts::{Look, Run, icon_button, qr, thread};
use crate::app::words::{self, fill, moment};
use crate::protocol::{AcknowledgedView, MatterView};

/// A button that prints the page's slip.
pub(super) fn print_button(label: &str) -> AnyView {
    icon_button(Look::Plain, "print", label, || {
        if window().print().is_err() {
            leptos::logging::warn!("the browser does not print");
        }
    })
}

/// The slip of a registration. On paper alone.
pub(crate) fn slip(slip: &AcknowledgedView) -> AnyView {
    let frame = frame();
    let words = &frame.words().register;
    let due = slip.due.as_ref().map(|due| words::due(frame.lang(), due));
    let owner = slip.owner.as_ref().map(|owner| format!("{} {}", owner.name, on_one_line(&owner.phone)));
    let window = slip.window.map(|window| fill(frame.words().frame.window, &[&window.to_string()]));
    let papers: Vec<_> = slip.materials.iter().map(|material| paper(frame, material)).collect();
    let bring =
        (!papers.is_empty()).then(|| view! { <p class="slip-label">{words.bring}</p><ol class="papers">{papers}</ol> });
    view! {
        <div class="slip paper-only">
            {head(frame, words.slip_title)}
            <p class="slip-subject">{slip.subject.clone()}</p>
            <p class="slip-number">{slip.number.clone()}</p>
            {qr(&slip.number)}
            <p class="slip-small">{words.slip_scan}</p>
            {line(words.slip_time, Some(moment(frame.lang(), slip.at_ms)))}
            {line(words.due_by, due)}
            {line(words.owner, owner)}
            {line(words.go_to, window.map(|window| format!("{window} {}", slip.place)))}
            {thread(&slip.thread, Run::Down)}
            {line(words.slip_complaint, Some(slip.complaint_phone.clone()))}
            {bring}
        </div>
    }
    .into_any()
}

/// A telephone number that breaks nowhere: its blanks do not, and a word joiner follows each hyphen.
fn on_one_line(phone: &str) -> String {
    phone.replace(' ', "\u{a0}").replace('-', "-\u{2060}")
}

/// The list of a matter's papers. On paper alone.
pub(super) fn list(matter: &MatterView) -> AnyView {
    let frame = frame();
    let words = frame.words();
    let window = fill(words.frame.window, &[&matter.card.window.to_string()]);
    let papers: Vec<_> = matter.materials.iter().map(|material| paper(frame, material)).collect();
    view! {
        <div class="slip paper-only">
            {head(frame, words.register.materials_slip)}
            <p class="slip-subject">{matter.card.name.clone()}</p>
            <ol class="papers">{papers}</ol>
            {line(words.kiosk.place, Some(format!("{window} {}", matter.place)))}
            {line(words.kiosk.phone, Some(matter.phone.clone()))}
        </div>
    }
    .into_any()
}

fn head(frame: Frame, title: &'static str) -> AnyView {
    let office = frame.office();
    let example = office.as_ref().is_some_and(|office| office.example);
    view! {
        <p class="slip-office">{office.map(|office| office.name)}</p>
        <p class="slip-title">{title}</p>
        {example.then(|| view! { <p class="slip-small">{frame.words().register.slip_example}</p> })}
    }
    .into_any()
}

fn line(name: &'static str, value: Option<String>) -> Option<AnyView> {
    value.map(|value| view! { <p class="slip-line"><span>{name}</span><span>{value}</span></p> }.into_any())
}
