//! Why something is not so: a duty that is not demanded, a person who is not the owner.

use leptos::prelude::*;

use super::bench::Bench;
use crate::app::frame::frame;
use crate::app::link::Sight;
use crate::app::words::desk::codes;
use crate::rules::DutyCode;
use crate::workshop::{Sound, Trial, WhyNotAsked};

/// The question and its answer.
pub(super) fn why_not(bench: Bench, tried: Sight<Sound<Trial>>) -> AnyView {
    let words = &frame().rules_words().trial;
    let choose = move |value: String| bench.why_not.set(read(&value));
    let options =
        move || tried.with(|tried| tried.and_then(|tried| tried.as_ref().ok()).map(|trial| offered(bench, trial)));
    let answer = move || {
        let said =
            tried.with(|tried| tried.and_then(|tried| tried.as_ref().ok()).and_then(|trial| trial.why_not.clone()));
        said.filter(|_| bench.why_not.with(Option::is_some)).map(|said| {
            let lines = said.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! { <ul class="trial-why-not">{lines}</ul> }
        })
    };
    view! {
        <section class="stack gap-1 trial-ask">
            <label class="field-label" for="trial-why-not">{words.why_not}</label>
            <select class="input" id="trial-why-not" on:change:target=move |event| choose(event.target().value())>
                <option value="" selected=move || bench.why_not.with(Option::is_none)>{words.why_not_pick}</option>
                {options}
            </select>
            <div role="status">{answer}</div>
        </section>
    }
    .into_any()
}

/// What can be asked: duties that the system knows but does not demand here, and people who are not the owner. What is
/// being asked stays on offer even where it is so by now.
fn offered(bench: Bench, trial: &Trial) -> AnyView {
    let lang = frame().lang();
    let words = &frame().rules_words().trial;
    let asked = bench.why_not.get_untracked();
    let mut duties = trial.absent.clone();
    if let Some(WhyNotAsked::Duty(code)) = asked
        && !duties.contains(&code)
    {
        duties.push(code);
    }
    let owner = trial.owner.as_ref().map(|owner| owner.id.clone());
    let everybody = bench.situation.with_untracked(|s| s.asked.iter().map(|p| p.id.clone()).collect::<Vec<_>>());
    let people: Vec<String> = everybody.into_iter().filter(|id| Some(id) != owner.as_ref()).collect();
    let chosen = asked.as_ref().map(written).unwrap_or_default();
    let option = |value: String, label: String| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{label}</option> }
    };
    let duties =
        duties.into_iter().map(|code| option(written(&WhyNotAsked::Duty(code)), codes::duty(lang, code).to_owned()));
    let duties = duties.collect_view();
    let has_people = !people.is_empty();
    let people = people.into_iter().map(|id| option(written(&WhyNotAsked::Person(id.clone())), id)).collect_view();
    view! {
        <optgroup label=words.why_not_duties>{duties}</optgroup>
        {has_people.then(|| view! { <optgroup label=words.why_not_people>{people}</optgroup> })}
    }
    .into_any()
}

/// A question as the value of an option.
fn written(asked: &WhyNotAsked) -> String {
    match asked {
        WhyNotAsked::Duty(code) => format!("duty {code}"),
        WhyNotAsked::Person(id) => format!("person {id}"),
    }
}

fn read(value: &str) -> Option<WhyNotAsked> {
    match value.split_once(' ')? {
        ("duty", code) => code.parse::<DutyCode>().ok().map(WhyNotAsked::Duty),
        (_, id) => Some(WhyNotAsked::Person(id.to_owned())),
    }
}
