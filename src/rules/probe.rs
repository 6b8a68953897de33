//! Invented situations and records for trying a pack: each built around one of the pack's own rules, so that all its rules
//! get their turn, with the rest left to chance. The same seed gives the same on every machine.

use std::hint::black_box;

use super::assessment::{Aggravating, Consequence, Mitigating, Sanction, StaffRole, Violation};
use super::cases::{AssessmentGiven, RecordEntry};
use super::compile::CompiledPack;
use super::decide::decide;
use super::flags::{Flag, Flags};
use super::pack::{AskedCount, Clause, OwnerTest, Pack, Rule, Rung, When};
use super::situation::{Asked, Channel, Eligible, HandlerState, Materials, MatterKind, Scope, Situation};
use crate::dice::Dice;

/// How likely a field has its usual value where the rule leaves it open, in percent.
const USUAL_PERCENT: u64 = 60;
/// How likely one flag more holds, in percent.
const FLAG_PERCENT: u64 = 25;

/// How many situations [`workload`] invents for each system, and how often each is decided.
const WORK_SITUATIONS: usize = 400;
const WORK_ROUNDS: u32 = 20;
/// The seed of those situations.
const WORK_SEED: u64 = 7;

/// Invents situations and records for one pack.
#[derive(Debug, Clone)]
pub struct Probe<'p> {
    rules: Vec<&'p Rule>,
    rungs: Vec<&'p Rung>,
    topics: Vec<String>,
    dice: Dice,
}

impl<'p> Probe<'p> {
    /// Starts with a seed.
    pub fn new(pack: &'p Pack, seed: u64) -> Self {
        Self {
            rules: pack.rules().map(|(_, rule)| rule).collect(),
            rungs: pack.clauses.iter().flat_map(|clause: &Clause| &clause.ladder).collect(),
            topics: pack.topics.iter().map(|topic| topic.code.clone()).collect(),
            dice: Dice::new(seed),
        }
    }

    /// Invents a situation in which one of the pack's rules mostly applies.
    pub fn situation(&mut self) -> Situation {
        let dice = &mut self.dice;
        let any = When::default();
        let rule = dice.pick(&self.rules).copied();
        let when = rule.and_then(|rule| dice.pick(&rule.when)).unwrap_or(&any);
        let asked = choose(dice, &when.asked, AskedCount::ALL, AskedCount::One);
        let topic = match dice.pick(&when.topic) {
            Some(topic) => Some(topic.clone()),
            None if dice.happens(USUAL_PERCENT) => None,
            None => dice.pick(&self.topics).cloned(),
        };
        Situation {
            channel: choose(dice, &when.channel, Channel::ALL, Channel::default()),
            matter: choose(dice, &when.matter, MatterKind::ALL, MatterKind::default()),
            asked: people(dice, asked, when.owner),
            scope: choose(dice, &when.scope, Scope::ALL, Scope::default()),
            handler: choose(dice, &when.handler, HandlerState::ALL, HandlerState::default()),
            on_the_spot: choose(dice, when.on_the_spot.as_slice(), &[true, false], true),
            materials: choose(dice, &when.materials, Materials::ALL, Materials::default()),
            eligible: choose(dice, &when.eligible, Eligible::ALL, Eligible::default()),
            topic,
            flags: flags(dice, when),
        }
    }

    /// Invents a record under one of the pack's rungs.
    pub fn record(&mut self) -> AssessmentGiven {
        let entries = 1 + self.dice.below(4);
        let same = self.dice.pick(&self.rungs).copied();
        let record = (0..entries).map(|_| {
            let other = self.dice.pick(&self.rungs).copied();
            let rung = if self.dice.happens(70) { same } else { other };
            entry(&mut self.dice, rung)
        });
        let record = record.collect();
        let mut given = AssessmentGiven { record, ..AssessmentGiven::default() };
        let counted = self.rungs.iter().filter_map(|rung| rung.tally.as_ref()).flat_map(|tally| &tally.of);
        for sanction in counted.copied().collect::<std::collections::BTreeSet<Sanction>>() {
            if self.dice.happens(30) {
                given.prior.insert(sanction, u32::try_from(self.dice.below(6)).unwrap_or_default());
            }
        }
        given
    }
}

