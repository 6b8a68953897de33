//! Systems and their clauses.

use serde::{Deserialize, Serialize};

use crate::rules::{ClauseRef, Flags};

/// A clause as a chip on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseChip {
    /// The pack's id.
    pub pack: String,
    /// The pack's version.
    pub version: String,
    /// The reference.
    pub clause: ClauseRef,
    /// Its gist.
    pub gist: String,
}

/// A clause, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseView {
    /// The chip.
    pub chip: ClauseChip,
    /// The system's title.
    pub system: String,
    /// The pack's version.
    pub version: String,
    /// Why no rule cites it, where none does.
    pub unformalised: Option<String>,
}

/// A system in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SystemCard {
    /// The pack's id.
    pub pack: String,
    /// Its title.
    pub title: String,
    /// Its sector's code.
    pub sector: String,
    /// Its version.
    pub version: String,
    /// How many clauses it has.
    pub clauses: u32,
    /// What a reader must know about it; may be empty.
    pub about: String,
    /// The circumstances that its rules look at.
    pub flags: Flags,
    /// Whether it is in force on this device.
    pub active: bool,
    /// Whether it is one's own (else it comes with the program).
    pub own: bool,
    /// The first day for which it is planned, `YYYY-MM-DD` in Chinese standard time; absent where it is not.
    pub from: Option<String>,
    /// Whether it was made ready by another version of the app: it decides nothing until its text is kept anew. A card
    /// of such a system has its id as its title.
    pub stale: bool,
}

/// The text of a system of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SystemTextView {
    /// The pack's id.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// The text, as it was kept.
    pub text: String,
}

/// A system, clause by clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SystemView {
    /// The card.
    pub card: SystemCard,
    /// Where it comes from.
    pub source: String,
    /// Its clauses in order.
    pub clauses: Vec<ClauseView>,
}
