//! The end: the number, where to go, who sees it through.

use leptos::prelude::*;

use super::matter::{fact, paper};
use super::{slip, visit};
use crate::app::frame::{Frame, frame};
use crate::app::parts::{Look, Run, button, clause_chip, heading, qr, seal, thread};
use crate::app::route;
use crate::app::words::{self, fill};
use crate::protocol::AcknowledgedView;

/// The page with the number.
pub(super) fn done_page() -> AnyView {
    let (frame, visit) = (frame(), visit());
    let Some(slip) = visit.slip.get_untracked() else {
        route::replace("/kiosk");
        return ().into_any();
    };
    let words = &frame.words().register;
    let finish = button(Look::Main, words.finish, move || {
        visit.clear();
        frame.choice.forget_visit();
        route::replace("/kiosk");
    });
    view! {
        <div class="page kiosk-done prints-slip">
            <div class="kiosk-done-head">
                {seal("登", "记")}
                {heading(words.done_title)}
            </div>
            {number(frame, &slip)}
            <div class="kiosk-done-body">
                {facts(frame, &slip)}
                <div class="stack gap-3">
                    <section class="sheet">{thread(&slip.thread, Run::Down)}</section>
                    {bring(frame, &slip)}
                </div>
            </div>
            <div class="kiosk-actions">
                <div class="buttons" data-ends="">{finish}{slip::print_button(words.print)}</div>
            </div>
            {slip::slip(&slip)}
        </div>
    }
    .into_any()
}

fn number(frame: Frame, slip: &AcknowledgedView) -> AnyView {
    let words = &frame.words().register;
    view! {
        <section class="sheet kiosk-number">
            <p class="soft">{words.done_lead}</p>
            <p class="number">{slip.number.clone()}</p>
            <div class="kiosk-number-below">
                {qr(&slip.number)}
                <div class="stack gap-1">
                    <p class="large"><strong>{slip.subject.clone()}</strong></p>
                    <p class="soft">{words.keep_number}</p>
                </div>
            </div>
        </section>
    }
    .into_any()
}

fn facts(frame: Frame, slip: &AcknowledgedView) -> AnyView {
    let words = &frame.words().register;
    let go_to = slip.window.map(|window| fill(frame.words().frame.window, &[&window.to_string()]));
    let go_to = go_to.map(|window| fact(words.go_to, window, slip.place.clone()));
    let (owner, about) = match &slip.owner {
        Some(owner) => (owner.name.clone(), format!("{} · {}", owner.department, owner.title)),
        None => (words.owner_none.to_owned(), String::new()),
    };
    let due = slip.due.as_ref().map_or_else(|| words.due_none.to_owned(), |due| words::due(frame.lang(), due));
    let why = slip.owner_clause.as_ref().map(|chip| {
        view! { <div class="fact"><dt>{words.why_owner}</dt><dd class="fact-below">{chip.gist.clone()}</dd><dd>{clause_chip(chip)}</dd></div> }
    });
    view! {
        <dl class="sheet facts">
            {go_to}
            {fact(words.owner, owner, about)}
            {fact(words.due_by, due, String::new())}
            {why}
        </dl>
    }
    .into_any()
}

fn bring(frame: Frame, slip: &AcknowledgedView) -> Option<AnyView> {
    if slip.materials.is_empty() {
        return None;
    }
    let papers: Vec<_> = slip.materials.iter().map(|material| paper(frame, material)).collect();
    let drawn = view! {
        <section class="sheet stack" aria-labelledby="bring">
            <h2 id="bring">{frame.words().register.bring}</h2>
            <ol class="papers">{papers}</ol>
        </section>
    };
    Some(drawn.into_any())
}
