//! The systems: choosing the one in force, and reading each clause by clause.

mod list;
mod page;
mod reader;

pub(crate) use page::systems_page;
