//! A pack made ready to decide: conditions become bit masks, rules stand in the order in which they prevail.
//!
//! A situation is one bit a field in a word of 64; a condition is a word in which every allowed value is set. The
//! condition holds when no bit of the situation falls outside it. Flags and topics are words of their own.

use std::sync::Arc;

use super::calendar::Calendar;
use super::decision::{Answerable, Barred, ClauseRef, FormCode, HandlerRole, Stamp};
use super::duty::DutyCode;
use super::flags::Flags;
use super::grounds::{Field, Fields, Grounds};
use super::pack::{AskedCount, Clause, DutyRule, OwnerRule, OwnerTest, Pack, Rule, When};
use super::situation::{Asked, Channel, Eligible, HandlerState, Materials, MatterKind, Scope, Situation};

/// A pack made ready to decide.
#[derive(Debug, Clone)]
pub struct CompiledPack {
    /// The pack, for reading and explaining.
    pub(super) pack: Pack,
    /// What follows for misconduct, still in compact form.
    pub(super) conduct: Option<Arc<[u8]>>,
    pub(super) stamp: Arc<Stamp>,
    /// Rules in the order in which they prevail.
    pub(super) rules: Vec<CompiledRule>,
}

/// A rule with its clause and its conditions as masks.
#[derive(Debug, Clone)]
pub(super) struct CompiledRule {
    pub(super) clause: ClauseRef,
    /// The rule's place among the rules of the pack in reading order.
    pub(super) index: u16,
    pub(super) conditions: Vec<Condition>,
    pub(super) owner: Option<OwnerRule>,
    pub(super) handler: Option<HandlerRole>,
    pub(super) department: Option<Arc<str>>,
    pub(super) answerable: Option<Answerable>,
    pub(super) duties: Vec<DutyRule>,
    pub(super) waives: Vec<DutyCode>,
    pub(super) forms: Vec<FormCode>,
    pub(super) barred: Vec<Barred>,
}

/// A condition as masks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Condition {
    fields: u64,
    topics: u64,
    flags: Flags,
    any_flags: Flags,
    no_flags: Flags,
    looks_at: Fields,
}

/// A situation as masks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Facts {
    fields: u64,
    topics: u64,
    flags: Flags,
}

impl CompiledPack {
    /// Makes a pack ready to decide; `order` lists the rules by reading order in the order in which they prevail.
    pub(super) fn new(pack: Pack, order: &[usize]) -> Self {
        let topics: Vec<&str> = pack.topics.iter().map(|topic| topic.code.as_str()).collect();
        let all: Vec<(ClauseRef, &Rule)> = pack.rules().collect();
        let compiled = order.iter().filter_map(|index| {
            let (clause, rule) = all.get(*index)?;
            Some(CompiledRule::new(*clause, u16::try_from(*index).ok()?, rule, &topics))
        });
        let rules = compiled.collect();
        let stamp = Stamp {
            pack: pack.identity.id.clone(),
            version: pack.identity.version.clone(),
            hash: pack.hash.clone(),
            calendar: Calendar::china().version().to_owned(),
        };
        Self { stamp: Arc::new(stamp), rules, pack, conduct: None }
    }

    /// Takes the pack's English, in reading order. What does not belong to it is not taken.
    pub(super) fn learn_english(&mut self, texts: &[String]) {
        if self.pack.words_mut().count() == texts.len() {
            self.pack.words_mut().zip(texts).for_each(|(words, text)| words.en.clone_from(text));
        }
    }

    /// The pack itself.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// The system's id.
    pub fn id(&self) -> &str {
        &self.pack.identity.id
    }

    /// Under what its decisions are taken.
    pub fn stamp(&self) -> &Arc<Stamp> {
        &self.stamp
    }

    /// Looks a clause up.
    pub fn clause(&self, reference: &ClauseRef) -> Option<&Clause> {
        self.pack.clauses.iter().find(|clause| clause.reference == *reference)
    }

    /// Tells the bit of a situation's topic; the bit for all others where the pack does not know it.
    pub(super) fn topic_bit(&self, situation: &Situation) -> u64 {
        let known = |topic: &String| self.pack.topics.iter().position(|known| known.code == *topic);
        situation.topic.as_ref().and_then(known).map_or(1, |at| 2 << at)
    }
}

impl CompiledRule {
    fn new(clause: ClauseRef, index: u16, rule: &Rule, topics: &[&str]) -> Self {
        let always = [When::default()];
        let whens = if rule.when.is_empty() { always.as_slice() } else { rule.when.as_slice() };
        Self {
            clause,
            index,
            conditions: whens.iter().map(|when| Condition::new(when, topics)).collect(),
            owner: rule.owner.clone(),
            handler: rule.handler,
            department: rule.department.as_deref().map(Arc::from),
            answerable: rule.answerable,
            duties: rule.duties.clone(),
            waives: rule.waives.clone(),
            forms: rule.forms.clone(),
            barred: rule.barred.clone(),
        }
    }

    /// Finds the first condition that holds.
    pub(super) fn holds(&self, facts: &Facts) -> Option<&Condition> {
        self.conditions.iter().find(|condition| condition.holds(facts))
    }
}

