//! How far a matter has come, by number and phone ending.

use leptos::prelude::*;

use super::page::way_back;
use super::{Visit, rating, visit};
use crate::app::frame::{Frame, frame};
use crate::app::link::{Sight, back_office};
use crate::app::parts::{
    Field, Keys, Run, Tone, Typed, due_badge, field, focus_first_error, heading, notice, pad, pad_toggle, seal,
    skeleton, thread, trouble_panel, wants_pad,
};
use crate::app::words::{self, ProgressWords, state_for_visitor};
use crate::ledger::State;
use crate::protocol::{ProgressView, Query, Trouble};

const NUMBER_LENGTH_MAX: u16 = 32;
const ENDING_LENGTH: usize = 4;

/// The page for looking a matter up.
pub(super) fn progress_page() -> AnyView {
    let (frame, visit) = (frame(), visit());
    let words = &frame.words().progress;
    let sight = back_office().watch_some::<ProgressView>(move || {
        visit.looked_up.get().map(|(number, phone_ending)| Query::Progress { number, phone_ending })
    });
    let found = move || match (visit.looked_up.get().is_some(), sight.get(), sight.trouble()) {
        (false, ..) => ().into_any(),
        (_, _, Some(Trouble::NotFound(_))) => notice(Tone::Mind, words.not_found_title, words.not_found_text, None),
        (_, _, Some(trouble)) => trouble_panel(&trouble, None),
        (_, None, None) => skeleton(),
        (_, Some(view), None) => standing(frame, visit, &view),
    };
    view! {
        <div class="page" data-narrow="">
            {way_back("/kiosk")}
            <div class="stack gap-1">{heading(words.title)}<p class="soft">{words.lead}</p></div>
            {form(frame, visit, sight)}
            <p class="sr-only" role="status">{move || spoken(frame, visit, sight)}</p>
            {found}
        </div>
    }
    .into_any()
}

/// The outcome in a sentence, for those who do not see it appear.
fn spoken(frame: Frame, visit: Visit, sight: Sight<ProgressView>) -> Option<String> {
    visit.looked_up.with(Option::is_some).then_some(())?;
    if matches!(sight.trouble(), Some(Trouble::NotFound(_))) {
        return Some(frame.words().progress.not_found_title.to_owned());
    }
    sight.with(|view| view.map(|view| format!("{}：{}", view.subject, state_for_visitor(frame.lang(), view.state))))
}

fn form(frame: Frame, visit: Visit, sight: Sight<ProgressView>) -> AnyView {
    let words = &frame.words().progress;
    let padded = RwSignal::new(wants_pad());
    let on_ending = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let number = visit.number.trimmed();
        let ending = visit.ending.trimmed();
        let whole = visit.number.judge(number.is_empty().then(|| words.number_missing.to_owned()));
        let short =
            !ending.is_empty() && (ending.len() != ENDING_LENGTH || !ending.bytes().all(|sign| sign.is_ascii_digit()));
        if visit.ending.judge(short.then(|| words.ending_short.to_owned())) && whole {
            visit.looked_up.set(Some((number, ending)));
        } else {
            focus_first_error();
        }
    };
    let keys = move || {
        padded.get().then(|| {
            if on_ending.get() {
                pad(Keys::Digits, visit.ending.text, ENDING_LENGTH)
            } else {
                pad(Keys::DigitsAndLetters, visit.number.text, NUMBER_LENGTH_MAX.into())
            }
        })
    };
    view! {
        <form class="sheet kiosk-lookup" novalidate="" on:submit=submit>
            <div class="kiosk-lookup-fields">
                <div on:focusin=move |_| on_ending.set(false)>{move || number_field(words, visit, padded.get())}</div>
                <div on:focusin=move |_| on_ending.set(true)>{move || ending_field(words, visit, padded.get())}</div>
            </div>
            <div class="kiosk-pad"><div class="kiosk-pad-toggle">{pad_toggle(padded)}</div>{keys}</div>
            <div class="buttons">
                <button class="button" data-kind="main" aria-busy=move || sight.waiting().then_some("true")>
                    {move || if sight.waiting() { words.looking } else { words.look }}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn number_field(words: &ProgressWords, visit: Visit, padded: bool) -> AnyView {
    field(Field {
        id: "number",
        label: words.number_label,
        hint: words.number_hint,
        typed: Typed::Number,
        length_max: NUMBER_LENGTH_MAX,
        optional: false,
        padded,
        entry: visit.number,
    })
}

fn ending_field(words: &ProgressWords, visit: Visit, padded: bool) -> AnyView {
    field(Field {
        id: "ending",
        label: words.ending_label,
        hint: words.ending_hint,
        typed: Typed::Digits,
        length_max: 4,
        optional: true,
        padded,
        entry: visit.ending,
    })
}

fn standing(frame: Frame, visit: Visit, view: &ProgressView) -> AnyView {
    let words = &frame.words().progress;
    let settled = matches!(view.state, State::Answered | State::Closed);
    let due = view.due.as_ref().filter(|_| !settled);
    let due = due.map(|due| {
        view! { <p class="row gap-1">{due_badge(due)}<span class="soft">{words::due(frame.lang(), due)}</span></p> }
    });
    let answer = view.answer.clone().unwrap_or_else(|| words.answer_none.to_owned());
    view! {
        <section class="sheet stack gap-3" aria-labelledby="standing">
            <div class="kiosk-standing">
                <div class="stack gap-1">
                    <p class="soft numeric">{view.number.clone()}</p>
                    <h2 id="standing">{view.subject.clone()}</h2>
                    <p class="large"><strong>{state_for_visitor(frame.lang(), view.state)}</strong></p>
                    {due}
                </div>
                {(view.state == State::Closed).then(|| seal("办", "结"))}
            </div>
            {thread(&view.thread, Run::Across)}
            <div class="stack gap-1">
                <h3>{words.answer}</h3>
                <p class="keep-lines">{answer}</p>
            </div>
            {rating::rating(visit, view)}
        </section>
    }
    .into_any()
}
