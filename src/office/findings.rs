//! Collecting what is wrong with a document's values: phrases, ids, times, pinyin.

use std::collections::BTreeMap;

use super::problem::Fault;
use super::roster::minutes;
use super::{Office, Text};

impl Office {
    /// The longest id, in characters.
    pub const ID_CHARS_MAX: usize = 40;
    /// The highest rank.
    pub const RANK_MAX: i32 = 1_000;
}

/// English takes more letters than 简体 takes characters.
const ENGLISH_FACTOR: usize = 4;

/// A problem and its place, before anyone looks up the line.
pub(super) struct Finding {
    /// The field of the office.
    pub(super) list: &'static str,
    /// Which item of it, where it is a list.
    pub(super) index: Option<usize>,
    /// The field of the item, with a leading dot; empty for the item itself.
    field: String,
    /// What is wrong.
    pub(super) fault: Fault,
}

impl Finding {
    /// Spells the place, e.g. `matters[12].window`.
    pub(super) fn place(&self) -> String {
        let Self { list, field, .. } = self;
        self.index.map_or_else(|| format!("{list}{field}"), |index| format!("{list}[{index}]{field}"))
    }
}

/// Where each id was first seen.
pub(super) type Ids = BTreeMap<String, String>;
/// Collects what is found, at the place that is being looked at.
#[derive(Default)]
pub(super) struct Findings {
    list: &'static str,
    index: Option<usize>,
    all: Vec<Finding>,
}

impl Findings {
    /// Gives everything found, in order.
    pub(super) fn into_all(self) -> Vec<Finding> {
        self.all
    }

    /// Says which place of the list is being looked at.
    pub(super) fn place(&self) -> String {
        format!("{}[{}]", self.list, self.index.unwrap_or_default())
    }

    pub(super) fn each<'a, T>(&mut self, list: &'static str, items: &'a [T], mut look: impl FnMut(&mut Self, &'a T)) {
        for (index, item) in items.iter().enumerate() {
            (self.list, self.index) = (list, Some(index));
            look(self, item);
        }
    }

    pub(super) fn add(&mut self, field: &str, fault: Fault) {
        self.all.push(Finding { list: self.list, index: self.index, field: field.to_owned(), fault });
    }

    pub(super) fn at(&mut self, list: &'static str) -> &mut Self {
        (self.list, self.index) = (list, None);
        self
    }

    pub(super) fn text(&mut self, field: &str, text: &Text, max: usize) {
        self.line(&format!("{field}.zh"), &text.zh, max);
        if let Some(traditional) = &text.zh_hant {
            self.line(&format!("{field}.zh_hant"), traditional, max);
        }
        if !text.en.is_empty() {
            self.line(&format!("{field}.en"), &text.en, max * ENGLISH_FACTOR);
        }
    }

    pub(super) fn line(&mut self, field: &str, line: &str, max: usize) {
        let found = line.chars().count();
        if line.trim().is_empty() {
            self.add(field, Fault::Empty);
        } else if found > max {
            self.add(field, Fault::TooMuch { found, max });
        } else if line.trim() != line || line.contains(char::is_control) {
            self.add(field, Fault::Untidy);
        }
    }

    pub(super) fn filled(&mut self, count: usize) {
        if count == 0 {
            self.add("", Fault::Empty);
        }
    }

    pub(super) fn new_id(&mut self, id: &str, ids: &mut Ids) {
        self.id(".id", id);
        self.unique(".id", id, ids);
    }

    pub(super) fn id(&mut self, field: &str, id: &str) {
        let plain = id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'));
        if !plain || !(1..=Office::ID_CHARS_MAX).contains(&id.len()) {
            self.add(field, Fault::BadId { found: short(id) });
        }
    }

    pub(super) fn unique(&mut self, field: &str, id: &str, ids: &mut Ids) {
        let place = self.place();
        if let Some(first) = ids.get(id) {
            self.add(field, Fault::Taken { id: short(id), first: first.clone() });
        } else {
            ids.insert(id.to_owned(), place);
        }
    }

    pub(super) fn dangling(&mut self, field: &str, id: &str, list: &'static str) {
        self.add(field, Fault::Dangling { id: short(id), list });
    }

    pub(super) fn weekday(&mut self, field: &str, weekday: u8) {
        if !(1..=7).contains(&weekday) {
            self.add(field, Fault::BadWeekday { found: weekday });
        }
    }

    pub(super) fn period(&mut self, from: &str, to: &str) -> Option<(u16, u16)> {
        for (field, time) in [(".from", from), (".to", to)] {
            if minutes(time).is_none() {
                self.add(field, Fault::BadTime { found: short(time) });
            }
        }
        let (start, end) = (minutes(from)?, minutes(to)?);
        if start >= end {
            self.add(".to", Fault::Reversed { from: from.to_owned(), to: to.to_owned() });
            return None;
        }
        Some((start, end))
    }

    pub(super) fn pinyin(&mut self, pinyin: &str, name: &str) {
        if pinyin.is_empty() {
            return;
        }
        let syllable = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
        if !pinyin.split(' ').all(syllable) {
            self.add(".pinyin", Fault::BadPinyin { found: short(pinyin) });
            return;
        }
        let found = pinyin.split(' ').count();
        if let Some(expected) = syllables_of(name).filter(|expected| *expected != found) {
            self.add(".pinyin", Fault::Syllables { found, expected });
        }
    }
}

/// Counts the characters of a name that is all Han but for its punctuation; nobody can say how letters and digits are read.
fn syllables_of(name: &str) -> Option<usize> {
    let spoken = || name.chars().filter(|character| character.is_alphanumeric());
    spoken()
        .all(|character| matches!(character, '〇' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}'))
        .then(|| spoken().count())
}

/// Cuts what a message quotes.
pub(super) fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
