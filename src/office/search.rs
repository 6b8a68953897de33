//! Finding a matter in a visitor's own words.
//!
//! Typed may be 简体 or 繁體 (any part of a name or of another word for it), whole sentences, English words, pinyin in
//! full, by initials or mixed (`shebaoka`, `sbk`, `shebk`), with or without blanks. What fits the name best comes first,
//! then the order of the departments and of the document. The same office and words give the same list, whatever the
//! language of the screen. Deliberately absent: correcting wrong characters.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::pinyin::{reads_from_start, reads_inside};
use super::{Department, Matter, Office, Text};
use crate::script::{fold, small};

/// How much of what was typed is looked at, in characters.
const WORDS_CHARS_MAX: usize = 60;
/// How many guesses are offered when nothing fits.
const GUESSES_MAX: usize = 6;

/// A department and the matters it settles.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'a> {
    /// The department.
    pub department: &'a Department,
    /// Its matters, in the document's order; never empty.
    pub matters: Vec<&'a Matter>,
}

/// Lists every matter by department, in the document's order; a department without matters is left out.
pub fn groups(office: &Office) -> Vec<Group<'_>> {
    let all = office.departments.iter().map(|department| Group {
        department,
        matters: office.matters.iter().filter(|matter| matter.department == department.id).collect(),
    });
    all.filter(|group| !group.matters.is_empty()).collect()
}

/// Finds the matters that fit the words, best first; all of them by department when there are no words.
///
/// Words in 繁體 are tried in 简体 too, in which names are written. Where nothing fits, the matters that share most pairs
/// of characters with the words are offered, a few at most.
pub fn find_matters<'a>(office: &'a Office, words: &str) -> Vec<&'a Matter> {
    let listed = groups(office).into_iter().flat_map(|group| group.matters);
    let typed: String = words.chars().take(WORDS_CHARS_MAX).collect();
    let terms: Vec<Cow<'_, str>> = terms(&typed).collect();
    if terms.is_empty() {
        return listed.collect();
    }
    let listed: Vec<(Keys<'_>, &Matter)> = listed.map(|matter| (Keys::of(matter), matter)).collect();
    let folded: Vec<Cow<'_, str>> = terms.iter().map(|term| Cow::Owned(fold(term))).collect();
    let spellings = if folded == terms { vec![folded] } else { vec![terms, folded] };
    let found = fitting(&listed, |keys, matter| spellings.iter().filter_map(|terms| rank(keys, matter, terms)).min());
    if !found.is_empty() {
        return found;
    }
    let mut guesses = fitting(&listed, |keys, _| spellings.iter().filter_map(|terms| guess(keys, terms)).min());
    guesses.truncate(GUESSES_MAX);
    guesses
}

/// Takes the matters that have a rank, the best first; those of one rank stay in their order. Those that only mention what was typed are
/// left out where others are about it.
fn fitting<'a>(
    listed: &[(Keys<'_>, &'a Matter)],
    rank: impl Fn(&Keys<'_>, &Matter) -> Option<Rank>,
) -> Vec<&'a Matter> {
    let ranked = listed.iter().enumerate();
    let mut found: Vec<(Rank, usize, &Matter)> =
        ranked.filter_map(|(place, (keys, matter))| Some((rank(keys, matter)?, place, *matter))).collect();
    found.sort_unstable_by_key(|(rank, place, _)| (*rank, *place));
    // Nearly every matter asks for an identity card: whoever names one finds those that are about it.
    let named = found.iter().take_while(|(rank, ..)| *rank < Rank::Mentioned).count();
    if named > 0 {
        found.truncate(named);
    }
    found.into_iter().map(|(_, _, matter)| matter).collect()
}

/// How well a matter fits; the smaller, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// It is the name.
    Name,
    /// The name begins so.
    NameStart,
    /// It is another word for it, or a word of the English name.
    Word,
    /// The name's pinyin begins so.
    PinyinStart,
    /// It is in the name.
    NamePart,
    /// It is in another word for it.
    WordPart,
    /// The name's pinyin goes on so.
    PinyinPart,
    /// What was typed holds the name or a word; more characters of it are better.
    Holds(Reverse<usize>),
    /// It is in the answer or in the papers.
    Mentioned,
    /// So many pairs of characters are the same.
    Guess(Reverse<usize>),
}

/// What a matter is looked for by, in lower case and without blanks.
struct Keys<'a> {
    name: Cow<'a, str>,
    words: Vec<Cow<'a, str>>,
    latin: Vec<Cow<'a, str>>,
}

