//! The list of tickets: shelves, whose, search, rows.

mod empties;
mod keys;
mod page;
mod row;
mod shelves;

pub(super) use empties::nothing_open;
pub(super) use keys::focus_row;
pub(super) use page::tickets_page;
