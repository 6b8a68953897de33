//! What else the list is narrowed by, and in which order it stands.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::desk::session::{Session, Whose};
use crate::app::frame::frame;
use crate::app::link::back_office;
use crate::app::parts::{Look, button};
use crate::app::words::state;
use crate::index::Sort;
use crate::ledger::State;
use crate::protocol::{DepartmentView, Filter, Part, Query, SystemCard};

const STATES: [State; 5] = [State::Registered, State::InHand, State::Passing, State::Answered, State::Closed];
/// How much earlier than in UTC a day begins at the office (UTC+8), and how long it is.
const AHEAD_MS: i64 = 28_800_000;
const DAY_MS: i64 = 86_400_000;

/// Filters beside shelf, person and words. Days are as they stand in their fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app::desk) struct Narrowed {
    part: Part,
    state: Option<State>,
    department: Option<String>,
    system: Option<String>,
    due_from: String,
    due_to: String,
    sort: Option<Sort>,
}

impl Narrowed {
    /// Adds them to a question that has none.
    pub(super) fn onto(&self, filter: Filter) -> Filter {
        Filter {
            part: self.part,
            state: self.state,
            department: filter.department.or_else(|| self.department.as_deref().map(Into::into)),
            system: self.system.clone(),
            due_from_ms: day_start_ms(&self.due_from),
            due_before_ms: day_start_ms(&self.due_to).map(|start_ms| start_ms + DAY_MS),
            sort: self.sort,
            ..filter
        }
    }
}

/// When a day begins at the office; none where nothing, or no day, stands in the field.
fn day_start_ms(day: &str) -> Option<i64> {
    let day: NaiveDate = day.parse().ok()?;
    Some(day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis() - AHEAD_MS)
}

/// The filters, folded away until someone wants them.
pub(super) fn narrowing(session: Session) -> AnyView {
    let frame = frame();
    let words = &frame.staff_words().tickets;
    let lang = frame.lang();
    let departments = back_office().watch::<Vec<DepartmentView>>(|| Query::Departments);
    let systems = back_office().watch::<Vec<SystemCard>>(|| Query::Systems);
    let narrowed = session.narrowed;
    let is_narrowed = Memo::new(move |_| narrowed.with(|narrowed| *narrowed != Narrowed::default()));
    let parts = vec![
        ("", words.part_any),
        ("owner", words.part_owner),
        ("handler", words.part_handler),
        ("answerable", words.part_answerable),
    ];
    let sorts = vec![
        ("", words.sort_own),
        ("due", words.sort_due),
        ("registered", words.sort_registered),
        ("touched", words.sort_touched),
    ];
    let named = |options: Vec<(&str, &str)>| {
        let options: Vec<(String, String)> =
            options.into_iter().map(|(value, label)| (value.to_owned(), label.to_owned())).collect();
        move || options.clone()
    };
    let states = STATES.into_iter().enumerate().map(|(nth, one)| (nth.to_string(), state(lang, one).to_owned()));
    let states: Vec<(String, String)> =
        std::iter::once((String::new(), words.any_state.to_owned())).chain(states).collect();
    let of_departments = move || {
        let listed = departments.get().unwrap_or_default().into_iter().map(|one| (one.id.to_string(), one.name));
        std::iter::once((String::new(), words.any_department.to_owned())).chain(listed).collect()
    };
    let of_systems = move || {
        let listed = systems.get().unwrap_or_default().into_iter().map(|one| (one.pack, one.title));
        std::iter::once((String::new(), words.any_system.to_owned())).chain(listed).collect()
    };
    let given = |text: String| Some(text).filter(|text| !text.is_empty());
    view! {
        <details class="narrowing">
            <summary>
                {words.narrow}
                {move || is_narrowed.get().then(|| view! { <span class="tag">{words.narrowed}</span> })}
            </summary>
            <div class="narrowing-fields">
                {move || (session.whose.get() == Whose::Mine).then(|| {
                    let value = move || narrowed.with(|narrowed| part_code(narrowed.part).to_owned());
                    pick("narrow-part", words.part, named(parts.clone()), value, move |chosen| change(session, |to| to.part = part_of(&chosen)))
                })}
                {pick("narrow-state", words.state, move || states.clone(),
                    move || narrowed.with(|narrowed| state_code(narrowed.state)),
                    move |chosen| change(session, |to| to.state = chosen.parse().ok().and_then(|nth: usize| STATES.get(nth).copied())))}
                {move || (session.whose.get() == Whose::Everyone).then(|| pick("narrow-department", words.of_department, of_departments,
                    move || narrowed.with(|narrowed| narrowed.department.clone().unwrap_or_default()),
                    move |chosen| change(session, |to| to.department = given(chosen))))}
                {pick("narrow-system", words.of_system, of_systems,
                    move || narrowed.with(|narrowed| narrowed.system.clone().unwrap_or_default()),
                    move |chosen| change(session, |to| to.system = given(chosen)))}
                {day("narrow-from", words.due_from, move || narrowed.with(|narrowed| narrowed.due_from.clone()),
                    move |chosen| change(session, |to| to.due_from = chosen))}
                {day("narrow-to", words.due_to, move || narrowed.with(|narrowed| narrowed.due_to.clone()),
                    move |chosen| change(session, |to| to.due_to = chosen))}
                {pick("narrow-sort", words.sort, named(sorts),
                    move || narrowed.with(|narrowed| sort_code(narrowed.sort).to_owned()),
                    move |chosen| change(session, |to| to.sort = sort_of(&chosen)))}
            </div>
            {move || is_narrowed.get().then(|| button(Look::Plain, words.widen, move || change(session, |to| *to = Narrowed::default())))}
        </details>
    }
    .into_any()
}

