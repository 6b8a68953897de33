//! The way from the visitor to the closing: a thread that runs among those who hold the matter. For those who do not see
//! it, the same as a list.

use leptos::prelude::*;

use crate::app::frame::frame;
use crate::app::words::desk::codes;
use crate::app::words::{TrialWords, limit};
use crate::office::Lang;
use crate::rules::ClauseRef;
use crate::workshop::{FlowStep, FlowWhat, Lane, Trial};

const WIDTH: u32 = 300;
/// From the edge to the first lane, and from lane to lane.
const LANE: u32 = 22;
/// A line of text.
const LINE: u32 = 22;
/// The space below each step.
const GAP: u32 = 18;
/// How many letters of Latin width stand on a line of a title, and of what stands below it; a Chinese one counts twice.
const TITLE_LETTERS: usize = 24;
const ALSO_LETTERS: usize = 32;

/// A step with its place.
struct Placed {
    x: u32,
    y: u32,
    title: Vec<String>,
    also: Vec<String>,
    lane: &'static str,
    kind: &'static str,
    optional: bool,
}

/// Draws the way.
pub(super) fn flow(trial: &Trial) -> AnyView {
    let lang = frame().lang();
    let words = &frame().rules_words().trial;
    let lanes = lanes(&trial.flow);
    let text_x = LANE * (u32::try_from(lanes.len()).unwrap_or(4) + 1);
    let mut y = 20;
    let placed: Vec<Placed> = trial
        .flow
        .iter()
        .map(|step| {
            let placed = place(lang, words, &lanes, step, y);
            let lines = u32::try_from(placed.title.len() + placed.also.len()).unwrap_or(1);
            y += lines * LINE + GAP;
            placed
        })
        .collect();
    let cords = placed.iter().zip(placed.iter().skip(1)).map(|(one, next)| cord(one, next)).collect_view();
    let beads = placed.iter().map(bead).collect_view();
    let texts = placed.iter().map(|step| text(step, text_x)).collect_view();
    let list = trial.flow.iter().map(|step| view! { <li>{spoken(lang, words, step)}</li> }).collect_view();
    view! {
        <figure class="flow">
            <svg viewBox=format!("0 0 {WIDTH} {y}") aria-hidden="true">{cords}{beads}{texts}</svg>
            <ol class="sr-only" aria-label=words.flow_label>{list}</ol>
        </figure>
    }
    .into_any()
}

/// The lanes that are used, from the visitor inwards; all who stand above share one.
fn lanes(steps: &[FlowStep]) -> Vec<&'static str> {
    let all = ["visitor", "owner", "handler", "above"];
    all.into_iter().filter(|name| steps.iter().any(|step| lane_name(step.lane) == *name)).collect()
}

const fn lane_name(lane: Lane) -> &'static str {
    match lane {
        Lane::Visitor => "visitor",
        Lane::Owner => "owner",
        Lane::Handler => "handler",
        Lane::Above(_) => "above",
    }
}

