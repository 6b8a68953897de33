//! What was said to a finding: the answer of the person concerned, and what a leader decided. A decision says enough
//! to be one entry of the person's record, without the ticket.

use serde::{Deserialize, Serialize};

use super::FindingKey;
use crate::rules::{Aggravating, ClauseRef, Consequence, Mitigating, Sanction, Scope, StaffRole};

/// The answer of the person concerned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingAnswer {
    /// To which.
    pub finding: FindingKey,
    /// What they said.
    pub text: String,
}

/// A decision on a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// On which.
    pub finding: FindingKey,
    /// In which role the person had the duty.
    pub role: StaffRole,
    /// Whose duty the matter was, as the ticket's decision saw it.
    #[serde(default)]
    pub scope: Scope,
    /// When it happened, milliseconds since 1970 (UTC).
    pub since_ms: i64,
    /// The system under which it was judged: the ticket's own.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// What the leader asked about and found.
    pub bearing: Bearing,
    /// What was decided.
    pub judgement: Judgement,
    /// Why.
    pub reason: String,
}

/// What bears on a finding besides the violation: asked of the leader, proposed by nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bearing {
    /// What came of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consequence: Vec<Consequence>,
    /// What speaks for leniency.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mitigating: Vec<Mitigating>,
    /// What speaks for severity.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aggravating: Vec<Aggravating>,
}

/// Whether a finding holds, and what follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    /// It holds. With no sanction, where it was waived.
    Upheld(Vec<ChosenSanction>),
    /// It does not hold.
    Dismissed,
}

/// A sanction that the leader chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenSanction {
    /// What follows.
    pub code: Sanction,
    /// The clause of the system's ladder that provides for it; absent where the leader chose beside the ladder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<ClauseRef>,
}
