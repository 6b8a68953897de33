//! The device as a whole: backed up, restored, or emptied when it leaves the office.
//!
//! Whether it may be emptied is decided where the data are; this page shows what would go and hands over what was typed.

mod emptying;
mod page;

pub(crate) use page::backup_page;
