//! What a file would change, and what it changed.

use leptos::prelude::*;

use super::import::{Import, Stage};
use crate::app::parts::tick;
use crate::app::parts::{Look, Tone, button, icon, link_button, notice, seal};
use crate::app::words::desk::problem;
use crate::app::words::{self, count};
use crate::protocol::{ImportView, Problem};

/// How many problems are listed.
const LISTED: usize = 50;

/// From whom the file is, and what it would change.
pub(super) fn preview(import: Import, view: &ImportView) -> AnyView {
    let words = import.words();
    let nothing = view.new_events == 0 && !view.brings_office;
    let sound = view.problems.is_empty();
    let token = view.token;
    let adopt = RwSignal::new(view.brings_office);
    let numbers = sound.then(|| {
        if nothing {
            notice(Tone::Info, words.nothing_new, words.nothing_new_hint, None)
        } else {
            changes(import, view)
        }
    });
    let office =
        (sound && view.brings_office).then(|| tick(words.office_too, move || adopt.get(), move |on| adopt.set(on)));
    let ways = if sound && !nothing {
        view! {
            {button(Look::Main, words.confirm, move || import.confirm(token, adopt.get_untracked()))}
            {button(Look::Quiet, words.cancel, move || import.cancel(token))}
        }
        .into_any()
    } else {
        button(Look::Plain, words.another, move || import.cancel(token))
    };
    view! {
        <div class="preview-file stack" role="status">
            <h3>{words.preview}</h3>
            {origin(import, view)}
            {numbers}
            {office}
            {(!sound).then(|| notice(Tone::Wrong, words.problems, words.problems_hint, None))}
            {listed(import, &view.problems)}
            {listed(import, &view.notes)}
            {faults(import, view)}
        </div>
        <div class="buttons">{ways}</div>
    }
    .into_any()
}

/// What the file changed.
pub(super) fn imported(import: Import, view: &ImportView) -> AnyView {
    let words = import.words();
    let lang = import.frame.lang();
    let said = words.imported_what(&count(lang, view.new_tickets), &count(lang, view.changed_tickets));
    view! {
        <div class="exchange-done" role="status">
            {seal("已", "入")}
            <div class="stack gap-1">
                <h3>{words.imported}</h3>
                <p>{if view.new_events == 0 { words.nothing_new.to_owned() } else { said }}</p>
            </div>
        </div>
        <div class="buttons">
            {link_button(Look::Main, words.see_tickets, "/desk")}
            {button(Look::Quiet, words.another, move || import.stage.set(Stage::Idle))}
        </div>
    }
    .into_any()
}

fn origin(import: Import, view: &ImportView) -> AnyView {
    let words = import.words();
    let lang = import.frame.lang();
    let (picture, signed) = if view.signed { ("check", words.signed) } else { ("warn", words.unsigned) };
    let line = |name: &'static str, value: String| {
        (!value.is_empty()).then(|| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
    };
    let made = if view.made_ms == 0 { String::new() } else { words::moment(lang, view.made_ms) };
    view! {
        <dl class="particulars">
            {line(words.file, view.file.clone())}
            {line(words.from_office, view.office.clone())}
            {line(words.from_device, view.device.clone())}
            {line(words.made, made)}
        </dl>
        <p class="exchange-signed" data-good=view.signed.then_some("")>{icon(picture)}<span>{signed}</span></p>
    }
    .into_any()
}

fn changes(import: Import, view: &ImportView) -> AnyView {
    let words = import.words();
    let lang = import.frame.lang();
    let number = |name: &'static str, number: u64| {
        view! {
            <div class="figure"><dt>{name}</dt><dd class="figure-number">{count(lang, number)}</dd></div>
        }
    };
    view! {
        <dl class="figures">
            {number(words.new_tickets, view.new_tickets)}
            {number(words.changed_tickets, view.changed_tickets)}
            {number(words.new_events, view.new_events)}
            {number(words.events, view.events)}
        </dl>
    }
    .into_any()
}

/// Problems or notes, each with its place and the mend.
fn listed(import: Import, problems: &[Problem]) -> Option<AnyView> {
    let words = import.words();
    let lang = import.frame.lang();
    // The last one often tells most: it stopped the reading.
    let hidden = problems.len().saturating_sub(LISTED);
    let rows = problems
        .iter()
        .enumerate()
        .filter(|(place, _)| *place < LISTED - 1 || *place + 1 == problems.len())
        .map(|(_, found)| {
            let place =
                if found.line == 0 { words.whole_file.to_owned() } else { words.line(&count(lang, found.line)) };
            let (what, mend) = problem(lang, found);
            view! {
                <li class="problem">
                    <span class="tag">{place}</span>
                    <p>{what}</p>
                    <p class="soft">{mend}</p>
                </li>
            }
        })
        .collect_view();
    let hidden = (hidden > 0).then(|| view! { <p class="soft">{words.hidden(&count(lang, hidden as u64))}</p> });
    (!problems.is_empty()).then(|| view! { <ul class="problems">{rows}</ul>{hidden} }.into_any())
}

/// Gaps and forks that would stand afterwards.
fn faults(import: Import, view: &ImportView) -> Option<AnyView> {
    let words = import.words();
    let rows: Vec<_> = view
        .chain_faults
        .iter()
        .map(|fault| {
            let places = (fault.from_seq.to_string(), fault.to_seq.to_string());
            let said = if fault.fork {
                words.fork(&fault.device, &places.0)
            } else {
                words.gap(&fault.device, &places.0, &places.1)
            };
            view! { <li class="problem"><p>{said}</p></li> }
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <ul class="problems">{rows}</ul> }.into_any())
}
