//! A run: which of some thousand texts are filed under each key. Never changed once it is made; two make one.

use std::ops::RangeInclusive;

use super::gram::Gram;
use crate::index::place::short;
use crate::index::room::held_bytes;

/// Bits of a number in one byte; the highest bit says that more follow.
const BITS: u32 = 7;
const MORE: u8 = 1 << BITS;

/// The texts of one run by their keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::index) struct Run {
    /// The number of its first text.
    pub(in crate::index) first: u32,
    /// How many texts it covers.
    pub(in crate::index) texts: u32,
    /// In order.
    pub(in crate::index) keys: Vec<Gram>,
    /// Where each key's list ends.
    pub(in crate::index) ends: Vec<u32>,
    /// The lists: the steps from each text to the next one, the first counted from the run's first.
    pub(in crate::index) lists: Vec<u8>,
}

impl Run {
    /// Files texts under their keys; `filed` holds the key in the upper and the text's place in the run in the lower half.
    pub(super) fn of(first: u32, texts: u32, mut filed: Vec<u64>) -> Self {
        filed.sort_unstable();
        filed.dedup();
        let mut run = Self { first, texts, ..Self::default() };
        let mut lists = Lists::default();
        for one in filed {
            let [key, place] =
                [one >> u32::BITS, one & u64::from(u32::MAX)].map(|half| u32::try_from(half).unwrap_or_default());
            lists.add(&mut run, key, place);
        }
        run.close()
    }

    /// One run of two, the second of which begins where the first one ends.
    pub(super) fn merged(one: &Self, other: &Self) -> Self {
        let mut run = Self { first: one.first, texts: one.texts + other.texts, ..Self::default() };
        let mut lists = Lists::default();
        let (mut left, mut right) = (0, 0);
        loop {
            let keys = (one.keys.get(left), other.keys.get(right));
            let Some(key) = keys.0.into_iter().chain(keys.1).min().copied() else { return run.close() };
            if keys.0 == Some(&key) {
                one.list(left).for_each(|place| lists.add(&mut run, key, place));
                left += 1;
            }
            if keys.1 == Some(&key) {
                other.list(right).for_each(|place| lists.add(&mut run, key, place.saturating_add(one.texts)));
                right += 1;
            }
        }
    }

    /// The texts filed under the keys of a range, by their places in the run; once for each key.
    pub(super) fn filed(&self, range: &RangeInclusive<Gram>) -> impl Iterator<Item = u32> {
        self.nths(range).flat_map(|nth| self.list(nth))
    }

    /// How many bytes the list of `key` takes: a hint how long it is. None where nothing is filed under it.
    pub(super) fn weight(&self, key: Gram) -> Option<usize> {
        let nth = self.keys.binary_search(&key).ok()?;
        Some(self.span(nth).len())
    }

    /// Bytes held.
    pub(super) fn held_bytes(&self) -> usize {
        held_bytes(&self.keys) + held_bytes(&self.ends) + held_bytes(&self.lists)
    }

    /// The number of the text behind the last one.
    pub(in crate::index) const fn end(&self) -> u32 {
        self.first.saturating_add(self.texts)
    }

    fn nths(&self, range: &RangeInclusive<Gram>) -> std::ops::Range<usize> {
        let from = self.keys.partition_point(|key| key < range.start());
        let behind = self.keys.get(from..).unwrap_or_default();
        // Nearly always a range of one key or a few hundred among many thousand.
        let length = behind.iter().take_while(|key| *key <= range.end()).count();
        from..from + length
    }

    fn span(&self, nth: usize) -> &[u8] {
        let end = |nth: usize| self.ends.get(nth).map_or(0, |end| *end as usize);
        let start = nth.checked_sub(1).map_or(0, end);
        self.lists.get(start..end(nth)).unwrap_or_default()
    }

    fn list(&self, nth: usize) -> impl Iterator<Item = u32> {
        let mut bytes = self.span(nth).iter();
        let mut place = 0_u32;
        std::iter::from_fn(move || {
            let mut step = 0;
            let mut shift = 0;
            loop {
                let byte = bytes.next()?;
                step |= u32::from(byte & !MORE).checked_shl(shift).unwrap_or(0);
                if byte & MORE == 0 {
                    place = place.saturating_add(step);
                    return Some(place);
                }
                shift += BITS;
            }
        })
    }

    /// Gives back what room was left over.
    fn close(mut self) -> Self {
        self.keys.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.lists.shrink_to_fit();
        self
    }
}

/// Writes a run's lists, key by key.
#[derive(Default)]
struct Lists {
    last: u32,
}

impl Lists {
    fn add(&mut self, run: &mut Run, key: Gram, place: u32) {
        if run.keys.last() != Some(&key) {
            run.keys.push(key);
            run.ends.push(0);
            self.last = 0;
        }
        let mut step = place.saturating_sub(self.last);
        self.last = place;
        loop {
            let [low, ..] = step.to_le_bytes();
            step >>= BITS;
            run.lists.push(if step == 0 { low } else { low | MORE });
            if step == 0 {
                break;
            }
        }
        if let Some(end) = run.ends.last_mut() {
            *end = short(run.lists.len());
        }
    }
}
