//! Passing a matter on: to which department, perhaps to whom, and why; with the slip as it will be printed.

use leptos::prelude::*;

use super::{area, take};
use crate::app::desk::paper::{Paper, TransferPaper, transfer_sheet};
use crate::app::desk::ticket::acting::Acting;
use crate::app::link::Sight;
use crate::app::parts::tick;
use crate::app::parts::{Entry, skeleton, trouble_panel};
use crate::ledger::{Act, Receiver};
use crate::office::{DepartmentId, StaffId};
use crate::protocol::{DepartmentView, PersonView, Query};

#[derive(Clone, Copy)]
struct Passing {
    acting: Acting,
    departments: Sight<Vec<DepartmentView>>,
    people: Sight<Vec<PersonView>>,
    department: RwSignal<Option<DepartmentId>>,
    person: RwSignal<Option<StaffId>>,
    reason: Entry,
    error: RwSignal<Option<&'static str>>,
    print_too: RwSignal<bool>,
}

/// The form.
pub(super) fn form(acting: Acting) -> AnyView {
    let words = acting.words();
    let passing = Passing {
        acting,
        departments: acting.office.watch(|| Query::Departments),
        people: acting.office.watch(|| Query::People),
        department: RwSignal::new(None),
        person: RwSignal::new(None),
        reason: Entry::new(),
        error: RwSignal::new(None),
        print_too: RwSignal::new(false),
    };
    view! {
        <div class="dialog-body">
            <p>{words.transfer_hint}</p>
            {move || match (passing.departments.trouble(), passing.departments.with(|all| all.is_some())) {
                (Some(trouble), _) => trouble_panel(&trouble, None),
                (None, false) => skeleton(),
                (None, true) => departments(passing),
            }}
            {move || passing.department.get().map(|department| people(passing, &department))}
            {area("act-words", words.transfer_reason, false, passing.reason)}
            <details class="preview">
                <summary>{words.transfer_preview}</summary>
                <div class="preview-sheet">{move || sheet(passing).map(|sheet| transfer_sheet(&sheet))}</div>
            </details>
            {tick(words.transfer_print_too, move || passing.print_too.get(), move |on| passing.print_too.set(on))}
        </div>
        {acting.foot(words.transfer_do, move || send(passing))}
    }
    .into_any()
}

fn departments(passing: Passing) -> AnyView {
    let words = passing.acting.words();
    let choose = move |id: DepartmentId| {
        passing.department.set(Some(id));
        passing.person.set(None);
        passing.error.set(None);
    };
    let options = untrack(|| {
        passing.departments.with(|all| {
        all.map(Vec::as_slice).unwrap_or_default().iter().map(|department| {
            let (id, chosen_id) = (department.id.clone(), department.id.clone());
            let chosen = Memo::new(move |_| passing.department.with(|chosen| chosen.as_ref() == Some(&chosen_id)));
            view! {
                <label class="option" data-chosen=move || chosen.get().then_some("")>
                    <input type="radio" name="act-department" prop:checked=move || chosen.get() on:change=move |_| choose(id.clone()) />
                    <span class="option-text">
                        <span class="option-name">{department.name.clone()}</span>
                        <span class="option-more">{department.duty.clone()}</span>
                    </span>
                </label>
            }
        }).collect_view()
    })
    });
    view! {
        <fieldset class="field" aria-describedby="act-department-error">
            <legend class="field-label">{words.transfer_department}</legend>
            <div class="options options-many">{options}</div>
            <p class="field-error" id="act-department-error" role="alert">{move || passing.error.get()}</p>
        </fieldset>
    }
    .into_any()
}

fn people(passing: Passing, department: &DepartmentId) -> AnyView {
    let words = passing.acting.words();
    let members = passing.people.with(|people| {
        let people = people.map(Vec::as_slice).unwrap_or_default().iter();
        people.filter(|person| person.department_id == *department).cloned().collect::<Vec<_>>()
    });
    let options = members
        .into_iter()
        .map(|person| {
            let said = format!("{} · {}", person.name, person.title);
            view! { <option value=person.id.0>{said}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label class="field-label" for="act-person">{words.transfer_person}</label>
            <select class="input" id="act-person" on:change:target=move |event| {
                let chosen = event.target().value();
                passing.person.set((!chosen.is_empty()).then_some(StaffId(chosen)));
            }>
                <option value="">{words.transfer_anyone}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// To whom, by name.
fn receiver(passing: Passing) -> String {
    let department = passing.departments.with(|all| {
        let id = passing.department.get()?;
        all?.iter().find(|department| department.id == id).map(|department| department.name.clone())
    });
    let person = passing.people.with(|all| {
        let id = passing.person.get()?;
        all?.iter().find(|person| person.id == id).map(|person| person.name.clone())
    });
    [department, person].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn sender(passing: Passing) -> String {
    let me = passing.acting.me;
    passing
        .people
        .with(|all| {
            let person = all?.iter().find(|person| me.with_value(|me| *me == person.id))?;
            Some([person.department.clone(), person.name.clone()].join(" · "))
        })
        .unwrap_or_default()
}

/// The slip as it would be printed.
fn sheet(passing: Passing) -> Option<TransferPaper> {
    let (from, to) = (sender(passing), receiver(passing));
    let reason = passing.reason.text.get();
    let at_ms = now_ms();
    passing
        .acting
        .view
        .with(|view| view.map(|view| TransferPaper::of(view, passing.acting.frame, &from, &to, &reason, at_ms)))
}

fn now_ms() -> i64 {
    #[allow(clippy::cast_possible_truncation)] // Whole milliseconds are what is meant.
    let now = js_sys::Date::now() as i64;
    now
}

fn send(passing: Passing) {
    let words = passing.acting.words();
    let department = passing.department.get_untracked();
    if department.is_none() {
        passing.error.set(Some(words.transfer_department_needed));
    }
    let reason = take(passing.reason, Some(words.reason_needed));
    let (Some(department), Some(reason)) = (department, reason) else { return };
    let to = Receiver { department, staff: passing.person.get_untracked() };
    let slip = passing.print_too.get_untracked().then(|| untrack(|| sheet(passing))).flatten();
    let paper = passing.acting.paper;
    passing.acting.send(Act::Transfer { to, reason }, words.recorded.to_owned(), move || {
        if let Some(slip) = slip {
            paper.set(Some(Paper::Transfer(Box::new(slip))));
        }
    });
}
