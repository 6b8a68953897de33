//! Everything that happened, in plain words.

use leptos::prelude::*;

use crate::app::frame::frame;
use crate::app::link::Sight;
use crate::app::words::{self, desk::codes};
use crate::ledger::Closing;
use crate::office::Lang;
use crate::protocol::{HistoryLine, TicketView};
use crate::rules::DutyCode;

/// The history, newest first: what was last done is what people look for.
pub(super) fn history(sight: Sight<TicketView>) -> AnyView {
    let words = &frame().staff_words().ticket;
    let lines = Memo::new(move |_| sight.with(|view| view.map(|view| view.history.clone())).unwrap_or_default());
    view! {
        <section class="sheet stack" aria-labelledby="history-title">
            <h2 id="history-title">{words.history}</h2>
            <ol class="history" reversed>
                {move || lines.get().iter().rev().map(line).collect_view()}
            </ol>
        </section>
    }
    .into_any()
}

fn line(line: &HistoryLine) -> AnyView {
    let frame = frame();
    let words = &frame.staff_words().history;
    let (what, detail) = line_words(frame.lang(), line);
    // What the system answered, nobody did; what a visitor's registration ticks off, the kiosk did.
    let who = match (line.kind.as_str(), line.by.as_str()) {
        ("owner_named", _) => None,
        ("duty_done", "") => Some(words.kiosk.to_owned()),
        (_, "") => Some(words.visitor.to_owned()),
        (_, name) => Some(name.to_owned()),
    };
    view! {
        <li class="history-line">
            <p>{who.map(|who| view! { <strong>{who}</strong>" " })}{what}</p>
            {(!detail.is_empty()).then(|| view! { <p class="history-detail keep-lines">{detail}</p> })}
            <p class="history-when">{words::moment(frame.lang(), line.at_ms)}<span>{words.device(&line.device)}</span></p>
        </li>
    }
    .into_any()
}

/// What was done, and the words that belong to it.
pub(crate) fn line_words(lang: Lang, line: &HistoryLine) -> (String, String) {
    let words = &words::staff_words(lang).history;
    let (first, rest) = line.words.split_once('\n').unwrap_or((&line.words, ""));
    let all = || line.words.clone();
    let coded = |what: &str, code: &str| (format!("{what}{}{code}", words.colon), rest.to_owned());
    match line.kind.as_str() {
        "registered" => (words.registered.to_owned(), String::new()),
        "owner_named" => (words.owner_named.to_owned(), String::new()),
        "duty_done" => coded(words.duty_done, first.parse::<DutyCode>().map_or(first, |code| codes::duty(lang, code))),
        "transferred" => coded(words.transferred, first),
        "transfer_accepted" if line.words == line.by => (words.transfer_accepted.to_owned(), String::new()),
        "transfer_accepted" => coded(words.transfer_accepted, first),
        "transfer_returned" => (words.transfer_returned.to_owned(), all()),
        "answered" => (words.answered.to_owned(), all()),
        "extended" => coded(words.extended, &day_of(lang, first)),
        "fed_back" => coded(words.fed_back, heard(lang, first)),
        "rated" => coded(words.rated, &words::staff_words(lang).ticket.stars(first)),
        "closed" => coded(words.closed, closing_of(first).map_or(first, |code| codes::closing(lang, code))),
        "reopened" => (words.reopened.to_owned(), all()),
        "urged" => (words.urged.to_owned(), all()),
        "corrected" => coded(words.corrected, first),
        "finding_answered" => (words.finding_answered.to_owned(), all()),
        "finding_decided" => (words.finding_decided.to_owned(), all()),
        "conflict_settled" => (words.conflict_settled.to_owned(), all()),
        _ => (words.other.to_owned(), all()),
    }
}

/// The day that a limit was moved to, from its end in milliseconds.
fn day_of(lang: Lang, at_ms: &str) -> String {
    at_ms.parse().map_or_else(|_| at_ms.to_owned(), |at_ms| words::date(lang, at_ms))
}

fn heard(lang: Lang, code: &str) -> &'static str {
    let words = &words::staff_words(lang).acts;
    match code {
        "satisfied" => words.feedback_satisfied,
        "dissatisfied" => words.feedback_not,
        _ => words.feedback_silent,
    }
}

fn closing_of(code: &str) -> Option<Closing> {
    serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
}
