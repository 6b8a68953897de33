//! Packs: how an institution writes its system down, as text that a lawyer can read.
//!
//! A pack is TOML: who the system is, then clause after clause. Each clause has a gist in the writer's own words and
//! either what follows from it (rules, facts, sanctions) or the reason why nothing does. A rule stands under the clause
//! that it cites, so a citation cannot point nowhere. [`parse()`] reads the text and lists every problem with its place;
//! [`check()`] looks at what the pack says. The engine knows [`Pack`] only, never the text.

mod check;
mod condition;
mod extend;
mod ladder;
mod model;
mod own_cases;
mod parse;
mod precedence;
mod problem;
mod reader;
mod references;
mod rule;
mod silence;
mod unsearched;

pub use check::{check, check_versions};
pub use condition::{AskedCount, OwnerTest, When};
pub use extend::extend;
pub use ladder::{Rung, Tally, WeightRule};
pub use model::{
    Clause, DutyRule, FixedOwner, Identity, OwnerChoice, OwnerRule, Pack, PackCase, Place, Rule, Topic, Way, Words,
};
pub use own_cases::OwnCases;
pub use parse::{PACK_BYTES_MAX, parse};
pub(crate) use precedence::precedence;
pub use problem::{Problem, ProblemKind, Severity};
pub(crate) use references::{check_references, unknown_clause};
pub use silence::{Silence, Unsaid};
pub use unsearched::Unsearched;
