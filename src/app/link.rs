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

mod handle;
mod line;
mod marker;
mod measure;
mod sight;
mod trouble;
mod workshop;

pub(crate) use handle::{BackOffice, VisitCommand, back_office, open};
pub(crate) use sight::{Answer, Sight};
pub(crate) use trouble::{ReadTrouble, read_every_trouble, read_visitors_trouble};
pub(crate) use workshop::{open_workshop, workshop};
