//! Findings: what looks as if someone had not done what the system demands.
//!
//! A finding is never stored. It follows from a ticket's events and the time ([`raise`]), with the events that show it and
//! the clause of the ticket's own system. What people say to it are events: the person concerned answers, a leader
//! decides. Nothing here decides anything.
//!
//! Invariants: findings depend on the set of events and the time alone; a deadline that may still move shows nobody late;
//! where the ledger does not say who had a duty, nobody is named.

mod file;
mod key;
mod miss;
mod permit;
mod raise;
mod remark;
mod ruling;

pub use file::{FindingFile, Ruled};
pub use key::FindingKey;
pub use permit::{FindingRefusal, Plea, plan_answer, plan_ruling};
pub use raise::{Finding, raise};
pub use remark::{Remark, RemarkKind, Sealed};
pub use ruling::{Bearing, ChosenSanction, FindingAnswer, Judgement, Ruling};
