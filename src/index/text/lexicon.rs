//! A lexicon: texts, each kept once under a number, found by any part of them and by how they are read.
//!
//! Texts are never changed and never taken out, so what was filed stays right. The newest are looked through one by one;
//! when there are [`RUN_MIN_TEXTS`] of them they are filed as a run, and runs of one size are merged. What the runs offer
//! is looked at again in the text itself wherever a key says less than what was asked, so nothing is found that is not
//! there, and nothing missed.

use std::ops::RangeInclusive;

use super::gram::{Gram, add_read, pairs, read_by, spelt, with_unit};
use super::run::Run;
use super::sound::Letters;
use super::unit::holds;
use crate::index::bits::Bits;
use crate::index::place::short;
use crate::index::room::{held_bytes, make_room, push};
use crate::index::slots::Slots;

/// As many texts make a run.
const RUN_MIN_TEXTS: u32 = 2_048;
/// Runs of this size are merged no further: the one who waits for it must not notice.
const RUN_MAX_TEXTS: u32 = 65_536;

/// What a lexicon can do beside finding parts of texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::index) enum Voice {
    /// Nothing.
    #[default]
    Silent,
    /// It is found by how it is read, too.
    Read,
}

/// Texts by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::index) struct Lexicon {
    pub(in crate::index) voice: Voice,
    /// All texts, one behind the other.
    pub(in crate::index) units: Vec<u16>,
    /// Where each ends.
    pub(in crate::index) ends: Vec<u32>,
    pub(in crate::index) slots: Slots,
    /// In order, without a gap.
    pub(in crate::index) runs: Vec<Run>,
}

impl Lexicon {
    /// A lexicon whose texts are found by how they are read, too.
    pub(in crate::index) fn read_aloud() -> Self {
        Self { voice: Voice::Read, ..Self::default() }
    }

    /// The number of `text`, which is taken in where it is new.
    pub(in crate::index) fn number_of(&mut self, text: &str) -> u32 {
        let units: Vec<u16> = text.encode_utf16().collect();
        let hash = hash(&units);
        if let Some(known) = self.slots.find(hash, |number| self.text(number as usize) == units) {
            return known;
        }
        let number = short(self.ends.len());
        make_room(&mut self.units, units.len());
        self.units.extend_from_slice(&units);
        push(&mut self.ends, short(self.units.len()));
        let (all, ends) = (&self.units, &self.ends);
        self.slots.insert(hash, number, |other| self::hash(slice(all, ends, other as usize)));
        if short(self.ends.len()) - self.filed() >= RUN_MIN_TEXTS {
            self.file();
        }
        number
    }

    /// How many texts there are.
    pub(in crate::index) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A text as written; empty where there is none.
    pub(in crate::index) fn shown(&self, number: u32) -> String {
        String::from_utf16_lossy(self.text(number as usize))
    }

    /// The texts that hold `term`, which is in the form for comparing and not empty.
    pub(in crate::index) fn holding(&self, term: &[u16]) -> Bits {
        let is_it = |text: usize| holds(self.text(text), term);
        let mut found = self.newest(is_it);
        for run in &self.runs {
            match term {
                [] => {}
                [unit] => offer(run, &with_unit(*unit), None::<fn(usize) -> bool>, &mut found),
                _ => {
                    let weights = pairs(term).map(|key| (run.weight(key), key));
                    if let Some((Some(_), rarest)) = weights.min() {
                        let check = (term.len() > 2).then_some(is_it);
                        offer(run, &(rarest..=rarest), check, &mut found);
                    }
                }
            }
        }
        found
    }

    /// The texts that `letters` read along; none in a lexicon that is not read aloud.
    pub(in crate::index) fn read_by(&self, letters: &Letters) -> Bits {
        if self.voice == Voice::Silent {
            return Bits::none(self.len());
        }
        let is_it = |text: usize| letters.read(self.text(text));
        let mut found = self.newest(is_it);
        for run in &self.runs {
            for range in read_by(letters) {
                let check = (letters.as_bytes().len() > 2).then_some(is_it);
                offer(run, &range, check, &mut found);
            }
        }
        found
    }

    /// Bytes held.
    pub(in crate::index) fn held_bytes(&self) -> usize {
        let runs: usize = self.runs.iter().map(Run::held_bytes).sum();
        held_bytes(&self.units) + held_bytes(&self.ends) + self.slots.held_bytes() + held_bytes(&self.runs) + runs
    }

    /// A text as it is kept; empty where there is none.
    pub(in crate::index) fn text(&self, number: usize) -> &[u16] {
        slice(&self.units, &self.ends, number)
    }

    /// How many texts are filed in runs.
    fn filed(&self) -> u32 {
        self.runs.last().map_or(0, Run::end)
    }

    fn newest(&self, is_it: impl Fn(usize) -> bool) -> Bits {
        let mut found = Bits::none(self.len());
        (self.filed() as usize..self.len()).filter(|text| is_it(*text)).for_each(|text| found.add(text));
        found
    }

    /// Makes a run of what is not filed yet, and merges runs of one size.
    fn file(&mut self) {
        let first = self.filed();
        let texts = short(self.ends.len()) - first;
        let mut filed: Vec<u64> = Vec::new();
        let mut keys: Vec<Gram> = Vec::new();
        for place in 0..texts {
            let text = self.text((first + place) as usize);
            keys.extend(spelt(text));
            if self.voice == Voice::Read {
                add_read(text, &mut keys);
            }
            filed.extend(keys.drain(..).map(|key| u64::from(key) << u32::BITS | u64::from(place)));
        }
        let mut run = Run::of(first, texts, filed);
        while let Some(before) = self.runs.pop_if(|before| before.texts <= run.texts && run.texts < RUN_MAX_TEXTS) {
            run = Run::merged(&before, &run);
        }
        push(&mut self.runs, run);
    }
}

/// Adds what `run` offers under `keys`, where that needs no look at the text or where `check` finds it there.
fn offer(run: &Run, keys: &RangeInclusive<Gram>, check: Option<impl Fn(usize) -> bool>, found: &mut Bits) {
    let offered = run.filed(keys).map(|place| run.first.saturating_add(place) as usize);
    match check {
        Some(is_it) => {
            for text in offered {
                if !found.has(text) && is_it(text) {
                    found.add(text);
                }
            }
        }
        None => offered.for_each(|text| found.add(text)),
    }
}

fn slice<'a>(units: &'a [u16], ends: &[u32], number: usize) -> &'a [u16] {
    let end = |number: usize| ends.get(number).map_or(0, |end| *end as usize);
    let start = number.checked_sub(1).map_or(0, end);
    units.get(start..end(number)).unwrap_or_default()
}

/// FNV-1a over units; the upper half, which is mixed best.
fn hash(units: &[u16]) -> u32 {
    let mixed = units
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |mixed, unit| (mixed ^ u64::from(*unit)).wrapping_mul(0x0100_0000_01b3));
    u32::try_from(mixed >> u32::BITS).unwrap_or_default()
}
