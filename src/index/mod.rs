//! The index: of each ticket what a list shows of it, and how it is found among a hundred thousand others.
//!
//! One [`Row`] a ticket, kept in columns; texts once each in lexicons that find any part of them and how they are read;
//! what takes few different values (department, state, system …) in pools, so that a filter asks once for each value and
//! not for each ticket. A search is a set of rows that gets smaller with each word and filter; three orders are kept, so that
//! a page of any list is read off.
//!
//! Invariants: what is found is exactly what a look at every row would find; the order in which rows came changes nothing
//! that is seen; an index read back from a snapshot answers as the one that was written; damaged snapshots are refused and
//! never make it fail. It depends on tickets by [`Row::of`] alone.
//!
//! Deliberately absent: the office (whose department someone belongs to comes with the question), the clock, the
//! ledger's events, and correcting what was mistyped.

mod bits;

mod number;
mod order;
mod phone;
mod place;
mod pool;
mod room;
mod row;
mod rows;
mod search;
mod slots;
mod snapshot;
mod text;
mod whole;

pub use order::Sort;
pub use phone::Phone;
pub use row::{Marks, Row, What, Who};
pub use search::{Question, Words};
pub use snapshot::Damaged;
pub use whole::{Hits, Index};
