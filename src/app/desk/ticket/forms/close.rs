//! Closing: how it ended, with what still stands open in sight.

use leptos::prelude::*;

use super::{area, take};
use crate::app::desk::ticket::acting::Acting;
use crate::app::parts::Entry;
use crate::app::parts::one_of_labels;
use crate::app::parts::{Tone, notice};
use crate::app::words::desk::codes;
use crate::ledger::{Act, Choice, Closing, DutyState};

/// The form.
pub(super) fn form(acting: Acting) -> AnyView {
    let words = acting.words();
    let lang = acting.frame.lang();
    let note = Entry::new();
    let error = RwSignal::new(None::<&'static str>);
    let ways = offered(acting);
    let labels = ways.iter().map(|way| codes::closing(lang, *way).to_owned()).collect();
    let chosen = RwSignal::new((ways.len() == 1).then_some(0_usize));
    let choose = move |place| {
        chosen.set(Some(place));
        error.set(None);
    };
    let ways = StoredValue::new(ways);
    let send = move || {
        let way = chosen.get_untracked().and_then(|place| ways.with_value(|ways| ways.get(place).copied()));
        match (way, take(note, None)) {
            (Some(closing), Some(note)) => {
                acting.send(Act::Close { closing, note }, words.recorded.to_owned(), || ());
            }
            _ => error.set(Some(words.close_needed)),
        }
    };
    view! {
        <div class="dialog-body">
            {still_open(acting)}
            {one_of_labels("act-closing", words.close_how, labels, Memo::new(move |_| chosen.get()), choose)}
            <p class="field-error" role="alert">{move || error.get()}</p>
            {area("act-words", words.note, true, note)}
        </div>
        {acting.foot(words.close_do, send)}
    }
    .into_any()
}

/// The ways of closing that are allowed now.
fn offered(acting: Acting) -> Vec<Closing> {
    let ways = |offers: &[Choice]| {
        offers.iter().filter_map(|offer| if let Choice::Close(way) = offer { Some(*way) } else { None }).collect()
    };
    acting.now(|view| ways(&view.offers))
}

fn still_open(acting: Acting) -> Option<AnyView> {
    let words = acting.words();
    let lang = acting.frame.lang();
    let open = acting.now(|view| {
        let decision = view.decision.as_ref()?;
        let open = decision.duties.iter().filter(|duty| duty.state == DutyState::Open && !duty.optional);
        Some(open.map(|duty| codes::duty(lang, duty.code)).collect::<Vec<_>>())
    })?;
    if open.is_empty() {
        return None;
    }
    let list = open.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
    let list = view! { <ul class="open-duties">{list}</ul> }.into_any();
    let bound = !offered(acting).contains(&Closing::Settled);
    let hint = if bound { words.close_bound_hint } else { words.close_open_hint };
    Some(notice(Tone::Mind, words.close_open, hint, Some(list)))
}
