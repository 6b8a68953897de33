//! A leader's decision: what came of it, what speaks for and against, what the ladder then says, and the judgement with its
//! reason.

use leptos::prelude::*;

use super::answer::{area, taken};
use super::proposal::proposal;
use super::speaking::Speaking;
use crate::app::link::Sight;
use crate::app::parts::{Entry, one_of, skeleton, tick, trouble_panel};
use crate::app::words::desk::conduct;
use crate::ledger::finding::{Bearing, ChosenSanction, Judgement, Plea};
use crate::office::Lang;
use crate::protocol::{Command, FindingView, ProposalView, Query};
use crate::rules::{Aggravating, Consequence, Mitigating, Sanction};

/// Whether a finding holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Upheld,
    Dismissed,
}

#[derive(Clone, Copy)]
struct Deciding {
    speaking: Speaking,
    finding: StoredValue<FindingView>,
    bearing: RwSignal<Bearing>,
    holds: RwSignal<Option<Holds>>,
    sanctions: RwSignal<Vec<Sanction>>,
    proposed: Sight<ProposalView>,
    reason: Entry,
    error: RwSignal<Option<&'static str>>,
}

/// The form.
pub(super) fn form(speaking: Speaking, finding: FindingView) -> AnyView {
    let words = speaking.words();
    let bearing = RwSignal::new(finding.bearing.clone());
    let (ticket, key) = (finding.ticket, finding.key.clone());
    let proposed = speaking.office.watch::<ProposalView>(move || Query::Proposal {
        ticket,
        finding: key.clone(),
        bearing: bearing.get(),
    });
    let deciding = Deciding {
        speaking,
        finding: StoredValue::new(finding),
        bearing,
        holds: RwSignal::new(None),
        sanctions: RwSignal::new(Vec::new()),
        proposed,
        reason: Entry::new(),
        error: RwSignal::new(None),
    };
    let say = |lang: Lang, holds: Holds| {
        let words = &crate::app::words::staff_words(lang).findings;
        if holds == Holds::Upheld { words.upheld } else { words.dismissed }
    };
    view! {
        <div class="dialog-body">
            {circumstances(deciding)}
            {move || match (proposed.get(), proposed.trouble()) {
                (_, Some(trouble)) => trouble_panel(&trouble, None),
                (None, None) => skeleton(),
                (Some(view), None) => proposal(speaking.lang(), words, &view),
            }}
            {one_of("finding-holds", words.judgement, &[Holds::Upheld, Holds::Dismissed], say,
                move || deciding.holds.get(), move |holds| { deciding.holds.set(Some(holds)); deciding.error.set(None); })}
            <p class="field-error" role="alert">{move || deciding.error.get()}</p>
            {move || (deciding.holds.get() == Some(Holds::Upheld)).then(|| sanctions(deciding))}
            {area("finding-reason", words.reason, deciding.reason)}
        </div>
        {speaking.foot(words.decide_do, move || send(deciding))}
    }
    .into_any()
}

/// What the ledger cannot know, asked for.
fn circumstances(deciding: Deciding) -> AnyView {
    let words = deciding.speaking.words();
    let came: Vec<Consequence> = Consequence::ALL.iter().copied().filter(|code| *code != Consequence::None).collect();
    view! {
        {ticks(deciding, words.consequences, came, conduct::consequence, |bearing| &mut bearing.consequence)}
        {ticks(deciding, words.mitigating, Mitigating::ALL.to_vec(), conduct::mitigating, |bearing| &mut bearing.mitigating)}
        {ticks(deciding, words.aggravating, Aggravating::ALL.to_vec(), conduct::aggravating, |bearing| &mut bearing.aggravating)}
    }
    .into_any()
}

fn ticks<T: Copy + PartialEq + Send + Sync + 'static>(
    deciding: Deciding,
    legend: &'static str,
    all: Vec<T>,
    say: fn(Lang, T) -> &'static str,
    list: fn(&mut Bearing) -> &mut Vec<T>,
) -> AnyView {
    let (lang, bearing) = (deciding.speaking.lang(), deciding.bearing);
    let options = all
        .into_iter()
        .map(|code| {
            let ticked = move || list(&mut bearing.get()).contains(&code);
            tick(say(lang, code), ticked, move |on| bearing.update(|bearing| turn(list(bearing), code, on)))
        })
        .collect_view();
    view! {
        <details class="finding-ticks">
            <summary>{legend}</summary>
            <fieldset class="field">
                <legend class="sr-only">{legend}</legend>
                <div class="options">{options}</div>
            </fieldset>
        </details>
    }
    .into_any()
}

/// What follows: the ladder's own first, everything else behind a fold.
fn sanctions(deciding: Deciding) -> AnyView {
    let words = deciding.speaking.words();
    let provided = Memo::new(move |_| {
        let codes = |view: &ProposalView| view.sanctions.iter().map(|line| line.code).collect::<Vec<_>>();
        deciding.proposed.with(|view| view.map(codes).unwrap_or_default())
    });
    let others = move || {
        let provided = provided.get();
        let others = Sanction::ALL.iter().copied().filter(|code| !provided.contains(code));
        boxes(deciding, others.collect())
    };
    view! {
        <fieldset class="field">
            <legend class="field-label">{words.sanctions}</legend>
            <p class="field-hint">{words.sanctions_hint}</p>
            <div class="options">{move || boxes(deciding, provided.get())}</div>
            <details class="finding-ticks">
                <summary>{words.other_sanctions}</summary>
                <div class="options">{others}</div>
            </details>
        </fieldset>
    }
    .into_any()
}

fn boxes(deciding: Deciding, codes: Vec<Sanction>) -> AnyView {
    let (lang, chosen) = (deciding.speaking.lang(), deciding.sanctions);
    codes
        .into_iter()
        .map(|code| {
            let ticked = move || chosen.with(|chosen| chosen.contains(&code));
            tick(conduct::sanction(lang, code), ticked, move |on| chosen.update(|chosen| turn(chosen, code, on)))
        })
        .collect_view()
        .into_any()
}

fn turn<T: PartialEq>(list: &mut Vec<T>, code: T, on: bool) {
    list.retain(|known| *known != code);
    if on {
        list.push(code);
    }
}

fn send(deciding: Deciding) {
    let words = deciding.speaking.words();
    let holds = deciding.holds.get_untracked();
    if holds.is_none() {
        deciding.error.set(Some(words.judgement_needed));
    }
    let reason = taken(deciding.reason, words.words_needed);
    let (Some(holds), Some(reason)) = (holds, reason) else { return };
    let chosen = deciding.sanctions.get_untracked();
    let chosen = chosen.into_iter().map(|code| ChosenSanction { code, clause: None }).collect();
    let judgement = if holds == Holds::Upheld { Judgement::Upheld(chosen) } else { Judgement::Dismissed };
    let plea = Plea { bearing: deciding.bearing.get_untracked(), judgement, reason };
    let FindingView { ticket, key, .. } = deciding.finding.get_value();
    let by = deciding.speaking.me.get_value();
    deciding.speaking.send(Command::DecideFinding { ticket, finding: key, by, plea });
}
