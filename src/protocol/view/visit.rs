//! What a visitor sees of their matter.

use serde::{Deserialize, Serialize};

use super::{ClauseChip, DueView, KnotView, MaterialView, PersonView};
use crate::ledger::{State, TicketId};

/// What a visitor gets on registering.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AcknowledgedView {
    /// The ticket.
    pub ticket: TicketId,
    /// The number, grouped for reading aloud.
    pub number: String,
    /// The matter.
    pub subject: String,
    /// When.
    pub at_ms: i64,
    /// When it will be settled.
    pub due: Option<DueView>,
    /// Who owns it, and where they are.
    pub owner: Option<PersonView>,
    /// The window to go to.
    pub window: Option<u16>,
    /// Its place.
    pub place: String,
    /// The clause that names the owner.
    pub owner_clause: Option<ClauseChip>,
    /// The papers to bring.
    pub materials: Vec<MaterialView>,
    /// The thread.
    pub thread: Vec<KnotView>,
    /// The office's name.
    pub office: String,
    /// The telephone that takes complaints.
    pub complaint_phone: String,
}

/// How far a matter has come, for its visitor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProgressView {
    /// The number.
    pub number: String,
    /// The matter.
    pub subject: String,
    /// Where it stands.
    pub state: State,
    /// The thread.
    pub thread: Vec<KnotView>,
    /// When it is due.
    pub due: Option<DueView>,
    /// The answer, once given.
    pub answer: Option<String>,
    /// Whether the visitor may rate it now.
    pub may_rate: bool,
    /// Whether it was rated.
    pub rated: Option<u8>,
}
