//! A system's own cases, run: those that fail first.

use leptos::prelude::*;

use super::subject::{Subject, Tab};
use super::trial::bench;
use crate::app::frame::frame;
use crate::app::link::workshop;
use crate::app::parts::{Look, button, empty, icon, skeleton, trouble_panel};
use crate::app::route::go;
use crate::app::words::SystemWords;
use crate::workshop::{Ask, CaseRun, Sound};

/// The page.
pub(super) fn cases(subject: &Subject) -> AnyView {
    let words = &frame().rules_words().systems;
    let system = subject.system();
    let runs = workshop().watch::<Sound<Vec<CaseRun>>>(move || system.get().map(Ask::Cases));
    let subject = StoredValue::new(subject.clone());
    let body = move || match (runs.trouble(), runs.get()) {
        (Some(trouble), _) => trouble_panel(&trouble, None),
        (None, Some(Ok(runs))) if runs.is_empty() => empty("check", words.cases_none, words.cases_none_hint, None),
        (None, Some(Ok(runs))) => subject.with_value(|subject| all(subject, words, &runs)),
        (None, _) => skeleton(),
    };
    view! {
        <div class="stack gap-3 measure">
            <p class="soft">{words.cases_lead}</p>
            {body}
        </div>
    }
    .into_any()
}

fn all(subject: &Subject, words: &'static SystemWords, runs: &[CaseRun]) -> AnyView {
    let failed = runs.iter().filter(|run| !run.misses.is_empty()).count();
    let all = runs.len().to_string();
    let said = if failed == 0 { words.cases_all_pass(&all) } else { words.cases_some_fail(&failed.to_string(), &all) };
    let state = if failed == 0 { "good" } else { "wrong" };
    let rows = runs.iter().map(|run| row(subject, words, run)).collect_view();
    view! {
        <p class="cases-sum" role="status" data-state=state>{icon(if failed == 0 { "check" } else { "warn" })}{said}</p>
        <ol class="cases">{rows}</ol>
    }
    .into_any()
}

fn row(subject: &Subject, words: &'static SystemWords, run: &CaseRun) -> AnyView {
    let passed = run.misses.is_empty();
    let kind = match run.kind.as_str() {
        "assess" => words.kind_assess,
        "fact" => words.kind_fact,
        "due" => words.kind_due,
        _ => words.kind_decide,
    };
    let misses = run.misses.iter().map(|miss| view! { <li>{miss.clone()}</li> }).collect_view();
    let try_it = run.situation.clone().map(|situation| {
        let bench = bench();
        let address = subject.address(Tab::Try);
        button(Look::Quiet, words.try_case, move || {
            bench.situation.set(situation.clone());
            go(&address);
        })
    });
    view! {
        <li class="case" data-state=if passed { "good" } else { "wrong" }>
            {icon(if passed { "check" } else { "close" })}
            <div class="stack gap-1">
                <p class="case-name"><span class="sr-only">{if passed { words.passed } else { words.failed }}" "</span>{run.name.clone()}</p>
                {(!passed).then(|| view! { <ul class="case-misses">{misses}</ul> })}
                <p class="soft small">{kind}" · "{words.line(&run.line.to_string())}</p>
            </div>
            {try_it}
        </li>
    }
    .into_any()
}
