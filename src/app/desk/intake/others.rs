//! Others who were asked as well, in the order in which they were.

use leptos::prelude::*;

use super::page::Intake;
use crate::app::desk::people::fits;
use crate::app::parts::icon;
use crate::office::StaffId;
use crate::protocol::PersonView;

/// How many people are offered while someone types.
const OFFERED: usize = 6;

/// The people asked besides the clerk.
pub(super) fn others(intake: Intake) -> AnyView {
    let words = intake.frame.staff_words();
    let others = intake.draft.others;
    let typed = RwSignal::new(String::new());
    let begun = others.with_untracked(|others| !others.is_empty());
    let offered = Memo::new(move |_| offered(intake, &typed.get()));
    let add = move |id: StaffId| {
        others.update(|others| others.push(id));
        typed.set(String::new());
    };
    view! {
        <details class="intake-part intake-others" open=begun>
            <summary><h2>{words.intake.others}</h2></summary>
            <div class="stack">
            {move || others.with(|others| !others.is_empty()).then(|| asked(intake))}
            <div class="field">
                <label class="field-label" for="intake-other">{words.intake.others_add}</label>
                <p class="field-hint" id="intake-other-hint">{words.intake.others_hint}</p>
                <input class="input" id="intake-other" type="search" autocomplete="off" spellcheck="false" maxlength="40"
                    aria-describedby="intake-other-hint" placeholder=words.who.search prop:value=move || typed.get()
                    on:keydown=move |event| {
                        if event.key() == "Enter" {
                            event.prevent_default();
                            if let Some(person) = offered.with_untracked(|people| people.first().cloned()) {
                                add(person.id);
                            }
                        }
                    }
                    on:input:target=move |event| typed.set(event.target().value()) />
            </div>
            <ul class="matter-cards">
                {move || offered.get().into_iter().map(|person| offer(&person, add)).collect_view()}
            </ul>
            </div>
        </details>
    }
    .into_any()
}

fn offered(intake: Intake, typed: &str) -> Vec<PersonView> {
    if typed.trim().is_empty() {
        return Vec::new();
    }
    let taken =
        |id: &StaffId| intake.me.with_value(|me| me == id) || intake.draft.others.with(|others| others.contains(id));
    intake.people.with(|people| {
        let people = people.map(Vec::as_slice).unwrap_or_default().iter();
        people.filter(|person| !taken(&person.id) && fits(person, typed)).take(OFFERED).cloned().collect()
    })
}

fn offer(person: &PersonView, add: impl Fn(StaffId) + Copy + 'static) -> AnyView {
    let id = person.id.clone();
    view! {
        <li>
            <button type="button" class="matter-card" on:click=move |_| add(id.clone())>
                {icon("user")}
                <span class="matter-card-name">{person.name.clone()}</span>
                <span class="matter-card-where">{person.department.clone()}</span>
            </button>
        </li>
    }
    .into_any()
}

fn asked(intake: Intake) -> AnyView {
    let words = &intake.frame.staff_words().intake;
    let others = intake.draft.others;
    let named = move |id: &StaffId| {
        intake.people.with(|people| people?.iter().find(|person| person.id == *id).map(|person| person.name.clone()))
    };
    let rows = others
        .get()
        .into_iter()
        .map(|id| {
            let name = named(&id).unwrap_or_else(|| id.to_string());
            let remove = words.remove(&name);
            view! {
                <li class="asked">
                    <span>{name}</span>
                    <button type="button" class="asked-remove" aria-label=remove
                        on:click=move |_| others.update(|others| others.retain(|other| *other != id))>
                        {icon("close")}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="asked-list">{rows}</ol> }.into_any()
}