impl<'a> Keys<'a> {
    fn of(matter: &'a Matter) -> Self {
        let latin =
            matter.words.iter().map(String::as_str).filter(|word| word.is_ascii()).chain([matter.name.en.as_str()]);
        Self {
            name: joined(&matter.name.zh),
            words: matter.words.iter().filter(|word| !word.is_ascii()).map(|word| joined(word)).collect(),
            latin: latin.flat_map(terms).collect(),
        }
    }
}

/// Ranks by everything typed as one, and by its terms one by one, each of which must fit.
fn rank(keys: &Keys<'_>, matter: &Matter, terms: &[Cow<'_, str>]) -> Option<Rank> {
    let together = rank_term(keys, matter, &terms.concat());
    let apart = || {
        let ranks: Option<Vec<Rank>> = terms.iter().map(|term| rank_term(keys, matter, term)).collect();
        ranks.and_then(|ranks| ranks.into_iter().max())
    };
    if terms.len() == 1 { together } else { together.into_iter().chain(apart()).min() }
}

fn rank_term(keys: &Keys<'_>, matter: &Matter, term: &str) -> Option<Rank> {
    if term.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return rank_letters(keys, matter, term);
    }
    let any = |fits: &dyn Fn(&str) -> bool| keys.words.iter().any(|word| fits(word));
    if keys.name == term {
        Some(Rank::Name)
    } else if keys.name.starts_with(term) {
        Some(Rank::NameStart)
    } else if any(&|word| word == term) {
        Some(Rank::Word)
    } else if keys.name.contains(term) {
        Some(Rank::NamePart)
    } else if any(&|word| word.contains(term)) || keys.latin.iter().any(|word| word.starts_with(term)) {
        Some(Rank::WordPart)
    } else {
        held(keys, term).or_else(|| mentions(matter, term).then_some(Rank::Mentioned))
    }
}

fn rank_letters(keys: &Keys<'_>, matter: &Matter, term: &str) -> Option<Rank> {
    if keys.latin.iter().any(|word| word == term) {
        Some(Rank::Word)
    } else if reads_from_start(&matter.pinyin, term) {
        Some(Rank::PinyinStart)
    } else if keys.latin.iter().any(|word| word.starts_with(term)) {
        Some(Rank::WordPart)
    } else if reads_inside(&matter.pinyin, term) {
        Some(Rank::PinyinPart)
    } else {
        let papers = matter.materials.iter().map(|material| &material.name);
        let says = |text: &Text| {
            let text = text.en.to_ascii_lowercase();
            // Most texts do not even hold the letters; only the others are worth splitting.
            text.contains(term) && terms(&text).any(|word| word == term)
        };
        [&matter.answer].into_iter().chain(papers).any(says).then_some(Rank::Mentioned)
    }
}

/// Ranks by the longest name or word that the term holds; one character is too little to go by.
fn held(keys: &Keys<'_>, term: &str) -> Option<Rank> {
    let held = keys.words.iter().chain([&keys.name]).filter(|word| term.contains(word.as_ref()));
    let longest = held.map(|word| word.chars().count()).max()?;
    (longest > 1).then_some(Rank::Holds(Reverse(longest)))
}

fn mentions(matter: &Matter, term: &str) -> bool {
    let papers = matter.materials.iter().map(|material| &material.name.zh);
    [&matter.answer.zh].into_iter().chain(papers).any(|text| text.contains(term))
}

fn guess(keys: &Keys<'_>, terms: &[Cow<'_, str>]) -> Option<Rank> {
    let whole: Vec<char> = terms.concat().chars().filter(|character| !character.is_ascii()).collect();
    let first_seen = |at: usize, pair: &[char]| whole.windows(2).position(|other| other == pair) == Some(at);
    let pairs = whole.windows(2).enumerate().filter(|(at, pair)| first_seen(*at, pair));
    let held = |pair: &str| keys.words.iter().chain([&keys.name]).any(|word| word.contains(pair));
    let count = pairs.filter(|(_, pair)| held(&pair.iter().collect::<String>())).count();
    (count > 0).then_some(Rank::Guess(Reverse(count)))
}

/// Splits at blanks and punctuation; an apostrophe between syllables or in a word is no end.
fn terms(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let ends = |character: char| !character.is_alphanumeric() && !matches!(character, '\'' | '\u{2019}');
    text.split(ends).map(joined).filter(|term| !term.is_empty())
}

/// Joins what is left of a phrase without blanks and punctuation, in lower case; letters of full width become plain.
fn joined(text: &str) -> Cow<'_, str> {
    if text.chars().all(|character| character.is_alphanumeric() && small(plain(character)) == character) {
        return Cow::Borrowed(text);
    }
    let letters = text.chars().map(plain).filter(|character| character.is_alphanumeric());
    Cow::Owned(letters.map(small).collect())
}

fn plain(character: char) -> char {
    match character {
        'ü' | 'Ü' => 'v',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        _ => character,
    }
}
