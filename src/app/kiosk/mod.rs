//! The visitor's screens: find a matter, see its answer and papers, register it, follow it.
//!
//! Invariants: what a visitor types lives in [`Visit`] alone, never in the address, in storage or in the history, and is
//! wiped when they finish or fall silent; a number is shown only after the back office has stored the registration; what
//! was typed survives every failure.

mod details;
mod done;
mod idle;
mod matter;
mod matters;
mod other;
mod page;
mod progress;
mod rating;
mod review;
mod slip;
mod solved;
mod start;
mod visit;
mod who;

pub(crate) use page::kiosk_page;
pub(crate) use slip::slip;
pub(crate) use visit::provide;

use visit::{Visit, visit};
