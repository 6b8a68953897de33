//! What lies in a device's database: which records there are, and what each step writes.
//!
//! Four stores. `events` holds numbered commits, `meta` what is replaced as a whole, `segments` packed lines, `tables` what
//! is known of packed tickets (docs/storage.md). Every step is one [`Transaction`]: a list of writes that are made together
//! or not at all, worked out here and carried out by whoever has the database.
//!
//! Invariants: commits are numbered without a gap from 1, each is added once and never replaced by another, so of two tabs
//! that write commit *n* one is refused by the database; a commit whose lines have been packed, or taken off
//! the device, is emptied, never removed; what
//! a segment holds never changes; packing is a commit too, so whoever did not know of it is behind.
//!
//! Deliberately absent: the database, compression, time, chance.

mod commit;
mod empty;
mod header;
mod pack;
mod write;

pub use commit::{Commit, commit};
pub use empty::{Emptying, empty};
pub use header::{Header, Part, Reading};
pub use pack::{Repacked, forget, lay, none_plain, pack, plain_of_json, segments, squeezed};
pub use write::{Key, Store, Transaction, Value, Write};

/// The version of the database's layout that this build reads and writes.
pub const SCHEMA: u32 = 2;

/// The records of `meta`.
pub mod meta {
    /// The secret from which the device's key is made.
    pub const SEED: &str = "seed";
    /// The office document.
    pub const OFFICE: &str = "office";
    /// What was chosen on this device.
    pub const SETTINGS: &str = "settings";
    /// Systems of the office's own.
    pub const SYSTEMS: &str = "systems";
    /// What is packed; see [`Header`](super::Header).
    pub const PACKED: &str = "packed";
    /// How the names of records begin that say which segments of an import are not compressed yet; the first one's key follows.
    pub const PLAIN: &str = "plain/";
}
