//! What a system's accountability clauses say about a member of staff's record.
//!
//! The last entry is judged; the earlier ones are history. A rung applies where its conditions hold: what was done, what
//! came of it, in which role, how often under the same clause, how often sanctions were given. A rung hides those that it
//! is `over`, and of several tallies of the same sanctions under one clause only the highest is named. Circumstances
//! do not change the sanctions: they are weighed by a person, and the answer says which way they weigh.
//!
//! The compact form has no ladders, so a pack that was loaded from it finds nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::assessment::{Consequence, Liable, Sanction, StaffRole, Weight};
use super::cases::{AssessmentGiven, RecordEntry};
use super::compile::CompiledPack;
use super::decision::{Cited, ClauseRef, Stamp};
use super::pack::{Clause, Pack, Rung, Tally};

/// What follows for a member of staff; every line cites its clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// What follows, in the order of the clauses.
    pub sanctions: Vec<SanctionLine>,
    /// How it weighs; several where the text leaves it open, or where circumstances speak for both sides.
    pub weight: Vec<WeightLine>,
    /// Who is held to account: whom the clauses name, else the one who is judged.
    pub liable: Vec<Cited<Liable>>,
    /// Under what it was assessed.
    pub stamp: Arc<Stamp>,
}

/// One sanction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SanctionLine {
    /// What follows.
    pub code: Sanction,
    /// The clause that says so.
    pub clause: ClauseRef,
    /// Further clauses that say the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<ClauseRef>,
    /// Whether it is one of several among which the text leaves a choice.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub alternatives: bool,
}

/// One way in which it weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeightLine {
    /// How it weighs.
    pub code: Weight,
    /// The clause that says so; none where it weighs as usual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<ClauseRef>,
}

impl Assessment {
    /// Lists every clause that is cited, each once.
    pub fn clauses(&self) -> Vec<ClauseRef> {
        let sanctions = self.sanctions.iter().flat_map(|line| std::iter::once(line.clause).chain(line.also.clone()));
        let others =
            self.weight.iter().filter_map(|line| line.clause).chain(self.liable.iter().map(|line| line.clause));
        let mut seen = Vec::new();
        for clause in sanctions.chain(others) {
            if !seen.contains(&clause) {
                seen.push(clause);
            }
        }
        seen
    }
}

/// Says what follows for the last entry of a record; for a record without entries, nothing.
pub fn assess(pack: &CompiledPack, given: &AssessmentGiven) -> Assessment {
    let stamp = pack.stamp().clone();
    let mut assessment = Assessment { sanctions: Vec::new(), weight: Vec::new(), liable: Vec::new(), stamp };
    if let Some((judged, history)) = judged_with_history(pack.pack(), given) {
        let rungs = visible(&reached(pack.pack(), judged, &history));
        add_consequences(&mut assessment, judged, &rungs);
        add_weights(&mut assessment, pack.pack(), judged);
    }
    assessment
}

/// Takes the last entry of a record, and what was done and given before.
pub(super) fn judged_with_history<'a>(
    pack: &Pack,
    given: &'a AssessmentGiven,
) -> Option<(&'a RecordEntry, History<'a>)> {
    let (judged, earlier) = given.record.split_last()?;
    let mut history = History { prior: &given.prior, past: Vec::new() };
    for entry in earlier {
        let certain = certain(&visible(&reached(pack, entry, &history)));
        history.past.push(Past { entry, certain });
    }
    Some((judged, history))
}

/// What was done and given before.
pub(super) struct History<'a> {
    prior: &'a BTreeMap<Sanction, u32>,
    past: Vec<Past<'a>>,
}

/// An earlier entry and what certainly followed from it; choices are not certain.
struct Past<'a> {
    entry: &'a RecordEntry,
    certain: Vec<Sanction>,
}

impl History<'_> {
    /// Tells for the so-many-th time the judged entry comes under a clause.
    pub(super) fn times(&self, clause: &Clause) -> u32 {
        let is_under = |past: &&Past| clause.ladder.iter().any(|rung| is_about(rung, past.entry));
        u32::try_from(self.past.iter().filter(is_under).count()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// Counts what was given; what `prior` counts includes the entries of the record. `now` are those that follow at once.
    pub(super) fn count(&self, tally: &Tally, judged: &RecordEntry, now: &[Sanction]) -> u32 {
        let counts = |past: &&Past| !tally.same_year || is_same_year(past.entry, judged);
        let each = tally.of.iter().map(|sanction| {
            let given = self.past.iter().filter(counts).filter(|past| past.certain.contains(sanction)).count();
            self.prior.get(sanction).copied().unwrap_or_default().max(u32::try_from(given).unwrap_or(u32::MAX))
        });
        let this = u32::from(tally.with_this && tally.of.iter().any(|sanction| now.contains(sanction)));
        each.fold(this, u32::saturating_add)
    }
}

/// A rung with its clause.
pub(super) type Reached<'p> = (ClauseRef, &'p Rung);

/// Lists the rungs whose conditions hold for an entry, hidden ones too.
pub(super) fn reached<'p>(pack: &'p Pack, judged: &RecordEntry, history: &History) -> Vec<Reached<'p>> {
    let now = certain_at_once(pack, judged, history);
    let mut found = timely(pack, judged, history);
    found.retain(|(_, rung)| {
        rung.tally.as_ref().is_none_or(|tally| history.count(tally, judged, &now) >= tally.at_least)
    });
    found
}

/// Lists what follows for an entry before anything is counted.
pub(super) fn certain_at_once(pack: &Pack, judged: &RecordEntry, history: &History) -> Vec<Sanction> {
    let mut at_once = timely(pack, judged, history);
    at_once.retain(|(_, rung)| rung.tally.is_none());
    certain(&visible(&at_once))
}

