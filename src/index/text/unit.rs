//! Texts as UTF-16: two bytes for a Chinese character instead of three, and pairs of units make exact keys.
//!
//! Texts are kept as written; they are compared in lower case, with letters of full width made plain and control characters
//! made blanks.

use std::ops::RangeInclusive;

use crate::script::small;

/// What takes the place of a control character.
const BLANK: u16 = 0x20;
/// Most of what texts are made of, the characters of Chinese among it, is compared as it is.
const AS_IS: RangeInclusive<u16> = 0x3000..=0xff00;

/// A text in the form for comparing.
pub(in crate::index) fn small_units(text: &str) -> Vec<u16> {
    text.encode_utf16().map(small_unit).collect()
}

/// A unit in the form for comparing.
pub(super) fn small_unit(unit: u16) -> u16 {
    match unit {
        0..BLANK => BLANK,
        0x41..=0x5a => unit + 0x20,
        0x20..0x80 => unit,
        _ if AS_IS.contains(&unit) => unit,
        0xff01..=0xff5e => small_unit(unit - 0xfee0),
        _ => small_letter(unit),
    }
}

fn small_letter(unit: u16) -> u16 {
    let small = char::from_u32(u32::from(unit)).map(|letter| u32::from(small(letter)));
    small.and_then(|letter| u16::try_from(letter).ok()).unwrap_or(unit)
}

/// Tells whether `term`, in the form for comparing, is a part of `text`, in any form.
pub(super) fn holds(text: &[u16], term: &[u16]) -> bool {
    let Some((first, rest)) = term.split_first() else { return true };
    let mut text = text.iter();
    while let Some(unit) = text.next() {
        if unit == first || !AS_IS.contains(unit) && small_unit(*unit) == *first {
            let behind = text.as_slice();
            let same = behind.iter().zip(rest).take_while(|(unit, typed)| small_unit(**unit) == **typed).count();
            if same == rest.len() {
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::{holds, small_units};

    fn check(text: &str, term: &str, expected: bool) {
        let text: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(holds(&text, &small_units(term)), expected, "{term}");
    }

    #[test]
    fn any_part_of_a_text_is_found_in_any_case_and_width() {
        check("办理身份证", "身份", true);
        check("办理身份证", "份证", true);
        check("办理身份证", "身证", false);
        check("ＥＴＣ卡", "etc卡", true);
        check("ÉCOLE №7", "école", true);
        check("aab", "ab", true);
        check("𠮷野家", "𠮷", true);
        check("ab", "abc", false);
    }
}
