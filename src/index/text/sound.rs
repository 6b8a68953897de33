//! How a text is read: its syllables in pinyin, and whether typed letters read along it.
//!
//! Letters read on from any syllable, each in full or by its first letters only (`zhangs`, `zs`, `zhsan` for 张三); of a
//! character with several readings any one counts. A Latin letter in the text reads as itself; punctuation and blanks are
//! passed over; a digit, or a character that nobody can read, ends what can be read across it.

use std::sync::LazyLock;

use pinyin::{PinyinMulti, ToPinyinMulti};

use super::unit::small_unit;

/// The most letters that are read, one for each bit above the first.
const LETTERS_MAX: usize = 63;
/// Where the characters of Chinese begin and end that stand in the table; rarer ones are looked up each time.
const FIRST: u16 = 0x3400;
const LAST: u16 = 0x9fff;

/// A syllable: its letters, the first in the lowest byte, 0 behind the last. `v` is ü. None is longer than six letters.
pub(super) type Syllable = u64;

/// How the characters from [`FIRST`] to [`LAST`] are read.
struct Table {
    /// Where each character's syllables end.
    ends: Vec<u32>,
    syllables: Vec<Syllable>,
}

static TABLE: LazyLock<Table> = LazyLock::new(Table::make);

/// Letters typed to be read along a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::index) struct Letters {
    letters: Vec<u8>,
    /// From each letter on the next eight as one word, in the form of a syllable; what is beyond the last is no letter.
    ahead: Vec<u64>,
}

/// How one character is read.
#[derive(Clone, Copy)]
pub(super) enum Sound<'a> {
    /// It is passed over.
    Nothing,
    /// It cannot be read.
    Mute,
    /// A Latin letter, in lower case.
    Letter(u8),
    /// In one or several ways.
    Syllables(&'a [Syllable]),
    /// In one or several ways, which stand in no table.
    Rare(PinyinMulti),
}

impl Letters {
    /// Takes typed letters; none where it is anything else, or too long to be read.
    pub(in crate::index) fn of(typed: &str) -> Option<Self> {
        let letters: Option<Vec<u8>> = typed
            .chars()
            .filter(|letter| !matches!(letter, '\'' | '\u{2019}'))
            .map(|letter| u8::try_from(letter).ok().filter(u8::is_ascii_lowercase))
            .collect();
        let letters = letters.filter(|letters| (1..=LETTERS_MAX).contains(&letters.len()))?;
        let word = |from: usize| {
            let mut word = [u8::MAX; 8];
            word.iter_mut().zip(letters.iter().skip(from)).for_each(|(to, letter)| *to = *letter);
            u64::from_le_bytes(word)
        };
        Some(Self { ahead: (0..letters.len()).map(word).collect(), letters })
    }

    /// The letters.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.letters
    }

    /// Tells whether they read along a part of `text`.
    ///
    /// The numbers of letters that can have been read so far are kept as a set of bits, so no text makes it slow.
    pub(super) fn read(&self, text: &[u16]) -> bool {
        let end = 1_u64 << self.letters.len();
        let mut reached = 1;
        for sound in sounds(text) {
            if matches!(sound, Sound::Nothing) {
                continue;
            }
            let next = sound.syllables().fold(1, |next, syllable| next | self.read_on(reached, syllable));
            if next & end != 0 {
                return true;
            }
            reached = next;
        }
        false
    }

    /// Reads on along one syllable: of each number of letters in the set `reached`, the numbers reached behind it.
    fn read_on(&self, reached: u64, syllable: Syllable) -> u64 {
        let mut next = 0;
        let mut rest = reached;
        while rest != 0 {
            let read = rest.trailing_zeros();
            rest &= rest - 1;
            let ahead = self.ahead.get(read as usize).copied().unwrap_or(u64::MAX);
            let same = (ahead ^ syllable).trailing_zeros() / u8::BITS;
            next |= ((1 << same) - 1) << read << 1;
        }
        next
    }
}

impl Sound<'_> {
    /// Every way in which it is read.
    pub(super) fn syllables(self) -> impl Iterator<Item = Syllable> + Clone {
        let (letter, known, rare) = match self {
            Self::Letter(letter) => (Some(u64::from(letter)), [].as_slice(), None),
            Self::Syllables(known) => (None, known, None),
            Self::Rare(rare) => (None, [].as_slice(), Some(rare)),
            Self::Nothing | Self::Mute => (None, [].as_slice(), None),
        };
        letter.into_iter().chain(known.iter().copied()).chain(rare.into_iter().flat_map(spelt))
    }
}

