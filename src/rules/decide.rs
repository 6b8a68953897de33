//! What a system demands in a situation.
//!
//! First the owner, because rules may depend on him; then every other rule in the order in which they prevail. Owner,
//! handler, answerable and department are decided by the first rule that says something, and later ones that say the same
//! are cited beside it; duties, forms and barred acts add up, each with the clauses that demand it. The same pack and situation give the same decision, byte for byte.

use super::compile::{CompiledPack, CompiledRule, Condition, Facts};
use super::decision::{Cited, ClauseRef, Decision, DepartmentNamed, HandlerRole, WhyLine};
use super::duty::{Actor, DutyCode, DutyLine};
use super::owner;
use super::pack::{DutyRule, Way};
use super::situation::Situation;

/// Decides what a system demands in a situation.
pub fn decide(pack: &CompiledPack, situation: &Situation) -> Decision {
    let mut decision = Decision {
        owner: None,
        handler: None,
        department: None,
        answerable: None,
        duties: Vec::with_capacity(8),
        forms: Vec::new(),
        barred: Vec::new(),
        why: Vec::with_capacity(12),
        stamp: pack.stamp.clone(),
    };
    let facts = Facts::new(pack, situation);
    let (mut person, mut chosen) = (None, None);
    for rule in &pack.rules {
        let (Some(choice), Some(condition)) = (&rule.owner, rule.holds(&facts)) else { continue };
        if let Some(found) = owner::find(choice, &situation.asked) {
            decision.owner = Some(found.named(rule.clause));
            say_why(&mut decision.why, rule, condition, &facts);
            (person, chosen) = (found.person, Some(choice));
            break;
        }
    }
    let facts = facts.with_owner(person);
    let mut waived = Waived::default();
    for rule in &pack.rules {
        if let Some(condition) = rule.holds(&facts)
            && (apply(rule, &mut decision, &mut waived) | (chosen.is_some() && rule.owner.as_ref() == chosen))
        {
            say_why(&mut decision.why, rule, condition, &facts);
        }
    }
    settle_who_acts(&mut decision);
    waived.take_from(&mut decision.duties);
    bring_in_turn(&mut decision.duties);
    decision
}

/// Applies a rule that holds; answers whether it said anything that counts, if only what another had said before.
fn apply(rule: &CompiledRule, decision: &mut Decision, waived: &mut Waived) -> bool {
    let clause = rule.clause;
    let mut counts =
        !(rule.duties.is_empty() && rule.forms.is_empty() && rule.barred.is_empty() && rule.waives.is_empty());
    if let Some(code) = rule.handler {
        counts |= decision.handler.get_or_insert(Cited { code, clause }).code == code;
    }
    if let Some(name) = &rule.department {
        let named = || DepartmentNamed { name: name.clone(), clause };
        counts |= decision.department.get_or_insert_with(named).name == *name;
    }
    if let Some(code) = rule.answerable {
        counts |= decision.answerable.get_or_insert(Cited { code, clause }).code == code;
    }
    for duty in &rule.duties {
        demand(duty, clause, &mut decision.duties);
    }
    add(&mut decision.forms, &rule.forms, clause);
    add(&mut decision.barred, &rule.barred, clause);
    rule.waives.iter().for_each(|code| waived.insert(*code));
    counts
}

/// Adds codes that are not there yet.
fn add<T: Copy + PartialEq>(list: &mut Vec<Cited<T>>, codes: &[T], clause: ClauseRef) {
    for code in codes {
        if !list.iter().any(|known| known.code == *code) {
            list.push(Cited { code: *code, clause });
        }
    }
}

