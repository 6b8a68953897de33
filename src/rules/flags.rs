//! Circumstances of a situation, as a small set.

use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::codes::codes;

codes! {
    /// A circumstance that holds or does not.
    Flag, "flag":
    Urgent "urgent" "It cannot wait.",
    Complex "complex" "It is difficult.",
    Anonymous "anonymous" "The visitor does not give a name.",
    Abusive "abusive" "The visitor makes trouble without reason (无理取闹).",
    Unreasonable "unreasonable" "The question itself is unreasonable.",
    SeeksLeader "seeks_leader" "The visitor wants to see a leader.",
    Misrouted "misrouted" "A transfer reached the wrong department.",
    Objects "objects" "The visitor still objects after an explanation.",
    ThirdParty "third_party" "An outside third party caused it.",
    Consents "consents" "The visitor agrees to contact the third party himself.",
    ConsentsToBeLed "consents_to_be_led" "The visitor agrees to be led to the responsible department.",
    VisitorObstacle "visitor_obstacle" "The visitor's own circumstances prevent it now.",
    HandedOver "handed_over" "The work was handed to a new person.",
    CrossUnit "cross_unit" "It needs another management unit of the same company.",
    Dissatisfied "dissatisfied" "The visitor is not satisfied with the result.",
    NeedsSupport "needs_support" "The handler cannot solve it alone.",
    BeyondAbility "beyond_ability" "Nobody who was asked can solve it.",
    BeyondUnit "beyond_unit" "Nobody in the unit can solve it.",
    Overdue "overdue" "The handler missed his limit.",
    Long "long" "It takes longer than usual.",
    LeaderAbsent "leader_absent" "The competent leader cannot be reached.",
    PostBound "post_bound" "The first contact cannot leave the post.",
    Frail "frail" "The visitor needs physical help.",
    WantsMessage "wants_message" "The visitor asks for word to be passed on.",
    Loss "loss" "The visitor suffered a loss.",
}

/// A set of flags; always in the contract's order, whatever order they were given in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Flags(u32);

impl Flags {
    /// The empty set.
    pub const EMPTY: Self = Self(0);

    /// The set of one flag.
    pub const fn of(flag: Flag) -> Self {
        Self(1 << flag as u32)
    }

    /// Tells whether no flag holds.
    // Serde hands the field by reference.
    #[allow(clippy::trivially_copy_pass_by_ref)]
    pub const fn is_empty(&self) -> bool {
        self.0 == 0
    }

    /// Tells whether `flag` holds.
    pub const fn contains(self, flag: Flag) -> bool {
        self.0 & Self::of(flag).0 != 0
    }

    /// Tells whether every flag of `other` holds.
    pub const fn contains_all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Adds `flag`.
    pub fn insert(&mut self, flag: Flag) {
        self.0 |= Self::of(flag).0;
    }

    /// Takes `flag` away.
    pub fn remove(&mut self, flag: Flag) {
        self.0 &= !Self::of(flag).0;
    }

    /// Joins two sets.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Keeps the flags that both sets have.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Lists the flags in the contract's order.
    pub fn iter(self) -> impl Iterator<Item = Flag> {
        Flag::ALL.iter().copied().filter(move |flag| self.contains(*flag))
    }
}

impl FromIterator<Flag> for Flags {
    fn from_iter<I: IntoIterator<Item = Flag>>(flags: I) -> Self {
        flags.into_iter().fold(Self::EMPTY, |set, flag| set.union(Self::of(flag)))
    }
}

impl fmt::Debug for Flags {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.iter().map(Flag::as_str)).finish()
    }
}

impl Serialize for Flags {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The compact form asks for the number beforehand.
        self.iter().collect::<Vec<Flag>>().serialize(serializer)
    }
}

/// Reads a list of flags; a repeated flag counts once.
struct FlagsVisitor;

impl<'de> Visitor<'de> for FlagsVisitor {
    type Value = Flags;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of flags")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Flags, A::Error> {
        let mut flags = Flags::EMPTY;
        while let Some(flag) = sequence.next_element::<Flag>()? {
            flags.insert(flag);
        }
        Ok(flags)
    }
}

impl<'de> Deserialize<'de> for Flags {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(FlagsVisitor)
    }
}
