//! How a text is read: its syllables in pinyin, and whether typed letters read along it.
//!
//! Letters read on from any syllable, each in full or by its first letters only (`zhangs`, `zs`, `zhsan` for 张三); of a
//! character with several readings any one counts. A Latin letter in the text reads as itself; punctuation and blanks are
//! passed over; a digit, or a character that nobody can read, ends what can be read across it.

use pinyin::{Pinyin, PinyinMulti, ToPinyinMulti};

use super::unit::small_unit;
use crate::office::{LETTERS_MAX, read_on};

/// The longest syllable, in letters (`zhuang`).
const SYLLABLE_MAX: usize = 6;

/// Letters typed to be read along a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::index) struct Letters(String);

/// How one character is read.
#[derive(Clone, Copy)]
pub(super) enum Sound {
    /// It is passed over.
    Nothing,
    /// It cannot be read.
    Mute,
    /// A Latin letter, in lower case.
    Letter(u8),
    /// In one or several ways.
    Syllables(PinyinMulti),
}

/// A syllable's letters, 0 behind its end.
pub(super) type Syllable = [u8; SYLLABLE_MAX];

impl Letters {
    /// Takes typed letters; none where it is anything else, or too long to be read.
    pub(in crate::index) fn of(typed: &str) -> Option<Self> {
        let letters: String = typed.chars().filter(|letter| !matches!(letter, '\'' | '\u{2019}')).collect();
        let readable = letters.bytes().all(|byte| byte.is_ascii_lowercase()) && letters.len() <= LETTERS_MAX;
        (readable && !letters.is_empty()).then_some(Self(letters))
    }

    /// The letters.
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// Tells whether they read along a part of `text`.
    pub(super) fn read(&self, text: &[u16]) -> bool {
        let end = 1_u64 << self.0.len();
        let mut reached = 1;
        for sound in sounds(text) {
            let mut next = 1;
            match sound {
                Sound::Nothing => continue,
                Sound::Mute => {}
                Sound::Letter(letter) => next |= read_on(reached, &[letter].into_iter(), self.as_bytes()),
                Sound::Syllables(_) => {
                    for syllable in sound.syllables() {
                        let letters = syllable.into_iter().take_while(|letter| *letter != 0);
                        next |= read_on(reached, &letters, self.as_bytes());
                    }
                }
            }
            if next & end != 0 {
                return true;
            }
            reached = next;
        }
        false
    }
}

impl Sound {
    /// Every way in which it is read.
    pub(super) fn syllables(self) -> impl Iterator<Item = Syllable> + Clone {
        let (letter, many) = match self {
            Self::Letter(letter) => (Some(letter), None),
            Self::Syllables(many) => (None, Some(many)),
            Self::Nothing | Self::Mute => (None, None),
        };
        let spelt = many.into_iter().flat_map(|many| (0..many.count()).filter_map(move |nth| many.get_opt(nth)));
        letter.map(|letter| [letter, 0, 0, 0, 0, 0]).into_iter().chain(spelt.map(syllable))
    }
}

/// How each character of a text is read.
pub(super) fn sounds(text: &[u16]) -> impl Iterator<Item = Sound> {
    char::decode_utf16(text.iter().map(|unit| small_unit(*unit))).map(|character| match character {
        Ok('a'..='z') => Sound::Letter(character.map_or(0, |letter| u8::try_from(letter).unwrap_or_default())),
        Ok(character) => match character.to_pinyin_multi() {
            Some(many) => Sound::Syllables(many),
            None if character.is_alphanumeric() => Sound::Mute,
            None => Sound::Nothing,
        },
        Err(_) => Sound::Mute,
    })
}

/// As it is typed: `v` for ü.
fn syllable(read: Pinyin) -> Syllable {
    let mut syllable = [0; SYLLABLE_MAX];
    for (to, letter) in syllable.iter_mut().zip(read.plain().chars()) {
        *to = match letter {
            'ü' => b'v',
            'ê' => b'e',
            plain => u8::try_from(plain).unwrap_or(b'?'),
        };
    }
    syllable
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
}
