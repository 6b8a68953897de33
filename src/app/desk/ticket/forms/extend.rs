//! Moving the limit to a later day.

use leptos::prelude::*;

use super::{area, take};
use crate::app::desk::ticket::acting::Acting;
use crate::app::parts::Entry;
use crate::app::words;
use crate::ledger::Act;
use crate::rules::Due;

/// The form.
pub(super) fn form(acting: Acting) -> AnyView {
    let words = acting.words();
    let reason = Entry::new();
    let day = RwSignal::new(String::new());
    let error = RwSignal::new(None::<&'static str>);
    let now = acting.now(|view| view.row.due.clone());
    let now = now.map(|due| words::due(acting.frame.lang(), &due));
    let send = move || {
        let due = day.with_untracked(|day| end_of(day));
        if due.is_none() {
            error.set(Some(words.extend_day_needed));
        }
        if let (Some(due), Some(reason)) = (due, take(reason, Some(words.reason_needed))) {
            acting.send(Act::Extend { due, reason }, words.recorded.to_owned(), || ());
        }
    };
    view! {
        <div class="dialog-body">
            <p>{words.extend_hint}</p>
            {now.map(|now| view! { <p class="soft">{words.extend_now(&now)}</p> })}
            <div class="field">
                <label class="field-label" for="act-day">{words.extend_day}</label>
                <input class="input" id="act-day" type="date" required aria-describedby="act-day-error"
                    aria-invalid=move || error.get().is_some().then_some("true") prop:value=move || day.get()
                    on:input:target=move |event| { day.set(event.target().value()); error.set(None); } />
                <p class="field-error" id="act-day-error" role="alert">{move || error.get()}</p>
            </div>
            {area("act-words", words.reason, false, reason)}
        </div>
        {acting.foot(words.extend_do, send)}
    }
    .into_any()
}

/// The end of a day of the office, `YYYY-MM-DD`; none for a day that is past or none at all. What the calendar says about
/// it, the back office fills in.
fn end_of(day: &str) -> Option<Due> {
    let end_ms = js_sys::Date::parse(&format!("{day}T23:59:59.999+08:00"));
    #[allow(clippy::cast_possible_truncation)] // Whole milliseconds are what is meant.
    let at_ms = (end_ms > js_sys::Date::now()).then_some(end_ms as i64)?;
    Some(Due { at_ms, day: true, provisional: false, calendar: String::new() })
}
