//! What the system says: owner, handler, duties, forms, what is barred, and why.

use leptos::prelude::*;

use crate::app::frame::{Frame, frame};
use crate::app::parts::{Run, clause_chip, due_badge, icon, thread};
use crate::app::words::desk::codes;
use crate::app::words::{self, IntakeWords, rules};
use crate::protocol::{ClauseChip, DecisionView, DutyView, Knot, KnotView, Pace, WhyView};
use crate::rules::{HandlerRole, Held};

/// The decision as a sheet. With a visitor it is a preview, which draws the thread and lists the duties; on a ticket those
/// stand on the ticket itself.
pub(in crate::app::desk) fn decision_panel(view: &DecisionView, preview_for: Option<&str>) -> AnyView {
    let words = &frame().staff_words().intake;
    view! {
        <div class="decision stack gap-3">
            <h2 class="decision-title">{words.decision}</h2>
            {people(view)}
            {preview_for.map(|visitor| thread(&knots(view, visitor), Run::Down))}
            {preview_for.map(|_| duties(words, view))}
            {forms(view)}
            {barred(view)}
            {why_lines(&view.why)}
            <p class="decision-stamp">{words.decided_under(&view.stamp)}</p>
        </div>
    }
    .into_any()
}

/// One sentence for those who do not see the panel.
pub(super) fn summary(frame: Frame, view: &DecisionView) -> String {
    let words = &frame.staff_words().intake;
    let owner = view.owner.as_ref().map_or_else(|| words.no_owner.to_owned(), |name| words.sum_owner(name));
    let first = view.duties.iter().filter_map(|duty| duty.due.as_ref()).min_by_key(|due| due.at_ms);
    let due = first.map(|due| words.sum_due(&words::due(frame.lang(), due)));
    let duties = words.sum_duties(&view.duties.len().to_string());
    [owner, duties, due.unwrap_or_default()].join(" ").trim().to_owned()
}

fn people(view: &DecisionView) -> AnyView {
    let lang = frame().lang();
    let words = &frame().staff_words().intake;
    let owner = view.owner.clone().unwrap_or_else(|| words.no_owner.to_owned());
    let handled = view.handler.filter(|role| *role != HandlerRole::Owner).map(|role| {
        let name = view.handler_name.clone().unwrap_or_default();
        let role = codes::handler_role(lang, role);
        person(words.handler_is, if name.is_empty() { role } else { &name }, Some(role), view.handler_clause.as_ref())
    });
    view! {
        <dl class="decision-people">
            {person(words.owner, &owner, view.basis.map(|basis| codes::basis(lang, basis)), view.owner_clause.as_ref())}
            {handled}
        </dl>
    }
    .into_any()
}

fn person(role: &'static str, name: &str, why: Option<&'static str>, clause: Option<&ClauseChip>) -> AnyView {
    let why = why.filter(|why| *why != name);
    view! {
        <div class="decision-person">
            <dt>{role}</dt>
            <dd class="decision-name">{name.to_owned()}</dd>
            <dd class="decision-why">{why}{clause.map(clause_chip)}</dd>
        </div>
    }
    .into_any()
}

/// The thread as it will run.
fn knots(view: &DecisionView, visitor: &str) -> Vec<KnotView> {
    let knot = |role, who: &str, pace| KnotView { role, who: who.to_owned(), place: String::new(), at_ms: None, pace };
    let owner = view.owner.as_deref().unwrap_or_default();
    let mut knots = vec![knot(Knot::Visitor, visitor, Pace::Done), knot(Knot::Owner, owner, Pace::Now)];
    if view.handler.is_some_and(|role| role != HandlerRole::Owner) {
        knots.push(knot(Knot::Handler, view.handler_name.as_deref().unwrap_or_default(), Pace::Next));
    }
    knots.push(knot(Knot::Answer, "", Pace::Next));
    knots
}

fn duties(words: &IntakeWords, view: &DecisionView) -> AnyView {
    let rows = view.duties.iter().map(|line| duty(line, view.owner.as_deref())).collect_view();
    view! {
        <section class="stack gap-1">
            <h3>{words.duties}</h3>
            <ol class="decision-duties">{rows}</ol>
        </section>
    }
    .into_any()
}

/// A duty; whose it is, is said where it is not the owner's.
fn duty(duty: &DutyView, owner: Option<&str>) -> AnyView {
    let lang = frame().lang();
    let words = &frame().staff_words().intake;
    let who = duty.person.clone().unwrap_or_else(|| codes::actor(lang, duty.by).to_owned());
    let mut also: Vec<String> = (Some(who.as_str()) != owner).then_some(who).into_iter().collect();
    if duty.optional {
        also.push(words.optional.to_owned());
    }
    also.extend(duty.alternatives.iter().map(|code| words.one_of(codes::duty(lang, *code))));
    view! {
        <li class="decision-duty">
            <span class="decision-duty-name">{codes::duty(lang, duty.code)}</span>
            <span class="decision-duty-marks">{duty_limit(duty)}{duty.clauses.iter().map(clause_chip).collect_view()}</span>
            {(!also.is_empty()).then(|| view! { <span class="decision-duty-who">{also.join(" · ")}</span> })}
        </li>
    }
    .into_any()
}

/// When a duty is due, else how long it may take.
pub(in crate::app::desk) fn duty_limit(duty: &DutyView) -> Option<AnyView> {
    let lang = frame().lang();
    let limit = || duty.within.map(|limit| view! { <span class="tag">{words::limit(lang, limit)}</span> }.into_any());
    duty.due.as_ref().map(due_badge).or_else(limit)
}

fn forms(view: &DecisionView) -> Option<AnyView> {
    let lang = frame().lang();
    let words = &frame().staff_words().intake;
    let forms = view
        .forms
        .iter()
        .map(|(form, clause)| {
            view! { <li>{icon("file")}<span>{codes::form(lang, *form)}</span>{clause_chip(clause)}</li> }
        })
        .collect_view();
    (!view.forms.is_empty()).then(|| {
        view! { <section class="stack gap-1"><h3>{words.forms}</h3><ul class="decision-lines">{forms}</ul></section> }.into_any()
    })
}

fn barred(view: &DecisionView) -> Option<AnyView> {
    let lang = frame().lang();
    let words = &frame().staff_words().intake;
    let barred = view.barred.iter().map(|(barred, clause)| {
        view! { <li data-barred>{icon("close")}<span>{codes::barred(lang, *barred)}</span>{clause_chip(clause)}</li> }
    }).collect_view();
    (!view.barred.is_empty()).then(|| {
        view! { <section class="stack gap-1"><h3>{words.barred}</h3><ul class="decision-lines">{barred}</ul></section> }.into_any()
    })
}

/// Each clause used, its gist, and what made it hold.
fn why_lines(why: &[WhyView]) -> AnyView {
    let words = &frame().staff_words().intake;
    let lines = why
        .iter()
        .map(|line| {
            view! {
                <li class="why">
                    {clause_chip(&line.chip)}
                    <p>{line.chip.gist.clone()}</p>
                    <p class="why-held">{held_line(&line.held)}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="decision-why-lines">
            <summary>{words.why}</summary>
            <ul class="stack gap-1">{lines}</ul>
        </details>
    }
    .into_any()
}

fn held_line(held: &[Held]) -> String {
    let lang = frame().lang();
    let words = &frame().staff_words().intake;
    if held.is_empty() {
        return words.always.to_owned();
    }
    held.iter().map(|fact| rules::held(lang, fact)).collect::<Vec<_>>().join(" · ")
}
