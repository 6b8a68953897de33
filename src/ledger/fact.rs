//! The facts that an event can state, all in the past tense.

use serde::{Deserialize, Serialize};

use super::{EventId, TicketNumber};
use crate::office::{DepartmentId, MatterId, OfficeId, StaffId};
use crate::rules::{ClauseRef, Decision, Due, DutyCode, MatterKind, Situation};

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The visitor, at a kiosk.
    Visitor,
    /// A member of staff.
    Staff(StaffId),
}

/// Who came, as far as they said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visitor {
    /// Their name; empty when anonymous.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Their telephone; empty when anonymous or not given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Whether they chose to give no name.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anonymous: bool,
}

/// What was written down when a matter came in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Intake {
    /// The number given to the visitor.
    pub number: TicketNumber,
    /// Made by the form that was filled in, so that a repeated submit registers once.
    pub nonce: String,
    /// The institution.
    pub office: OfficeId,
    /// The matter of the office's list; absent for one that the list does not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterId>,
    /// The matter in words, 简体 as listed or as typed.
    pub subject: String,
    /// What kind of matter it is.
    pub kind: MatterKind,
    /// Who came.
    pub visitor: Visitor,
    /// What they said, in their words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub details: String,
    /// The department that settles such matters, by the office's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentId>,
    /// Whether the person registering was told the complete list at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub told_once: bool,
}

/// A duty that a decision laid on someone, with the day it falls due.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DueDuty {
    /// The duty.
    pub code: DutyCode,
    /// When it is due; absent where neither system nor office sets a limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
}

/// To whom a matter was passed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receiver {
    /// The department.
    pub department: DepartmentId,
    /// The person; absent where the department's head decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffId>,
}

/// How a matter ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closing {
    /// Settled as asked.
    Settled,
    /// Could not be granted; reasons given.
    Declined,
    /// Belongs outside; the visitor was shown where.
    Directed,
    /// The visitor withdrew it.
    Withdrawn,
    /// Closed as a copy of another ticket.
    Duplicate,
}

/// What two acts contradict each other about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// Passed on to two places.
    Transfer,
    /// The same transfer accepted and returned.
    Reply,
    /// Closed while someone else acted on it.
    Closing,
    /// Two decisions named different owners.
    Owner,
}

/// One fact. On the wire the kind is the key: `{"answered":{"text":"…"}}` (parsing need not buffer).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// A matter came in; starts a ticket.
    Registered(Box<Intake>),
    /// The rules named owner, handler, duties.
    OwnerNamed {
        /// What was known.
        situation: Box<Situation>,
        /// What the system answered, with its stamp.
        decision: Box<Decision>,
        /// When each duty is due, in the order of `decision.duties`.
        duties: Vec<DueDuty>,
        /// When the matter as a whole is due, by the limit that the office publishes for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Due>,
    },
    /// A duty was done.
    DutyDone {
        /// The duty.
        duty: DutyCode,
        /// What was done, where it needs words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
    /// The matter was handed on; it is the receiver's once accepted.
    Transferred {
        /// To whom.
        to: Receiver,
        /// Why.
        reason: String,
        /// The clause that has it forwarded.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        clause: Option<ClauseRef>,
    },
    /// The receiver took it.
    TransferAccepted {
        /// The transfer.
        transfer: EventId,
        /// Who will settle it.
        staff: StaffId,
    },
    /// The receiver gave it back.
    TransferReturned {
        /// The transfer.
        transfer: EventId,
        /// Why it is not theirs.
        reason: String,
    },
    /// The visitor was given the answer.
    Answered {
        /// The answer.
        text: String,
    },
    /// The limit was moved.
    Extended {
        /// The new day.
        due: Due,
        /// Why.
        reason: String,
    },
    /// The visitor was asked whether it serves.
    FedBack {
        /// Whether the visitor was satisfied; absent when they did not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        satisfied: Option<bool>,
        /// What they said.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        text: String,
    },
    /// The visitor rated the service.
    Rated {
        /// 1 (poor) to 5 (very good).
        stars: u8,
        /// What they said.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        text: String,
    },
    /// The matter ended.
    Closed {
        /// How.
        closing: Closing,
        /// A last word for the file.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
    /// The matter was taken up again.
    Reopened {
        /// Why.
        reason: String,
    },
    /// Someone pressed for it.
    Urged {
        /// With which words.
        text: String,
    },
    /// Something written down wrongly was put right; the first word stays in the ledger.
    Corrected {
        /// What was corrected.
        field: CorrectedField,
        /// The right value.
        value: String,
        /// Why.
        reason: String,
    },
    /// Someone settled a conflict by naming the act that holds.
    ConflictSettled {
        /// What it was about.
        conflict: ConflictKind,
        /// The act that holds.
        holds: EventId,
        /// Why.
        reason: String,
    },
}

/// What a correction can put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CorrectedField {
    /// The visitor's name.
    Name,
    /// The visitor's telephone.
    Phone,
    /// The matter in words.
    Subject,
    /// What the visitor said.
    Details,
}
