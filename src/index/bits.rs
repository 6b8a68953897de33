//! A set of places as a row of bits: what a search found so far.

/// Bits in a word.
const WORD_BITS: usize = u64::BITS as usize;
/// So many bits of a word are looked at one by one.
const FEW_BITS: u32 = 12;

/// A set of places below a length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// No place of `length`.
    pub(super) fn none(length: usize) -> Self {
        Self { words: vec![0; length.div_ceil(WORD_BITS)] }
    }

    /// Every place of `length`.
    pub(super) fn all(length: usize) -> Self {
        let mut words = vec![u64::MAX; length.div_ceil(WORD_BITS)];
        if let (Some(last), over @ 1..) = (words.last_mut(), length % WORD_BITS) {
            *last = (1 << over) - 1;
        }
        Self { words }
    }

    /// The places of `length` for which `holds` says so.
    pub(super) fn of(length: usize, holds: impl Fn(usize) -> bool) -> Self {
        let mut bits = Self::all(length);
        bits.retain(holds);
        bits
    }

    /// Tells whether a place is in it.
    pub(super) fn has(&self, place: usize) -> bool {
        self.words.get(place / WORD_BITS).is_some_and(|word| word >> (place % WORD_BITS) & 1 == 1)
    }

    /// Adds a place; one beyond the length is left out.
    pub(super) fn add(&mut self, place: usize) {
        if let Some(word) = self.words.get_mut(place / WORD_BITS) {
            *word |= 1 << (place % WORD_BITS);
        }
    }

    /// Lengthens it, where it is shorter than `length`.
    pub(super) fn reach(&mut self, length: usize) {
        let words = length.div_ceil(WORD_BITS);
        if words > self.words.len() {
            self.words.resize(words, 0);
        }
    }

    /// Adds all of another set of the same length.
    pub(super) fn join(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// Keeps only the places for which `holds` says so.
    pub(super) fn retain(&mut self, holds: impl Fn(usize) -> bool) {
        for (nth, word) in self.words.iter_mut().enumerate() {
            let first = nth * WORD_BITS;
            *word ^= places(*word).filter(|nth| !holds(first + nth)).fold(0, |all: u64, nth| all | 1 << nth);
        }
    }

    /// Keeps only the places of those cells of a column for which `holds` says so.
    pub(super) fn retain_cells<T: Copy>(&mut self, column: &[T], holds: impl Fn(T) -> bool) {
        for (word, cells) in self.words.iter_mut().zip(column.chunks(WORD_BITS)) {
            if word.count_ones() > FEW_BITS {
                // Where most are asked, all are asked: there is nothing to decide on the way.
                let bits = cells.iter().zip(0..).map(|(cell, nth)| u64::from(holds(*cell)) << nth);
                *word &= bits.fold(0, |all: u64, bit| all | bit);
            } else {
                let gone = |nth: usize| cells.get(nth).is_none_or(|cell| !holds(*cell));
                *word ^= places(*word).filter(|nth| gone(*nth)).fold(0, |all: u64, nth| all | 1 << nth);
            }
        }
    }

    /// Takes out what is in another set of the same length.
    pub(super) fn leave_out(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// How many places are in it.
    pub(super) fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Bytes held.
    pub(super) fn held_bytes(&self) -> usize {
        self.words.capacity() * size_of::<u64>()
    }

    /// The places, from the first on.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        let of_word = |(nth, word): (usize, &u64)| places(*word).map(move |place| nth * WORD_BITS + place);
        self.words.iter().enumerate().flat_map(of_word)
    }
}

/// The places of a word's bits, from the lowest on.
fn places(mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = word.trailing_zeros() as usize;
        (word != 0).then(|| {
            word &= word - 1;
            place
        })
    })
}
