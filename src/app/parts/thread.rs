//! 责任链: the line from the visitor to the answer, which shows who holds the matter now.

use leptos::prelude::*;

use crate::app::frame::frame;
use crate::app::words::{self, moment};
use crate::protocol::{Knot, KnotView, Pace};

/// How the whole thread runs where there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    /// From top to bottom.
    Down,
    /// From side to side; from top to bottom on narrow screens.
    Across,
}

/// The whole thread: an ordered list whose line is drawn by the style sheet.
pub(crate) fn thread(knots: &[KnotView], run: Run) -> AnyView {
    let frame = frame();
    let run = if run == Run::Across { "across" } else { "down" };
    let knots: Vec<_> = knots.iter().map(knot).collect();
    view! { <ol class="thread" data-run=run aria-label=frame.words().frame.thread_label>{knots}</ol> }.into_any()
}

fn knot(knot: &KnotView) -> AnyView {
    let lang = frame().lang();
    let current = (knot.pace == Pace::Now).then_some("step");
    let when = knot.at_ms.map(|at_ms| view! { <span class="nowrap">{moment(lang, at_ms)}</span> });
    let is_placed = when.is_some() || !knot.place.is_empty();
    view! {
        <li class="knot" data-pace=pace(knot.pace) aria-current=current>
            <div class="knot-text">
                <p class="knot-role">{words::knot(lang, knot.role)}<span class="sr-only">{" "}{words::pace(lang, knot.pace)}</span></p>
                {(!knot.who.is_empty()).then(|| view! { <p class="knot-who">{knot.who.clone()}</p> })}
                {is_placed.then(|| view! { <p class="knot-place"><span>{knot.place.clone()}</span>" "{when}</p> })}
            </div>
        </li>
    }
    .into_any()
}

/// The thread on a list row: beads on a cord, and in words who holds the matter now.
pub(crate) fn thread_short(knots: &[KnotView]) -> AnyView {
    let lang = frame().lang();
    let now =
        knots.iter().find(|knot| knot.pace == Pace::Now).or_else(|| knots.iter().rfind(|knot| knot.pace == Pace::Done));
    let said = now.map(|knot| match knot.role {
        Knot::Owner | Knot::Handler | Knot::Passing if !knot.who.is_empty() => {
            format!("{} {}", words::knot(lang, knot.role), knot.who)
        }
        role => words::knot(lang, role).to_owned(),
    });
    let width = knots.len().max(1) * STEP;
    view! {
        <span class="thread-short">
            <svg viewBox=format!("0 0 {width} 16") width=width.to_string() height="16" aria-hidden="true">{beads(knots)}</svg>
            <span class="thread-short-now">{said}</span>
        </span>
    }
    .into_any()
}

const STEP: usize = 20;

fn beads(knots: &[KnotView]) -> Vec<AnyView> {
    let mut drawn = Vec::new();
    for (place, (knot, next)) in knots.iter().zip(knots.iter().skip(1)).enumerate() {
        let start = place * STEP + STEP / 2;
        let pace = if knot.pace == Pace::Done && next.pace != Pace::Next { "done" } else { "next" };
        drawn.push(view! { <path class="cord" data-pace=pace d=format!("M{start} 8h{STEP}")></path> }.into_any());
    }
    for (place, knot) in knots.iter().enumerate() {
        let middle = (place * STEP + STEP / 2).to_string();
        drawn
            .push(view! { <circle class="bead" data-pace=pace(knot.pace) cx=middle cy="8" r="5"></circle> }.into_any());
    }
    drawn
}

fn pace(pace: Pace) -> &'static str {
    match pace {
        Pace::Done => "done",
        Pace::Now => "now",
        Pace::Next => "next",
    }
}
