//! The back office: the one who writes.
//!
//! It runs in a worker, so that nothing it does makes the screens stutter. It opens the store, builds the house from what
//! is stored, and answers the page's requests: commands strictly one after the other, queries at once in between.
//!
//! Invariants: what is acknowledged is durably stored; what could not be stored has not happened; every request gets one
//! reply; nothing fails in silence.

mod assets;
mod away;
mod bell;
mod browser;
mod emptying;
mod export;
mod facts;
mod gathered;
mod gzip;
mod helper;
mod import;
mod lock;
mod loss;
mod marker;
mod meanwhile;
mod occupied;
mod opening;
mod outbox;
mod rehearsal;
mod seldom;
mod service;
mod store;
mod storer;
mod strays;
mod underway;
mod wing;
mod wire;
mod worker;
mod writer;

pub use assets::{Assets, EXAMPLE, LIBRARY, LIBRARY_ENGLISH, SCRIPT};
pub use browser::words;
pub use gzip::{Packer, unpack};
pub use marker::Marker;
pub use opening::Begun;
pub use outbox::{Outbox, Tell, tell_everything, tell_visitors};
pub use service::Service;
pub use store::{Commit, NAME, News, SCHEMA, Store, StoreError};
pub use wing::{Staff, Visitors, Wing};
pub use wire::Parcel;
#[cfg(feature = "web")]
pub(crate) use worker::{broken, post, report_panic, scope};
pub use worker::{help, is_worker, start};
pub use writer::Writer;