/// Adds a duty, or joins it with the same duty of the same person that another clause demands.
///
/// Joined, a duty is optional only if every clause leaves it so, has alternatives only if every clause offers some, and
/// takes its limit from the first clause that sets one.
fn demand(duty: &DutyRule, clause: ClauseRef, lines: &mut Vec<DutyLine>) {
    for way in duty.any.iter().copied() {
        let Way { code, by } = way;
        let others = || duty.any.iter().filter(move |other| **other != way).map(|other| other.code);
        let Some(line) = lines.iter_mut().find(|line| line.code == code && line.by == by) else {
            let mut alternatives: Vec<DutyCode> = others().collect();
            alternatives.dedup();
            lines.push(DutyLine {
                code,
                by,
                clause,
                also: Vec::new(),
                within: duty.within,
                alternatives,
                optional: duty.optional,
                to: duty.to,
            });
            continue;
        };
        if line.clause != clause && !line.also.contains(&clause) {
            line.also.push(clause);
        }
        line.within = line.within.or(duty.within);
        line.to = line.to.or(duty.to);
        line.optional &= duty.optional;
        if line.alternatives.is_empty() || duty.any.len() == 1 {
            line.alternatives.clear();
        } else {
            join(&mut line.alternatives, others());
        }
    }
}

/// Joins alternatives, each once and in order. There are few, so each is put in its place instead of sorting.
fn join(alternatives: &mut Vec<DutyCode>, more: impl Iterator<Item = DutyCode>) {
    for code in std::mem::take(alternatives).into_iter().chain(more) {
        let place = alternatives.partition_point(|other| *other < code);
        if alternatives.get(place) != Some(&code) {
            alternatives.insert(place, code);
        }
    }
}

/// Puts the duties into the order in which they are done; those of one turn stay as they stand. There are few, and
/// mostly they are in order already, so each is moved to its place instead of sorting.
fn bring_in_turn(lines: &mut [DutyLine]) {
    for at in 1..lines.len() {
        let Some((line, before)) = lines.get(..=at).and_then(<[DutyLine]>::split_last) else { continue };
        let place = before.partition_point(|other| other.code.turn() <= line.code.turn());
        if let Some(moved) = lines.get_mut(place..=at) {
            moved.rotate_right(1);
        }
    }
}

/// Where owner and handler are one person, what the handler must do the owner must.
fn settle_who_acts(decision: &mut Decision) {
    if decision.handler.as_ref().map(|handler| handler.code) != Some(HandlerRole::Owner) {
        return;
    }
    let lines = std::mem::take(&mut decision.duties);
    for line in lines {
        let by = if line.by == Actor::Handler { Actor::Owner } else { line.by };
        match decision.duties.iter_mut().find(|known| known.code == line.code && known.by == by) {
            Some(known) => {
                let clauses = std::iter::once(line.clause).chain(line.also);
                let new: Vec<ClauseRef> =
                    clauses.filter(|new| *new != known.clause && !known.also.contains(new)).collect();
                known.also.extend(new);
                known.within = known.within.or(line.within);
                known.optional &= line.optional;
                let outright = line.alternatives.is_empty() || known.alternatives.is_empty();
                join(&mut known.alternatives, line.alternatives.into_iter());
                // The same duty by the other person is no alternative any more.
                known.alternatives.retain(|other| !outright && *other != known.code);
            }
            None => decision.duties.push(DutyLine { by, ..line }),
        }
    }
}

/// Says which clause was used and on what it rested: one line a clause, however many of its rules apply.
fn say_why(lines: &mut Vec<WhyLine>, rule: &CompiledRule, condition: &Condition, facts: &Facts) {
    let grounds = condition.grounds(facts);
    match lines.iter_mut().find(|line| line.clause == rule.clause) {
        Some(line) => line.grounds = line.grounds.union(grounds),
        None => lines.push(WhyLine { clause: rule.clause, rule: rule.index, grounds }),
    }
}

/// Duties that an exception takes away.
#[derive(Default)]
struct Waived(u64);

impl Waived {
    fn insert(&mut self, code: DutyCode) {
        self.0 |= 1 << code as u64;
    }

    fn has(&self, code: DutyCode) -> bool {
        self.0 & 1 << code as u64 != 0
    }

    fn take_from(&self, lines: &mut Vec<DutyLine>) {
        if self.0 != 0 {
            lines.retain(|line| !self.has(line.code));
            for line in lines {
                line.alternatives.retain(|code| !self.has(*code));
            }
        }
    }
}