fn place(lang: Lang, words: &TrialWords, lanes: &[&'static str], step: &FlowStep, y: u32) -> Placed {
    let lane = lane_name(step.lane);
    let at = lanes.iter().position(|name| *name == lane).unwrap_or_default();
    let kind = match step.what {
        FlowWhat::Arrival | FlowWhat::Duty(..) => "step",
        FlowWhat::Owner(_) | FlowWhat::Handler(_) => "holder",
        FlowWhat::Closing => "closing",
    };
    Placed {
        x: LANE * (u32::try_from(at).unwrap_or_default() + 1) - LANE / 2,
        y,
        title: wrapped(&title(lang, words, step), TITLE_LETTERS),
        also: wrapped(&also(lang, words, step).join(" · "), ALSO_LETTERS),
        lane,
        kind,
        optional: step.optional,
    }
}

/// What happens.
fn title(lang: Lang, words: &TrialWords, step: &FlowStep) -> String {
    match &step.what {
        FlowWhat::Arrival => words.step_arrival.to_owned(),
        FlowWhat::Owner(Some(id)) => words.step_owner(id),
        FlowWhat::Owner(None) => words.step_nobody.to_owned(),
        FlowWhat::Handler(role) => words.step_handler(codes::handler_role(lang, *role)),
        FlowWhat::Duty(code, others) => {
            let others = others.iter().map(|code| words.or(codes::duty(lang, *code)));
            let all: Vec<String> = std::iter::once(codes::duty(lang, *code).to_owned()).chain(others).collect();
            all.join(" · ")
        }
        FlowWhat::Closing => words.step_closing.to_owned(),
    }
}

/// Who does it, how soon, by which clauses.
fn also(lang: Lang, words: &TrialWords, step: &FlowStep) -> Vec<String> {
    let mut also = Vec::new();
    if let FlowWhat::Duty(..) = step.what {
        also.push(who(lang, words, step.lane).to_owned());
    }
    also.extend(step.within.map(|within| limit(lang, within)));
    if step.optional {
        also.push(words.optional.to_owned());
    }
    let clauses: Vec<&str> = step.clauses.iter().take(3).map(ClauseRef::as_str).collect();
    if !clauses.is_empty() {
        let words = &frame().rules_words().systems;
        also.push(words.clause(&clauses.join(words.comma)));
    }
    also
}

fn who(lang: Lang, words: &'_ TrialWords, lane: Lane) -> &'static str {
    match lane {
        Lane::Visitor => words.lane_visitor,
        Lane::Owner => words.lane_owner,
        Lane::Handler => words.lane_handler,
        Lane::Above(actor) => codes::actor(lang, actor),
    }
}

fn spoken(lang: Lang, words: &TrialWords, step: &FlowStep) -> String {
    let also = also(lang, words, step).join(" · ");
    let title = title(lang, words, step);
    if also.is_empty() { title } else { format!("{title} · {also}") }
}

/// Breaks a text into lines at a space, or anywhere between Chinese characters.
fn wrapped(text: &str, letters: usize) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new()];
    let mut width = 0;
    for word in text.split_inclusive(|letter: char| letter == ' ' || !letter.is_ascii()) {
        let wide: usize = word.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum();
        if width + wide > letters && width > 0 {
            lines.push(String::new());
            width = 0;
        }
        width += wide;
        if let Some(line) = lines.last_mut() {
            line.push_str(word);
        }
    }
    lines
}

/// The thread from one step to the next: straight in a lane, else in a curve.
fn cord(one: &Placed, next: &Placed) -> AnyView {
    let middle = u32::midpoint(one.y, next.y);
    let path = if one.x == next.x {
        format!("M{} {}V{}", one.x, one.y, next.y)
    } else {
        format!("M{} {}C{} {middle} {} {middle} {} {}", one.x, one.y, one.x, next.x, next.x, next.y)
    };
    view! { <path class="flow-cord" d=path></path> }.into_any()
}

fn bead(step: &Placed) -> AnyView {
    let optional = step.optional.then_some("");
    if step.kind == "closing" {
        let (x, y) = (step.x.saturating_sub(8).to_string(), step.y.saturating_sub(8).to_string());
        return view! { <rect class="flow-seal" x=x y=y width="16" height="16" rx="3"></rect> }.into_any();
    }
    let radius = if step.kind == "holder" { "8" } else { "5.5" };
    view! {
        <circle class="flow-bead" data-lane=step.lane data-kind=step.kind data-optional=optional
            cx=step.x.to_string() cy=step.y.to_string() r=radius></circle>
    }
    .into_any()
}

fn text(step: &Placed, x: u32) -> AnyView {
    let line = |at: usize| (step.y + 5 + u32::try_from(at).unwrap_or_default() * LINE).to_string();
    let x = x.to_string();
    let title = step.title.iter().enumerate().map(|(at, words)| {
        view! { <text class="flow-title" data-kind=step.kind x=x.clone() y=line(at)>{words.clone()}</text> }
    });
    let title = title.collect_view();
    let below = step.title.len();
    let also = step.also.iter().enumerate().map(|(at, words)| {
        view! { <text class="flow-also" x=x.clone() y=line(below + at)>{words.clone()}</text> }
    });
    let also = also.collect_view();
    view! { {title}{also} }.into_any()
}
