//! One clause with what it does.

use leptos::prelude::*;

use super::subject::Subject;
use crate::app::frame::frame;
use crate::app::words::SystemWords;
use crate::rules::ClauseRef;
use crate::workshop::{ClauseReading, EffectView};

/// Draws a clause: its gist, then rules, facts and sanctions, or why there is nothing.
pub(super) fn article(subject: &Subject, view: &ClauseReading, shown: Memo<Option<String>>) -> AnyView {
    let words = &frame().rules_words().systems;
    let number = view.clause.to_string();
    let this = number.clone();
    let current = move || shown.with(|shown| shown.as_ref() == Some(&this)).then_some("true");
    let depth = number.matches('.').count().min(3).to_string();
    let from = view.from.as_ref().map(|pack| {
        let address = format!("#/systems/{pack}/{number}");
        view! { <a class="tag clause-from" href=address>{words.taken_from(pack)}</a> }
    });
    let effects = view.rules.iter().chain(&view.sanctions).map(|view| effect(subject, words, view)).collect_view();
    let why = view.unformalised.as_ref().map(|why| {
        view! { <p class="clause-plain">{words.unformalised}{why.clone()}</p> }
    });
    view! {
        <li class="clause" id=format!("clause-{number}") aria-current=current data-depth=depth tabindex="-1">
            <p class="clause-number">{words.clause(&number)}</p>
            <div class="stack gap-1">
                <p>{view.gist.clone()}{from}</p>
                {effects}
                {facts(words, view)}
                {why}
            </div>
        </li>
    }
    .into_any()
}

/// A rule or a sanction: when, and what follows.
fn effect(subject: &Subject, words: &'static SystemWords, view: &EffectView) -> AnyView {
    let when = if view.when.is_empty() { words.always.to_owned() } else { words.where_it_is(&view.when) };
    let follows = view.follows.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view();
    let over = (!view.over.is_empty()).then(|| {
        let clauses = view.over.iter().map(ClauseRef::to_string).collect::<Vec<_>>().join(words.comma);
        let address = view.over.first().map(|first| subject.clause_address(first.as_str())).unwrap_or_default();
        view! { <a class="effect-over" href=format!("#{address}")>{words.over(&clauses)}</a> }
    });
    view! {
        <div class="effect">
            <p class="effect-when">{when}{over}</p>
            <ul class="effect-follows">{follows}</ul>
        </div>
    }
    .into_any()
}

fn facts(words: &SystemWords, view: &ClauseReading) -> Option<AnyView> {
    let rows = view.facts.iter().map(|(name, terms)| {
        let terms = terms.join(words.comma);
        view! { <div class="fact"><dt>{name.clone()}</dt><dd>{terms}</dd></div> }
    });
    let rows = rows.collect_view();
    (!view.facts.is_empty()).then(|| view! { <dl class="facts">{rows}</dl> }.into_any())
}
