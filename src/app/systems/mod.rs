//! The rules' wing: browsing systems, reading them clause by clause, comparing, trying, and writing one's own.
//!
//! What the screens show of a system comes from the workshop; which system is in force, from the back office. A situation
//! that is being tried lives above the pages ([`provide`]), so that it survives a change of page, system or language.

mod activation;
mod card;
mod cases;
mod clause;
mod compare;
mod drafts;
mod flow;
mod list;
mod page;
mod reader;
mod shell;
mod subject;
mod trial;

pub(crate) use page::systems_page;

/// Provides what must outlive the pages. Called once, by the wing.
pub(crate) fn provide() {
    trial::provide();
    drafts::provide();
}
