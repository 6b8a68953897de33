//! All that is looked at in one pack.

use super::{answers, ladders, rules};
use crate::rules::case_run::run_case;
use crate::rules::compile::CompiledPack;
use crate::rules::pack::model::Clause;
use crate::rules::pack::problem::{Problem, ProblemKind};

/// Lists what is wrong with a pack that can be read, in the order of its text; its cases are run.
pub fn check(pack: &CompiledPack) -> Vec<Problem> {
    let mut problems: Vec<Problem> = pack.pack().clauses.iter().filter_map(unexplained).collect();
    problems.extend(failing_cases(pack));
    problems.extend(rules::look(pack));
    problems.extend(answers::look(pack));
    problems.extend(ladders::look(pack.pack()));
    problems.sort_by_key(|problem| problem.place);
    problems
}

/// Answers a problem if nothing follows from a clause and it does not say why, or the reverse.
fn unexplained(clause: &Clause) -> Option<Problem> {
    let kind = match (clause.is_formalised(), clause.unformalised.is_some()) {
        (false, false) => ProblemKind::Unexplained(clause.reference),
        (true, true) => ProblemKind::NeedlesslyExplained(clause.reference),
        _ => return None,
    };
    Some(Problem { place: clause.place, kind })
}

/// Lists the pack's own cases that fail.
fn failing_cases(pack: &CompiledPack) -> impl Iterator<Item = Problem> {
    pack.pack().cases.iter().filter_map(move |own| {
        let misses = run_case(pack, &own.case);
        let is_missed = !misses.is_empty();
        is_missed.then(|| Problem { place: own.place, kind: ProblemKind::CaseFails { name: own.name(), misses } })
    })
}