/// Places the values of all fields in one word, field by field.
#[derive(Default)]
struct Layout {
    word: u64,
    offset: usize,
    looks_at: Fields,
}

impl Layout {
    /// Adds a field: the bits of `values` among `size`, or all where there is none.
    fn field(&mut self, field: Field, size: usize, values: impl Iterator<Item = usize>) {
        let bits = values.fold(0, |bits, value| bits | 1_u64 << value);
        let all = (1_u64 << size) - 1;
        self.word |= if bits == 0 { all } else { bits } << self.offset;
        self.offset += size;
        if bits != 0 && bits != all {
            self.looks_at.insert(field);
        }
    }
}

impl Condition {
    fn new(when: &When, topics: &[&str]) -> Self {
        let mut layout = Layout::default();
        layout.field(Field::Channel, Channel::ALL.len(), when.channel.iter().map(|code| *code as usize));
        layout.field(Field::Matter, MatterKind::ALL.len(), when.matter.iter().map(|code| *code as usize));
        layout.field(Field::Scope, Scope::ALL.len(), when.scope.iter().map(|code| *code as usize));
        layout.field(Field::Handler, HandlerState::ALL.len(), when.handler.iter().map(|code| *code as usize));
        layout.field(Field::OnTheSpot, 2, when.on_the_spot.iter().map(|truth| usize::from(*truth)));
        layout.field(Field::Materials, Materials::ALL.len(), when.materials.iter().map(|code| *code as usize));
        layout.field(Field::Eligible, Eligible::ALL.len(), when.eligible.iter().map(|code| *code as usize));
        layout.field(Field::Asked, AskedCount::ALL.len(), when.asked.iter().map(|code| *code as usize));
        for wanted in when.owner.wanted() {
            layout.field(Field::Asked, 2, wanted.iter().map(|truth| usize::from(*truth)));
        }
        let named = when.topic.iter().filter_map(|topic| topics.iter().position(|known| known == topic));
        let topic_bits = named.fold(0, |bits, at| bits | 2 << at);
        if topic_bits != 0 {
            layout.looks_at.insert(Field::Topic);
        }
        Self {
            fields: layout.word,
            topics: if topic_bits == 0 { u64::MAX } else { topic_bits },
            flags: when.flags,
            any_flags: when.any_flags,
            no_flags: when.no_flags,
            looks_at: layout.looks_at,
        }
    }

    /// Tells whether the condition holds.
    pub(super) fn holds(&self, facts: &Facts) -> bool {
        facts.fields & !self.fields == 0
            && facts.topics & !self.topics == 0
            && facts.flags.contains_all(self.flags)
            && facts.flags.intersection(self.no_flags).is_empty()
            && (self.any_flags.is_empty() || !facts.flags.intersection(self.any_flags).is_empty())
    }

    /// Says on what the condition rested.
    pub(super) fn grounds(&self, facts: &Facts) -> Grounds {
        let flags = facts.flags.intersection(self.flags.union(self.any_flags));
        Grounds { fields: self.looks_at, flags, without: self.no_flags }
    }
}

/// Where the owner's properties begin in the word: after every field of the situation itself.
const OWNER_OFFSET: usize = Channel::ALL.len()
    + MatterKind::ALL.len()
    + Scope::ALL.len()
    + HandlerState::ALL.len()
    + 2
    + Materials::ALL.len()
    + Eligible::ALL.len()
    + AskedCount::ALL.len();

impl Facts {
    /// Puts a situation into masks; nothing is known of the owner yet.
    pub(super) fn new(pack: &CompiledPack, situation: &Situation) -> Self {
        let values = [
            (Channel::ALL.len(), situation.channel as usize),
            (MatterKind::ALL.len(), situation.matter as usize),
            (Scope::ALL.len(), situation.scope as usize),
            (HandlerState::ALL.len(), situation.handler as usize),
            (2, usize::from(situation.on_the_spot)),
            (Materials::ALL.len(), situation.materials as usize),
            (Eligible::ALL.len(), situation.eligible as usize),
            (AskedCount::ALL.len(), AskedCount::of(&situation.asked) as usize),
        ];
        let place = |(word, offset): (u64, usize), (size, value)| (word | 1_u64 << (offset + value), offset + size);
        let (fields, _) = values.into_iter().fold((0, 0), place);
        Self { fields, topics: pack.topic_bit(situation), flags: situation.flags }.with_owner(None)
    }

    /// Adds what is known of the owner; where nobody is, a condition on the owner does not hold.
    pub(super) fn with_owner(self, owner: Option<&Asked>) -> Self {
        let properties = OwnerTest::NAMES.len();
        let bits = owner.map_or((1 << (2 * properties)) - 1, |owner| {
            let found = OwnerTest::found(owner).into_iter().enumerate();
            found.fold(0, |bits, (at, truth)| bits | 1_u64 << (2 * at + usize::from(truth)))
        });
        let situation = self.fields & ((1 << OWNER_OFFSET) - 1);
        Self { fields: situation | bits << OWNER_OFFSET, ..self }
    }
}
