//! Changes a pack in one place at a time and asks whether anybody notices: the checker, the pack's own cases, others.
//!
//! A case that no change can break proves nothing, and a rule that can be changed unnoticed is not pinned. Changes that
//! make no difference to any of many situations built around the pack's rules are left out of the count. Shared by the
//! tests and by `cargo run --example mutants`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a tool of the tests; the places that it indexes come from the pack that it walks"
)]

mod change;
mod judge;
mod ladders;
mod rules;

pub(crate) use change::{Mutant, mutants};
pub(crate) use judge::{Judge, Verdict};
