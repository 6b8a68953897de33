//! Telephone numbers by their endings: the last sixteen digits, four bits each.

use serde::{Deserialize, Serialize};

/// Digits that are kept; by E.164 a number has fifteen at most.
const DIGITS_MAX: u32 = 16;
/// Fewer digits are no ending that anyone looks for.
const ENDING_MIN_DIGITS: usize = 3;
/// Bits of a digit, and the value of a place without one.
const DIGIT_BITS: u32 = 4;
const NONE: u64 = 0xf;

/// The last digits of a telephone number; what else stands in it counts for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Phone(u64);

/// How a telephone number ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ending {
    digits: u64,
    mask: u64,
}

impl Phone {
    /// Reads a number as it was written down.
    pub fn of(written: &str) -> Self {
        let digits = written.chars().filter_map(|symbol| symbol.to_digit(10));
        Self(digits.fold(u64::MAX, |number, digit| number << DIGIT_BITS | u64::from(digit)))
    }

    /// The digits that are kept.
    pub fn digits(self) -> String {
        let places = (0..DIGITS_MAX).rev().map(|place| self.0 >> (place * DIGIT_BITS) & NONE);
        places.filter_map(|digit| u32::try_from(digit).ok().and_then(|digit| char::from_digit(digit, 10))).collect()
    }

    pub(super) const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    pub(super) const fn to_bits(self) -> u64 {
        self.0
    }

    pub(super) const fn ends(self, ending: Ending) -> bool {
        (self.0 ^ ending.digits) & ending.mask == 0
    }
}

impl Ending {
    /// Reads an ending as typed, with dashes or without; none where it is anything else, or too short or too long.
    pub(super) fn of(typed: &str) -> Option<Self> {
        let digits: Vec<u32> =
            typed.chars().filter(|symbol| *symbol != '-').map_while(|digit| digit.to_digit(10)).collect();
        let all = digits.len() == typed.chars().filter(|symbol| *symbol != '-').count();
        let count = u32::try_from(digits.len()).ok().filter(|count| *count <= DIGITS_MAX)?;
        let mask = u64::MAX.checked_shr((DIGITS_MAX - count) * DIGIT_BITS)?;
        let fits = all && digits.len() >= ENDING_MIN_DIGITS;
        let value = digits.into_iter().fold(0, |number, digit| number << DIGIT_BITS | u64::from(digit));
        fits.then_some(Self { digits: value, mask })
    }
}

#[cfg(test)]
mod tests {
    use super::{Ending, Phone};

    fn check(written: &str, typed: &str, expected: bool) {
        assert_eq!(
            Ending::of(typed).is_some_and(|ending| Phone::of(written).ends(ending)),
            expected,
            "{written} {typed}"
        );
    }

    #[test]
    fn three_digits_and_more_find_a_number_by_its_ending() {
        check("13812345678", "5678", true);
        check("13812345678", "678", true);
        check("13812345678", "78", false);
        check("13812345678", "13812345678", true);
        check("13812345678", "567", false);
        check("0571-8765 4321", "8765-4321", true);
        check("123", "0123", false);
        check("", "000", false);
        check("13812345678", "5678a", false);
        check("1234567890123456", "1234567890123456", true);
        check("1234567890123456", "01234567890123456", false);
    }

    #[test]
    fn the_digits_are_read_back() {
        assert_eq!(Phone::of("+86 138-1234-5678").digits(), "8613812345678");
        assert_eq!(Phone::of("").digits(), "");
    }
}
