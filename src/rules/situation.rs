//! What is known when a matter comes in: the engine's question.
//!
//! Every field may be left out; its first value holds then. A situation is stored with the decision it led to, so its
//! form is the contract's and unknown fields are refused, never dropped.

use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::flags::Flags;

codes! {
    /// How a matter arrived.
    Channel, "channel", default Visit:
    Visit "visit" "In person, at a window-type counter too.",
    Phone "phone" "By telephone.",
    Letter "letter" "By letter.",
    Email "email" "By e-mail.",
    Fax "fax" "By fax.",
    Online "online" "Through a site, an app or a messaging service.",
    Forum "forum" "By a post in a forum.",
    Microblog "microblog" "By a post on a microblog.",
    Meeting "meeting" "At a meeting.",
    Callback "callback" "While the unit was calling someone back.",
    Kiosk "kiosk" "At a self-service device in the hall.",
    Delegated "delegated" "Assigned by a leader.",
    Discovered "discovered" "A member of staff found the problem himself.",
}

codes! {
    /// What a matter is (the contract's `matter`).
    MatterKind, "matter", default Consultation:
    Consultation "consultation" "A question (咨询).",
    Business "business" "Something to be handled (办事).",
    Complaint "complaint" "A complaint (投诉).",
    Report "report" "A report of wrongdoing (举报).",
    Suggestion "suggestion" "A suggestion (建议).",
    Defect "defect" "A fault of a product or facility (故障).",
    Petition "petition" "A petition or appeal (信访、申诉).",
    Help "help" "A request for help (求助).",
    OnsiteSupport "onsite_support" "Support at the visitor's place (现场支持).",
    Training "training" "A request for training (培训).",
}

codes! {
    /// Whose duty a matter is, seen from the first contact.
    Scope, "scope", default Own:
    Own "own" "The first contact's own.",
    Colleague "colleague" "Another person's of his department.",
    Department "department" "Another department's of the unit.",
    Several "several" "Two or more departments'.",
    System "system" "Another unit's of the same system (本系统).",
    Outside "outside" "Nobody's in the unit or the system.",
    Unclear "unclear" "Not known.",
}

codes! {
    /// Where the person is who should handle the matter (the contract's `handler` of a situation).
    HandlerState, "handler", default Available:
    Available "available" "Present or within reach.",
    Absent "absent" "Away: leave, travel, a meeting.",
    Unreachable "unreachable" "Cannot be contacted.",
    None "none" "That department has no counterpart post.",
}

codes! {
    /// Whether the visitor's papers suffice.
    Materials, "materials", default Complete:
    Complete "complete" "Nothing is missing.",
    Incomplete "incomplete" "Something is missing.",
}

codes! {
    /// Whether the rules allow what the visitor wants.
    Eligible, "eligible", default Yes:
    Yes "yes" "They allow it.",
    No "no" "They do not.",
    Unsure "unsure" "The first contact does not know or is not certain.",
}

/// What is known when a matter comes in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Situation {
    /// How it arrived.
    pub channel: Channel,
    /// What it is.
    pub matter: MatterKind,
    /// Whom the visitor asked, in that order; the finders or assignees where it was discovered or delegated.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Asked>,
    /// Whose duty it is.
    pub scope: Scope,
    /// Where the person is who should handle it.
    pub handler: HandlerState,
    /// Whether it can be settled at once.
    pub on_the_spot: bool,
    /// Whether the visitor's papers suffice.
    pub materials: Materials,
    /// Whether the rules allow it.
    pub eligible: Eligible,
    /// A tag of the system's own, where its rules route by subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Circumstances that hold.
    #[serde(skip_serializing_if = "Flags::is_empty")]
    pub flags: Flags,
}

impl Default for Situation {
    fn default() -> Self {
        Self {
            channel: Channel::default(),
            matter: MatterKind::default(),
            asked: Vec::new(),
            scope: Scope::default(),
            handler: HandlerState::default(),
            on_the_spot: true,
            materials: Materials::default(),
            eligible: Eligible::default(),
            topic: None,
            flags: Flags::default(),
        }
    }
}

/// A member of staff whom the visitor asked.
// Each answers one question of the contract about a person; they are independent of each other.
#[allow(clippy::struct_excessive_bools)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Who it is.
    pub id: String,
    /// How senior; higher is more senior.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub rank: i32,
    /// Months in the post.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub tenure_months: i32,
    /// Rostered on that channel now.
    #[serde(default, skip_serializing_if = "is_false")]
    pub on_duty: bool,
    /// In charge of that meeting or reception.
    #[serde(default, skip_serializing_if = "is_false")]
    pub in_charge: bool,
    /// Explicitly chosen by the visitor.
    #[serde(default, skip_serializing_if = "is_false")]
    pub named: bool,
    /// Order of first response, 1 = first; absent = did not respond.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responded: Option<u32>,
    /// A guard, cleaner, repairman …
    #[serde(default, skip_serializing_if = "is_false")]
    pub operator: bool,
    /// The one to whom the work was handed over.
    #[serde(default, skip_serializing_if = "is_false")]
    pub took_over: bool,
    /// Present at the post.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub at_post: bool,
    /// Named in advance as first contact of that department.
    #[serde(default, skip_serializing_if = "is_false")]
    pub appointed: bool,
}

impl Asked {
    /// Describes a person of whom nothing but the id is known.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            rank: 0,
            tenure_months: 0,
            on_duty: false,
            in_charge: false,
            named: false,
            responded: None,
            operator: false,
            took_over: false,
            at_post: true,
            appointed: false,
        }
    }
}

fn yes() -> bool {
    true
}

// Serde hands the field by reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(number: &i32) -> bool {
    *number == 0
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(truth: &bool) -> bool {
    !*truth
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_true(truth: &bool) -> bool {
    *truth
}
