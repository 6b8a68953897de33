//! Whether letters can be read along a row of syllables, each in full or only by its first letters.
//!
//! The letters that can have been reached are kept as a set of bits, so that no row of syllables makes it slow.

/// The most letters that are read, one for each bit above the first.
pub(crate) const LETTERS_MAX: usize = 63;

/// Tells whether `letters` read from the first syllable of `pinyin` on: `sbk`, `shebk` and `shebaok` do for `she bao ka`.
pub(super) fn reads_from_start(pinyin: &str, letters: &str) -> bool {
    reads(pinyin, letters, 0)
}

/// Tells whether `letters` read from any syllable of `pinyin` on.
pub(super) fn reads_inside(pinyin: &str, letters: &str) -> bool {
    reads(pinyin, letters, 1)
}

/// `anew` is 1 where reading may begin again at each syllable, otherwise 0.
fn reads(pinyin: &str, letters: &str, anew: u64) -> bool {
    if letters.is_empty() || letters.len() > LETTERS_MAX {
        return false;
    }
    let end = 1_u64 << letters.len();
    let mut reached = 1_u64;
    for syllable in pinyin.split(' ') {
        let next = anew | read_on(reached, &syllable.bytes(), letters.as_bytes());
        if next & end != 0 {
            return true;
        }
        reached = next;
    }
    false
}

/// Reads on along one syllable: of each number of letters in the set `reached`, the numbers that are reached behind it.
pub(crate) fn read_on(reached: u64, syllable: &(impl Iterator<Item = u8> + Clone), letters: &[u8]) -> u64 {
    let mut next = 0;
    let mut rest = reached;
    while rest != 0 {
        let offset = rest.trailing_zeros() as usize;
        rest &= rest - 1;
        let behind = letters.get(offset..).unwrap_or_default().iter();
        let same = behind.zip(syllable.clone()).take_while(|(typed, read)| **typed == *read).count();
        next = (1..=same).fold(next, |set, taken| set | 1 << (offset + taken));
    }
    next
}
