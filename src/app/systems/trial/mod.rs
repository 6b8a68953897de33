//! Trying a system: a situation is set with a few taps, and the decision grows beside it with its clauses.

mod bench;
mod conduct;
mod decision;
mod flags;
mod page;
mod people;
mod person;
mod situation;
mod why_not;

pub(super) use bench::bench;
pub(crate) use bench::provide;
pub(super) use page::trial;
