//! A ticket: what the events about one matter amount to.
//!
//! A ticket is folded, never stored as the truth and never edited; every value in it says which event it came from.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::finding::Remark;
use super::said::{Correction, Ending, Feedback, Mark, Rating, Said};
use super::{ConflictKind, DeviceId, EventId, Intake, Receiver, TicketId, TicketNumber};
use crate::office::{DepartmentId, StaffId};
use crate::rules::{Answerable, Barred, Basis, Cited, ClauseRef, Due, DutyCode, DutyLine, HandlerRole, Scope};

/// The record of one matter from registration to archive.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticket {
    /// The event that registered it.
    pub id: TicketId,
    /// What was written down, as corrected since; the first words are in `corrections`.
    pub intake: Arc<Intake>,
    /// When and by whom it was registered.
    pub registered: Mark,
    /// The device on which it was registered.
    pub device: DeviceId,
    /// The event that holds the decision in force; the ledger reads it on demand.
    pub decided: Option<EventId>,
    /// The system by which that decision was taken.
    pub system: Option<String>,
    /// Whose duty the matter was, as that decision saw it.
    pub scope: Scope,
    /// The first-contact owner.
    pub owner: Option<Owner>,
    /// Who must settle it.
    pub handler: Handler,
    /// Who answers to the visitor, by the system.
    pub answerable: Option<Cited<Answerable>>,
    /// What the system forbids here.
    pub barred: Vec<Cited<Barred>>,
    /// The duties, in the decision's order.
    pub duties: Vec<Duty>,
    /// Every transfer, in the order of events.
    pub transfers: Vec<Transfer>,
    /// Where it stands.
    pub state: State,
    /// When it is due next; absent once closed or where nothing sets a limit.
    pub due: Option<Due>,
    /// The limit of the matter as a whole: as last moved, else as its decision says.
    pub limit: Option<Due>,
    /// Whether the limit was moved.
    pub extended: bool,
    /// The answer as last given.
    pub answer: Option<Said>,
    /// The first answer, whatever came after: the event, and when.
    pub first_answer: Option<(EventId, i64)>,
    /// Whether it was taken up again after an end: the result's duties were laid anew then, their limits were not.
    pub reopened: bool,
    /// What the visitor said when asked whether it serves.
    pub feedback: Option<Feedback>,
    /// How the visitor rated the service.
    pub rating: Option<Rating>,
    /// How it ended; absent while open.
    pub closed: Option<Ending>,
    /// Who pressed for it, in the order of events.
    pub urges: Vec<Said>,
    /// What was put right, in the order of events.
    pub corrections: Vec<Correction>,
    /// Acts that contradict each other and await someone's word.
    pub conflicts: Vec<Conflict>,
    /// What was said to findings, in the order of events; see [`Ticket::finding_files`].
    pub findings: Vec<Remark>,
    /// How many acts on it this build cannot read.
    pub unknown_acts: u32,
    /// Its newest events: those that no other event of the ticket knew. In order.
    pub frontier: Vec<EventId>,
    /// The latest moment of its events, milliseconds since 1970.
    pub touched_ms: i64,
}

/// The first-contact owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// The person, window or team that the decision named.
    pub id: String,
    /// The same as a person; absent where a window or team is the owner.
    pub staff: Option<StaffId>,
    /// Why it is they.
    pub basis: Basis,
    /// The clause that says so.
    pub clause: ClauseRef,
    /// When the decision was taken.
    pub at_ms: i64,
}

/// Who must settle the matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handler {
    /// In the system's words, with the clause; absent where it does not say.
    pub role: Option<Cited<HandlerRole>>,
    /// The department, as far as known.
    pub department: Option<DepartmentId>,
    /// The person: the owner where the system makes him the handler, else whoever accepted it.
    pub staff: Option<StaffId>,
}

/// Someone who answers to the visitor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// As what.
    pub role: HoldRole,
    /// The person; absent where a department, window or team answers.
    pub staff: Option<StaffId>,
    /// The department, as far as known.
    pub department: Option<DepartmentId>,
}

/// As what someone answers to the visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldRole {
    /// First-contact owner.
    Owner,
    /// Handler.
    Handler,
}

