//! Why, and why not, in plain sentences.
//!
//! A question is asked of a duty, a person or a sanction; the answer is one sentence for each clause that has a say, in
//! Chinese and English. Traditional Chinese is derived from the Chinese text ([`crate::script::to_traditional`]), as
//! everywhere. What a rule, a rung or a fact does is said in the same phrases ([`say_rule`], [`say_rung`], [`say_fact`]).
//! The sentences say what the data of [`super::why_not()`], [`super::why_not_owner()`] and
//! [`super::why_not_sanction()`] says; they decide nothing.

mod answers;
mod conditions;
mod conduct;
mod duties;
mod duty;
mod facts;
mod miss;
mod owner;
mod problem;
mod rule;
mod rung;
mod sanction;
mod situation;
mod when;
mod words;

pub use answers::{say_barred, say_form};
pub use conduct::{say_consequence, say_sanction, say_violation};
pub use duty::explain_duty;
pub use facts::{say_fact, say_term};
pub use miss::say_miss;
pub use owner::explain_owner;
pub use problem::say_problem;
pub use rule::{Effect, say_rule};
pub use rung::{say_liable, say_rung, say_weight};
pub use sanction::explain_sanction;
