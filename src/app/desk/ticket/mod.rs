//! One ticket: who holds it, what is to be done, and what may be done with it.

mod acting;
mod conflict;
mod duties;
mod forms;
mod head;
mod history;
mod offers;
mod page;
mod side;
mod transfers;

pub(crate) use history::line_words;
pub(super) use page::{missing, ticket_page};
