//! Files out and in: export everything here, import what others wrote.
//!
//! Nothing is taken in before the person has seen what it would change; taking the same file in twice changes nothing.

mod export;
mod import;
mod page;
mod preview;

pub(crate) use page::exchange_page;
