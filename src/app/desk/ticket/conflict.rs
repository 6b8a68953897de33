//! Acts that contradict each other, side by side, until someone says which one holds.

use leptos::prelude::*;

use super::acting::{Acting, Doing};
use super::history::line_words;
use crate::app::frame::frame;
use crate::app::parts::{Look, button, icon};
use crate::app::words;
use crate::app::words::ActWords;
use crate::ledger::{Choice, Conflict, ConflictKind, EventId};
use crate::protocol::HistoryLine;

/// Every open conflict of the ticket.
pub(super) fn conflicts(acting: Acting) -> AnyView {
    let sight = acting.view;
    let open = Memo::new(move |_| {
        sight
            .with(|view| {
                view.map(|view| {
                    let acts = view.conflicts.iter().flat_map(|conflict| &conflict.events);
                    let lines: Vec<HistoryLine> =
                        acts.filter_map(|id| view.history.iter().find(|line| line.id == *id)).cloned().collect();
                    let offered: Vec<Choice> = view
                        .offers
                        .iter()
                        .copied()
                        .filter(|offer| matches!(offer, Choice::SettleConflict(..)))
                        .collect();
                    (view.conflicts.clone(), lines, offered)
                })
            })
            .unwrap_or_default()
    });
    (move || {
        open.with(|(conflicts, lines, offered)| {
            conflicts.iter().map(|conflict| draw(acting, conflict, lines, offered)).collect_view()
        })
    })
    .into_any()
}

fn draw(acting: Acting, conflict: &Conflict, lines: &[HistoryLine], offered: &[Choice]) -> AnyView {
    let frame = frame();
    let words = &frame.staff_words().ticket;
    let kind = conflict.kind;
    let acts = conflict
        .events
        .iter()
        .map(|id| {
            let line = lines.iter().find(|line| line.id == *id);
            let may_settle = offered.contains(&Choice::SettleConflict(kind, *id));
            act(acting, *id, line, may_settle.then_some(kind))
        })
        .collect_view();
    view! {
        <section class="conflict" role="group" aria-label=words.conflict>
            <div class="conflict-head">
                {icon("warn")}
                <div class="stack gap-1">
                    <h2>{words.conflict}" · "{named(acting.words(), kind)}</h2>
                    <p>{words.conflict_hint}</p>
                </div>
            </div>
            <ul class="conflict-acts">{acts}</ul>
        </section>
    }
    .into_any()
}

fn act(acting: Acting, id: EventId, line: Option<&HistoryLine>, settles: Option<ConflictKind>) -> AnyView {
    let frame = frame();
    let lang = frame.lang();
    view! {
        <li class="conflict-act">
            {line.map(|line| {
                let (what, detail) = line_words(lang, line);
                view! {
                    <p class="conflict-what">{line.by.clone()}" "{what}</p>
                    <p class="keep-lines">{detail}</p>
                    <p class="soft small">
                        {words::moment(lang, line.at_ms)}" · "{frame.staff_words().history.device(&line.device)}
                    </p>
                }
            })}
            {settles.map(|kind| button(Look::Plain, acting.words().settle_do, move || acting.open(Doing::Settle(kind, id))))}
        </li>
    }
    .into_any()
}

fn named(words: &ActWords, kind: ConflictKind) -> &'static str {
    match kind {
        ConflictKind::Transfer => words.conflict_transfer,
        ConflictKind::Reply => words.conflict_reply,
        ConflictKind::Closing => words.conflict_closing,
        ConflictKind::Owner => words.conflict_owner,
        ConflictKind::Misplaced => words.conflict_misplaced,
    }
}
