//! What a finding is about: enough to find it again, on every device.

use serde::{Deserialize, Serialize};

use crate::ledger::EventId;
use crate::office::StaffId;
use crate::rules::{DutyCode, Violation};

/// Names a finding of a ticket.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FindingKey {
    /// What it looks like.
    pub violation: Violation,
    /// Whom it concerns.
    pub staff: StaffId,
    /// The event from which it follows: the decision that laid the duty, or the act itself.
    pub event: EventId,
    /// The duty, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<DutyCode>,
}
