//! A pack as the engine sees it: plain data, no text format.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::condition::{OwnerTest, When};
use super::extend::hash;
use super::ladder::{Rung, WeightRule};
use super::own_cases::OwnCases;
use super::silence::Silence;
use crate::rules::cases::Case;
use crate::rules::decision::{Answerable, Barred, Basis, ClauseRef, FormCode, HandlerRole};
use crate::rules::duty::{Actor, DutyCode, Recipient};
use crate::rules::facts::FactName;
use crate::rules::limit::Limit;

/// One institution's system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// Who the system is.
    pub identity: Identity,
    /// Tags that its rules route by.
    pub topics: Vec<Topic>,
    /// Its clauses in reading order.
    pub clauses: Vec<Clause>,
    /// What its text does not say.
    pub silences: Vec<Silence>,
    /// Its own examples; absent in the compact form.
    #[serde(skip)]
    pub cases: OwnCases,
    /// SHA-256 of its text (and of what it extends), hexadecimal.
    pub hash: String,
}

impl Pack {
    /// Tells whether the pack can have been read from `text`. Of one that takes over another's clauses this is not known
    /// without them.
    pub fn may_come_from(&self, text: &str) -> bool {
        self.identity.extends.is_some() || self.hash == hash(&[text])
    }

    /// Every text that people read, in reading order.
    pub(in crate::rules) fn words_mut(&mut self) -> impl Iterator<Item = &mut Words> {
        let identity = [&mut self.identity.title].into_iter().chain(&mut self.identity.note);
        let topics = self.topics.iter_mut().map(|topic| &mut topic.title);
        let clauses = self.clauses.iter_mut();
        let clauses = clauses.flat_map(|clause| [&mut clause.gist].into_iter().chain(&mut clause.unformalised));
        let silences = self.silences.iter_mut().map(|silence| &mut silence.reason);
        identity.chain(topics).chain(clauses).chain(silences)
    }

    /// Lists every rule with its clause, in reading order; a rule's place in this list is its index.
    pub fn rules(&self) -> impl Iterator<Item = (ClauseRef, &Rule)> {
        self.clauses.iter().flat_map(|clause| clause.rules.iter().map(|rule| (clause.reference, rule)))
    }
}

/// Who a system is, where it comes from and from when to when it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Short id, e.g. `A07`.
    pub id: String,
    /// What people call it.
    pub title: Words,
    /// The kind of institution.
    pub sector: String,
    /// Where the text comes from.
    pub source: String,
    /// The pack's version.
    pub version: String,
    /// The first day on which it holds, if it says so.
    #[serde(with = "day")]
    pub valid_from: Option<NaiveDate>,
    /// The last day on which it holds, if it says so.
    #[serde(with = "day")]
    pub valid_to: Option<NaiveDate>,
    /// The pack whose clauses it takes over.
    pub extends: Option<String>,
    /// Clauses of that pack that it leaves out.
    pub without: Vec<ClauseRef>,
    /// What a reader must know, e.g. that the source breaks off.
    pub note: Option<Words>,
    /// Where `extends` stands in the pack's text, else where `[system]` does; absent in the compact form.
    #[serde(skip)]
    pub place: Place,
}

/// A text in the two written languages; Traditional Chinese is derived from `zh`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Words {
    /// Simplified Chinese.
    pub zh: String,
    /// English; it travels apart from the compact form, and is empty until it has come.
    #[serde(skip)]
    pub en: String,
}

/// A tag that the system's rules route by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The tag.
    pub code: String,
    /// What people call it.
    pub title: Words,
}

