//! Changes of sanctions and weights: each dropped, each condition flipped, each code changed.

use shouwen::rules::pack::{Clause, Place, Rung};
use shouwen::rules::{Aggravating, Consequence, Liable, Mitigating, Sanction, Scope, StaffRole, Violation, Weight};

use super::change::Changes;

/// Changes the rungs and weights of a clause one by one.
pub(super) fn change(changes: &mut Changes, at: usize, clause: &Clause) {
    for (number, rung) in clause.ladder.iter().enumerate() {
        let site = (at, rung.place);
        changes.note(at, rung.place, "the sanction is dropped".to_owned(), |clause| {
            clause.ladder.remove(number);
            keep_explained(clause);
        });
        conditions(changes, site, rung, |clause| &mut clause.ladder[number]);
        consequences(changes, site, rung, |clause| &mut clause.ladder[number]);
    }
    for (number, rule) in clause.weights.iter().enumerate() {
        let place = rule.place;
        changes.note(at, place, "the weight is dropped".to_owned(), |clause| {
            clause.weights.remove(number);
            keep_explained(clause);
        });
        changes.codes((at, place, "mitigating"), &rule.mitigating, Mitigating::ALL, |clause| {
            &mut clause.weights[number].mitigating
        });
        changes.codes((at, place, "aggravating"), &rule.aggravating, Aggravating::ALL, |clause| {
            &mut clause.weights[number].aggravating
        });
        changes.codes((at, place, "weight"), &rule.weight, Weight::ALL, |clause| &mut clause.weights[number].weight);
    }
}

/// A clause from which nothing follows any more says why; otherwise the checker would only tell that.
fn keep_explained(clause: &mut Clause) {
    if !clause.is_formalised() {
        clause.unformalised = Some(clause.gist.clone());
    }
}

/// Flips each condition of a rung.
fn conditions(
    changes: &mut Changes,
    (at, place): (usize, Place),
    rung: &Rung,
    of: impl Fn(&mut Clause) -> &mut Rung + Copy,
) {
    changes.opposite((at, place, "violation"), &rung.violation, Violation::ALL, |clause| &mut of(clause).violation);
    changes.opposite((at, place, "consequence"), &rung.consequence, Consequence::ALL, |clause| {
        &mut of(clause).consequence
    });
    changes.codes((at, place, "consequences"), &rung.consequences, Consequence::ALL, |clause| {
        &mut of(clause).consequences
    });
    if !rung.no_consequence.is_empty() {
        changes.dropped((at, place, "no_consequence"), |clause| &mut of(clause).no_consequence);
    }
    changes.opposite((at, place, "role"), &rung.role, StaffRole::ALL, |clause| &mut of(clause).role);
    changes.opposite((at, place, "scope"), &rung.scope, Scope::ALL, |clause| &mut of(clause).scope);
    for (number, time) in rung.time.iter().enumerate() {
        changes.note(at, place, format!("time: {time} becomes {}", time + 5), |clause| of(clause).time[number] += 5);
    }
    if !rung.time.is_empty() {
        changes.note(at, place, "or_later is flipped".to_owned(), |clause| of(clause).or_later = !rung.or_later);
    }
    if rung.tally.is_some() {
        let mut tally = |change: &str, edit: fn(&mut shouwen::rules::pack::Tally)| {
            changes.note(at, place, change.to_owned(), |clause| of(clause).tally.iter_mut().for_each(edit));
        };
        tally("tally: at_least is one more", |tally| tally.at_least += 1);
        tally("tally: at_least is one less", |tally| tally.at_least -= 1);
        tally("tally: with_this is flipped", |tally| tally.with_this = !tally.with_this);
        tally("tally: same_year is flipped", |tally| tally.same_year = !tally.same_year);
    }
}

/// Changes each code that follows from a rung.
fn consequences(
    changes: &mut Changes,
    (at, place): (usize, Place),
    rung: &Rung,
    of: impl Fn(&mut Clause) -> &mut Rung + Copy,
) {
    changes.codes((at, place, "sanctions"), &rung.sanctions, Sanction::ALL, |clause| &mut of(clause).sanctions);
    changes.codes((at, place, "one_of"), &rung.one_of, Sanction::ALL, |clause| &mut of(clause).one_of);
    changes.codes((at, place, "liable"), &rung.liable, Liable::ALL, |clause| &mut of(clause).liable);
    if !rung.over.is_empty() {
        changes.dropped((at, place, "over"), |clause| &mut of(clause).over);
    }
    let counted = rung.tally.as_ref().map(|tally| tally.of.clone()).unwrap_or_default();
    changes.codes((at, place, "tally"), &counted, Sanction::ALL, |clause| match &mut of(clause).tally {
        Some(tally) => &mut tally.of,
        None => unreachable!("the rung has a tally"),
    });
}
