//! The first page, and the pages that stand where no other can.

mod doors;
mod example;
mod first;
mod office_file;
mod page;
mod shut;

pub(crate) use example::load_asked_example;
pub(crate) use office_file::office_file_button;
pub(crate) use page::{home_page, missing_page};
pub(crate) use shut::shut_page;
