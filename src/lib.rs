//! Shouwen (首问): the rules, the ledger and the exchange of first-contact responsibility.
//!
//! Each floor knows only those above it in this list.

pub mod rules;
