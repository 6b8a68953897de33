//! Numbers that look like chance and are the same on every machine.

/// Sebastiano Vigna's splitmix64: small, well mixed, no state but one number. Not for secrets.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Starts with a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Throws a number.
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Throws a number below `end`; 0 where `end` is 0.
    pub fn below(&mut self, end: u64) -> u64 {
        self.throw() % end.max(1)
    }

    /// Tells yes in `percent` of a hundred throws.
    pub fn happens(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// Picks one of several.
    pub fn pick<'from, T>(&mut self, from: &'from [T]) -> Option<&'from T> {
        let place = usize::try_from(self.below(from.len() as u64)).ok()?;
        from.get(place)
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn the_dice_are_those_of_the_reference() {
        let mut dice = Dice::new(1_234_567);
        let thrown = [dice.throw(), dice.throw(), dice.throw()];
        assert_eq!(thrown, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }
}
