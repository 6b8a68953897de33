//! The facts that an event can state, all in the past tense.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, de};

use super::finding::Sealed;
use super::{EventId, Intake};
use crate::json;
use crate::office::{DepartmentId, StaffId};
use crate::rules::{ClauseRef, Decision, Due, DutyCode, Situation};

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// The visitor, at a kiosk.
    Visitor,
    /// A member of staff.
    Staff(StaffId),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

impl Closing {
    /// Every way to end, in the order in which a person chooses.
    pub const ALL: [Self; 5] = [Self::Settled, Self::Declined, Self::Directed, Self::Withdrawn, Self::Duplicate];
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
    /// An act that does not fit what its maker knew: a reply to a transfer that is not here or was replied to, an act on
    /// a closed ticket, a second transfer while one waits. It has no effect.
    Misplaced,
}

/// One fact. On the wire the kind is the key: `{"answered":{"text":"…"}}` (parsing need not buffer).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// A matter came in; starts a ticket.
    Registered(Arc<Intake>),
    /// The rules named owner, handler, duties.
    OwnerNamed {
        /// What was known.
        situation: Box<Situation>,
        /// What the system answered, with its stamp.
        decision: Arc<Decision>,
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
    /// The person whom a finding concerns answered it: a [`FindingAnswer`](super::finding::FindingAnswer).
    FindingAnswered(Sealed),
    /// A leader decided on a finding: a [`Ruling`](super::finding::Ruling).
    FindingDecided(Sealed),
    /// An act that this build cannot read: made by a newer version, kept as its line and passed on untouched.
    #[serde(skip)]
    Unknown {
        /// The fact's kind as it stands in the line.
        kind: String,
        /// Why it could not be read, in the parser's words.
        why: String,
    },
}

impl Fact {
    /// The longest kind that a newer version may have, in bytes.
    const KIND_MAX_BYTES: usize = 64;

    /// Names the fact's kind as it stands in the line.
    pub fn kind(&self) -> &str {
        match self {
            Self::Registered(_) => "registered",
            Self::OwnerNamed { .. } => "owner_named",
            Self::DutyDone { .. } => "duty_done",
            Self::Transferred { .. } => "transferred",
            Self::TransferAccepted { .. } => "transfer_accepted",
            Self::TransferReturned { .. } => "transfer_returned",
            Self::Answered { .. } => "answered",
            Self::Extended { .. } => "extended",
            Self::FedBack { .. } => "fed_back",
            Self::Rated { .. } => "rated",
            Self::Closed { .. } => "closed",
            Self::Reopened { .. } => "reopened",
            Self::Urged { .. } => "urged",
            Self::Corrected { .. } => "corrected",
            Self::ConflictSettled { .. } => "conflict_settled",
            Self::FindingAnswered(_) => "finding_answered",
            Self::FindingDecided(_) => "finding_decided",
            Self::Unknown { kind, .. } => kind,
        }
    }

    /// Reads a fact from its JSON; one that this build cannot read becomes [`Fact::Unknown`] if it has a kind at all.
    pub(super) fn read(json: &str) -> Result<Self, serde_json::Error> {
        json::read(json).or_else(|why| {
            let kind = Self::kind_of(json)?;
            Ok(Self::Unknown { kind, why: why.to_string() })
        })
    }

    /// Reads a fact's kind from its JSON, looking over the rest.
    pub(super) fn kind_of(json: &str) -> Result<String, serde_json::Error> {
        json::read::<Kind>(json).map(|kind| kind.0)
    }
}

/// The kind of a fact, whatever it is: the only key of an object, or a text alone.
struct Kind(String);

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(KindVisitor)
    }
}

struct KindVisitor;

impl<'de> de::Visitor<'de> for KindVisitor {
    type Value = Kind;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a fact: an object whose only key is its kind")
    }

    fn visit_str<E: de::Error>(self, kind: &str) -> Result<Kind, E> {
        if kind.is_empty() || kind.len() > Fact::KIND_MAX_BYTES {
            return Err(E::invalid_length(kind.len(), &"a kind of 1 to 64 bytes"));
        }
        Ok(Kind(kind.to_owned()))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Kind, A::Error> {
        let Some((kind, _)) = map.next_entry::<String, de::IgnoredAny>()? else {
            return Err(de::Error::invalid_length(0, &self));
        };
        if map.next_entry::<de::IgnoredAny, de::IgnoredAny>()?.is_some() {
            return Err(de::Error::invalid_length(2, &self));
        }
        self.visit_str(&kind)
    }
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
