//! Why a sanction does not follow: for every rung that names it, the conditions that failed.

use super::assess::{History, certain_at_once, hider, is_time, judged_with_history, reached, role_of};
use super::assessment::{Consequence, Sanction, StaffRole, Violation};
use super::cases::{AssessmentGiven, RecordEntry};
use super::compile::CompiledPack;
use super::decision::ClauseRef;
use super::pack::{Clause, Pack, Rung};
use super::situation::Scope;

/// A rung that names a sanction, and why it does not apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyNotSanction {
    /// The clause under which the rung stands.
    pub clause: ClauseRef,
    /// What failed; empty where the rung applies and another hides it.
    pub failed: Vec<FailedRung>,
    /// The clause that hides it.
    pub hidden_by: Option<ClauseRef>,
}

/// A condition of a rung that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FailedRung {
    /// Something else was done.
    Violation {
        /// What was done.
        found: Violation,
        /// What the rung is about.
        wanted: Vec<Violation>,
    },
    /// None of these came of it.
    NoneOfConsequences(Vec<Consequence>),
    /// This did not come of it.
    ConsequenceMissing(Consequence),
    /// This came of it and must not.
    ConsequencePresent(Consequence),
    /// It was done in another role.
    Role {
        /// In which role.
        found: StaffRole,
        /// For which roles the rung is.
        wanted: Vec<StaffRole>,
    },
    /// The matter was another's duty.
    Scope {
        /// Whose duty it was.
        found: Scope,
        /// For which the rung is.
        wanted: Vec<Scope>,
    },
    /// It happened more or less often.
    Time {
        /// The so-many-th time.
        found: u32,
        /// For which times the rung is.
        wanted: Vec<u32>,
        /// Whether it is for later times too.
        or_later: bool,
    },
    /// The sanctions were given less often.
    Tally {
        /// Which sanctions.
        of: Vec<Sanction>,
        /// How often they were given.
        found: u32,
        /// How often they had to be.
        at_least: u32,
    },
}

/// Tells, for every rung that names `sanction`, why it does not follow; nothing if it does.
///
/// An empty answer without the sanction means that the system never provides for it, or that nothing is judged.
pub fn why_not_sanction(pack: &CompiledPack, given: &AssessmentGiven, sanction: Sanction) -> Vec<WhyNotSanction> {
    let pack = pack.pack();
    let Some((judged, history)) = judged_with_history(pack, given) else { return Vec::new() };
    let reached = reached(pack, judged, &history);
    let mut answers = Vec::new();
    for clause in &pack.clauses {
        let naming =
            clause.ladder.iter().filter(|rung| rung.sanctions.contains(&sanction) || rung.one_of.contains(&sanction));
        for rung in naming {
            let failed = failures(pack, (clause, rung), judged, &history);
            let hidden_by = hider(&reached, &(clause.reference, rung)).filter(|_| failed.is_empty());
            if failed.is_empty() && hidden_by.is_none() {
                return Vec::new();
            }
            answers.push(WhyNotSanction { clause: clause.reference, failed, hidden_by });
        }
    }
    answers
}

/// Lists everything in a rung that the judged entry fails.
fn failures(pack: &Pack, (clause, rung): (&Clause, &Rung), judged: &RecordEntry, history: &History) -> Vec<FailedRung> {
    let nothing = [Consequence::None];
    let came = if judged.consequence.is_empty() { nothing.as_slice() } else { judged.consequence.as_slice() };
    let mut failed = Vec::new();
    if !rung.violation.is_empty() && !rung.violation.contains(&judged.violation) {
        failed.push(FailedRung::Violation { found: judged.violation, wanted: rung.violation.clone() });
    }
    if !rung.consequence.is_empty() && !rung.consequence.iter().any(|code| came.contains(code)) {
        failed.push(FailedRung::NoneOfConsequences(rung.consequence.clone()));
    }
    let missing = rung.consequences.iter().copied().filter(|code| !came.contains(code));
    failed.extend(missing.map(FailedRung::ConsequenceMissing));
    let present = rung.no_consequence.iter().copied().filter(|code| came.contains(code));
    failed.extend(present.map(FailedRung::ConsequencePresent));
    let role = role_of(judged);
    if !rung.role.is_empty() && !rung.role.contains(&role) {
        failed.push(FailedRung::Role { found: role, wanted: rung.role.clone() });
    }
    if !rung.scope.is_empty() && !rung.scope.contains(&judged.scope) {
        failed.push(FailedRung::Scope { found: judged.scope, wanted: rung.scope.clone() });
    }
    let found = history.times(clause);
    if !is_time(rung, found) {
        failed.push(FailedRung::Time { found, wanted: rung.time.clone(), or_later: rung.or_later });
    }
    if let Some(tally) = &rung.tally {
        let found = history.count(tally, judged, &certain_at_once(pack, judged, history));
        if found < tally.at_least {
            failed.push(FailedRung::Tally { of: tally.of.clone(), found, at_least: tally.at_least });
        }
    }
    failed
}
