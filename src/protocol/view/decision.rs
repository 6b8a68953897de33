//! What the rules say of a matter, each line with its clause.

use serde::{Deserialize, Serialize};

use super::{ClauseChip, DueView};
use crate::ledger::DutyState;
use crate::rules::{Actor, Barred, Basis, DutyCode, FormCode, HandlerRole, Held, Limit, Situation};

/// One line of a decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DutyView {
    /// The duty.
    pub code: DutyCode,
    /// Whose.
    pub by: Actor,
    /// The person, where known.
    pub person: Option<String>,
    /// The clauses.
    pub clauses: Vec<ClauseChip>,
    /// The limit.
    pub within: Option<Limit>,
    /// The day it falls due.
    pub due: Option<DueView>,
    /// Others of which one is enough.
    pub alternatives: Vec<DutyCode>,
    /// Whether only where necessary.
    pub optional: bool,
    /// Whether and how it was done (open on a preview).
    pub state: DutyState,
    /// What was done.
    pub note: String,
    /// Whether the person looking may tick it off.
    pub mine: bool,
}

/// What the rules answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DecisionView {
    /// The owner's name; absent where nobody was asked yet.
    pub owner: Option<String>,
    /// How the owner was found.
    pub basis: Option<Basis>,
    /// The clause that names the owner.
    pub owner_clause: Option<ClauseChip>,
    /// Who must settle it; absent where the system does not say.
    pub handler: Option<HandlerRole>,
    /// The handler by name: person or department.
    pub handler_name: Option<String>,
    /// The clause.
    pub handler_clause: Option<ClauseChip>,
    /// The duties, in order.
    pub duties: Vec<DutyView>,
    /// The forms.
    pub forms: Vec<(FormCode, ClauseChip)>,
    /// What is forbidden here.
    pub barred: Vec<(Barred, ClauseChip)>,
    /// One line for each clause used: the clause and the fields of the situation that made it hold.
    pub why: Vec<WhyView>,
    /// The situation decided.
    pub situation: Situation,
    /// Pack, version, calendar: what it was decided under.
    pub stamp: String,
}

/// Why a clause holds here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyView {
    /// The clause.
    pub chip: ClauseChip,
    /// What about the situation made it hold.
    pub held: Vec<Held>,
}
