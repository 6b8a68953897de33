//! Regions of the space of situations.
//!
//! A situation is one value for each of a fixed list of variables: the fields, the topic, what the owner is, each flag. A
//! region allows some values of each; a condition is a region, or several where it wants one of several flags.

use crate::rules::flags::Flag;
use crate::rules::pack::condition::{AskedCount, OwnerTest, When};
use crate::rules::pack::model::Pack;
use crate::rules::situation::{Channel, Eligible, HandlerState, Materials, MatterKind, Scope};

/// Where the variables of each kind begin.
const TOPIC: usize = 8;
const OWNER: usize = TOPIC + 1;
const FLAGS: usize = OWNER + OwnerTest::NAMES.len();
/// How many variables there are.
pub(super) const VARIABLES: usize = FLAGS + Flag::ALL.len();
/// The number of people asked, among the fields.
const ASKED: usize = 7;

/// For each variable, a bit for each value that is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region([u64; VARIABLES]);

impl Region {
    /// Every situation.
    pub(super) fn everything(pack: &Pack) -> Self {
        let mut region = Self([0b11; VARIABLES]);
        let sizes = [
            Channel::ALL.len(),
            MatterKind::ALL.len(),
            Scope::ALL.len(),
            HandlerState::ALL.len(),
            2,
            Materials::ALL.len(),
            Eligible::ALL.len(),
            AskedCount::ALL.len(),
            pack.topics.len() + 1,
        ];
        for (mask, size) in region.0.iter_mut().zip(sizes) {
            *mask = (1 << size) - 1;
        }
        region
    }

    /// Keeps the situations in which so many people were asked.
    pub(super) fn with_asked(self, count: AskedCount) -> Self {
        self.narrow(ASKED, 1 << count as u64)
    }

    /// Keeps the situations in which somebody was asked.
    pub(super) fn with_somebody_asked(self) -> Self {
        self.narrow(ASKED, !(1 << AskedCount::None as u64))
    }

    /// Lists the regions in which a rule's conditions hold, within `everything`.
    pub(super) fn of_rule(pack: &Pack, whens: &[When], everything: &Self) -> Vec<Self> {
        if whens.is_empty() {
            return vec![*everything];
        }
        whens.iter().flat_map(|when| Self::of_condition(pack, when, everything)).collect()
    }

    /// Lists the regions in which one condition holds.
    fn of_condition(pack: &Pack, when: &When, everything: &Self) -> Vec<Self> {
        let mut region = *everything;
        let mut want = |variable: usize, bits: u64| {
            if bits != 0 {
                region = region.narrow(variable, bits);
            }
        };
        want(0, bits(when.channel.iter().map(|code| *code as usize)));
        want(1, bits(when.matter.iter().map(|code| *code as usize)));
        want(2, bits(when.scope.iter().map(|code| *code as usize)));
        want(3, bits(when.handler.iter().map(|code| *code as usize)));
        want(4, bits(when.on_the_spot.iter().map(|truth| usize::from(*truth))));
        want(5, bits(when.materials.iter().map(|code| *code as usize)));
        want(6, bits(when.eligible.iter().map(|code| *code as usize)));
        want(ASKED, bits(when.asked.iter().map(|code| *code as usize)));
        let topic = |wanted: &String| pack.topics.iter().position(|known| known.code == *wanted).map(|at| at + 1);
        want(TOPIC, bits(when.topic.iter().filter_map(topic)));
        for (at, wanted) in when.owner.wanted().into_iter().enumerate() {
            want(OWNER + at, bits(wanted.iter().map(|truth| usize::from(*truth))));
        }
        when.flags.iter().for_each(|flag| want(FLAGS + flag as usize, 0b10));
        when.no_flags.iter().for_each(|flag| want(FLAGS + flag as usize, 0b01));
        let one_of: Vec<Self> = when.any_flags.iter().map(|flag| region.narrow(FLAGS + flag as usize, 0b10)).collect();
        let regions = if when.any_flags.is_empty() { vec![region] } else { one_of };
        regions.into_iter().filter(|region| !region.is_empty()).collect()
    }

