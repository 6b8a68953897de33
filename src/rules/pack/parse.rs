//! Reads a pack's text; total on any input: it answers a pack or a list of problems, and never panics.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, ValueDeserializer};

use super::extend::hash;
use super::ladder::{read_rungs, read_weights};
use super::model::{Clause, Identity, Pack, PackCase, Topic};
use super::problem::{Problem, ProblemKind};
use super::reader::{Source, Table, Value};
use super::rule::read_rules;
use super::silence::read_silences;
use crate::rules::cases::Case;
use crate::rules::facts::FactName;

/// The longest pack that is read, in bytes.
pub const PACK_BYTES_MAX: usize = 1_000_000;
/// The longest pack, in bytes, of which every mistake in the notation is listed; of longer ones the first. A list of all costs more
/// than four hundred times the text where nearly every character is one.
const RECOVERED_BYTES_MAX: usize = 150_000;
/// The format that is read.
const FORMAT: i64 = 1;
/// The most clauses, cases and topics that a pack may have.
const CLAUSES_MAX: usize = 2_000;
const CASES_MAX: usize = 2_000;
const TOPICS_MAX: usize = 60;

/// Reads a pack, or lists what is wrong with its text.
pub fn parse(text: &str) -> Result<Pack, Vec<Problem>> {
    let mut source = Source::new(text);
    if text.len() > PACK_BYTES_MAX {
        source.note(&(0..0), ProblemKind::TooLarge { bytes: text.len(), max: PACK_BYTES_MAX });
        return Err(source.into_problems());
    }
    let (root, errors) = if text.len() <= RECOVERED_BYTES_MAX {
        DeTable::parse_recoverable(text)
    } else {
        match DeTable::parse(text) {
            Ok(root) => (root, Vec::new()),
            Err(error) => {
                source.note_syntax(&error);
                return Err(source.into_problems());
            }
        }
    };
    for error in &errors {
        source.note_syntax(error);
    }
    let span = root.span();
    let pack = read_pack(&mut source, Table::new(root.get_ref(), span, "the pack"), text);
    let problems = source.into_problems();
    pack.filter(|_| problems.is_empty()).ok_or(problems)
}

/// Reads the top level.
fn read_pack<'t>(source: &mut Source<'t>, mut root: Table<'_, 't>, text: &str) -> Option<Pack> {
    read_format(source, &mut root)?;
    let identity = root.need(source, "system").and_then(|value| read_identity(source, value));
    let topics = read_topics(source, &mut root);
    let tables = root.tables(source, "clause", CLAUSES_MAX, "clauses");
    let mut clauses = Vec::with_capacity(tables.len());
    for table in tables {
        let span = table.span();
        let Some(clause) = read_clause(source, table) else { continue };
        if clauses.iter().any(|other: &Clause| other.reference == clause.reference) {
            source.note(&span, ProblemKind::DuplicateClause(clause.reference));
        }
        clauses.push(clause);
    }
    let silences = read_silences(source, &mut root);
    let cases = read_cases(source, &mut root).into();
    root.finish(source);
    let identity = identity?;
    if identity.extends.is_none() && clauses.is_empty() {
        source.note(&(0..0), ProblemKind::NoClauses);
    }
    Some(Pack { identity, topics, clauses, silences, cases, hash: hash(&[text]) })
}

/// Refuses a format that this program does not know.
fn read_format<'t>(source: &mut Source<'t>, root: &mut Table<'_, 't>) -> Option<()> {
    let value = root.need(source, "format")?;
    let found =
        value.get_ref().as_integer().and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
    match found {
        Some(FORMAT) => Some(()),
        Some(found) => {
            source.note(&value.span(), ProblemKind::TooNew { found, known: FORMAT });
            None
        }
        None => {
            source.wrong_type(value, "format", "a whole number");
            None
        }
    }
}

