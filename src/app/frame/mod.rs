//! The frame around every screen: header, banners, the one live region, the one clause dialog.

mod banners;
mod clause;
mod context;
mod footer;
mod header;
mod menu;
mod update;

pub(crate) use banners::banners;
pub(crate) use clause::clause_dialog;
pub(crate) use context::{Frame, frame, open};
pub(crate) use footer::footer;
pub(crate) use header::header;
pub(crate) use menu::menu;
