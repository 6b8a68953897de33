//! Tickets as those see them who work them.

use serde::{Deserialize, Serialize};

use super::{DecisionView, DueView, KnotView, MatterView, PersonView};
use crate::ledger::{Choice, Closing, Conflict, EventId, State, TicketId, TransferState};
use crate::rules::{Channel, DutyCode, MatterKind};

/// A page of a list of tickets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TicketsView {
    /// How many match.
    pub total: u32,
    /// The rows asked for.
    pub rows: Vec<TicketRow>,
    /// How many lie on each shelf for the same person, in the order Open, Incoming, Late, Closed, All.
    pub shelves: [u32; 5],
    /// The place of the first of them, from 0.
    pub offset: u32,
    /// The ticket whose place was wanted, and its place, from 0; absent where it is not in the list.
    #[serde(default)]
    pub placed: Option<(TicketId, u32)>,
}

/// A ticket in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TicketRow {
    /// The ticket.
    pub id: TicketId,
    /// Its number.
    pub number: String,
    /// The matter.
    pub subject: String,
    /// Its kind.
    pub kind: MatterKind,
    /// The visitor's name; empty when anonymous.
    pub visitor: String,
    /// Where it stands.
    pub state: State,
    /// When it is due.
    pub due: Option<DueView>,
    /// The next duty.
    pub next: Option<DutyCode>,
    /// The thread; in a list without moments.
    pub thread: Vec<KnotView>,
    /// Whether acts contradict each other.
    pub conflict: bool,
    /// When it came in.
    pub at_ms: i64,
}

/// A ticket, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TicketView {
    /// The row.
    pub row: TicketRow,
    /// The visitor's telephone.
    pub phone: String,
    /// Whether the visitor chose to give no name.
    pub anonymous: bool,
    /// What they said.
    pub details: String,
    /// How it arrived.
    pub channel: Channel,
    /// The matter of the list.
    pub matter: Option<Box<MatterView>>,
    /// The decision, with the duties as they now stand; absent while the event that holds it has not arrived.
    pub decision: Option<Box<DecisionView>>,
    /// Who answers to the visitor now.
    pub answerable: Vec<PersonView>,
    /// Every transfer.
    pub transfers: Vec<TransferView>,
    /// The answer, once given.
    pub answer: Option<String>,
    /// How it was closed.
    pub closing: Option<Closing>,
    /// 1 to 5, once rated.
    pub rated: Option<u8>,
    /// Contradicting acts.
    pub conflicts: Vec<Conflict>,
    /// Everything that happened, oldest first.
    pub history: Vec<HistoryLine>,
    /// What the person looking may do now.
    pub offers: Vec<Choice>,
}

/// A transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferView {
    /// Its id.
    pub id: EventId,
    /// From whom.
    pub from: String,
    /// To which department, and person where named.
    pub to: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at_ms: i64,
    /// Where it stands.
    pub state: TransferState,
    /// Why it was returned, or who accepted it.
    pub reply: String,
}

/// One line of a ticket's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    /// The event.
    pub id: EventId,
    /// When.
    pub at_ms: i64,
    /// Who: a name; empty for the visitor.
    pub by: String,
    /// The device.
    pub device: String,
    /// The fact's kind, as in the event (`transfer_accepted`).
    pub kind: String,
    /// Words that belong to it: the answer, the reason, the duty's code.
    pub words: String,
}