/// A duty of the decision, with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// What the decision says.
    pub line: DutyLine,
    /// When it is due, as extended since.
    pub due: Option<Due>,
    /// Where it stands.
    pub state: DutyState,
    /// The act that did it, and what was noted; present exactly where it is done.
    pub done: Option<Said>,
}

impl Duty {
    /// Names the duty.
    pub const fn code(&self) -> DutyCode {
        self.line.code
    }
}

/// What became of a duty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyState {
    /// To be done (or, where optional, may be).
    #[default]
    Open,
    /// Done.
    Done,
    /// No longer to be done: another of which one is enough was done, or the matter was closed.
    NotNeeded,
}

/// A handing on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// Who handed it on, and when; the event names the transfer.
    pub mark: Mark,
    /// To whom.
    pub to: Receiver,
    /// Why.
    pub reason: String,
    /// The clause that has it forwarded.
    pub clause: Option<ClauseRef>,
    /// Where it stands.
    pub state: TransferState,
    /// Who took it or gave it back, with the reason where it was given back.
    pub reply: Option<Said>,
}

/// Where a transfer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransferState {
    /// Neither taken nor given back.
    Waiting,
    /// Taken.
    Accepted,
    /// Given back.
    Returned,
    /// Without effect: another act that contradicts it holds.
    SetAside,
}

/// Where a ticket stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Registered; no member of staff has touched it yet.
    Registered,
    /// Someone is at it.
    InHand,
    /// Handed on, waiting to be accepted.
    Passing,
    /// The visitor has the answer.
    Answered,
    /// Ended.
    Closed,
}

/// Acts that contradict each other: nobody knew of the other's, or one does not fit at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// About what.
    pub kind: ConflictKind,
    /// The acts, in the order of events.
    pub events: Vec<EventId>,
    /// The act that holds until someone settles it.
    pub holds: EventId,
}

impl Ticket {
    /// The number that the visitor was given.
    pub fn number(&self) -> &TicketNumber {
        &self.intake.number
    }

    /// The transfer that waits to be taken.
    pub fn waiting(&self) -> Option<&Transfer> {
        self.transfers.iter().rev().find(|transfer| transfer.state == TransferState::Waiting)
    }

    /// The transfer that `event` made.
    pub fn transfer(&self, event: EventId) -> Option<&Transfer> {
        self.transfers.iter().find(|transfer| transfer.mark.event == event)
    }

    /// The duty that is to be done next: the open obligatory one that falls due first, in the decision's order where
    /// nothing tells them apart.
    pub fn next_duty(&self) -> Option<&Duty> {
        let open = self.duties.iter().filter(|duty| duty.state == DutyState::Open && !duty.line.optional);
        open.min_by_key(|duty| duty.due.as_ref().map_or(i64::MAX, |due| due.at_ms))
    }

    /// Who answers to the visitor now: nobody once it is closed; the handler only once he took it.
    pub fn answerable_now(&self) -> Vec<Hold> {
        if self.state == State::Closed {
            return Vec::new();
        }
        let owner = self.owner_hold();
        let is_owner =
            |hold: &Hold| owner.as_ref().is_some_and(|owner| owner.staff.is_some() && owner.staff == hold.staff);
        let handler = self.handler_hold().filter(|hold| !is_owner(hold) && (hold.staff.is_some() || owner.is_none()));
        match (self.answerable.map(|cited| cited.code), owner, handler) {
            (Some(Answerable::Owner), Some(owner), _) | (_, Some(owner), None) => vec![owner],
            (Some(Answerable::Both), Some(owner), Some(handler)) => vec![owner, handler],
            (_, _, Some(handler)) => vec![handler],
            (_, None, None) => Vec::new(),
        }
    }

    /// The owner as someone who answers.
    pub(super) fn owner_hold(&self) -> Option<Hold> {
        let owner = self.owner.as_ref()?;
        let department = if owner.staff.is_some() { None } else { self.intake.department.clone() };
        Some(Hold { role: HoldRole::Owner, staff: owner.staff.clone(), department })
    }

    /// The handler as someone who answers, where a person or department is known.
    pub(super) fn handler_hold(&self) -> Option<Hold> {
        let Handler { staff, department, .. } = self.handler.clone();
        (staff.is_some() || department.is_some()).then_some(Hold { role: HoldRole::Handler, staff, department })
    }
}
