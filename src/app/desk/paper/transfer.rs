//! 转办单: what is handed on, from whom to whom, with both sides' fields.

use leptos::prelude::*;

use super::notice::{line, sign};
use crate::app::frame::{Frame, frame};
use crate::app::words;
use crate::protocol::{MaterialView, TicketView};
use crate::rules::DutyCode;

/// What a transfer slip says.
#[derive(Clone)]
pub(in crate::app::desk) struct TransferPaper {
    /// The number.
    number: String,
    subject: String,
    visitor: String,
    phone: String,
    details: String,
    registered_ms: i64,
    due: Option<String>,
    clause: Option<String>,
    papers: Vec<String>,
    /// Who hands it on.
    pub(in crate::app::desk) from: String,
    /// Who is to take it.
    pub(in crate::app::desk) to: String,
    /// Why.
    pub(in crate::app::desk) reason: String,
    /// When it was handed on.
    pub(in crate::app::desk) at_ms: i64,
}

impl TransferPaper {
    /// Takes from the ticket what the slip repeats.
    pub(in crate::app::desk) fn of(
        view: &TicketView,
        frame: Frame,
        from: &str,
        to: &str,
        reason: &str,
        at_ms: i64,
    ) -> Self {
        let row = &view.row;
        let forwarded = view.decision.as_ref().and_then(|decision| {
            let duty = decision.duties.iter().find(|duty| duty.code == DutyCode::Forward)?;
            duty.clauses.first().map(|chip| format!("{} {}", chip.clause, chip.gist))
        });
        let papers = view.matter.as_ref().map(|matter| matter.materials.iter().map(named).collect());
        let visitor = if view.anonymous { frame.staff_words().tickets.anonymous } else { &row.visitor };
        Self {
            number: row.number.clone(),
            subject: row.subject.clone(),
            visitor: visitor.to_owned(),
            phone: view.phone.clone(),
            details: view.details.clone(),
            registered_ms: row.at_ms,
            due: row.due.as_ref().map(|due| words::due(frame.lang(), due)),
            clause: forwarded,
            papers: papers.unwrap_or_default(),
            from: from.to_owned(),
            to: to.to_owned(),
            reason: reason.to_owned(),
            at_ms,
        }
    }
}

fn named(material: &MaterialView) -> String {
    material.name.clone()
}

/// The slip; the same on screen and on paper.
pub(in crate::app::desk) fn transfer_sheet(paper: &TransferPaper) -> AnyView {
    let frame = frame();
    let lang = frame.lang();
    let words = &frame.staff_words().paper;
    view! {
        <article class="form">
            <header class="form-head">
                <p class="form-office">{frame.office().map(|office| office.name)}</p>
                <p class="form-title">{words.transfer_slip}</p>
                <p class="form-number">{words.number}" "{paper.number.clone()}</p>
            </header>
            <dl class="form-lines">
                {line(words.matter, paper.subject.clone())}
                {line(words.visitor, paper.visitor.clone())}
                {line(words.phone, paper.phone.clone())}
                {line(words.registered, words::moment(lang, paper.registered_ms))}
                {line(words.due, paper.due.clone().unwrap_or_else(|| "–".to_owned()))}
                {paper.clause.clone().map(|clause| line(words.clause, clause))}
                {line(words.details, paper.details.clone())}
                {line(words.reason, paper.reason.clone())}
            </dl>
            {papers(words.papers, &paper.papers)}
            <div class="form-sides">
                {side(words.from, &paper.from, Some(words::moment(lang, paper.at_ms)), None)}
                {side(words.to, &paper.to, None, Some((words.accepted, words.returned)))}
            </div>
            <p class="form-foot">{words.one_to_one}</p>
        </article>
    }
    .into_any()
}

fn papers(title: &'static str, papers: &[String]) -> Option<AnyView> {
    let boxes = papers.iter().map(|paper| view! { <li class="form-box">{paper.clone()}</li> }).collect_view();
    (!papers.is_empty())
        .then(|| view! { <h3 class="form-part">{title}</h3><ul class="form-boxes">{boxes}</ul> }.into_any())
}

fn side(title: &'static str, who: &str, when: Option<String>, reply: Option<(&'static str, &'static str)>) -> AnyView {
    let words = &frame().staff_words().paper;
    view! {
        <section class="form-side">
            <h3>{title}</h3>
            <p class="form-who">{who.to_owned()}</p>
            {when.map(|when| view! { <p>{when}</p> })}
            {reply.map(|(yes, no)| view! { <p class="form-box">{yes}</p><p class="form-box form-write">{no}</p> })}
            <div class="form-signs">{sign(words.sign)}{sign(words.date)}</div>
        </section>
    }
    .into_any()
}
