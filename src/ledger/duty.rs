//! Which acts do which duties by themselves, and which duties a closing leaves standing.
//!
//! Only where the act plainly *is* the duty: handing on is `forward`, taking over is `confirm_handover`. Everything else
//! is ticked off by the person who did it.

use super::{By, Fact};
use crate::rules::{DutyCode, DutyLine, Recipient};

/// Tells whether `fact`, stated `by` someone on an open or a closed ticket, does the duty by itself.
pub(super) fn does(fact: &Fact, by: &By, ticket_was_closed: bool, line: &DutyLine) -> bool {
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
