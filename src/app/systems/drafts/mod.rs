//! Writing a system of one's own: drafts on this device, the text with the checker beside it.

mod begin;
mod checker;
mod editor;
mod list;
mod page;
mod publish;
mod store;

pub(super) use list::drafts;
pub(super) use page::{draft_missing, editor_page};
pub(crate) use store::{open_drafts, provide};
