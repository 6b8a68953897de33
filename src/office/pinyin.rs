//! Whether letters can be read along a row of syllables, each in full or only by its first letters.
//!
//! The letters that can have been reached are kept as a set of bits, so that no row of syllables makes it slow.

/// The most letters that are read, one for each bit above the first.
const LETTERS_MAX: usize = 63;

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
        let mut next = anew;
        for (offset, _) in letters.char_indices().filter(|(offset, _)| reached >> offset & 1 == 1) {
            let rest = letters.bytes().skip(offset);
            let same = rest.zip(syllable.bytes()).take_while(|(typed, read)| typed == read).count();
            next = (1..=same).fold(next, |set, taken| set | 1 << (offset + taken));
        }
        if next & end != 0 {
            return true;
        }
        reached = next;
    }
    false
}
