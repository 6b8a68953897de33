//! The duties, one tap each, with the clause beside them.
//!
//! A duty cannot be undone in a ledger that only grows. So those that end the matter or say much about it ask once more
//! and take a note; the others are ticked at once, and a note can be added by the button beside the tick.

use leptos::prelude::*;

use super::acting::{Acting, Doing};
use crate::app::desk::intake::duty_limit;
use crate::app::frame::frame;
use crate::app::parts::{clause_chip, icon, trouble_panel};
use crate::app::words::desk::codes;
use crate::ledger::{Act, DutyState};
use crate::protocol::DutyView;
use crate::rules::DutyCode;

/// The list of duties.
pub(super) fn duties(acting: Acting) -> AnyView {
    let words = &frame().staff_words().ticket;
    let sight = acting.view;
    let all = Memo::new(move |_| {
        sight
            .with(|view| view.and_then(|view| view.decision.as_ref()).map(|decision| decision.duties.clone()))
            .unwrap_or_default()
    });
    let places = Memo::new(move |_| (0..all.with(Vec::len)).collect::<Vec<_>>());
    let progress = move || {
        let done = all.with(|all| all.iter().filter(|duty| duty.state != DutyState::Open).count());
        (all.with(Vec::len) > 0).then(|| words.done_count(&done.to_string(), &all.with(Vec::len).to_string()))
    };
    view! {
        <section class="sheet stack gap-1 duties" aria-labelledby="duties-title">
            <div class="spread">
                <h2 id="duties-title" tabindex="-1">{words.todo}</h2>
                <p class="soft">{progress}</p>
            </div>
            {move || acting.trouble_outside().map(|trouble| trouble_panel(&trouble, None))}
            {move || all.with(Vec::is_empty).then(|| view! { <p class="soft">{words.todo_none}</p> })}
            <ol class="duty-list">
                <For each=move || places.get() key=|place| *place let:place>
                    {
                        let duty = Memo::new(move |_| all.with(|all| all.get(place).cloned()));
                        view! { {move || duty.get().map(|duty| row(acting, &duty))} }
                    }
                </For>
            </ol>
        </section>
    }
    .into_any()
}

fn row(acting: Acting, duty: &DutyView) -> AnyView {
    let frame = frame();
    let lang = frame.lang();
    let words = &frame.staff_words().ticket;
    let state = match duty.state {
        DutyState::Open => "open",
        DutyState::Done => "done",
        DutyState::NotNeeded => "waived",
    };
    let mut marks = Vec::new();
    if duty.state == DutyState::NotNeeded {
        marks.push(words.waived.to_owned());
    }
    if duty.optional {
        marks.push(words.optional.to_owned());
    }
    if !duty.alternatives.is_empty() && duty.state == DutyState::Open {
        marks.push(words.alternatives.to_owned());
    }
    let who = duty.person.clone().unwrap_or_else(|| codes::actor(lang, duty.by).to_owned());
    let open = duty.state == DutyState::Open;
    view! {
        <li class="duty" data-state=state>
            {tick(acting, duty)}
            <div class="duty-text">
                <p class="duty-name">{codes::duty(lang, duty.code)}</p>
                <p class="duty-who">{std::iter::once(who).chain(marks).collect::<Vec<_>>().join(" · ")}</p>
                {(!duty.note.is_empty()).then(|| view! { <p class="duty-note keep-lines">{duty.note.clone()}</p> })}
            </div>
            <div class="duty-marks">
                {open.then(|| duty_limit(duty))}
                {duty.clauses.iter().map(clause_chip).collect_view()}
                {(open && duty.mine && !asks_again(duty.code)).then(|| with_note(acting, duty.code))}
            </div>
        </li>
    }
    .into_any()
}

/// The tick: a button where the person may press it, a sign where not.
fn tick(acting: Acting, duty: &DutyView) -> AnyView {
    let words = &frame().staff_words().ticket;
    let code = duty.code;
    if duty.state != DutyState::Open || !duty.mine {
        let picture = (duty.state == DutyState::Done).then(|| icon("check"));
        return view! { <span class="duty-sign" aria-hidden="true">{picture}</span> }.into_any();
    }
    let name = codes::duty(frame().lang(), code);
    let press = move |_| {
        if asks_again(code) {
            acting.open(Doing::Duty(code));
        } else {
            complete(acting, code);
        }
    };
    view! {
        <button type="button" class="duty-tick" aria-label=words.tick(name) title=words.done on:click=press>{icon("check")}</button>
    }
    .into_any()
}

fn with_note(acting: Acting, code: DutyCode) -> AnyView {
    let words = &frame().staff_words().ticket;
    let name = codes::duty(frame().lang(), code);
    view! {
        <button type="button" class="duty-with-note" aria-label=words.note_for(name) title=words.done_with_note
            on:click=move |_| acting.open(Doing::Duty(code))>
            {icon("pen")}
        </button>
    }
    .into_any()
}

fn complete(acting: Acting, duty: DutyCode) {
    let said = acting.frame.staff_words().ticket.duty_done(codes::duty(acting.frame.lang(), duty));
    acting.send(Act::CompleteDuty { duty, note: String::new() }, said, focus_next);
}

/// After a tick the focus goes to the next one, so that a keyboard works down the list.
pub(super) fn focus_next() {
    set_timeout(
        || {
            let next = document().query_selector(".duty-tick, #duties-title").ok().flatten();
            let lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
            if let Some(next) =
                next.filter(|_| lost).and_then(|next| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(next).ok())
                && next.focus().is_err()
            {
                leptos::logging::warn!("the next duty could not take the focus");
            }
        },
        std::time::Duration::from_millis(100),
    );
}

/// Duties whose doing deserves a second look and a word on how it went.
const fn asks_again(code: DutyCode) -> bool {
    matches!(
        code,
        DutyCode::SettleNow | DutyCode::SettleInTime | DutyCode::FileRefusal | DutyCode::Archive | DutyCode::Rectify
    )
}