impl Table {
    fn make() -> Self {
        let mut table = Self { ends: Vec::new(), syllables: Vec::new() };
        for unit in FIRST..=LAST {
            let many = char::from_u32(u32::from(unit)).and_then(|character| character.to_pinyin_multi());
            let start = table.syllables.len();
            for syllable in many.into_iter().flat_map(spelt) {
                let known = table.syllables.iter().skip(start).any(|known| *known == syllable);
                if !known {
                    table.syllables.push(syllable);
                }
            }
            table.ends.push(u32::try_from(table.syllables.len()).unwrap_or(u32::MAX));
        }
        table
    }

    /// How a unit is read; empty where it cannot be.
    fn of(&self, unit: u16) -> &[Syllable] {
        let place = usize::from(unit - FIRST);
        let end = |place: usize| self.ends.get(place).map_or(0, |end| *end as usize);
        let start = place.checked_sub(1).map_or(0, end);
        self.syllables.get(start..end(place)).unwrap_or_default()
    }
}

/// How each character of a text is read.
pub(super) fn sounds(text: &[u16]) -> impl Iterator<Item = Sound<'static>> {
    let table: &'static Table = &TABLE;
    char::decode_utf16(text.iter().map(|unit| small_unit(*unit))).map(|character| match character {
        Ok(character) => match u16::try_from(u32::from(character)) {
            Ok(unit @ FIRST..=LAST) => match table.of(unit) {
                [] => rare(character),
                known => Sound::Syllables(known),
            },
            Ok(letter @ 0x61..=0x7a) => Sound::Letter(letter.to_le_bytes()[0]),
            _ => rare(character),
        },
        Err(_) => Sound::Mute,
    })
}

fn rare(character: char) -> Sound<'static> {
    match character.to_pinyin_multi() {
        Some(many) => Sound::Rare(many),
        None if character.is_alphanumeric() => Sound::Mute,
        None => Sound::Nothing,
    }
}

/// The readings of a character as they are typed.
fn spelt(many: PinyinMulti) -> impl Iterator<Item = Syllable> + Clone {
    let readings = (0..many.count()).filter_map(move |nth| many.get_opt(nth));
    readings.map(|reading| {
        let letters = reading.plain().chars().map(|letter| match letter {
            'ü' => b'v',
            'ê' => b'e',
            plain => u8::try_from(plain).unwrap_or(b'?'),
        });
        letters.take(6).zip(0_u32..).fold(0, |word, (letter, nth)| word | u64::from(letter) << (nth * u8::BITS))
    })
}

#[cfg(test)]
mod tests {
    use super::Letters;

    fn check(text: &str, letters: &str, expected: bool) {
        let text: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(Letters::of(letters).unwrap().read(&text), expected, "{text:?} {letters}");
    }

    #[test]
    fn letters_read_from_any_syllable_in_full_or_by_their_beginnings() {
        check("办理社保卡", "sbk", true);
        check("办理社保卡", "shebk", true);
        check("办理社保卡", "shebaoka", true);
        check("办理社保卡", "shbk", true);
        check("办理社保卡", "hebao", false);
        check("办理社保卡", "lsb", true);
        check("办理社保卡", "bsk", false);
    }

    #[test]
    fn any_reading_of_a_character_counts() {
        check("重庆", "chongqing", true);
        check("重庆", "zq", true);
        check("吕布", "lvbu", true);
        check("单雄信", "sxx", true);
        check("单雄信", "dxx", true);
    }

    #[test]
    fn latin_letters_read_as_themselves_punctuation_is_passed_over_digits_end_it() {
        check("办理ETC（卡）", "bletck", true);
        check("3号楼", "hl", true);
        check("张3三", "zs", false);
    }

    #[test]
    fn as_many_letters_are_read_as_there_are_bits() {
        let text = "卡".repeat(70);
        check(&text, &"k".repeat(63), true);
        check(&text, &"ka".repeat(31), true);
        check(&text, &"kb".repeat(31), false);
        assert_eq!(Letters::of(&"k".repeat(64)), None);
    }
}
