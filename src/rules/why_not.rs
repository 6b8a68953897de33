//! Why a duty is not there: for every rule that would demand it, the conditions that failed.

use super::compile::CompiledPack;
use super::decision::ClauseRef;
use super::duty::DutyCode;
use super::flags::{Flag, Flags};
use super::grounds::{Field, Held};
use super::owner;
use super::pack::{AskedCount, OwnerTest, Rule, When};
use super::situation::{Asked, Situation};

/// A rule that would demand a duty, and why it does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyNot {
    /// The clause under which the rule stands.
    pub clause: ClauseRef,
    /// The rule's place among the rules of the pack, from 0.
    pub rule: u16,
    /// What failed, for the condition that came nearest; empty where the rule holds and an exception takes the duty away.
    pub failed: Vec<FailedCondition>,
    /// The clause whose exception takes the duty away.
    pub waived_by: Option<ClauseRef>,
}

/// A condition that failed: what the rule wanted, and what the situation has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FailedCondition {
    /// The field has another value.
    Field {
        /// What the situation has.
        found: Held,
        /// What the rule wants, as codes.
        wanted: Vec<String>,
    },
    /// The circumstance had to hold.
    FlagMissing(Flag),
    /// One of these circumstances had to hold.
    NoneOfFlags(Flags),
    /// The circumstance must not hold.
    FlagPresent(Flag),
    /// The owner had to be such a person, or must not be (`on_duty`, `operator` …).
    Owner {
        /// What was looked at.
        property: &'static str,
        /// What was wanted.
        wanted: bool,
    },
}

/// Tells, for every rule that would demand `code`, why it does not; nothing if the duty is demanded.
///
/// An empty answer with the duty absent means that the system never demands it.
pub fn why_not(pack: &CompiledPack, situation: &Situation, code: DutyCode) -> Vec<WhyNot> {
    let owner = owner_of(pack, situation);
    let waived_by = pack.pack().rules().find_map(|(clause, rule)| {
        (rule.waives.contains(&code) && nearest_failure(rule, situation, owner).is_empty()).then_some(clause)
    });
    let mut answers = Vec::new();
    for (index, (clause, rule)) in pack.pack().rules().enumerate() {
        if !rule.duties.iter().any(|duty| duty.demands(code)) {
            continue;
        }
        let failed = nearest_failure(rule, situation, owner);
        if failed.is_empty() && waived_by.is_none() {
            return Vec::new();
        }
        let waived_by = waived_by.filter(|_| failed.is_empty());
        answers.push(WhyNot { clause, rule: u16::try_from(index).unwrap_or(u16::MAX), failed, waived_by });
    }
    answers
}

/// Finds the owner as deciding does.
fn owner_of<'a>(pack: &'a CompiledPack, situation: &'a Situation) -> Option<&'a Asked> {
    let facts = super::compile::Facts::new(pack, situation);
    let rules = pack.rules.iter().filter(|rule| rule.holds(&facts).is_some());
    let found = rules.filter_map(|rule| rule.owner.as_ref()).find_map(|rule| owner::find(rule, &situation.asked));
    found.and_then(|found| found.person)
}

/// Lists what failed in the condition that failed least; nothing where one holds.
pub(super) fn nearest_failure(rule: &Rule, situation: &Situation, owner: Option<&Asked>) -> Vec<FailedCondition> {
    let failures = rule.when.iter().map(|when| failures(when, situation, owner));
    failures.min_by_key(Vec::len).unwrap_or_default()
}

/// Lists everything in a condition that the situation fails.
fn failures(when: &When, situation: &Situation, owner: Option<&Asked>) -> Vec<FailedCondition> {
    let mut failed = Vec::new();
    let mut field = |field: Field, wanted: Vec<String>, found: &str| {
        if !wanted.is_empty() && !wanted.iter().any(|wanted| wanted == found) {
            failed.push(FailedCondition::Field { found: Held::of(field, situation), wanted });
        }
    };
    field(Field::Channel, spell(&when.channel), situation.channel.as_str());
    field(Field::Matter, spell(&when.matter), situation.matter.as_str());
    field(Field::Scope, spell(&when.scope), situation.scope.as_str());
    field(Field::Handler, spell(&when.handler), situation.handler.as_str());
    field(Field::OnTheSpot, spell(when.on_the_spot.as_slice()), &situation.on_the_spot.to_string());
    field(Field::Materials, spell(&when.materials), situation.materials.as_str());
    field(Field::Eligible, spell(&when.eligible), situation.eligible.as_str());
    field(Field::Topic, when.topic.clone(), situation.topic.as_deref().unwrap_or_default());
    field(Field::Asked, spell(&when.asked), AskedCount::of(&situation.asked).as_str());
    for ((property, wanted), at) in OwnerTest::NAMES.into_iter().zip(when.owner.wanted()).zip(0..) {
        let found = owner.and_then(|owner| OwnerTest::found(owner).into_iter().nth(at));
        if let Some(wanted) = wanted.filter(|wanted| found != Some(*wanted)) {
            failed.push(FailedCondition::Owner { property, wanted });
        }
    }
    let missing = when.flags.iter().filter(|flag| !situation.flags.contains(*flag));
    failed.extend(missing.map(FailedCondition::FlagMissing));
    if !when.any_flags.is_empty() && situation.flags.intersection(when.any_flags).is_empty() {
        failed.push(FailedCondition::NoneOfFlags(when.any_flags));
    }
    failed.extend(situation.flags.intersection(when.no_flags).iter().map(FailedCondition::FlagPresent));
    failed
}

/// Spells values as the contract does.
fn spell<T: std::fmt::Display>(values: &[T]) -> Vec<String> {
    values.iter().map(T::to_string).collect()
}
