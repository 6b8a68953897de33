//! What the system's ladder says: a proposal, and said to be one.

use leptos::prelude::*;

use crate::app::parts::clause_chip;
use crate::app::words::FindingsWords;
use crate::app::words::desk::conduct;
use crate::office::Lang;
use crate::protocol::ProposalView;
use crate::rules::Weight;

/// The proposal, each line with its clause.
pub(super) fn proposal(lang: Lang, words: &'static FindingsWords, view: &ProposalView) -> AnyView {
    let choice = view.sanctions.iter().any(|line| line.alternatives);
    let lines = view
        .sanctions
        .iter()
        .map(|line| view! { <li>{conduct::sanction(lang, line.code)}" "{clause_chip(&line.clause)}</li> })
        .collect_view();
    let weights = view
        .weight
        .iter()
        .filter(|(code, _)| *code != Weight::Normal)
        .map(|(code, chip)| {
            view! { <li>{conduct::weight(lang, *code)}" "{chip.as_ref().map(clause_chip)}</li> }
        })
        .collect_view();
    let liable: Vec<&str> = view.liable.iter().map(|(code, _)| conduct::liable(lang, *code)).collect();
    let says = match (view.known, view.sanctions.is_empty()) {
        (false, _) => words.system_missing,
        (true, true) => words.ladder_silent,
        (true, false) if choice => words.ladder_choice,
        (true, false) => words.ladder_says,
    };
    view! {
        <div class="finding-proposal stack gap-1">
            <p>{says}</p>
            <ul class="finding-lines">{lines}{weights}</ul>
            {(!liable.is_empty()).then(|| view! { <p class="soft">{words.liable}{liable.join(words.comma)}</p> })}
            {view.known.then(|| view! { <p class="soft small">{words.earlier(&view.earlier.to_string())}</p> })}
        </div>
    }
    .into_any()
}