fn change(session: Session, change: impl FnOnce(&mut Narrowed)) {
    session.narrowed.update(change);
    session.roll.rewind();
}

fn pick(
    id: &'static str,
    label: &'static str,
    options: impl Fn() -> Vec<(String, String)> + Send + 'static,
    value: impl Fn() -> String + Copy + Send + 'static,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    let options = move || {
        let chosen = value();
        let options = options().into_iter().map(|(code, name)| {
            let selected = code == chosen;
            view! { <option value=code selected=selected>{name}</option> }
        });
        options.collect_view()
    };
    view! {
        <div class="field">
            <label class="field-label" for=id>{label}</label>
            <select class="input" id=id on:change:target=move |event| choose(event.target().value())>{options}</select>
        </div>
    }
    .into_any()
}

fn day(
    id: &'static str,
    label: &'static str,
    value: impl Fn() -> String + Send + 'static,
    choose: impl Fn(String) + 'static,
) -> AnyView {
    view! {
        <div class="field">
            <label class="field-label" for=id>{label}</label>
            <input class="input" type="date" id=id prop:value=value on:change:target=move |event| choose(event.target().value()) />
        </div>
    }
    .into_any()
}

fn part_code(part: Part) -> &'static str {
    match part {
        Part::Any => "",
        Part::Owner => "owner",
        Part::Handler => "handler",
        Part::Answerable => "answerable",
    }
}

fn part_of(code: &str) -> Part {
    let all = [Part::Owner, Part::Handler, Part::Answerable];
    all.into_iter().find(|part| part_code(*part) == code).unwrap_or_default()
}

fn sort_code(sort: Option<Sort>) -> &'static str {
    match sort {
        None => "",
        Some(Sort::Due) => "due",
        Some(Sort::Registered) => "registered",
        Some(Sort::Touched) => "touched",
    }
}

fn sort_of(code: &str) -> Option<Sort> {
    [Sort::Due, Sort::Registered, Sort::Touched].into_iter().find(|sort| sort_code(Some(*sort)) == code)
}

fn state_code(chosen: Option<State>) -> String {
    STATES.iter().position(|one| Some(*one) == chosen).map(|nth| nth.to_string()).unwrap_or_default()
}
