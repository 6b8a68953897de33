//! One system, clause by clause, with what each does.

use leptos::prelude::*;

use super::clause::article;
use super::subject::Subject;
use crate::app::frame::frame;
use crate::app::parts::{Look, button, empty, icon};
use crate::app::words::SystemWords;
use crate::workshop::{ClauseReading, Reading};

/// The system's clauses; the clause in the address is brought into sight.
pub(super) fn reader(subject: Subject, reading: Reading, clause: Memo<Option<String>>) -> AnyView {
    let words = &frame().rules_words().systems;
    let typed = RwSignal::new(String::new());
    let reading = StoredValue::new(reading);
    let subject = StoredValue::new(subject);
    let found = Memo::new(move |_| typed.with(|typed| reading.with_value(|reading| matching(reading, typed))));
    Effect::new(move |_| {
        if let Some(clause) = clause.get() {
            request_animation_frame(move || show(&clause));
        }
    });
    view! {
        <div class="stack gap-3 measure">
            <div class="finder" role="search">
                {icon("search")}
                <input class="input" type="search" aria-label=words.search placeholder=words.search autocomplete="off" maxlength="40"
                    prop:value=move || typed.get() on:input:target=move |event| typed.set(event.target().value()) />
            </div>
            <p class="sr-only" role="status">
                {move || typed.with(|typed| !typed.is_empty()).then(|| words.found(&found.with(Vec::len).to_string()))}
            </p>
            {move || if found.with(Vec::is_empty) {
                let clear = button(Look::Plain, words.clear, move || typed.set(String::new()));
                empty("search", &words.none(&typed.get()), words.none_hint, Some(clear))
            } else {
                let articles = found.with(|found| subject.with_value(|subject| {
                    found.iter().map(|reading| article(subject, reading, clause)).collect_view()
                }));
                view! { <ol class="clauses">{articles}</ol> }.into_any()
            }}
            {reading.with_value(|reading| silences(words, reading))}
        </div>
    }
    .into_any()
}

/// The clauses whose number starts so, or whose gist or effects contain the words.
fn matching(reading: &Reading, typed: &str) -> Vec<ClauseReading> {
    let typed = typed.trim().to_lowercase();
    let effects = |clause: &ClauseReading| {
        let all = clause.rules.iter().chain(&clause.sanctions);
        all.map(|effect| format!("{} {}", effect.when, effect.follows.join(" "))).collect::<Vec<_>>().join(" ")
    };
    let fits = |clause: &&ClauseReading| {
        typed.is_empty()
            || clause.clause.as_str().starts_with(&typed)
            || clause.gist.to_lowercase().contains(&typed)
            || effects(clause).to_lowercase().contains(&typed)
    };
    reading.clauses.iter().filter(fits).cloned().collect()
}

/// Where the text says nothing.
fn silences(words: &SystemWords, reading: &Reading) -> Option<AnyView> {
    let lines = reading.silences.iter().map(|silence| view! { <li>{silence.clone()}</li> }).collect_view();
    let drawn = view! {
        <section class="stack gap-1">
            <h2>{words.silences}</h2>
            <ul class="system-silences">{lines}</ul>
        </section>
    };
    (!reading.silences.is_empty()).then(|| drawn.into_any())
}

fn show(clause: &str) {
    if let Some(element) = document().get_element_by_id(&format!("clause-{clause}")) {
        element.scroll_into_view();
    }
}
