//! What a person wants to do with a ticket, and why they may not.

use serde::{Deserialize, Serialize};

use super::{By, Closing, ConflictKind, CorrectedField, EventId, Hold, Receiver, TransferState};
use crate::office::{DepartmentId, Post, StaffId};
use crate::rules::{Barred, ClauseRef, Due, DutyCode};

/// Something that a person wants to do with a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Tick a duty off.
    CompleteDuty {
        /// Which.
        duty: DutyCode,
        /// What was done, where it needs words.
        note: String,
    },
    /// Hand the matter on.
    Transfer {
        /// To whom.
        to: Receiver,
        /// Why.
        reason: String,
    },
    /// Take a transfer: the person acting will settle it.
    AcceptTransfer {
        /// Which.
        transfer: EventId,
    },
    /// Give a transfer back.
    ReturnTransfer {
        /// Which.
        transfer: EventId,
        /// Why it is not theirs.
        reason: String,
    },
    /// Give the visitor the answer.
    Answer {
        /// The answer.
        text: String,
    },
    /// Move the limit.
    Extend {
        /// The new day.
        due: Due,
        /// Why.
        reason: String,
    },
    /// Write down what the visitor said when asked whether it serves.
    FeedBack {
        /// Whether the visitor is satisfied; absent when they did not say.
        satisfied: Option<bool>,
        /// What they said.
        text: String,
    },
    /// Rate the service (the visitor).
    Rate {
        /// 1 to 5.
        stars: u8,
        /// What they say.
        text: String,
    },
    /// End the matter.
    Close {
        /// How.
        closing: Closing,
        /// A last word for the file.
        note: String,
    },
    /// Take it up again.
    Reopen {
        /// Why.
        reason: String,
    },
    /// Press for it.
    Urge {
        /// With which words.
        text: String,
    },
    /// Put right what was written down wrongly.
    Correct {
        /// What.
        field: CorrectedField,
        /// The right value.
        value: String,
        /// Why.
        reason: String,
    },
    /// Settle a conflict.
    SettleConflict {
        /// What it is about.
        conflict: ConflictKind,
        /// The act that holds.
        holds: EventId,
        /// Why.
        reason: String,
    },
}

/// An act that would be accepted, given fitting words: what a screen may offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// [`Act::CompleteDuty`] of this duty.
    CompleteDuty(DutyCode),
    /// [`Act::Transfer`].
    Transfer,
    /// [`Act::AcceptTransfer`] of this transfer.
    AcceptTransfer(EventId),
    /// [`Act::ReturnTransfer`] of this transfer.
    ReturnTransfer(EventId),
    /// [`Act::Answer`].
    Answer,
    /// [`Act::Extend`].
    Extend,
    /// [`Act::FeedBack`].
    FeedBack,
    /// [`Act::Rate`].
    Rate,
    /// [`Act::Close`] in this way.
    Close(Closing),
    /// [`Act::Reopen`].
    Reopen,
    /// [`Act::Urge`].
    Urge,
    /// [`Act::Correct`].
    Correct,
    /// [`Act::SettleConflict`] of this kind in favour of this act.
    SettleConflict(ConflictKind, EventId),
}

/// Who acts, and what they are in the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The member of staff; absent for the visitor.
    pub staff: Option<StaffId>,
    /// Their department; absent for the visitor and for a person whom the office does not know.
    pub department: Option<DepartmentId>,
    /// Their place in the chain of responsibility.
    pub post: Post,
}

impl Standing {
    /// The visitor's own standing.
    pub const fn visitor() -> Self {
        Self { staff: None, department: None, post: Post::Clerk }
    }

    /// As events name the person.
    pub fn by(&self) -> By {
        self.staff.clone().map_or(By::Visitor, By::Staff)
    }
}

/// A text that comes with an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextField {
    /// A reason.
    Reason,
    /// A note.
    Note,
    /// The answer, or what someone said.
    Text,
    /// The right value of a correction.
    Value,
}

impl TextField {
    /// The most bytes (UTF-8) that such a text may have; an event's reader allows no more.
    pub const MAX_BYTES: u32 = 8 * 1024;
}

/// Why an act is not accepted. A value, not an error: it travels to the screen, which says it with the next step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The act is for others.
    NotAnswerable {
        /// Those who may.
        who: Vec<Hold>,
    },
    /// It was done already (or is not needed any more).
    AlreadyDone,
    /// The decision laid no such duty on anyone.
    NoSuchDuty {
        /// Which.
        duty: DutyCode,
    },
    /// The ticket is closed; it would have to be reopened.
    NotOpen,
    /// The ticket is not closed.
    NotClosed,
    /// The visitor has no answer yet.
    NotAnswered,
    /// It was handed on and waits to be taken or given back.
    TransferWaiting {
        /// The transfer.
        transfer: EventId,
    },
    /// The transfer does not wait for a reply.
    NotWaiting {
        /// The transfer.
        transfer: EventId,
        /// Where it stands; absent when there is no such transfer.
        state: Option<TransferState>,
    },
    /// The transfer is for others.
    NotReceiver {
        /// Those to whom it was handed.
        to: Receiver,
    },
    /// It would be handed to those who have it.
    SameReceiver,
    /// A text is missing.
    EmptyReason {
        /// Which.
        field: TextField,
    },
    /// A text is too long.
    TooLong {
        /// Which.
        field: TextField,
        /// The most bytes (UTF-8) it may have.
        max_bytes: u32,
    },
    /// It was given back so often that only a leader may give it back once more.
    BouncedOut {
        /// How often it may be given back.
        max: u32,
    },
    /// The system forbids it here.
    BarredByRules {
        /// What.
        barred: Barred,
        /// The clause.
        clause: ClauseRef,
    },
    /// The new limit is not later than the present one.
    NotLater {
        /// The present one.
        than: Due,
    },
    /// There are one to so many stars.
    StarsOutOfRange {
        /// The most.
        max: u8,
    },
    /// There is no such conflict, or the act named is none of its acts.
    NothingToSettle,
    /// Obligatory duties stand open.
    DutiesOpen {
        /// Which, in the decision's order.
        codes: Vec<DutyCode>,
    },
}