/// A numbered provision: its gist, and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Where it stands in the source.
    pub reference: ClauseRef,
    /// What it says, in the pack writer's words.
    pub gist: Words,
    /// Why nothing follows from it, where nothing does.
    pub unformalised: Option<Words>,
    /// What follows from it in a situation.
    pub rules: Vec<Rule>,
    /// What it states outright; absent in the compact form.
    #[serde(skip)]
    pub facts: BTreeMap<FactName, Vec<String>>,
    /// What follows from it for someone who did wrong; lies apart in the compact form, see [`CompiledPack::with_conduct`].
    ///
    /// [`CompiledPack::with_conduct`]: crate::rules::CompiledPack::with_conduct
    #[serde(skip)]
    pub ladder: Vec<Rung>,
    /// What it says about leniency and severity; as the ladder.
    #[serde(skip)]
    pub weights: Vec<WeightRule>,
    /// The pack that it was taken over from, if it was.
    pub from: Option<String>,
    /// Where it stands in the pack's text; absent in the compact form.
    #[serde(skip)]
    pub place: Place,
}

impl Clause {
    /// Tells whether anything follows from the clause.
    pub fn is_formalised(&self) -> bool {
        !(self.rules.is_empty() && self.facts.is_empty() && self.ladder.is_empty() && self.weights.is_empty())
    }
}

/// What follows from a clause when its condition holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rule {
    /// Conditions of which one must hold; always, where there is none.
    pub when: Vec<When>,
    /// Clauses over whose owner, handler, answerable and department this rule prevails.
    pub over: Vec<ClauseRef>,
    /// Who is the owner.
    pub owner: Option<OwnerRule>,
    /// Who must settle the matter.
    pub handler: Option<HandlerRole>,
    /// The department by name.
    pub department: Option<String>,
    /// Who answers to the visitor.
    pub answerable: Option<Answerable>,
    /// What is to be done.
    pub duties: Vec<DutyRule>,
    /// What is, by exception, not to be done.
    pub waives: Vec<DutyCode>,
    /// What is to be filled in or handed out.
    pub forms: Vec<FormCode>,
    /// What is expressly forbidden.
    pub barred: Vec<Barred>,
    /// Where it stands in the pack's text; absent in the compact form.
    #[serde(skip)]
    pub place: Place,
}

/// How the owner is found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnerRule {
    /// A person among those asked.
    Person(OwnerChoice),
    /// Always the same window or team.
    Fixed(FixedOwner),
}

/// How the owner is chosen among those asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerChoice {
    /// Criteria, each narrowing what the one before left; the first asked among the last of them is the owner.
    pub by: Vec<Basis>,
    /// Who comes into question at all.
    pub among: OwnerTest,
}

/// A window or team that is always the owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FixedOwner {
    /// The window's or team's name.
    pub id: String,
    /// Why it is.
    pub basis: Basis,
}

/// A duty as a rule demands it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyRule {
    /// What is to be done and who does it; of several, one is enough.
    pub any: Vec<Way>,
    /// How long it may take.
    pub within: Option<Limit>,
    /// Only where necessary.
    pub optional: bool,
    /// To whom.
    pub to: Option<Recipient>,
}

impl DutyRule {
    /// Tells whether `code` is what is to be done, or one of the ways.
    pub fn demands(&self, code: DutyCode) -> bool {
        self.any.iter().any(|way| way.code == code)
    }
}

/// One way to do a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// What is done.
    pub code: DutyCode,
    /// Who does it.
    pub by: Actor,
}

/// A case with its place in the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackCase {
    /// The case.
    pub case: Case,
    /// Where it stands in the pack's text.
    pub place: Place,
}

impl PackCase {
    /// What it is called; where it has no Chinese name, the one that it has.
    pub fn name(&self) -> Words {
        let Case { name, zh, .. } = &self.case;
        Words { zh: zh.as_ref().unwrap_or(name).clone(), en: name.clone() }
    }
}

/// A place in a pack's text, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The character in the line.
    pub column: u32,
}

/// A day in the compact form: counted from the first day of the year 1.
mod day {
    use chrono::{Datelike, NaiveDate};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    // Serde hands the field by reference.
    #[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref)]
    pub(super) fn serialize<S: Serializer>(day: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.num_days_from_ce()).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
        Ok(Option::<i32>::deserialize(deserializer)?.and_then(NaiveDate::from_num_days_from_ce_opt))
    }
}
