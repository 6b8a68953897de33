//! What it is about: a matter of the list, or words and a kind.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::notice::notice_dialog;
use super::page::Intake;
use crate::app::link::Sight;
use crate::app::parts::one_of;
use crate::app::parts::{Field, Look, Typed, button, due_badge, field, icon, icon_button};
use crate::app::words::{self, fill};
use crate::office::MatterId;
use crate::protocol::{MatterCard, MatterView, Query};
use crate::rules::MatterKind;

/// How many matters are offered while someone types.
const OFFERED: usize = 8;

/// The first part of the form.
pub(super) fn matter_section(intake: Intake) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    let draft = intake.draft;
    let chosen = Memo::new(move |_| draft.matter.with(Option::is_some));
    let reading = RwSignal::new(false);
    view! {
        <section class="intake-part stack" aria-labelledby="intake-matter">
            <h2 id="intake-matter">{words.matter}</h2>
            {move || match (draft.free.get(), chosen.get()) {
                (true, _) => in_words(intake),
                (false, true) => from_list(intake, reading),
                (false, false) => finding(intake),
            }}
            <p class="field-error" role="alert">{move || intake.matter_error.get().filter(|_| !draft.free.get())}</p>
            {notice_dialog(intake, reading)}
        </section>
    }
    .into_any()
}

fn finding(intake: Intake) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    let typed = RwSignal::new(String::new());
    let found = intake.office.watch::<Vec<MatterCard>>(move || Query::Matters { words: typed.get() });
    let offered = Memo::new(move |_| offered(intake, found, &typed.get()));
    let choose = move |id: MatterId| {
        intake.matter_error.set(None);
        intake.draft.matter.set(Some(id));
    };
    let first = move |event: &KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            if let Some(card) = offered.with_untracked(|cards| cards.first().cloned()) {
                choose(card.id);
            }
        }
    };
    view! {
        <div class="field">
            <label class="field-label" for="intake-find">{words.matter_search}</label>
            <p class="field-hint" id="intake-find-hint">{words.matter_hint}</p>
            <div class="finder">
                {icon("search")}
                <input class="input" id="intake-find" type="search" autocomplete="off" spellcheck="false" maxlength="60"
                    aria-describedby="intake-find-hint" aria-invalid=move || intake.matter_error.with(|e| e.is_some().then_some("true"))
                    prop:value=move || typed.get() on:keydown=move |event| first(&event)
                    on:input:target=move |event| { typed.set(event.target().value()); intake.matter_error.set(None); } />
            </div>
        </div>
        <p class="sr-only" role="status">
            {move || typed.with(|typed| !typed.is_empty()).then(|| words.found(&found.with(|cards| cards.map_or(0, Vec::len)).to_string()))}
        </p>
        {move || {
            let none = found.with(|cards| cards.is_some_and(Vec::is_empty)) && typed.with(|typed| !typed.is_empty());
            none.then(|| view! { <p class="soft">{words.matter_none}</p> })
        }}
        <ul class="matter-cards">
            {move || offered.get().into_iter().map(|card| matter_button(&card, choose)).collect_view()}
        </ul>
        <div class="buttons">
            {icon_button(Look::Plain, "pen", words.matter_free, move || write_instead(intake, &typed.get_untracked()))}
        </div>
    }
    .into_any()
}

/// While nothing is typed, the matters of the clerk's own department.
fn offered(intake: Intake, found: Sight<Vec<MatterCard>>, typed: &str) -> Vec<MatterCard> {
    let own = intake.people.with(|people| {
        intake
            .me
            .with_value(|me| people?.iter().find(|person| person.id == *me).map(|person| person.department.clone()))
    });
    found.with(|cards| {
        let cards = cards.map(Vec::as_slice).unwrap_or_default().iter();
        let fitting = cards.filter(|card| !typed.trim().is_empty() || Some(&card.department) == own.as_ref());
        fitting.take(OFFERED).cloned().collect()
    })
}

fn matter_button(card: &MatterCard, choose: impl Fn(MatterId) + Copy + 'static) -> AnyView {
    let id = card.id.clone();
    view! {
        <li>
            <button type="button" class="matter-card" on:click=move |_| choose(id.clone())>
                {icon(&card.icon)}
                <span class="matter-card-name">{card.name.clone()}</span>
                <span class="matter-card-where">{card.department.clone()}</span>
            </button>
        </li>
    }
    .into_any()
}

fn write_instead(intake: Intake, typed: &str) {
    intake.matter_error.set(None);
    intake.draft.matter.set(None);
    if intake.draft.subject.text.with_untracked(String::is_empty) {
        intake.draft.subject.text.set(typed.trim().to_owned());
    }
    intake.draft.free.set(true);
}

fn in_words(intake: Intake) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    let draft = intake.draft;
    let subject = field(Field {
        id: "intake-subject",
        label: words.subject,
        hint: "",
        typed: Typed::Line,
        length_max: 100,
        optional: false,
        padded: false,
        entry: draft.subject,
    });
    view! {
        {subject}
        {one_of("intake-kind", words.kind, MatterKind::ALL, words::kind, move || Some(draft.kind.get()), move |kind| draft.kind.set(kind))}
        <div class="buttons">{icon_button(Look::Plain, "search", words.matter_list, move || draft.free.set(false))}</div>
    }
    .into_any()
}

fn from_list(intake: Intake, reading: RwSignal<bool>) -> AnyView {
    view! {
        {move || intake.matter.get().map(|matter| chosen(intake, &matter, reading))}
    }
    .into_any()
}

fn chosen(intake: Intake, matter: &MatterView, reading: RwSignal<bool>) -> AnyView {
    let words = intake.frame.staff_words();
    let lang = intake.frame.lang();
    let window = fill(words.frame.window, &[&matter.card.window.to_string()]);
    let limit = matter.limit.map(|limit| words::limit(lang, limit));
    let change = move || {
        intake.draft.matter.set(None);
        intake.draft.on_the_spot.set(None);
    };
    view! {
        <div class="matter-chosen">
            {icon(&matter.card.icon)}
            <div class="stack gap-1">
                <p class="matter-chosen-name">{matter.card.name.clone()}</p>
                <p class="soft">{[matter.card.department.clone(), window].join(" · ")}</p>
                <p class="row gap-1">
                    <span class="tag">{words::kind(lang, matter.card.kind)}</span>
                    {limit.map(|limit| view! { <span class="tag">{limit}</span> })}
                    {matter.due.as_ref().map(due_badge)}
                </p>
            </div>
            <div class="buttons">
                {icon_button(Look::Plain, "file", words.intake.notice, move || reading.set(true))}
                {button(Look::Quiet, words.intake.matter_change, change)}
            </div>
        </div>
    }
    .into_any()
}
