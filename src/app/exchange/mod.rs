//! Files out and in: export everything here, import what others wrote; the same for backups.
//!
//! Nothing is taken in before the person has seen what it would change; taking the same file in twice changes nothing.

mod export;
mod import;
mod page;
mod preview;

pub(crate) use export::{Export, Outgoing, export_part};
pub(crate) use import::{Incoming, import_part};
pub(crate) use page::exchange_page;
pub(crate) use preview::{figure, lives_on};
