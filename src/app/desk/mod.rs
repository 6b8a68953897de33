//! The desk: who am I, my tickets, taking a matter in, and working one to its end.
//!
//! What may be done arrives as offers, what is due as views; nothing here knows a rule. The list stays mounted while a
//! ticket is open beside or above it, so it keeps its place. What a clerk has typed and where the list stood live in
//! [`session`], above the page.

mod intake;
mod page;
mod paper;
mod people;
mod session;
mod ticket;
mod tickets;
mod who;

pub(crate) use page::{desk_page, seated_page};
pub(crate) use session::provide;
pub(crate) use ticket::line_words;
pub(crate) use who::person_badge;