/// Reads who the system is.
fn read_identity<'t>(source: &mut Source<'t>, value: &Value<'t>) -> Option<Identity> {
    let mut table = source.table(value, "system")?;
    let id = table.need_text(source, "id");
    let title = table.need(source, "title").and_then(|value| source.words(value, "title"));
    let sector = table.need_text(source, "sector");
    let origin = table.need_text(source, "source");
    let version = table.need_text(source, "version");
    let valid_from = read_date(source, &mut table, "valid_from");
    let valid_to = read_date(source, &mut table, "valid_to");
    if let (Some(from), Some(to)) = (valid_from, valid_to)
        && to < from
    {
        source.note(&table.span(), ProblemKind::Date { key: "valid_to", hint: " that is not before `valid_from`" });
    }
    let extends = table.get("extends");
    let place = source.place(&extends.map_or_else(|| table.span(), Spanned::span));
    let extends = extends.and_then(|value| source.text(value, "extends")).map(str::to_owned);
    let without = table.codes(source, "without");
    let note = table.get("note").and_then(|value| source.words(value, "note"));
    table.finish(source);
    Some(Identity {
        id: id?,
        title: title?,
        sector: sector?,
        source: origin?,
        version: version?,
        valid_from,
        valid_to,
        extends,
        without,
        note,
        place,
    })
}

/// Reads a date.
fn read_date<'t>(source: &mut Source<'t>, table: &mut Table<'_, 't>, key: &'static str) -> Option<NaiveDate> {
    let value = table.get(key)?;
    let date = value.get_ref().as_datetime().filter(|found| found.time.is_none()).and_then(|found| found.date);
    let date = date.and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()));
    if date.is_none() {
        source.note(&value.span(), ProblemKind::Date { key, hint: ", without quotes" });
    }
    date
}

/// Reads the tags that rules route by.
fn read_topics<'t>(source: &mut Source<'t>, root: &mut Table<'_, 't>) -> Vec<Topic> {
    let mut topics = Vec::new();
    for mut table in root.tables(source, "topic", TOPICS_MAX, "topics") {
        let code = table.need_text(source, "code");
        let title = table.need(source, "title").and_then(|value| source.words(value, "title"));
        table.finish(source);
        if let (Some(code), Some(title)) = (code, title) {
            topics.push(Topic { code, title });
        }
    }
    topics
}

/// Reads one clause.
fn read_clause<'t>(source: &mut Source<'t>, mut table: Table<'_, 't>) -> Option<Clause> {
    let place = source.place(&table.span());
    let reference = table.need(source, "ref").and_then(|value| source.parsed(value, "ref"));
    let gist = table.need(source, "gist").and_then(|value| source.words(value, "gist"));
    let unformalised = table.get("unformalised").and_then(|value| source.words(value, "unformalised"));
    let rules = read_rules(source, &mut table);
    let facts = table.get("facts").map(|value| read_facts(source, value)).unwrap_or_default();
    let ladder = read_rungs(source, &mut table);
    let weights = read_weights(source, &mut table);
    table.finish(source);
    Some(Clause { reference: reference?, gist: gist?, unformalised, rules, facts, ladder, weights, from: None, place })
}

/// Reads what a clause states outright.
fn read_facts<'t>(source: &mut Source<'t>, value: &Value<'t>) -> BTreeMap<FactName, Vec<String>> {
    let mut facts = BTreeMap::new();
    let Some(mut table) = source.table(value, "facts") else { return facts };
    for (key, value) in table.entries() {
        match key.get_ref().parse::<FactName>() {
            Ok(name) => {
                let values = source.texts(value, key.get_ref());
                facts.insert(name, values);
            }
            Err(error) => source.note(&key.span(), error),
        }
    }
    facts
}

/// Reads the pack's own cases.
fn read_cases<'t>(source: &mut Source<'t>, root: &mut Table<'_, 't>) -> Vec<PackCase> {
    let mut cases = Vec::new();
    let Some(value) = root.get("case") else { return cases };
    let items = source.items(value, "case");
    if items.len() > CASES_MAX {
        source.note(&value.span(), ProblemKind::TooMany { what: "cases", max: CASES_MAX });
        return cases;
    }
    cases.extend(items.into_iter().filter_map(|item| read_case(source, item)));
    cases
}

/// Reads one case; the contract's JSON form, written as TOML.
fn read_case<'t>(source: &mut Source<'t>, value: &Value<'t>) -> Option<PackCase> {
    let place = source.place(&value.span());
    match Case::deserialize(ValueDeserializer::from(value.clone())) {
        Ok(case) => Some(PackCase { case, place }),
        Err(error) => {
            let span = error.span().filter(|span| !span.is_empty()).unwrap_or_else(|| value.span());
            source.note(&span, ProblemKind::Case(error.message().to_owned()));
            None
        }
    }
}
