//! The database of one device: what is in it survives.
//!
//! Which records there are and what each step writes is worked out by [`storage`](crate::storage); here it is carried out
//! and read back.
//!
//! Invariants: a transaction is carried out whole or not at all, with strict durability; of two tabs that write commit *n*
//! one is told that it is [`Behind`](StoreError::Behind) and neither can fork the device's chain; a database is never made
//! without its seed, and never made anew while a marker says that there was one.
//!
//! Deliberately absent: what the lines mean.

mod append;
mod empty;
mod error;
mod open;
mod read;
mod rescue;
mod strays;
mod watch;

pub use crate::storage::{Commit, SCHEMA};
pub use error::StoreError;
pub(super) use open::ReadSoFar;
pub use open::Store;
pub use read::News;
pub(super) use read::Pace;

/// The database's name in a browser's storage.
pub const NAME: &str = "shouwen";

const EVENTS: &str = crate::storage::Store::Events.name();
const META: &str = crate::storage::Store::Meta.name();
const SEGMENTS: &str = crate::storage::Store::Segments.name();
const TABLES: &str = crate::storage::Store::Tables.name();