/// Prepares the decisions by which the speed of deciding is told, the same ones wherever it is measured: what it answers
/// takes them all, with their citations, and tells how many they were. Whoever calls it has the clock.
pub fn workload(packs: &[CompiledPack]) -> impl Fn() -> u32 {
    let prepared: Vec<(&CompiledPack, Vec<Situation>)> = packs
        .iter()
        .map(|pack| {
            let mut probe = Probe::new(pack.pack(), WORK_SEED);
            (pack, (0..WORK_SITUATIONS).map(|_| probe.situation()).collect())
        })
        .collect();
    move || {
        let mut decisions = 0;
        for _ in 0..WORK_ROUNDS {
            for (pack, situations) in &prepared {
                for situation in situations {
                    black_box(decide(pack, black_box(situation)));
                    decisions += 1;
                }
            }
        }
        decisions
    }
}

/// Chooses one of the wanted values; where none is wanted, the usual one or any.
fn choose<T: Copy>(dice: &mut Dice, wanted: &[T], all: &[T], usual: T) -> T {
    let from = if wanted.is_empty() && !dice.happens(USUAL_PERCENT) { all } else { wanted };
    dice.pick(from).copied().unwrap_or(usual)
}

/// Invents the people asked; one of them is as the rule wants the owner.
fn people(dice: &mut Dice, asked: AskedCount, wanted: OwnerTest) -> Vec<Asked> {
    let count = match asked {
        AskedCount::None => 0,
        AskedCount::One => 1,
        AskedCount::Several => 2 + dice.below(3),
    };
    let people = (0..count).map(|number| {
        let mut is = |wanted: Option<bool>, percent: u64| {
            let chance = dice.happens(percent);
            wanted.filter(|_| dice.happens(80)).unwrap_or(chance)
        };
        let mut person = Asked::new(format!("p{number}"));
        person.on_duty = is(wanted.on_duty, 30);
        person.in_charge = is(wanted.in_charge, 20);
        person.named = is(wanted.named, 20);
        person.operator = is(wanted.operator, 20);
        person.took_over = is(wanted.took_over, 20);
        person.at_post = is(wanted.at_post, 80);
        person.appointed = is(wanted.appointed, 20);
        person.rank = i32::try_from(dice.below(4)).unwrap_or_default();
        person.tenure_months = i32::try_from(dice.below(4) * 12).unwrap_or_default();
        person.responded = u32::try_from(dice.below(4)).ok().filter(|order| *order > 0);
        person
    });
    people.collect()
}

/// Chooses flags that the rule wants, and others that it does not exclude mostly.
fn flags(dice: &mut Dice, when: &When) -> Flags {
    let mut flags = when.flags;
    if let Some(one) = dice.pick(&when.any_flags.iter().collect::<Vec<_>>()) {
        flags.insert(*one);
    }
    while dice.happens(FLAG_PERCENT) {
        if let Some(flag) = dice.pick(Flag::ALL) {
            flags.insert(*flag);
        }
    }
    flags
}

/// Invents one entry of a record, mostly as a rung wants it.
fn entry(dice: &mut Dice, rung: Option<&Rung>) -> RecordEntry {
    let any = Rung::default();
    let rung = rung.unwrap_or(&any);
    let mut consequence = rung.consequences.clone();
    consequence.extend(dice.pick(&rung.consequence));
    while dice.happens(30) {
        consequence.extend(dice.pick(Consequence::ALL));
    }
    let year = 2025 + i32::try_from(dice.below(2)).unwrap_or_default();
    RecordEntry {
        violation: choose(dice, &rung.violation, Violation::ALL, Violation::Other),
        consequence,
        role: Some(choose(dice, &rung.role, StaffRole::ALL, StaffRole::Owner)),
        scope: choose(dice, &rung.scope, Scope::ALL, Scope::Own),
        at: chrono::NaiveDate::from_yo_opt(year, 100),
        mitigating: dice.pick(Mitigating::ALL).copied().filter(|_| dice.happens(30)).into_iter().collect(),
        aggravating: dice.pick(Aggravating::ALL).copied().filter(|_| dice.happens(30)).into_iter().collect(),
    }
}
