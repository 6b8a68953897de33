//! Why a system cannot be kept, forgotten or put in force.

use serde::{Deserialize, Serialize};

/// Why nothing was done with a system of one's own, or why a system does not come into force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SystemRefusal {
    /// The id is that of a system that comes with the program.
    BuiltIn {
        /// The id.
        pack: String,
    },
    /// The compact form cannot be read, or is not that of the text.
    Unreadable,
    /// This version was activated, or a ticket was decided by it, with another content. A version in force never changes.
    VersionFixed {
        /// The system.
        pack: String,
        /// The version.
        version: String,
    },
    /// It is in force, or planned.
    InUse {
        /// The system.
        pack: String,
        /// The version.
        version: String,
    },
    /// Tickets were decided by it, and their clauses must stay readable.
    Decided {
        /// The system.
        pack: String,
        /// The version.
        version: String,
    },
    /// That is no day of the calendar.
    NotADay {
        /// What was given.
        from: String,
    },
    /// The day is over.
    DayPast {
        /// The first day that can be chosen, `YYYY-MM-DD`.
        today: String,
    },
    /// The device keeps as many as it may.
    TooMany {
        /// How many that is.
        max: usize,
    },
    /// The text is too large.
    TooLarge {
        /// The most that it may have, in bytes.
        max_bytes: usize,
    },
}
