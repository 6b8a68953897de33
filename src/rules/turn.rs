//! In which order a person does the duties of a decision.

use super::duty::DutyCode;

impl DutyCode {
    /// Tells the duty's turn: receiving first, then settling or passing on, then following, answering, filing.
    ///
    /// The order is the same for all systems, so that a clerk who knows one finds his way in any.
    pub const fn turn(self) -> u8 {
        match self {
            // Receiving the visitor.
            Self::Soothe => 0,
            Self::OfferHelp => 1,
            Self::IdentifySelf => 2,
            Self::VerifyIdentity => 3,
            Self::AskPurpose => 4,
            Self::SeatVisitor => 5,
            Self::Register => 6,
            Self::ReadBack => 7,
            Self::KeepConfidential => 8,
            Self::Classify => 9,
            Self::Respond => 10,
            // Telling what it takes.
            Self::TellOnce => 11,
            Self::ProvideForms => 12,
            Self::ReceiveMaterials => 13,
            // Settling it, or saying why not now.
            Self::FindOut => 14,
            Self::AskLeader => 15,
            Self::SettleNow => 16,
            Self::Explain => 17,
            Self::StateTime => 18,
            Self::IssueReceipt => 19,
            Self::BookRevisit => 20,
            Self::PromiseAnswer => 21,
            // Showing or bringing it to the right place.
            Self::TellWhere => 22,
            Self::HelpOutside => 23,
            Self::Guide => 24,
            Self::Contact => 25,
            Self::LeaderConsent => 26,
            Self::BriefSuccessor => 27,
            Self::Forward => 28,
            Self::ConfirmHandover => 29,
            Self::TakeResponsibility => 30,
            Self::ReportHead => 31,
            Self::ReportLeader => 32,
            Self::ReportUpper => 33,
            Self::AppointLead => 34,
            Self::Coordinate => 35,
            Self::Assist => 36,
            Self::RunErrand => 37,
            Self::ShareInformation => 38,
            // Working on it and following it.
            Self::ContactVisitor => 39,
            Self::GoToVisitor => 40,
            Self::AwaitObstacle => 41,
            Self::Track => 42,
            Self::SettleInTime => 43,
            Self::Progress => 44,
            Self::Urge => 45,
            Self::NotifySuperior => 46,
            Self::FileRefusal => 47,
            // Answering, and what comes after.
            Self::ReportClosing => 48,
            Self::Feedback => 49,
            Self::ConfirmSatisfaction => 50,
            Self::AskOpinion => 51,
            Self::Rectify => 52,
            Self::CallBack => 53,
            Self::Archive => 54,
            Self::Summarise => 55,
            // Accountability.
            Self::Investigate => 56,
            Self::InvestigationReport => 57,
            Self::PublishResult => 58,
        }
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
