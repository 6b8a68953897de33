//! What a bundle would change, or changed.

use serde::{Deserialize, Serialize};

use super::{ChainFaultView, RestoredView};

/// What a bundle would change, or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportView {
    /// Names the preview; 0 once taken in.
    pub token: u32,
    /// The file's name.
    pub file: String,
    /// The office it comes from.
    pub office: String,
    /// The device that wrote it.
    pub device: String,
    /// When it was written.
    pub made_ms: i64,
    /// Tickets in it.
    pub tickets: u64,
    /// Events in it.
    pub events: u64,
    /// Events that are new here.
    pub new_events: u64,
    /// Tickets that are new here.
    pub new_tickets: u64,
    /// Tickets here that it changes.
    pub changed_tickets: u64,
    /// Whether it brings an office that this device lacks or has in an older form.
    pub brings_office: bool,
    /// Whether its signature is good.
    pub signed: bool,
    /// What forbids taking it in; with any of these, it has no effect at all.
    pub problems: Vec<crate::protocol::Problem>,
    /// What is worth knowing about it; does not keep it from being taken in.
    pub notes: Vec<crate::protocol::Problem>,
    /// Gaps and forks in devices' chains that would stand afterwards and do not stand now.
    pub chain_faults: Vec<ChainFaultView>,
    /// What it would restore beside office and events; there where it was read for that.
    pub restores: Option<KeptView>,
    /// The backup that was restored here, where the file shows that its device lives on.
    pub lives_on: Option<RestoredView>,
}

/// What a backup brings beside office and events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptView {
    /// How many of its events had never been exported when it was written.
    pub fresh: u64,
    /// The systems of the office's own, each with its version.
    pub systems: Vec<String>,
}
