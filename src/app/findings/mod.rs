//! Findings: what looks as if someone had not done what the system demands; the person concerned answers, a leader decides.
//!
//! What is raised, what the ladder proposes and who may say what arrives as views; nothing here knows a rule.

mod answer;
mod card;
mod decide;
mod page;
mod proposal;
mod speaking;

pub(crate) use page::findings_page;
