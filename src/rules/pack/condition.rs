//! When a rule applies: data that can be read aloud, shown, negated and searched exhaustively.

use serde::{Deserialize, Serialize};

use crate::rules::codes::codes;
use crate::rules::flags::Flags;
use crate::rules::situation::{Asked, Channel, Eligible, HandlerState, Materials, MatterKind, Scope};

codes! {
    /// How many people the visitor asked.
    AskedCount, "number of people asked":
    None "none" "Nobody yet.",
    One "one" "One person.",
    Several "several" "Two or more.",
}

impl AskedCount {
    /// Counts the people asked.
    pub const fn of(asked: &[Asked]) -> Self {
        match asked.len() {
            0 => Self::None,
            1 => Self::One,
            _ => Self::Several,
        }
    }
}

/// A condition: everything that it names must hold; what it leaves empty may be anything.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct When {
    /// One of these channels.
    pub channel: Vec<Channel>,
    /// One of these matters.
    pub matter: Vec<MatterKind>,
    /// One of these scopes.
    pub scope: Vec<Scope>,
    /// The person who should handle it is in one of these states.
    pub handler: Vec<HandlerState>,
    /// It can, or cannot, be settled at once.
    pub on_the_spot: Option<bool>,
    /// The papers suffice or not.
    pub materials: Vec<Materials>,
    /// The rules allow it or not.
    pub eligible: Vec<Eligible>,
    /// One of these tags.
    pub topic: Vec<String>,
    /// So many people were asked.
    pub asked: Vec<AskedCount>,
    /// The owner is such a person.
    pub owner: OwnerTest,
    /// All of these flags hold.
    pub flags: Flags,
    /// At least one of these flags holds, where there are any.
    pub any_flags: Flags,
    /// None of these flags holds.
    pub no_flags: Flags,
}

/// What is wanted of a person; what it leaves out may be anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OwnerTest {
    /// Rostered on that channel now, or not.
    pub on_duty: Option<bool>,
    /// In charge of that meeting or reception, or not.
    pub in_charge: Option<bool>,
    /// Explicitly chosen by the visitor, or not.
    pub named: Option<bool>,
    /// A guard, cleaner, repairman …, or not.
    pub operator: Option<bool>,
    /// Took the work over, or did not.
    pub took_over: Option<bool>,
    /// Present at the post, or not.
    pub at_post: Option<bool>,
    /// Named in advance as first contact, or not.
    pub appointed: Option<bool>,
}

impl OwnerTest {
    /// The names of what can be tested, in the order of [`OwnerTest::wanted`].
    pub const NAMES: [&str; 7] = ["on_duty", "in_charge", "named", "operator", "took_over", "at_post", "appointed"];

    /// Lists what is wanted.
    pub const fn wanted(&self) -> [Option<bool>; 7] {
        [self.on_duty, self.in_charge, self.named, self.operator, self.took_over, self.at_post, self.appointed]
    }

    /// Lists what a person is, in the same order.
    pub const fn found(person: &Asked) -> [bool; 7] {
        [
            person.on_duty,
            person.in_charge,
            person.named,
            person.operator,
            person.took_over,
            person.at_post,
            person.appointed,
        ]
    }

    /// Tells whether `person` is wanted.
    pub fn admits(&self, person: &Asked) -> bool {
        self.wanted().iter().zip(Self::found(person)).all(|(wanted, found)| wanted.is_none_or(|wanted| wanted == found))
    }

    /// Tells whether anything is wanted at all.
    pub fn is_empty(&self) -> bool {
        self.wanted().iter().all(Option::is_none)
    }
}
