//! The list of tickets: shelves, whose, search, filters, rows. However long it is, only the rows in sight are drawn.

mod drum;
mod empties;
mod keys;
mod narrowed;
mod page;
mod roll;
mod row;
mod rows;
mod shelves;

pub(super) use empties::nothing_open;
pub(super) use narrowed::Narrowed;
pub(super) use page::tickets_page;
pub(super) use roll::Roll;
