//! What can be seen in a text eight bytes at a time.

/// Every byte of a word.
const ONES: u64 = 0x0101_0101_0101_0101;
const LOW_BITS: u64 = 0x7f * ONES;
const HIGH_BITS: u64 = 0x80 * ONES;

/// What a text shows at a glance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Glance {
    /// How many brackets open in it, those within strings included: it nests no deeper.
    pub(super) opening: u32,
    /// Whether a control character stands in it, a line's end for one.
    pub(super) controls: bool,
}

impl Glance {
    /// Looks at a text.
    pub(super) fn at(text: &str) -> Self {
        let (words, rest) = text.as_bytes().as_chunks::<8>();
        // Blanks stand for what is missing to a whole word.
        let mut last = [b' '; 8];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        let mut glance = Self::default();
        for word in words.iter().chain([&last]) {
            glance.word(u64::from_le_bytes(*word));
        }
        glance
    }

    fn word(&mut self, word: u64) {
        // `[` and `{` differ in one bit; of a byte that is either, nothing is left.
        let others = (word | (0x20 * ONES)) ^ (0x7b * ONES);
        let is_other = ((others & LOW_BITS) + LOW_BITS) | others;
        self.opening += (!is_other & HIGH_BITS).count_ones();
        self.controls |= word.wrapping_sub(0x20 * ONES) & !word & HIGH_BITS != 0;
    }
}

#[cfg(test)]
mod tests {
    use super::Glance;

    #[test]
    fn brackets_and_control_characters_are_seen_wherever_they_stand() {
        let check = |text: &str| {
            let opening = text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count();
            let controls = text.bytes().any(|byte| byte < b' ');
            let expected = Glance { opening: u32::try_from(opening).unwrap(), controls };
            assert_eq!(Glance::at(text), expected, "{text:?}");
        };
        for byte in 0..=0x7f_u8 {
            for place in 0..17 {
                let mut text = vec![b'a'; 17];
                text[place] = byte;
                check(std::str::from_utf8(&text).unwrap());
            }
        }
        check("");
        check("{[{[{[{[{[\"[[");
        check("办理【身份证】\u{7f}ÿ");
        check("字\n");
    }
}
