//! In which order a person does the duties of a decision.

use super::duty::DutyCode;

/// Receiving first, then settling or passing on, then following, answering, filing.
///
/// The order is the same for all systems, so that a clerk who knows one finds his way in any.
const ORDER: [DutyCode; DutyCode::ALL.len()] = [
    // Tells the duty's turn: receiving first, then settling or passing on, then following, answering, filing.
    // The order is the same for all systems, so that a clerk who knows one finds his way in any.
    // Receiving the visitor.
    DutyCode::Soothe,
    DutyCode::OfferHelp,
    DutyCode::IdentifySelf,
    DutyCode::VerifyIdentity,
    DutyCode::AskPurpose,
    DutyCode::SeatVisitor,
    DutyCode::Register,
    DutyCode::ReadBack,
    DutyCode::KeepConfidential,
    DutyCode::Classify,
    DutyCode::Respond,
    // Telling what it takes.
    DutyCode::TellOnce,
    DutyCode::ProvideForms,
    DutyCode::ReceiveMaterials,
    // Settling it, or saying why not now.
    DutyCode::FindOut,
    DutyCode::AskLeader,
    DutyCode::SettleNow,
    DutyCode::Explain,
    DutyCode::StateTime,
    DutyCode::IssueReceipt,
    DutyCode::BookRevisit,
    DutyCode::PromiseAnswer,
    // Showing or bringing it to the right place.
    DutyCode::TellWhere,
    DutyCode::HelpOutside,
    DutyCode::Guide,
    DutyCode::Contact,
    DutyCode::LeaderConsent,
    DutyCode::BriefSuccessor,
    DutyCode::Forward,
    DutyCode::ConfirmHandover,
    DutyCode::TakeResponsibility,
    DutyCode::ReportHead,
    DutyCode::ReportLeader,
    DutyCode::ReportUpper,
    DutyCode::AppointLead,
    DutyCode::Coordinate,
    DutyCode::Assist,
    DutyCode::RunErrand,
    DutyCode::ShareInformation,
    // Working on it and following it.
    DutyCode::ContactVisitor,
    DutyCode::GoToVisitor,
    DutyCode::AwaitObstacle,
    DutyCode::Track,
    DutyCode::SettleInTime,
    DutyCode::Progress,
    DutyCode::Urge,
    DutyCode::NotifySuperior,
    DutyCode::FileRefusal,
    // Answering, and what comes after.
    DutyCode::ReportClosing,
    DutyCode::Feedback,
    DutyCode::ConfirmSatisfaction,
    DutyCode::AskOpinion,
    DutyCode::Rectify,
    DutyCode::CallBack,
    DutyCode::Archive,
    DutyCode::Summarise,
    // Accountability.
    DutyCode::Investigate,
    DutyCode::InvestigationReport,
    DutyCode::PublishResult,
];

/// The place of each duty in [`ORDER`].
#[allow(clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "worked out and checked by the compiler")]
const TURNS: [u8; ORDER.len()] = {
    let mut turns = [u8::MAX; ORDER.len()];
    let mut at = 0;
    while at < ORDER.len() {
        turns[ORDER[at] as usize] = at as u8;
        at += 1;
    }
    turns
};

impl DutyCode {
    /// Tells the duty's turn, from 0.
    pub fn turn(self) -> u8 {
        TURNS.get(self as usize).copied().unwrap_or(u8::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_duty_has_a_turn_of_its_own() {
        let mut turns: Vec<u8> = DutyCode::ALL.iter().map(|code| code.turn()).collect();
        turns.sort_unstable();
        assert_eq!(turns, (0..59).collect::<Vec<u8>>());
    }
}
