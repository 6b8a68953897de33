//! Shouwen (首问): the rules, the ledger and the exchange of first-contact responsibility.
//!
//! Each floor knows only those above it in this list. Everything up to `protocol` is pure: no browser, no clock, no
//! chance; they come as arguments. Only the features `backoffice` and `web` add the two floors that live in a browser.

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "backoffice")]
pub mod backoffice;
pub mod dice;
pub mod exchange;
pub mod house;
pub mod index;
pub mod json;
pub mod ledger;
pub mod office;
pub mod protocol;
pub mod rules;
pub mod script;
pub mod storage;
pub mod workshop;
