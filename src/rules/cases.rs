//! Cases: a situation under a system with the answer that its clauses demand.
//!
//! The same form serves a pack's own examples, the tests, the command line and the app. Whatever an expectation names
//! must hold; what it leaves out is not looked at. Unknown words are refused, so that no expectation is skipped.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::assessment::{Aggravating, Consequence, Liable, Mitigating, Sanction, StaffRole, Violation, Weight};
use super::decision::{Answerable, Barred, Basis, ClauseRef, FormCode, HandlerRole};
use super::duty::{Actor, DutyCode, Recipient};
use super::facts::FactName;
use super::limit::Limit;
use super::situation::{Scope, Situation};

/// One case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The system under which it is decided; empty in a pack's own cases.
    pub system: String,
    /// What it is called.
    pub name: String,
    /// What it is called in Chinese, where someone wrote that down.
    pub zh: Option<String>,
    /// What is asked, and what the answer must be.
    pub question: Question,
    /// The reason, for people.
    pub source: String,
}

/// What a case asks, and what the answer must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// What does the system demand in this situation?
    Decide(Box<Situation>, Box<DecisionExpected>),
    /// What follows for this member of staff?
    Assess(AssessmentGiven, AssessmentExpected),
    /// What does the system state?
    Fact(FactGiven, FactExpected),
    /// When is it due?
    Due(Box<DueGiven>, DueExpected),
}

/// What a decision must say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DecisionExpected {
    /// This is the owner.
    pub owner: Expected<String>,
    /// For this reason.
    pub basis: Option<Basis>,
    /// This one must settle it.
    pub handler: Expected<HandlerRole>,
    /// This one answers to the visitor.
    pub answerable: Option<Answerable>,
    /// Each of these duties is there.
    pub duties: Vec<DutyCode>,
    /// None of these duties is there.
    pub not_duties: Vec<DutyCode>,
    /// Of each list at least one is there.
    pub duties_any: Vec<Vec<DutyCode>>,
    /// The department's name contains this.
    pub department: Option<String>,
    /// These duties are done by these.
    pub duty_by: BTreeMap<DutyCode, Doers>,
    /// These duties are told to these.
    pub duty_to: BTreeMap<DutyCode, Recipient>,
    /// These duties are demanded by each of these clauses.
    #[serde(deserialize_with = "clauses_by_duty")]
    pub duty_clauses: BTreeMap<DutyCode, Vec<ClauseRef>>,
    /// These duties have these limits.
    pub within: BTreeMap<DutyCode, Limit>,
    /// Each of these forms is there.
    pub forms: Vec<FormCode>,
    /// Each of these acts is barred.
    pub barred: Vec<Barred>,
    /// Each of these clauses is cited.
    pub clauses: Vec<ClauseRef>,
}

/// By whom a case expects a duty to be done: by this one, among others perhaps; or by exactly these.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Doers {
    /// By this one; others may do it too.
    Among(Actor),
    /// By exactly these.
    Exactly(BTreeSet<Actor>),
}

/// Whom a case expects: left out, anybody; `null`, nobody; else this one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Expected<T> {
    /// The case does not say.
    #[default]
    Anybody,
    /// Nobody.
    Nobody,
    /// This one.
    Is(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Expected<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<T>::deserialize(deserializer)?.map_or(Self::Nobody, Self::Is))
    }
}

/// Whose conduct is assessed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AssessmentGiven {
    /// What the person did, oldest first; the last entry is judged.
    pub record: Vec<RecordEntry>,
    /// How often each sanction was given before.
    pub prior: BTreeMap<Sanction, u32>,
}

/// One thing that a person did wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordEntry {
    /// What it was.
    pub violation: Violation,
    /// What came of it.
    #[serde(default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    pub consequence: Vec<Consequence>,
    /// In which role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<StaffRole>,
    /// Whose duty the matter was.
    #[serde(default)]
    pub scope: Scope,
    /// When, a date.
    #[serde(default, with = "day", skip_serializing_if = "Option::is_none")]
    pub at: Option<NaiveDate>,
    /// What speaks for leniency.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mitigating: Vec<Mitigating>,
    /// What speaks for severity.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aggravating: Vec<Aggravating>,
}

