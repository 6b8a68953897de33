//! Findings as screens draw them.

use serde::{Deserialize, Serialize};

use crate::ledger::TicketId;
use crate::ledger::finding::{Bearing, FindingKey, Judgement};
use crate::rules::{Liable, Sanction, StaffRole, Violation, Weight};

use super::{ClauseChip, HistoryLine};

/// A page of the list of findings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingsView {
    /// How many the person may see.
    pub total: u32,
    /// How many of them are not decided.
    pub open: u32,
    /// The rows asked for: undecided ones first, then the newest.
    pub rows: Vec<FindingView>,
}

/// A finding, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingView {
    /// What, whose, from what.
    pub key: FindingKey,
    /// The ticket.
    pub ticket: TicketId,
    /// Its number.
    pub number: String,
    /// The matter.
    pub subject: String,
    /// Whom it concerns, by name.
    pub person: String,
    /// In which role; absent where nothing raises it any more and nobody decided.
    pub role: Option<StaffRole>,
    /// What it looks like.
    pub violation: Violation,
    /// What the ticket's system demands; absent where nothing raises it any more.
    pub clause: Option<ClauseChip>,
    /// From when on, milliseconds since 1970 (UTC).
    pub since_ms: i64,
    /// The events that show it.
    pub evidence: Vec<HistoryLine>,
    /// What came of it by the visitor's own words, where a leader would start from.
    pub bearing: Bearing,
    /// What the system's ladder says, as far as is known without asking.
    pub proposal: ProposalView,
    /// What the person answered.
    pub answers: Vec<RemarkView>,
    /// The decision.
    pub ruling: Option<RulingView>,
    /// Whether the ledger still raises it. Where an event came to light later it may not.
    pub stands: bool,
    /// Whether the person looking may answer.
    pub may_answer: bool,
    /// Whether the person looking may decide.
    pub may_decide: bool,
}

/// What someone said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemarkView {
    /// Who, by name.
    pub by: String,
    /// When.
    pub at_ms: i64,
    /// What.
    pub text: String,
}

/// A decision on a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulingView {
    /// Who, when, why.
    pub remark: RemarkView,
    /// What bore on it.
    pub bearing: Bearing,
    /// What was decided.
    pub judgement: Judgement,
    /// Whether someone else decided without knowing of it.
    pub contested: bool,
}

/// What a system's ladder says about a finding. It proposes; people decide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalView {
    /// What would follow; empty where the system's text names nothing for it.
    pub sanctions: Vec<SanctionView>,
    /// Which way the circumstances weigh, with the clause where one says so.
    pub weight: Vec<(Weight, Option<ClauseChip>)>,
    /// Who is held to account.
    pub liable: Vec<(Liable, ClauseChip)>,
    /// How many findings about the person were upheld before under the same system.
    pub earlier: u32,
    /// Whether the system is here to be asked.
    pub known: bool,
}

/// A sanction that a ladder provides for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SanctionView {
    /// What.
    pub code: Sanction,
    /// The clause.
    pub clause: ClauseChip,
    /// Whether the text leaves a choice between this and others.
    pub alternatives: bool,
}
