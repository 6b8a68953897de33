//! When something falls due, as the calendar works it out from a [`Limit`](super::Limit).

use serde::{Deserialize, Serialize};

/// A day or moment by which something must be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The moment, milliseconds since 1970 (UTC). Where only the day counts, its last millisecond in UTC+8.
    pub at_ms: i64,
    /// Whether only the day counts (limits in days, working days, months), else the minute.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub day: bool,
    /// Whether the published calendar does not reach that far, so that the day may still move.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
    /// The version of the calendar that was counted by.
    pub calendar: String,
}
