//! What becomes of duties: which acts do which by themselves, which a closing leaves standing, what is due next.
//!
//! Only where the act plainly *is* the duty: handing on is `forward`, taking over is `confirm_handover`. Everything else
//! is ticked off by the person who did it.

use super::course::Course;
use super::{By, Duty, DutyState, Fact, Mark, Said, State, Ticket};
use crate::rules::{Due, DutyCode, DutyLine, Recipient};

/// An act with effect, which may have done duties.
pub(super) struct Deed {
    /// Its place in the course of events.
    pub(super) place: usize,
    /// Whether the ticket was closed when it happened.
    pub(super) ticket_was_closed: bool,
}

/// Marks the duties that were done, those not needed beside them, and those that a closing ends; moves the limits that an
/// extension moves.
pub(super) fn tick_off(ticket: &mut Ticket, course: &Course, deeds: &[Deed]) {
    for deed in deeds {
        let Some(step) = course.steps().get(deed.place) else { continue };
        let (fact, by) = (&step.event.fact, &step.event.by);
        // Whoever ticks a duty off names its code; where two lines have it, the first that is open is meant.
        let (limit, note) = match fact {
            Fact::DutyDone { note, .. } => (1, note.as_str()),
            _ => (usize::MAX, ""),
        };
        let fits = |duty: &&mut Duty| duty.done.is_none() && does(fact, by, deed.ticket_was_closed, &duty.line);
        for duty in ticket.duties.iter_mut().filter(fits).take(limit) {
            let mark = Mark { event: step.id, at_ms: step.event.at_ms, by: by.clone() };
            duty.done = Some(Said { mark, text: note.to_owned() });
            duty.state = DutyState::Done;
        }
    }
    let done: Vec<DutyLine> =
        ticket.duties.iter().filter(|duty| duty.done.is_some()).map(|duty| duty.line.clone()).collect();
    let extended = ticket.limit.as_ref().filter(|_| ticket.extended);
    for duty in ticket.duties.iter_mut().filter(|duty| duty.done.is_none()) {
        let line = &duty.line;
        let beside =
            |other: &DutyLine| line.alternatives.contains(&other.code) || other.alternatives.contains(&line.code);
        if done.iter().any(beside) || (ticket.closed.is_some() && !outlasts_closing(line.code)) {
            duty.state = DutyState::NotNeeded;
        }
        if let (Some(extended), Some(due)) = (extended, duty.due.as_mut().filter(|_| is_settling(line.code))) {
            due.clone_from(extended);
        }
    }
}

/// The earliest limit of an open obligatory duty or, while there is no answer, of the matter as a whole.
pub(super) fn next_due(ticket: &Ticket, answered: bool) -> Option<Due> {
    if ticket.state == State::Closed {
        return None;
    }
    let whole = ticket.limit.as_ref().filter(|_| !answered);
    let open = ticket.duties.iter().filter(|duty| duty.state == DutyState::Open && !duty.line.optional);
    open.filter_map(|duty| duty.due.as_ref()).chain(whole).min_by_key(|due| due.at_ms).cloned()
}

/// Tells whether `fact`, stated `by` someone on an open or a closed ticket, does the duty by itself.
fn does(fact: &Fact, by: &By, ticket_was_closed: bool, line: &DutyLine) -> bool {
    // What the visitor is told does not tell the owner.
    let tells_visitor = line.to != Some(Recipient::Owner);
    match (fact, line.code) {
        (Fact::Registered(_), DutyCode::Register)
        | (Fact::Transferred { .. }, DutyCode::Forward)
        | (Fact::TransferAccepted { .. }, DutyCode::ConfirmHandover)
        | (Fact::Answered { .. }, DutyCode::SettleNow | DutyCode::SettleInTime)
        | (Fact::FedBack { .. }, DutyCode::ConfirmSatisfaction)
        | (Fact::Closed { .. }, DutyCode::Track | DutyCode::Archive) => true,
        (Fact::Registered(intake), DutyCode::TellOnce) => intake.told_once,
        (Fact::Answered { .. }, DutyCode::Respond | DutyCode::Feedback) => tells_visitor,
        (Fact::FedBack { .. }, DutyCode::CallBack) => ticket_was_closed,
        (Fact::Urged { .. }, DutyCode::Urge) => matches!(by, By::Staff(_)),
        (Fact::DutyDone { duty, .. }, code) => *duty == code,
        _ => false,
    }
}

/// Tells whether a duty is part of the result, so that taking the matter up again lays it anew.
pub(super) const fn is_result(code: DutyCode) -> bool {
    matches!(
        code,
        DutyCode::SettleNow
            | DutyCode::SettleInTime
            | DutyCode::Feedback
            | DutyCode::ConfirmSatisfaction
            | DutyCode::Track
            | DutyCode::Archive
            | DutyCode::ReportClosing
    )
}

/// Tells whether a duty's limit is that of settling the matter, which an extension moves.
pub(super) const fn is_settling(code: DutyCode) -> bool {
    matches!(code, DutyCode::SettleNow | DutyCode::SettleInTime | DutyCode::Feedback | DutyCode::RunErrand)
}

/// Tells whether a duty neither keeps a matter from being closed nor ends with it: it goes on, comes afterwards, or is
/// done by the closing itself.
pub(super) const fn outlasts_closing(code: DutyCode) -> bool {
    matches!(
        code,
        DutyCode::Track
            | DutyCode::Archive
            | DutyCode::CallBack
            | DutyCode::ReportClosing
            | DutyCode::KeepConfidential
            | DutyCode::TakeResponsibility
            | DutyCode::Summarise
            | DutyCode::Rectify
            | DutyCode::Investigate
            | DutyCode::InvestigationReport
            | DutyCode::PublishResult
    )
}