/// What an assessment must say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AssessmentExpected {
    /// Each of these sanctions is there.
    pub sanctions: Vec<Sanction>,
    /// None of these sanctions is there.
    pub not_sanctions: Vec<Sanction>,
    /// It weighs so.
    #[serde(deserialize_with = "one_or_many")]
    pub weight: Vec<Weight>,
    /// Each of these is held to account.
    pub liable: Vec<Liable>,
    /// Each of these clauses is cited.
    pub clauses: Vec<ClauseRef>,
}

/// Which fact is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactGiven {
    /// Its name.
    pub fact: FactName,
}

/// What a fact must be.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FactExpected {
    /// Each of these is contained in one of the pack's values.
    pub includes: Vec<String>,
    /// The pack's values are exactly these.
    #[serde(deserialize_with = "one_or_many")]
    pub equals: Vec<String>,
    /// Each of these clauses states it.
    pub clauses: Vec<ClauseRef>,
}

/// From when, and how long.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DueGiven {
    /// When the time begins to run.
    #[serde(deserialize_with = "time")]
    pub start: DateTime<FixedOffset>,
    /// How long it may take.
    #[serde(default)]
    pub within: Option<Limit>,
    /// The situation in which the system sets the limit.
    #[serde(default)]
    pub situation: Option<Situation>,
    /// The duty for which the system sets the limit.
    #[serde(default)]
    pub duty: Option<DutyCode>,
}

/// When it must be due.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DueExpected {
    /// A date for limits in days, a time for limits in hours.
    pub due: String,
}

/// A case as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    system: String,
    name: String,
    #[serde(default)]
    zh: Option<String>,
    ask: String,
    given: Value,
    expect: Value,
    #[serde(default)]
    source: String,
}

impl<'de> Deserialize<'de> for Case {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Written { system, name, zh, ask, given, expect, source } = Written::deserialize(deserializer)?;
        let question = Question::read(&ask, given, expect).map_err(D::Error::custom)?;
        Ok(Self { system, name, zh, question, source })
    }
}

impl Question {
    /// Reads what is given and expected as `ask` demands; errors name the side.
    pub(crate) fn read(ask: &str, given: Value, expect: Value) -> Result<Self, String> {
        Ok(match ask {
            "decide" => Self::Decide(side("given", given)?, side("expect", expect)?),
            "assess" => Self::Assess(side("given", given)?, side("expect", expect)?),
            "fact" => Self::Fact(side("given", given)?, side("expect", expect)?),
            "due" => Self::Due(side("given", given)?, side("expect", expect)?),
            other => {
                let other: String = other.chars().take(60).collect();
                return Err(format!("`{other}` cannot be asked; use decide, assess, fact or due"));
            }
        })
    }
}

/// Reads one side of a case.
fn side<T: DeserializeOwned>(name: &str, value: Value) -> Result<T, String> {
    serde_json::from_value(value).map_err(|error| format!("in `{name}`: {error}"))
}

/// Reads one code or a list of codes.
fn one_or_many<'de, T: DeserializeOwned, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let values = if value.is_array() { value } else { Value::Array(vec![value]) };
    serde_json::from_value(values).map_err(D::Error::custom)
}

/// Reads the clauses of each duty, one or several.
fn clauses_by_duty<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<DutyCode, Vec<ClauseRef>>, D::Error> {
    let written = BTreeMap::<DutyCode, Value>::deserialize(deserializer)?;
    let read = written.into_iter().map(|(code, clauses)| one_or_many(clauses).map(|clauses| (code, clauses)));
    read.collect::<Result<_, serde_json::Error>>().map_err(D::Error::custom)
}

/// Reads an RFC 3339 time.
fn time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<FixedOffset>, D::Error> {
    let text = String::deserialize(deserializer)?;
    DateTime::parse_from_rfc3339(&text)
        .map_err(|error| D::Error::custom(format!("`{text}` is not a time such as 2026-08-24T10:00:00+08:00: {error}")))
}

/// A day as a case writes it, `2026-01-31`; of a time, its day.
mod day {
    use chrono::NaiveDate;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    // Serde hands the field by reference.
    #[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref)]
    pub(super) fn serialize<S: Serializer>(day: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.to_string()).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
        let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
        let day = text.split('T').next().unwrap_or_default();
        let read = day.parse().map_err(|_| D::Error::custom(format!("`{text}` is not a date such as 2026-01-31")));
        read.map(Some)
    }
}
