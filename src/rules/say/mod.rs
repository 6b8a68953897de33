//! Why, and why not, in plain sentences.
//!
//! A question is asked of a duty, a person or a sanction; the answer is one sentence for each clause that has a say, in
//! Chinese and English. Traditional Chinese is derived from the Chinese text ([`crate::script::to_traditional`]), as
//! everywhere. The sentences say what the data of [`super::why_not()`], [`super::why_not_owner()`] and
//! [`super::why_not_sanction()`] says; they decide nothing.

mod conditions;
mod conduct;
mod duties;
mod duty;
mod owner;
mod sanction;
mod situation;
mod words;

pub use duty::explain_duty;
pub use owner::explain_owner;
pub use sanction::explain_sanction;
