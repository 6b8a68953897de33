//! The workshop: where a system is read, checked, tried and compared, away from the page's thread.
//!
//! A question goes in ([`Ask`]), what is to be drawn comes out ([`Answer`]); words of data arrive in the language of the
//! request. Everything but `worker` is pure and tested on the host: texts that are needed are named ([`Workshop::wants`])
//! and brought by whoever runs the workshop. It stores nothing and decides no ticket; that is the back office's.

mod ask;
mod cases;
mod check;
mod compare;
mod draft;
mod find;
mod flow;
mod read;
mod shop;
mod tongue;
mod trial;
mod view;
#[cfg(feature = "web")]
mod worker;

pub use ask::{Ask, System, WhyNotAsked};
pub use draft::headline;
pub use shop::{Wanted, Workshop};
pub use view::*;
#[cfg(feature = "web")]
pub use worker::start;
