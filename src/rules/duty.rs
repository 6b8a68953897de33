//! What someone must now do: the contract's duties.

use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::decision::ClauseRef;
use super::limit::Limit;

codes! {
    /// What someone must do. Courtesy is in every system and has no code.
    DutyCode, "duty":
    IdentifySelf "identify_self" "Tells the visitor his own name, post, telephone.",
    Register "register" "Writes down who, contact, matter.",
    Classify "classify" "Judges urgency and complexity.",
    SettleNow "settle_now" "Settles or answers at once.",
    SettleInTime "settle_in_time" "Settles within the prescribed or promised time.",
    TellOnce "tell_once" "Tells, in one go, procedure, materials, time limit.",
    ProvideForms "provide_forms" "Hands out forms and papers.",
    Explain "explain" "Explains why not, or why not now.",
    StateTime "state_time" "Tells the expected time.",
    BookRevisit "book_revisit" "Makes another appointment.",
    AwaitObstacle "await_obstacle" "Settles as soon as the visitor's own obstacle is gone.",
    AskLeader "ask_leader" "Asks a leader how to proceed, then answers.",
    TellWhere "tell_where" "Tells department, person, place or telephone.",
    Guide "guide" "Leads the visitor there.",
    Contact "contact" "Gets in touch with the responsible person or department for the visitor.",
    Forward "forward" "Hands the record on to the responsible person or department.",
    BriefSuccessor "brief_successor" "Explains the matter in full to the one who takes over.",
    ConfirmHandover "confirm_handover" "The receiving side confirms.",
    ReceiveMaterials "receive_materials" "Takes the papers on the absent handler's behalf.",
    ContactVisitor "contact_visitor" "The handler gets in touch with the visitor.",
    ReportHead "report_head" "Reports to the head of department.",
    ReportLeader "report_leader" "Reports to a supervising, main or higher leader.",
    ReportUpper "report_upper" "Reports to a higher authority.",
    Coordinate "coordinate" "Brings the departments together and sees it through.",
    AppointLead "appoint_lead" "Names the lead department.",
    RunErrand "run_errand" "Carries the matter through the departments for the visitor.",
    SeatVisitor "seat_visitor" "Asks the visitor to wait in the reception room.",
    Track "track" "Follows progress to the end.",
    Urge "urge" "Presses the one who is late.",
    Progress "progress" "Reports progress to the visitor, or to the owner where the handler does it.",
    Feedback "feedback" "Tells the visitor the result.",
    ConfirmSatisfaction "confirm_satisfaction" "Asks whether the visitor is satisfied.",
    CallBack "call_back" "Calls back after closing.",
    Archive "archive" "Files it in the ledger or the visitor's file.",
    KeepConfidential "keep_confidential" "Protects the person and what was said.",
    FileRefusal "file_refusal" "Files the reasons of a refusal, signed by a leader.",
    IssueReceipt "issue_receipt" "Gives the visitor a receipt.",
    Soothe "soothe" "Calms, does not quarrel.",
    HelpOutside "help_outside" "Helps to find the right body outside.",
    TakeResponsibility "take_responsibility" "A department that was sent it wrongly still answers to the visitor.",
    Respond "respond" "Gives a first answer, not yet the result.",
    FindOut "find_out" "Learns it from those who know, then answers.",
    PromiseAnswer "promise_answer" "Promises an answer as soon as possible.",
    VerifyIdentity "verify_identity" "Checks who it is and what is wanted.",
    ReadBack "read_back" "Repeats the matter to check it.",
    AskPurpose "ask_purpose" "Asks what it is about.",
    AskOpinion "ask_opinion" "Asks for opinions and suggestions.",
    ShareInformation "share_information" "Passes information to the departments concerned.",
    Assist "assist" "Helps with a matter that is another's.",
    OfferHelp "offer_help" "Helps a frail visitor in person.",
    GoToVisitor "go_to_visitor" "The responsible side comes to the visitor.",
    ReportClosing "report_closing" "Tells the tracking post that it is done.",
    NotifySuperior "notify_superior" "Notifies the late one's superior department.",
    LeaderConsent "leader_consent" "Has the head agree before handing over.",
    Summarise "summarise" "Periodic analysis fed back.",
    Rectify "rectify" "Puts right what was not solved.",
    Investigate "investigate" "Looks into what happened (accountability).",
    InvestigationReport "investigation_report" "Writes down what the investigation found.",
    PublishResult "publish_result" "Makes the result of the investigation public.",
}

codes! {
    /// Who does a duty; where owner and handler are one person, the owner.
    Actor, "actor":
    Owner "owner" "The first-contact owner.",
    Handler "handler" "The one who must settle the matter.",
    Head "head" "The head of department.",
    Leader "leader" "A leader of the unit.",
    Coordinator "coordinator" "A named post or office that is neither head nor leader.",
    Upper "upper" "A higher authority.",
}

codes! {
    /// To whom something is told.
    Recipient, "recipient":
    Visitor "visitor" "The visitor.",
    Owner "owner" "The first-contact owner.",
}

/// One duty of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyLine {
    /// What is to be done.
    pub code: DutyCode,
    /// Who does it.
    pub by: Actor,
    /// The clause that demands it.
    pub clause: ClauseRef,
    /// Further clauses that demand the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<ClauseRef>,
    /// How long it may take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Limit>,
    /// Duties of which one is enough, this one aside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<DutyCode>,
    /// Only where necessary (必要时).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// To whom, where the clause says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Recipient>,
}
