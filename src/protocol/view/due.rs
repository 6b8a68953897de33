//! By when, and how far.

use serde::{Deserialize, Serialize};

/// A day or moment by which something is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueView {
    /// The moment.
    pub at_ms: i64,
    /// Whether only the day counts (else the minute).
    pub day: bool,
    /// Whether the year's calendar is not published yet.
    pub provisional: bool,
    /// Working days left (calendar days for a limit in such), negative when late.
    pub days_left: i32,
    /// Whether it is past.
    pub late: bool,
}

/// One knot of the thread (责任链).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnotView {
    /// Which knot.
    pub role: Knot,
    /// Who: a name or a department; empty when not known.
    pub who: String,
    /// Where: window or department.
    pub place: String,
    /// When it was reached.
    pub at_ms: Option<i64>,
    /// Done, now, or still to come.
    pub pace: Pace,
}

/// A knot of the thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Knot {
    /// The visitor came.
    Visitor,
    /// The first-contact owner.
    Owner,
    /// Handed on, waiting to be accepted.
    Passing,
    /// The handler.
    Handler,
    /// The visitor has the answer.
    Answer,
    /// Closed.
    Closed,
}

/// How far a knot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// Behind us.
    Done,
    /// The matter is here.
    Now,
    /// To come.
    Next,
}