/// Lists the rungs that are about an entry, for this time under their clause; tallies are not looked at.
fn timely<'p>(pack: &'p Pack, judged: &RecordEntry, history: &History) -> Vec<Reached<'p>> {
    let of_clause = |clause: &'p Clause| {
        let times = history.times(clause);
        let rungs = clause.ladder.iter().filter(move |rung| is_about(rung, judged) && is_time(rung, times));
        rungs.map(|rung| (clause.reference, rung))
    };
    pack.clauses.iter().flat_map(of_clause).collect()
}

/// Leaves out the rungs that others hide.
fn visible<'p>(found: &[Reached<'p>]) -> Vec<Reached<'p>> {
    found.iter().copied().filter(|rung| hider(found, rung).is_none()).collect()
}

/// Finds the clause that hides a rung.
pub(super) fn hider(found: &[Reached], (clause, rung): &Reached) -> Option<ClauseRef> {
    let hides = |(by, over): &&Reached| {
        by != clause && over.over.iter().any(|hidden| clause.satisfies(hidden)) || by == clause && is_higher(over, rung)
    };
    found.iter().find(hides).map(|(by, _)| *by)
}

/// Tells whether a rung of the same clause counts the same sanctions further.
fn is_higher(over: &Rung, rung: &Rung) -> bool {
    over.tally.as_ref().zip(rung.tally.as_ref()).is_some_and(|(over, under)| {
        (&over.of, over.same_year) == (&under.of, under.same_year) && over.at_least > under.at_least
    })
}

/// Tells whether a rung is about such an entry, however often it happened.
pub(super) fn is_about(rung: &Rung, entry: &RecordEntry) -> bool {
    let nothing = [Consequence::None];
    let came = if entry.consequence.is_empty() { nothing.as_slice() } else { entry.consequence.as_slice() };
    let any = |wanted: &[Consequence]| wanted.iter().any(|code| came.contains(code));
    (rung.violation.is_empty() || rung.violation.contains(&entry.violation))
        && (rung.consequence.is_empty() || any(&rung.consequence))
        && rung.consequences.iter().all(|code| came.contains(code))
        && !any(&rung.no_consequence)
        && (rung.role.is_empty() || rung.role.contains(&role_of(entry)))
        && (rung.scope.is_empty() || rung.scope.contains(&entry.scope))
}

/// Tells whether a rung is for the so-many-th time.
pub(super) fn is_time(rung: &Rung, times: u32) -> bool {
    let is_later = || rung.or_later && rung.time.iter().max().is_some_and(|last| times > *last);
    rung.time.is_empty() || rung.time.contains(&times) || is_later()
}

/// Tells whether two entries are of one year; where a date is missing, they are.
fn is_same_year(one: &RecordEntry, other: &RecordEntry) -> bool {
    one.at.zip(other.at).is_none_or(|(one, other)| one.year() == other.year())
}

/// The role in which someone did wrong; the owner's, where it is not said.
pub(super) fn role_of(entry: &RecordEntry) -> StaffRole {
    entry.role.unwrap_or(StaffRole::Owner)
}

/// Lists what follows without a choice.
fn certain(rungs: &[Reached]) -> Vec<Sanction> {
    rungs.iter().flat_map(|(_, rung)| rung.sanctions.iter().copied()).collect()
}

/// Adds what follows from the rungs, and for whom.
fn add_consequences(assessment: &mut Assessment, judged: &RecordEntry, rungs: &[Reached]) {
    let judged_himself = [role_of(judged).into()];
    for (clause, rung) in rungs {
        let is_choice = rung.one_of.len() > 1;
        rung.sanctions.iter().for_each(|code| add_sanction(&mut assessment.sanctions, *code, *clause, false));
        rung.one_of.iter().for_each(|code| add_sanction(&mut assessment.sanctions, *code, *clause, is_choice));
        let liable = if rung.liable.is_empty() { judged_himself.as_slice() } else { rung.liable.as_slice() };
        for code in liable.iter().copied() {
            if !assessment.liable.iter().any(|known| known.code == code) {
                assessment.liable.push(Cited { code, clause: *clause });
            }
        }
    }
}

/// Adds which way the entry's circumstances weigh.
fn add_weights(assessment: &mut Assessment, pack: &Pack, judged: &RecordEntry) {
    for clause in &pack.clauses {
        let speaking = clause.weights.iter().filter(|rule| {
            rule.mitigating.iter().any(|code| judged.mitigating.contains(code))
                || rule.aggravating.iter().any(|code| judged.aggravating.contains(code))
        });
        for code in speaking.flat_map(|rule| rule.weight.iter().copied()) {
            if !assessment.weight.iter().any(|known| known.code == code) {
                assessment.weight.push(WeightLine { code, clause: Some(clause.reference) });
            }
        }
    }
    if assessment.weight.is_empty() {
        assessment.weight.push(WeightLine { code: Weight::Normal, clause: None });
    }
}

/// Adds a sanction, or joins it with the same one under another clause; joined, it is a choice only if both leave it so.
fn add_sanction(lines: &mut Vec<SanctionLine>, code: Sanction, clause: ClauseRef, alternatives: bool) {
    let Some(line) = lines.iter_mut().find(|line| line.code == code) else {
        lines.push(SanctionLine { code, clause, also: Vec::new(), alternatives });
        return;
    };
    if line.clause != clause && !line.also.contains(&clause) {
        line.also.push(clause);
    }
    line.alternatives &= alternatives;
}

impl From<StaffRole> for Liable {
    fn from(role: StaffRole) -> Self {
        match role {
            StaffRole::Owner => Self::Owner,
            StaffRole::Handler => Self::Handler,
            StaffRole::NextHandler => Self::NextHandler,
        }
    }
}