    /// Keeps only the values of `bits` for one variable.
    pub(super) fn narrow(mut self, variable: usize, bits: u64) -> Self {
        if let Some(mask) = self.0.get_mut(variable) {
            *mask &= bits;
        }
        self
    }

    /// Allows for one variable what `other` allows.
    pub(super) fn widen(mut self, variable: usize, other: &Self) -> Self {
        if let Some(mask) = self.0.get_mut(variable) {
            *mask = other.values(variable);
        }
        self
    }

    /// The values of one variable that it allows, a bit each.
    pub(super) fn values(&self, variable: usize) -> u64 {
        self.0.get(variable).copied().unwrap_or_default()
    }

    /// Tells whether no situation is in it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.contains(&0)
    }

    /// Keeps the situations that are in both.
    pub(super) fn intersection(&self, other: &Self) -> Option<Self> {
        let mut both = *self;
        both.0.iter_mut().zip(other.0).for_each(|(mine, theirs)| *mine &= theirs);
        (!both.is_empty()).then_some(both)
    }

    /// Tells whether every situation of `other` is in it.
    pub(super) fn contains(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).all(|(mine, theirs)| theirs & !mine == 0)
    }

    /// Spells what of the region's plainest situation is unusual.
    pub(super) fn describe(&self, pack: &Pack) -> String {
        let unusual = self.0.iter().enumerate().filter(|(variable, mask)| **mask & usual(*variable) == 0);
        let words: Vec<String> =
            unusual.map(|(variable, mask)| spell(pack, variable, mask.trailing_zeros() as usize)).collect();
        if words.is_empty() { "everything is as usual".to_owned() } else { words.join(", ") }
    }
}

/// Sets a bit for each value.
fn bits(values: impl Iterator<Item = usize>) -> u64 {
    values.fold(0, |bits, value| bits | 1 << value)
}

/// The usual value of a variable, as a bit.
pub(super) fn usual(variable: usize) -> u64 {
    let at_post = OWNER + 5;
    // It can be settled on the spot, one person is asked, who is at the post; the rest takes its first value.
    if [4, ASKED, at_post].contains(&variable) { 0b10 } else { 0b01 }
}

/// Spells a variable's value as packs write it.
fn spell(pack: &Pack, variable: usize, value: usize) -> String {
    let name = |names: &mut dyn Iterator<Item = &'static str>| names.nth(value).unwrap_or_default().to_owned();
    let truth = value == 1;
    match variable {
        0 => format!("channel = {}", name(&mut Channel::ALL.iter().map(|code| code.as_str()))),
        1 => format!("matter = {}", name(&mut MatterKind::ALL.iter().map(|code| code.as_str()))),
        2 => format!("scope = {}", name(&mut Scope::ALL.iter().map(|code| code.as_str()))),
        3 => format!("handler = {}", name(&mut HandlerState::ALL.iter().map(|code| code.as_str()))),
        4 => format!("on_the_spot = {truth}"),
        5 => format!("materials = {}", name(&mut Materials::ALL.iter().map(|code| code.as_str()))),
        6 => format!("eligible = {}", name(&mut Eligible::ALL.iter().map(|code| code.as_str()))),
        ASKED => format!("asked = {}", name(&mut AskedCount::ALL.iter().map(|code| code.as_str()))),
        TOPIC => {
            let topic = value.checked_sub(1).and_then(|at| pack.topics.get(at));
            format!("topic = {}", topic.map_or("none", |topic| topic.code.as_str()))
        }
        OWNER..FLAGS => {
            let property = OwnerTest::NAMES.get(variable - OWNER).copied().unwrap_or_default();
            format!("owner {property} = {truth}")
        }
        _ => {
            let flag = Flag::ALL.get(variable - FLAGS).map_or("", |flag| flag.as_str());
            if truth { format!("flag {flag}") } else { format!("no flag {flag}") }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_as_many_as_the_contract_has() {
        assert_eq!((FLAGS, VARIABLES), (16, 41));
        assert_eq!(OwnerTest::NAMES.get(5), Some(&"at_post"));
    }
}
