//! The page: the situation on one side, what the system says on the other, conduct below.

use leptos::prelude::*;

use super::bench::{Bench, bench, usual};
use super::conduct::conduct;
use super::decision::{decision, summary};
use super::flags::flags;
use super::people::people;
use super::situation::{condition_part, duty_part, matter_part};
use super::why_not::why_not;
use crate::app::frame::frame;
use crate::app::link::{Sight, workshop};
use crate::app::parts::{Look, button, skeleton, trouble_panel};
use crate::app::systems::flow::flow;
use crate::app::systems::subject::Subject;
use crate::app::words::TrialWords;
use crate::workshop::{Ask, Sound, Trial};

/// The page.
pub(in crate::app::systems) fn trial(subject: &Subject) -> AnyView {
    let words = &frame().rules_words().trial;
    let lang = frame().lang();
    let bench = bench();
    // The page is drawn anew in another language.
    bench.speak(lang);
    let system = subject.system();
    let tried = workshop().watch::<Sound<Trial>>(move || {
        Some(Ask::Try { system: system.get()?, situation: bench.situation.get(), why_not: bench.why_not.get() })
    });
    let topics = Memo::new(move |_| looked(tried, |trial| trial.topics.clone()));
    let looked_at = Memo::new(move |_| looked(tried, |trial| trial.flags));
    view! {
        <div class="trial stack gap-3">
            <p class="soft measure">{words.lead}</p>
            <div class="intake-columns">
                <div class="intake-form intake">
                    {matter_part(bench, topics)}
                    {duty_part(bench)}
                    {condition_part(bench)}
                    {flags(bench, looked_at)}
                    {people(bench)}
                    <div class="buttons">
                        {button(Look::Quiet, words.reset, move || bench.situation.set(usual(lang)))}
                    </div>
                </div>
                {answer(subject, words, bench, tried)}
            </div>
            {conduct(subject, bench)}
            <div class="trial-foot">
                <p aria-hidden="true">{move || looked(tried, |trial| summary(words, trial))}</p>
                {button(Look::Plain, words.see_result, show_answer)}
            </div>
        </div>
    }
    .into_any()
}

/// Brings what the system says into sight, on a narrow screen.
fn show_answer() {
    if let Some(answer) = document().query_selector(".intake-decision").ok().flatten() {
        answer.scroll_into_view();
    }
}

/// Looks at what was tried, where it could be.
fn looked<T: Default>(tried: Sight<Sound<Trial>>, look: impl FnOnce(&Trial) -> T) -> T {
    tried.with(|tried| tried.and_then(|tried| tried.as_ref().ok()).map(look)).unwrap_or_default()
}

/// What the system says, as lines or as the way of the matter.
fn answer(subject: &Subject, words: &'static TrialWords, bench: Bench, tried: Sight<Sound<Trial>>) -> AnyView {
    let subject = StoredValue::new(subject.clone());
    let before = StoredValue::new(None::<Trial>);
    let shown = move || match (tried.trouble(), tried.get()) {
        (Some(trouble), _) => trouble_panel(&trouble, None),
        (None, Some(Ok(now))) => {
            let drawn = if bench.shows_flow.get() {
                flow(&now)
            } else {
                before
                    .with_value(|before| subject.with_value(|subject| decision(subject, bench, &now, before.as_ref())))
            };
            before.set_value(Some(now));
            drawn
        }
        (None, _) => skeleton(),
    };
    let said = move || looked(tried, |trial| summary(words, trial));
    view! {
        <section class="intake-decision" aria-label=words.decision>
            <div class="decision stack gap-3">
                <div class="choice trial-choice" role="group" aria-label=words.shows>
                    {view_button(bench, words.decision, false)}
                    {view_button(bench, words.flow, true)}
                </div>
                {shown}
                {move || why_not(bench, tried)}
            </div>
            <p class="sr-only" role="status">{said}</p>
        </section>
    }
    .into_any()
}

fn view_button(bench: Bench, label: &'static str, flow: bool) -> AnyView {
    view! {
        <button type="button" aria-pressed=move || (bench.shows_flow.get() == flow).to_string()
            on:click=move |_| bench.shows_flow.set(flow)>{label}</button>
    }
    .into_any()
}
