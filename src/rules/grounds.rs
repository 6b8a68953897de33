//! On what a rule rested: which parts of the situation it looked at. Data, so that a screen can phrase it in any
//! language.

use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::flags::{Flag, Flags};
use super::situation::{Channel, Eligible, HandlerState, Materials, MatterKind, Scope, Situation};

codes! {
    /// A part of the situation that a rule may look at.
    Field, "field":
    Channel "channel" "How it arrived.",
    Matter "matter" "What it is.",
    Scope "scope" "Whose duty it is.",
    Handler "handler" "Where the person is who should handle it.",
    OnTheSpot "on_the_spot" "Whether it can be settled at once.",
    Materials "materials" "Whether the papers suffice.",
    Eligible "eligible" "Whether the rules allow it.",
    Topic "topic" "The system's own tag.",
    Asked "asked" "Who was asked.",
}

/// What a rule looked at and found.
///
/// The situation gives the values; [`Grounds::held`] puts both together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Grounds {
    /// Fields that the rule looked at; empty where it always holds.
    #[serde(skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
    /// Flags that the rule wanted and found.
    #[serde(skip_serializing_if = "Flags::is_empty")]
    pub flags: Flags,
    /// Flags that the rule wanted absent.
    #[serde(skip_serializing_if = "Flags::is_empty")]
    pub without: Flags,
}

/// One fact of a situation that made a rule apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// It arrived this way.
    Channel(Channel),
    /// It is this kind of matter.
    Matter(MatterKind),
    /// It is this one's duty.
    Scope(Scope),
    /// The person who should handle it is here.
    Handler(HandlerState),
    /// It can, or cannot, be settled at once.
    OnTheSpot(bool),
    /// The papers suffice or not.
    Materials(Materials),
    /// The rules allow it or not.
    Eligible(Eligible),
    /// The system's own tag is this, or there is none.
    Topic(Option<String>),
    /// So many people were asked.
    Asked(usize),
    /// The circumstance holds.
    Flag(Flag),
    /// The circumstance does not hold.
    NoFlag(Flag),
}

impl Grounds {
    /// Joins what two rules of one clause looked at and found.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            fields: self.fields.union(other.fields),
            flags: self.flags.union(other.flags),
            without: self.without.union(other.without),
        }
    }

    /// Lists what the rule found in `situation`, fields first, then flags.
    pub fn held(&self, situation: &Situation) -> Vec<Held> {
        let fields = self.fields.iter().map(|field| Held::of(field, situation));
        let flags = self.flags.iter().map(Held::Flag).chain(self.without.iter().map(Held::NoFlag));
        fields.chain(flags).collect()
    }
}

impl Held {
    /// Names the field whose value it is; none for a flag.
    pub const fn field(&self) -> Option<Field> {
        Some(match self {
            Self::Channel(_) => Field::Channel,
            Self::Matter(_) => Field::Matter,
            Self::Scope(_) => Field::Scope,
            Self::Handler(_) => Field::Handler,
            Self::OnTheSpot(_) => Field::OnTheSpot,
            Self::Materials(_) => Field::Materials,
            Self::Eligible(_) => Field::Eligible,
            Self::Topic(_) => Field::Topic,
            Self::Asked(_) => Field::Asked,
            Self::Flag(_) | Self::NoFlag(_) => return None,
        })
    }

    /// Takes the value of `field` from `situation`.
    pub fn of(field: Field, situation: &Situation) -> Self {
        match field {
            Field::Channel => Self::Channel(situation.channel),
            Field::Matter => Self::Matter(situation.matter),
            Field::Scope => Self::Scope(situation.scope),
            Field::Handler => Self::Handler(situation.handler),
            Field::OnTheSpot => Self::OnTheSpot(situation.on_the_spot),
            Field::Materials => Self::Materials(situation.materials),
            Field::Eligible => Self::Eligible(situation.eligible),
            Field::Topic => Self::Topic(situation.topic.clone()),
            Field::Asked => Self::Asked(situation.asked.len()),
        }
    }
}

/// A set of fields, in the contract's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fields(u16);

impl Fields {
    /// The set of one field.
    pub const fn of(field: Field) -> Self {
        Self(1 << field as u16)
    }

    /// Tells whether it has no field.
    // Serde hands the field by reference.
    #[allow(clippy::trivially_copy_pass_by_ref)]
    pub const fn is_empty(&self) -> bool {
        self.0 == 0
    }

    /// Tells whether it has `field`.
    pub const fn contains(self, field: Field) -> bool {
        self.0 & Self::of(field).0 != 0
    }

    /// Adds `field`.
    pub fn insert(&mut self, field: Field) {
        self.0 |= Self::of(field).0;
    }

    /// Joins two sets.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Lists the fields in the contract's order.
    pub fn iter(self) -> impl Iterator<Item = Field> {
        Field::ALL.iter().copied().filter(move |field| self.contains(*field))
    }
}

impl FromIterator<Field> for Fields {
    fn from_iter<I: IntoIterator<Item = Field>>(fields: I) -> Self {
        fields.into_iter().fold(Self::default(), |set, field| Self(set.0 | Self::of(field).0))
    }
}

impl Serialize for Fields {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<Field>::deserialize(deserializer).map(|fields| fields.into_iter().collect())
    }
}
