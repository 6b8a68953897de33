//! Reads TOML tables key by key and notes everything that is wrong, instead of stopping at the first.
//!
//! A [`Table`] remembers which keys were asked for; [`Table::finish`] reports those that nobody asked for, with the
//! nearest one that means something.

use std::collections::BTreeSet;
use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::model::{Place, Words};
use super::problem::{Problem, ProblemKind};
use crate::rules::codes::nearest;

/// The longest text that a key may have, in characters.
const TEXT_CHARS_MAX: usize = 4_000;
/// The most problems that are noted; a pack with more is broken as a whole.
const PROBLEMS_MAX: usize = 200;

/// A TOML value with its place in the text.
pub(super) type Value<'t> = Spanned<DeValue<'t>>;

/// The text being read and what was found wrong with it.
pub(super) struct Source<'t> {
    text: &'t str,
    line_starts: Vec<usize>,
    problems: Vec<Problem>,
}

impl<'t> Source<'t> {
    /// Prepares to read `text`.
    pub(super) fn new(text: &'t str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text, line_starts: std::iter::once(0).chain(breaks).collect(), problems: Vec::new() }
    }

    /// Finds line and character of a byte position.
    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        let line = self.line_starts.partition_point(|start| *start <= span.start).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or_default();
        let before = self.text.get(start..span.start).map_or(0, |before| before.chars().count());
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Place { line: number(line), column: number(before + 1) }
    }

    /// Notes a problem at `span`.
    pub(super) fn note(&mut self, span: &Range<usize>, kind: impl Into<ProblemKind>) {
        let place = self.place(span);
        self.note_at(place, kind);
    }

    /// Notes a mistake in the notation.
    pub(super) fn note_syntax(&mut self, error: &toml::de::Error) {
        self.note(&error.span().unwrap_or(0..0), ProblemKind::Syntax(error.message().to_owned()));
    }

    /// Notes a problem at `place`.
    pub(super) fn note_at(&mut self, place: Place, kind: impl Into<ProblemKind>) {
        if self.problems.len() < PROBLEMS_MAX {
            self.problems.push(Problem { place, kind: kind.into() });
        }
    }

    /// Hands out everything that was noted, in the order of the text.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.place);
        self.problems
    }

    /// Opens a value as a table called `inside`.
    pub(super) fn table<'a>(&mut self, value: &'a Value<'t>, inside: &'static str) -> Option<Table<'a, 't>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(value, inside, "a table");
        }
        table.map(|table| Table::new(table, value.span(), inside))
    }

    /// Takes a value as a text.
    pub(super) fn text<'a>(&mut self, value: &'a Value<'t>, key: &str) -> Option<&'a str> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(value, key, "a text in quotes");
            return None;
        };
        let found = text.chars().count();
        if found > TEXT_CHARS_MAX {
            self.note(&value.span(), ProblemKind::TextTooLong { key: key.to_owned(), found, max: TEXT_CHARS_MAX });
            return None;
        }
        Some(text)
    }

    /// Takes a value as a whole number from 1.
    pub(super) fn number(&mut self, value: &Value<'t>, key: &str) -> Option<u32> {
        let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
        let number = number.filter(|number| *number > 0);
        if number.is_none() {
            self.wrong_type(value, key, "a whole number from 1");
        }
        number
    }

    /// Takes a value as one item or a list of items.
    pub(super) fn items<'a>(&mut self, value: &'a Value<'t>, key: &str) -> Vec<&'a Value<'t>> {
        let Some(array) = value.get_ref().as_array() else { return vec![value] };
        if array.is_empty() {
            self.note(&value.span(), ProblemKind::Empty { key: key.to_owned() });
        }
        array.iter().collect()
    }

    /// Takes a value as a text and parses it.
    pub(super) fn parsed<T: FromStr>(&mut self, value: &Value<'t>, key: &str) -> Option<T>
    where
        T::Err: Into<ProblemKind>,
    {
        match self.text(value, key)?.parse() {
            Ok(parsed) => Some(parsed),
            Err(error) => {
                self.note(&value.span(), error);
                None
            }
        }
    }

    /// Takes a value as one code or a list of codes.
    pub(super) fn codes<T: FromStr>(&mut self, value: &Value<'t>, key: &str) -> Vec<T>
    where
        T::Err: Into<ProblemKind>,
    {
        let items = self.items(value, key);
        items.into_iter().filter_map(|item| self.parsed(item, key)).collect()
    }

    /// Takes a value as one text or a list of texts.
    pub(super) fn texts(&mut self, value: &Value<'t>, key: &str) -> Vec<String> {
        let items = self.items(value, key);
        items.into_iter().filter_map(|item| self.text(item, key).map(str::to_owned)).collect()
    }

    /// Takes a value as a text in both languages: `{ zh = "…", en = "…" }`, or one text for both.
    pub(super) fn words(&mut self, value: &Value<'t>, key: &'static str) -> Option<Words> {
        if value.get_ref().as_str().is_some() {
            let text = self.text(value, key)?;
            return Some(Words { zh: text.to_owned(), en: text.to_owned() });
        }
        let mut table = self.table(value, key)?;
        let zh = table.need_text(self, "zh");
        let en = table.need_text(self, "en");
        table.finish(self);
        Some(Words { zh: zh?, en: en? })
    }

    /// Notes that a value is of another type than its key needs.
    pub(super) fn wrong_type(&mut self, value: &Value<'t>, key: &str, expected: &'static str) {
        let found = value.get_ref().type_str();
        self.note(&value.span(), ProblemKind::WrongType { key: key.to_owned(), expected, found });
    }
}

/// A table being read key by key.
pub(super) struct Table<'a, 't> {
    entries: &'a DeTable<'t>,
    span: Range<usize>,
    inside: &'static str,
    asked: BTreeSet<&'static str>,
}

impl<'a, 't> Table<'a, 't> {
    /// Prepares to read `entries`, which people call `inside`.
    pub(super) fn new(entries: &'a DeTable<'t>, span: Range<usize>, inside: &'static str) -> Self {
        Self { entries, span, inside, asked: BTreeSet::new() }
    }

    /// Where the table begins.
    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Looks a key up.
    pub(super) fn get(&mut self, key: &'static str) -> Option<&'a Value<'t>> {
        self.asked.insert(key);
        self.entries.get(key)
    }

    /// Looks a key up and notes if it is not there.
    pub(super) fn need(&mut self, source: &mut Source<'t>, key: &'static str) -> Option<&'a Value<'t>> {
        let value = self.get(key);
        if value.is_none() {
            source.note(&self.span, ProblemKind::Missing { key, inside: self.inside });
        }
        value
    }

    /// Takes a text that must be there.
    pub(super) fn need_text(&mut self, source: &mut Source<'t>, key: &'static str) -> Option<String> {
        let value = self.need(source, key)?;
        source.text(value, key).map(str::to_owned)
    }

    /// Takes one code.
    pub(super) fn code<T: FromStr>(&mut self, source: &mut Source<'t>, key: &'static str) -> Option<T>
    where
        T::Err: Into<ProblemKind>,
    {
        self.get(key).and_then(|value| source.parsed(value, key))
    }

    /// Takes one code or a list of codes; none where the key is not there.
    pub(super) fn codes<T: FromStr>(&mut self, source: &mut Source<'t>, key: &'static str) -> Vec<T>
    where
        T::Err: Into<ProblemKind>,
    {
        self.get(key).map(|value| source.codes(value, key)).unwrap_or_default()
    }

    /// Takes `true` or `false`.
    pub(super) fn truth(&mut self, source: &mut Source<'t>, key: &'static str) -> Option<bool> {
        let value = self.get(key)?;
        let truth = value.get_ref().as_bool();
        if truth.is_none() {
            source.wrong_type(value, key, "true or false");
        }
        truth
    }

    /// Takes a whole number from 1.
    pub(super) fn number(&mut self, source: &mut Source<'t>, key: &'static str) -> Option<u32> {
        self.get(key).and_then(|value| source.number(value, key))
    }

    /// Takes a whole number from 1 or a list of them; none where the key is not there.
    pub(super) fn numbers(&mut self, source: &mut Source<'t>, key: &'static str) -> Vec<u32> {
        let items = self.get(key).map(|value| source.items(value, key)).unwrap_or_default();
        items.into_iter().filter_map(|item| source.number(item, key)).collect()
    }

    /// Opens the tables of a list, e.g. all `[[clause]]`.
    pub(super) fn tables(
        &mut self,
        source: &mut Source<'t>,
        key: &'static str,
        max: usize,
        what: &'static str,
    ) -> Vec<Table<'a, 't>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(array) = value.get_ref().as_array() else {
            source.wrong_type(value, key, "a list of tables");
            return Vec::new();
        };
        if array.len() > max {
            source.note(&value.span(), ProblemKind::TooMany { what, max });
            return Vec::new();
        }
        array.iter().filter_map(|item| source.table(item, key)).collect()
    }

    /// Lists every key with its value, whatever they are called.
    pub(super) fn entries(&mut self) -> impl Iterator<Item = (&'a Spanned<std::borrow::Cow<'t, str>>, &'a Value<'t>)> {
        self.entries.iter()
    }

    /// Notes the keys that nobody asked for; answers whether there were none.
    pub(super) fn finish(self, source: &mut Source<'t>) -> bool {
        let unknown = self.entries.keys().filter(|key| !self.asked.contains(key.get_ref().as_ref()));
        let mut tidy = true;
        for key in unknown {
            tidy = false;
            let name = key.get_ref().as_ref();
            let nearest = nearest(name, &mut self.asked.iter().copied()).map(str::to_owned);
            let found = name.chars().take(60).collect();
            source.note(&key.span(), ProblemKind::UnknownKey { key: found, inside: self.inside, nearest });
        }
        tidy
    }
}
