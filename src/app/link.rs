//! The page's line to the back office: ask, and hear of changes.
//!
//! The page holds no ledger. [`open`] starts the worker once; [`back_office`] gives any component the same handle.
//! [`BackOffice::act`] has something done, [`BackOffice::watch`] keeps what is drawn in step with what is stored.
//!
//! Invariants: every request gets exactly one reply, also when the worker dies (then [`Trouble::Broken`]); requests made
//! before the back office is open wait for it; the marker outside the database is written before a screen hears that
//! something was stored.
//!
//! [`Trouble::Broken`]: crate::protocol::Trouble::Broken

mod dialect;
mod handle;
mod line;
mod marker;
mod measure;
mod rehearsal;
mod sight;
mod workshop;

pub(crate) use dialect::{Dialect, EVERYTHING, VISITORS_ONLY};
pub(crate) use handle::{BackOffice, back_office, open};
pub(crate) use rehearsal::rehearse;
pub(crate) use sight::{Answer, Sight};
pub(crate) use workshop::{open_workshop, workshop};
