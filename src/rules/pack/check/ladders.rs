//! Whether ladders have all their rungs, each once, and no rungs hide each other.

use crate::rules::pack::ladder::Rung;
use crate::rules::pack::model::{Clause, Pack};
use crate::rules::pack::problem::{Problem, ProblemKind};

/// Looks at every sanction and weight.
pub(super) fn look(pack: &Pack) -> Vec<Problem> {
    let mut problems: Vec<Problem> = pack.clauses.iter().flat_map(ladders).collect();
    for clause in &pack.clauses {
        let idle = clause.weights.iter().filter(|rule| rule.mitigating.is_empty() && rule.aggravating.is_empty());
        problems.extend(idle.map(|rule| Problem { place: rule.place, kind: ProblemKind::WeightWithoutCircumstance }));
        let bare = clause.ladder.iter().filter(|rung| rung.or_later && rung.time.is_empty());
        problems.extend(bare.map(|rung| Problem { place: rung.place, kind: ProblemKind::LaterThanNothing }));
        problems.extend(clause.ladder.iter().filter_map(|rung| hidden_in_turn(pack, clause, rung)));
    }
    problems
}

/// Looks at the ladders of a clause: rungs that differ only in time and in what follows.
fn ladders(clause: &Clause) -> Vec<Problem> {
    let mut problems = Vec::new();
    let timed: Vec<&Rung> = clause.ladder.iter().filter(|rung| !rung.time.is_empty()).collect();
    for (at, rung) in timed.iter().enumerate() {
        let before = timed.get(..at).unwrap_or_default();
        let twice = before.iter().filter(|other| is_same_ladder(other, rung)).find_map(|other| {
            let time = rung.time.iter().copied().find(|time| covers(other, *time));
            let later = other.time.iter().copied().find(|time| covers(rung, *time));
            time.or(later).map(|time| ProblemKind::LadderOverlap { time, line: other.place.line })
        });
        problems.extend(twice.map(|kind| Problem { place: rung.place, kind }));
        if before.iter().any(|other| is_same_ladder(other, rung)) {
            continue;
        }
        let ladder: Vec<&Rung> = timed.iter().copied().filter(|other| is_same_ladder(other, rung)).collect();
        problems.extend(shape(&ladder).map(|kind| Problem { place: rung.place, kind }));
    }
    problems
}

/// Answers a problem if a ladder leaves out a number, or ends.
fn shape(ladder: &[&Rung]) -> Option<ProblemKind> {
    let mut times: Vec<u32> = ladder.iter().flat_map(|rung| rung.time.iter().copied()).collect();
    times.sort_unstable();
    let gap = times.iter().zip(times.iter().skip(1)).find_map(|(before, after)| {
        let missing = before + 1;
        let is_missing = missing < *after && !ladder.iter().any(|rung| covers(rung, missing));
        is_missing.then_some(ProblemKind::LadderGap { before: *before, missing, after: *after })
    });
    let last = times.last().copied().filter(|_| times.len() > 1 && !ladder.iter().any(|rung| rung.or_later));
    gap.or(last.map(|last| ProblemKind::LadderEnds { last }))
}

/// Tells whether a rung is for the so-many-th time.
fn covers(rung: &Rung, time: u32) -> bool {
    rung.time.contains(&time) || (rung.or_later && rung.time.iter().max().is_some_and(|last| time > *last))
}

/// Tells whether two rungs differ only in time and in what follows.
fn is_same_ladder(one: &Rung, other: &Rung) -> bool {
    let conditions = |rung: &Rung| Rung {
        violation: rung.violation.clone(),
        consequence: rung.consequence.clone(),
        consequences: rung.consequences.clone(),
        no_consequence: rung.no_consequence.clone(),
        role: rung.role.clone(),
        scope: rung.scope.clone(),
        ..Rung::default()
    };
    conditions(one) == conditions(other)
}

/// Answers a problem if a rung is over a clause that has a rung over this one.
fn hidden_in_turn(pack: &Pack, clause: &Clause, rung: &Rung) -> Option<Problem> {
    let hidden = |other: &&Clause| {
        other.reference != clause.reference && rung.over.iter().any(|over| other.reference.satisfies(over))
    };
    let hides_back = |other: &Rung| other.over.iter().any(|over| clause.reference.satisfies(over));
    let other = pack.clauses.iter().filter(hidden).find(|other| other.ladder.iter().any(hides_back))?;
    let kind = ProblemKind::RungsHideEachOther(vec![clause.reference, other.reference]);
    Some(Problem { place: rung.place, kind })
}
