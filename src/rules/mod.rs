//! The rules: one institution's system as data, and what it demands in a situation.
//!
//! A [`Situation`] goes in, a [`Decision`] comes out, every line of it citing its clause. Nothing about a system is
//! written in code: systems are packs. The module reads no clock and draws no chance, so the same pack and the same
//! situation give the same decision on every device, now and in ten years.

mod assess;
mod assessment;
mod calendar;
mod case_run;
mod cases;
mod codes;
mod compact;
mod compile;
mod decide;
mod decision;
mod duty;
mod facts;
mod flags;
mod grounds;
mod limit;
mod owner;
pub mod pack;
mod probe;
mod say;
mod situation;
mod stated_limit;
mod stored;
mod systems;
mod turn;
mod why_not;
mod why_not_owner;
mod why_not_sanction;

pub use assess::{Assessment, SanctionLine, WeightLine, assess};
pub use assessment::{Aggravating, Consequence, Liable, Mitigating, Sanction, StaffRole, Violation, Weight};
pub use calendar::{Calendar, Due, DueError};
pub use case_run::{Miss, run_case};
pub use cases::{
    AssessmentExpected, AssessmentGiven, Case, DecisionExpected, Doers, DueExpected, DueGiven, Expected, FactExpected,
    FactGiven, Question, RecordEntry,
};
pub use codes::UnknownCode;
pub use compact::{learn_english, read_compact, read_whole, write_compact, write_english, write_whole};
pub use compile::CompiledPack;
pub use decide::decide;
pub use decision::{
    Answerable, Barred, Basis, Cited, ClauseRef, ClauseRefError, Decision, DepartmentNamed, FormCode, HandlerRole,
    OwnerNamed, Stamp, WhyLine,
};
pub use duty::{Actor, DutyCode, DutyLine, Recipient};
pub use facts::FactName;
pub use flags::{Flag, Flags};
pub use grounds::{Field, Fields, Grounds, Held};
pub use limit::{Limit, LimitError};
pub use probe::{Probe, workload};
pub use say::{
    Effect, explain_duty, explain_owner, explain_sanction, say_barred, say_consequence, say_fact, say_form, say_liable,
    say_miss, say_problem, say_rule, say_rung, say_sanction, say_term, say_violation, say_weight,
};
pub use situation::{Asked, Channel, Eligible, HandlerState, Materials, MatterKind, Scope, Situation};
pub use stated_limit::stated_limit;
pub use stored::{Difference, Replay, StoredDecision};
pub use systems::{
    PackSource, comes_with_the_program, load, load_all, load_among, load_beside, load_system, prepare, systems,
};
pub use why_not::{FailedCondition, WhyNot, why_not};
pub use why_not_owner::{NotOwner, why_not_owner};
pub use why_not_sanction::{FailedRung, WhyNotSanction, why_not_sanction};
