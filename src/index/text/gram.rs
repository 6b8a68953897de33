//! The keys under which a text is filed: each pair of its units, and how it is read, two letters at a time.
//!
//! The keys of a text's pairs are exact: a text holds two units in a row just when it is filed under them. A text's last
//! unit makes a pair with 0, so that one unit is found by the range of keys that begin with it. Units below a blank do not
//! occur in compared texts; keys that begin with 1 and 2 are those of readings.

use std::ops::RangeInclusive;

use super::sound::{Letters, Sound, Syllable, sounds};
use super::unit::small_unit;

/// Begins the key of two syllables' first letters, one behind the other.
const NEIGHBOURS: u16 = 1;
/// Begins the key of a syllable's first two letters; 0 where it has one.
const BEGINNING: u16 = 2;

/// A key.
pub(super) type Gram = u32;

const fn gram(first: u16, second: u16) -> Gram {
    (first as u32) << 16 | second as u32
}

const fn letters(first: u8, second: u8) -> u16 {
    (first as u16) << 8 | second as u16
}

/// The keys of what a text holds.
pub(super) fn spelt(text: &[u16]) -> impl Iterator<Item = Gram> {
    let next = text.iter().skip(1).map(|unit| small_unit(*unit)).chain([0]);
    text.iter().map(|unit| small_unit(*unit)).zip(next).map(|(first, second)| gram(first, second))
}

/// Adds the keys of how a text is read.
pub(super) fn add_read(text: &[u16], keys: &mut Vec<Gram>) {
    let mut before = Sound::Mute;
    for sound in sounds(text) {
        if matches!(sound, Sound::Nothing) {
            continue;
        }
        let firsts = before.syllables().map(|syllable: Syllable| syllable.to_le_bytes()[0]);
        for syllable in sound.syllables() {
            let [first, second, ..] = syllable.to_le_bytes();
            keys.push(gram(BEGINNING, letters(first, second)));
            keys.extend(firsts.clone().map(|before| gram(NEIGHBOURS, letters(before, first))));
        }
        before = sound;
    }
}

/// The keys of every pair in a term of two units and more.
pub(super) fn pairs(term: &[u16]) -> impl Iterator<Item = Gram> {
    term.iter().zip(term.iter().skip(1)).map(|(first, second)| gram(*first, *second))
}

/// The keys of all that holds a unit.
pub(super) const fn with_unit(unit: u16) -> RangeInclusive<Gram> {
    gram(unit, 0)..=gram(unit, u16::MAX)
}

/// The keys under one of which everything is filed that `typed` reads along. Of one or two letters, it reads along all of
/// it: two letters are either the beginning of a syllable or of two.
pub(super) fn read_by(typed: &Letters) -> [RangeInclusive<Gram>; 2] {
    let one = |first: Gram| first..=first;
    match typed.as_bytes() {
        [first] => {
            let all = gram(BEGINNING, letters(*first, 0))..=gram(BEGINNING, letters(*first, u8::MAX));
            [all.clone(), all]
        }
        [first, second, ..] => {
            let pair = letters(*first, *second);
            [one(gram(NEIGHBOURS, pair)), one(gram(BEGINNING, pair))]
        }
        [] => [one(0), one(0)],
    }
}
