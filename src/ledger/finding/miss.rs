//! Which violation it is when a duty is not done in time. Where the contract has no name for it, none.

use crate::rules::{DutyCode, Violation};

/// The violation that leaving `duty` undone, or doing it late, looks like.
pub(super) const fn violation_of(duty: DutyCode) -> Option<Violation> {
    Some(match duty {
        DutyCode::SettleNow | DutyCode::SettleInTime | DutyCode::RunErrand | DutyCode::Respond => Violation::Late,
        DutyCode::Register => Violation::NoRecord,
        DutyCode::Forward => Violation::NotForwarded,
        DutyCode::ContactVisitor => Violation::NotContacted,
        DutyCode::BriefSuccessor | DutyCode::ConfirmHandover => Violation::BadHandover,
        DutyCode::Contact | DutyCode::AskLeader | DutyCode::FindOut => Violation::NotAssisted,
        DutyCode::Guide => Violation::NoGuide,
        DutyCode::Explain => Violation::NoExplanation,
        DutyCode::TellOnce
        | DutyCode::TellWhere
        | DutyCode::StateTime
        | DutyCode::ProvideForms
        | DutyCode::Progress
        | DutyCode::Feedback
        | DutyCode::CallBack => Violation::NotTold,
        _ => return None,
    })
}

/// Tells whether a duty is that of settling the matter itself, which the answer does.
pub(super) const fn settles(duty: DutyCode) -> bool {
    matches!(duty, DutyCode::SettleNow | DutyCode::SettleInTime | DutyCode::RunErrand | DutyCode::Respond)
}
