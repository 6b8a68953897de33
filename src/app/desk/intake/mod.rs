//! Taking a matter in, with the decision growing beside the form.

mod decision;
mod draft;
mod flags;
mod matter;
mod notice;
mod others;
mod page;
mod receipt;
mod standing;
mod visitor;

pub(super) use decision::{decision_panel, duty_limit};
pub(super) use draft::Draft;
pub(super) use page::intake_page;
