//! One person who was asked.

use leptos::prelude::*;

use super::bench::Bench;
use crate::app::frame::frame;
use crate::app::parts::{icon, tick};
use crate::rules::{Asked, Situation};

/// The largest number that a field takes.
const NUMBER_MAX: u32 = 600;

/// Draws the person with this id.
pub(super) fn person(bench: Bench, id: &str) -> AnyView {
    let words = &frame().rules_words().trial;
    let this = StoredValue::new(id.to_owned());
    let remove = {
        let id = id.to_owned();
        move |_| bench.situation.update(|s| s.asked.retain(|person| person.id != id))
    };
    let ticks = [
        (words.on_duty, Trait { get: |p| p.on_duty, set: |p, on| p.on_duty = on }),
        (words.named, Trait { get: |p| p.named, set: |p, on| p.named = on }),
        (words.at_post, Trait { get: |p| p.at_post, set: |p, on| p.at_post = on }),
        (words.operator, Trait { get: |p| p.operator, set: |p, on| p.operator = on }),
        (words.in_charge, Trait { get: |p| p.in_charge, set: |p, on| p.in_charge = on }),
        (words.took_over, Trait { get: |p| p.took_over, set: |p, on| p.took_over = on }),
        (words.appointed, Trait { get: |p| p.appointed, set: |p, on| p.appointed = on }),
    ];
    let ticks = ticks.map(|(label, part)| {
        let ticked = move || look(bench, this, part.get).unwrap_or_default();
        tick(label, ticked, move |on| change(bench, this, |person| (part.set)(person, on)))
    });
    view! {
        <fieldset class="trial-person">
            <legend class="trial-person-name">{id.to_owned()}</legend>
            <details>
                <summary>{words.person_more(id)}</summary>
                <div class="stack">
                    <div class="options">{ticks.into_iter().collect_view()}</div>
                    <div class="trial-numbers">
                        {number(words.rank, bench, this, |p| p.rank.unsigned_abs(), |p, n| p.rank = n.cast_signed())}
                        {number(words.tenure, bench, this, |p| p.tenure_months.unsigned_abs(), |p, n| p.tenure_months = n.cast_signed())}
                        {number(words.responded, bench, this, |p| p.responded.unwrap_or_default(), |p, n| p.responded = (n > 0).then_some(n))}
                    </div>
                </div>
            </details>
            <button type="button" class="asked-remove" aria-label=words.remove_person(id) on:click=remove>{icon("close")}</button>
        </fieldset>
    }
    .into_any()
}

/// A property of a person that can be ticked.
#[derive(Clone, Copy)]
struct Trait {
    get: fn(&Asked) -> bool,
    set: fn(&mut Asked, bool),
}

fn look<T>(bench: Bench, id: StoredValue<String>, get: fn(&Asked) -> T) -> Option<T> {
    let find = |s: &Situation| s.asked.iter().find(|person| id.with_value(|id| *id == person.id)).map(get);
    bench.situation.with(find)
}

fn change(bench: Bench, id: StoredValue<String>, change: impl FnOnce(&mut Asked)) {
    bench.situation.update(|s| {
        if let Some(person) = s.asked.iter_mut().find(|person| id.with_value(|id| *id == person.id)) {
            change(person);
        }
    });
}

/// A field for a whole number.
fn number(
    label: &'static str,
    bench: Bench,
    id: StoredValue<String>,
    get: fn(&Asked) -> u32,
    set: fn(&mut Asked, u32),
) -> AnyView {
    let value = move || look(bench, id, get).unwrap_or_default().to_string();
    view! {
        <label class="field">
            <span class="field-hint">{label}</span>
            <input class="input" type="number" inputmode="numeric" min="0" max=NUMBER_MAX.to_string() prop:value=value
                on:input:target=move |event| {
                    let number = event.target().value().parse().unwrap_or(0).min(NUMBER_MAX);
                    change(bench, id, |person| set(person, number));
                } />
        </label>
    }
    .into_any()
}
