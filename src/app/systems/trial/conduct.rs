//! If it is not done: what the system says about misconduct, and why something does not follow.

use leptos::prelude::*;

use super::bench::Bench;
use crate::app::frame::frame;
use crate::app::link::{Sight, workshop};
use crate::app::parts::trouble_panel;
use crate::app::systems::subject::Subject;
use crate::app::words::TrialWords;
use crate::app::words::desk::conduct::{consequence, violation};
use crate::rules::{ClauseRef, Consequence, StaffRole, Violation};
use crate::workshop::{Ask, Judgement, SanctionLineView, Sound};

/// The most times that are offered.
const TIMES_MAX: u32 = 5;

/// The part of the page.
pub(super) fn conduct(subject: &Subject, bench: Bench) -> AnyView {
    let words = &frame().rules_words().trial;
    let system = subject.system();
    let judged = workshop().watch::<Sound<Judgement>>(move || {
        let scope = bench.situation.with(|s| s.scope);
        let given = bench.conduct.get().given(scope);
        Some(Ask::Judge { system: system.get()?, given, why_not: bench.why_no_sanction.get() })
    });
    let subject = StoredValue::new(subject.clone());
    let answer = move || match (judged.trouble(), judged.get()) {
        (Some(trouble), _) => Some(trouble_panel(&trouble, None)),
        (None, Some(Ok(judgement))) => Some(subject.with_value(|subject| follows(subject, words, &judgement))),
        _ => None,
    };
    let has_ladder = Memo::new(move |_| {
        judged.with(|judged| judged.is_none_or(|judged| judged.as_ref().is_ok_and(|judgement| judgement.has_ladder)))
    });
    view! {
        <section class="intake-part stack trial-conduct" aria-labelledby="trial-conduct">
            <div>
                <h2 id="trial-conduct">{words.conduct}</h2>
                <p class="soft">{words.conduct_lead}</p>
            </div>
            {move || if has_ladder.get() {
                view! {
                    {questions(words, bench)}
                    <div class="stack" role="status">{answer}</div>
                    {why_not(words, bench, judged)}
                }.into_any()
            } else {
                view! { <p>{words.no_ladder}</p> }.into_any()
            }}
        </section>
    }
    .into_any()
}

fn questions(words: &'static TrialWords, bench: Bench) -> AnyView {
    let lang = frame().lang();
    let conduct = bench.conduct;
    let role = |code: StaffRole| match code {
        StaffRole::Owner => words.role_owner,
        StaffRole::Handler => words.role_handler,
        StaffRole::NextHandler => words.role_next,
    };
    let now = conduct.get_untracked();
    let violations = named(Violation::ALL, now.violation, |code| violation(lang, code));
    let consequences = named(Consequence::ALL, now.consequence, |code| consequence(lang, code));
    let roles = named(StaffRole::ALL, now.role, role);
    let times = (1..=TIMES_MAX).map(|n| (words.ordinal(&n.to_string()), n == now.time)).collect();
    view! {
        <div class="trial-conduct-fields">
            {choice("trial-violation", words.violation, violations,
                move |at| if let Some(code) = Violation::ALL.get(at) { conduct.update(|c| c.violation = *code); })}
            {choice("trial-consequence", words.consequence, consequences,
                move |at| if let Some(code) = Consequence::ALL.get(at) { conduct.update(|c| c.consequence = *code); })}
            {choice("trial-role", words.role, roles,
                move |at| if let Some(code) = StaffRole::ALL.get(at) { conduct.update(|c| c.role = *code); })}
            {choice("trial-times", words.times, times,
                move |at| conduct.update(|c| c.time = u32::try_from(at + 1).unwrap_or(1)))}
        </div>
    }
    .into_any()
}

/// The names of codes, and which of them is chosen.
fn named<T: Copy + PartialEq>(all: &[T], now: T, name: impl Fn(T) -> &'static str) -> Vec<(String, bool)> {
    all.iter().map(|code| (name(*code).to_owned(), *code == now)).collect()
}

/// A list from which one is chosen; `choose` is told its place.
fn choice(
    id: &'static str,
    label: &'static str,
    labels: Vec<(String, bool)>,
    choose: impl Fn(usize) + 'static,
) -> AnyView {
    let options = labels.into_iter().enumerate().map(|(place, (label, selected))| {
        view! { <option value=place.to_string() selected=selected>{label}</option> }
    });
    let options = options.collect_view();
    view! {
        <div class="field">
            <label class="field-label" for=id>{label}</label>
            <select class="input" id=id on:change:target=move |event| choose(event.target().value().parse().unwrap_or(0))>{options}</select>
        </div>
    }
    .into_any()
}

fn follows(subject: &Subject, words: &'static TrialWords, judgement: &Judgement) -> AnyView {
    if judgement.sanctions.is_empty() {
        return view! { <p>{words.follows_nothing}</p> }.into_any();
    }
    let lines = judgement.sanctions.iter().map(|line| sanction(subject, words, line)).collect_view();
    let marks = &frame().rules_words().systems;
    let liable = judgement.liable.join(marks.comma);
    let liable = (!liable.is_empty()).then(|| view! { <p>{words.liable}{marks.colon}{liable}</p> });
    view! {
        <div class="stack gap-1">
            <h3>{words.follows}</h3>
            <ul class="trial-sanctions">{lines}</ul>
            {liable}
        </div>
    }
    .into_any()
}

fn sanction(subject: &Subject, words: &'static TrialWords, line: &SanctionLineView) -> AnyView {
    let systems = &frame().rules_words().systems;
    let links = line.clauses.iter().map(|clause: &ClauseRef| {
        let address = format!("#{}", subject.clause_address(clause.as_str()));
        view! { <a href=address>{systems.clause(clause.as_str())}</a>" " }
    });
    let links = links.collect_view();
    view! {
        <li>
            <strong>{line.name.clone()}</strong>
            {line.alternatives.then(|| view! { <span class="tag">{words.one_of}</span> })}
            <span class="small">{links}</span>
        </li>
    }
    .into_any()
}

fn why_not(words: &'static TrialWords, bench: Bench, judged: Sight<Sound<Judgement>>) -> AnyView {
    let asked = bench.why_no_sanction;
    let look = move || judged.with(|judged| judged.and_then(|judged| judged.as_ref().ok()).cloned());
    let options = move || {
        let options = look().map(|judgement| judgement.absent).unwrap_or_default().into_iter().map(|(code, name)| {
            let selected = asked.get_untracked() == Some(code);
            view! { <option value=code.as_str() selected=selected>{name}</option> }
        });
        options.collect_view()
    };
    let answer = move || {
        let said = look().and_then(|judgement| judgement.why_not).filter(|_| asked.with(Option::is_some));
        said.map(|said| {
            let lines = said.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! { <ul class="trial-why-not">{lines}</ul> }
        })
    };
    view! {
        <div class="stack gap-1 trial-ask">
            <label class="field-label" for="trial-why-no-sanction">{words.why_not_sanctions}</label>
            <select class="input" id="trial-why-no-sanction" on:change:target=move |event| asked.set(event.target().value().parse().ok())>
                <option value="" selected=move || asked.with(Option::is_none)>{words.why_not_sanction_pick}</option>
                {options}
            </select>
            <div role="status">{answer}</div>
        </div>
    }
    .into_any()
}
