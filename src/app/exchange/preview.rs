//! What a file would change or restore, and what it did.

use leptos::prelude::*;

use super::import::{Import, Stage};
use crate::app::frame::Frame;
use crate::app::parts::tick;
use crate::app::parts::{Look, Tone, button, icon, link_button, notice, seal};
use crate::app::words::desk::problem;
use crate::app::words::{self, BackupWords, count};
use crate::protocol::{ImportView, Problem, RestoredView};

/// How many problems are listed.
const LISTED: usize = 50;

/// From whom the file is, and what it would change.
pub(super) fn preview(import: Import, view: &ImportView) -> AnyView {
    let words = import.words();
    let restoring = import.restoring();
    let nothing = view.new_events == 0 && !view.brings_office && restoring.is_none();
    let sound = view.problems.is_empty();
    let token = view.token;
    let adopt = RwSignal::new(view.brings_office);
    let numbers = sound.then(|| {
        if nothing {
            notice(Tone::Info, words.nothing_new, words.nothing_new_hint, None)
        } else if let Some(words) = restoring {
            restores(import, words, view)
        } else {
            changes(import, view)
        }
    });
    let office = (sound && view.brings_office && restoring.is_none())
        .then(|| tick(words.office_too, move || adopt.get(), move |on| adopt.set(on)));
    let (title, confirm, cancel, another, hint) = match restoring {
        None => (words.preview, words.confirm, words.cancel, words.another, words.problems_hint),
        Some(words) => (words.preview, words.confirm, words.cancel, words.another, words.problems_hint),
    };
    let ways = if sound && !nothing {
        view! {
            {button(Look::Main, confirm, move || import.confirm(token, adopt.get_untracked()))}
            {button(Look::Quiet, cancel, move || import.cancel(token))}
        }
        .into_any()
    } else {
        button(Look::Plain, another, move || import.cancel(token))
    };
    view! {
        <div class="preview-file stack" role="status">
            <h3>{title}</h3>
            {origin(import, view)}
            {numbers}
            {office}
            {(!sound).then(|| notice(Tone::Wrong, words.problems, hint, None))}
            {listed(import, &view.problems)}
            {listed(import, &view.notes)}
            {view.lives_on.as_ref().map(|old| lives_on(import.frame, old))}
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
    let restoring = import.restoring();
    let (title, another) = restoring.map_or((words.imported, words.another), |words| (words.restored, words.another));
    let said = match restoring {
        Some(words) => words.restored_what(&count(lang, view.tickets), &count(lang, view.events)),
        None if view.new_events == 0 => words.nothing_new.to_owned(),
        None => words.imported_what(&count(lang, view.new_tickets), &count(lang, view.changed_tickets)),
    };
    let again = restoring.is_none().then(|| button(Look::Quiet, another, move || import.stage.set(Stage::Idle)));
    view! {
        <div class="exchange-done" role="status">
            {seal("已", "入")}
            <div class="stack gap-1">
                <h3>{title}</h3>
                <p>{said}</p>
            </div>
        </div>
        <div class="buttons">
            {link_button(Look::Main, words.see_tickets, "/desk")}
            {again}
        </div>
    }
    .into_any()
}

/// What a backup would bring, and how the device goes on then.
fn restores(import: Import, words: &'static BackupWords, view: &ImportView) -> AnyView {
    let lang = import.frame.lang();
    let Some(kept) = &view.restores else { return ().into_any() };
    let systems = if kept.systems.is_empty() { words.none.to_owned() } else { kept.systems.join(", ") };
    view! {
        <dl class="figures">
            {figure(words.tickets, &count(lang, view.tickets))}
            {figure(words.records, &count(lang, view.events))}
            {figure(words.never_exported, &count(lang, kept.fresh))}
        </dl>
        <dl class="particulars"><div><dt>{words.own_systems}</dt><dd>{systems}</dd></div></dl>
        <p>{words.goes_on}</p>
    }
    .into_any()
}

/// A device whose backup was restored here has gone on writing.
pub(crate) fn lives_on(frame: Frame, old: &RestoredView) -> AnyView {
    let (lang, words) = (frame.lang(), &frame.staff_words().backup);
    let text = words.lives_on_text(&old.device, &count(lang, old.later), &words::moment(lang, old.made_ms));
    notice(Tone::Mind, words.lives_on, &text, None)
}

/// A number with its name below.
pub(crate) fn figure(name: &'static str, number: &str) -> AnyView {
    view! {
        <div class="figure"><dt>{name}</dt><dd class="figure-number">{number.to_owned()}</dd></div>
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
    let number = |name: &'static str, number: u64| figure(name, &count(lang, number));
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
