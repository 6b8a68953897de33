//! The database of one device: what is in it survives.
//!
//! Two stores. `events` holds numbered commits: commit *n* is one string, the event lines that were stored together, joined
//! by line feeds (none where only what is in `meta` changed). `meta` holds the device's seed, the office, the settings and
//! the systems of the office's own.
//!
//! Invariants: a commit is stored whole or not at all, with strict durability; commits are numbered without a gap from 1
//! and never overwritten, so of two tabs that write commit *n* one is told that it is [`Behind`](StoreError::Behind) and
//! neither can fork the device's chain; a database is never made without its seed, and never made anew while a marker says
//! that there was one.
//!
//! Deliberately absent: what the lines mean.

mod append;
mod error;
mod open;
mod read;
mod watch;

pub use append::Commit;
pub use error::StoreError;
pub use open::Store;
pub use read::News;

/// The version of the database's layout that this build reads and writes.
pub const SCHEMA: u32 = 1;
/// The database's name in a browser's storage.
pub const NAME: &str = "shouwen";

const EVENTS: &str = "events";
const META: &str = "meta";
const SEED: &str = "seed";
const OFFICE: &str = "office";
const SETTINGS: &str = "settings";
const SYSTEMS: &str = "systems";
