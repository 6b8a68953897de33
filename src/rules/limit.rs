//! How long something may take, as a system states it: an amount with its unit, `now`, or the promised time.
//!
//! What a limit means on the calendar is the calendar's business; a limit is only the words of the clause.

use std::fmt;

use serde::de::{self, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// A time limit (the contract's `within`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// At once (立即, 当场, 第一时间).
    Now,
    /// Within the time that the unit has published for the matter (规定时限, 承诺时限).
    Promised,
    /// Within so many minutes, to the minute.
    Minutes(u32),
    /// Within so many hours, to the minute.
    Hours(u32),
    /// Within so many calendar days.
    Days(u32),
    /// Within so many working days of the published calendar.
    WorkingDays(u32),
    /// Within so many months.
    Months(u32),
    /// Within so many visits of the visitor (最多跑一次 is one).
    Visits(u32),
    /// Within so many rings of the telephone.
    Rings(u32),
}

/// A limit that cannot be one.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LimitError {
    /// The unit is not one of the contract's.
    #[error(
        "`{0}` is not a unit of time limits; use minutes, hours, days, working_days, months, visits, rings, now or promised"
    )]
    UnknownUnit(String),
    /// `now` or `promised` was given a number or `false`.
    #[error("`{0}` takes no amount; write `{{ {0} = true }}`")]
    TakesNoAmount(&'static str),
    /// The amount is missing, zero or beyond [`Limit::AMOUNT_MAX`].
    #[error("`{unit}` needs a whole number from 1 to {}", Limit::AMOUNT_MAX)]
    AmountOutOfRange {
        /// The unit that was given.
        unit: String,
    },
    /// There is not exactly one unit.
    #[error("a limit has exactly one unit, e.g. `{{ working_days = 3 }}`")]
    NotOneUnit,
}

impl Limit {
    /// The largest amount that a limit may have; ten years of days, so that dates stay in range.
    pub const AMOUNT_MAX: u32 = 3_660;

    /// Names the unit as the contract does.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Promised => "promised",
            Self::Minutes(_) => "minutes",
            Self::Hours(_) => "hours",
            Self::Days(_) => "days",
            Self::WorkingDays(_) => "working_days",
            Self::Months(_) => "months",
            Self::Visits(_) => "visits",
            Self::Rings(_) => "rings",
        }
    }

    /// Tells the amount, where the unit has one.
    pub const fn amount(self) -> Option<u32> {
        match self {
            Self::Now | Self::Promised => None,
            Self::Minutes(amount)
            | Self::Hours(amount)
            | Self::Days(amount)
            | Self::WorkingDays(amount)
            | Self::Months(amount)
            | Self::Visits(amount)
            | Self::Rings(amount) => Some(amount),
        }
    }

    /// Tells whether it is a span of time: neither at once, nor promised elsewhere, nor a count of visits or rings.
    pub const fn is_span(self) -> bool {
        matches!(self, Self::Minutes(_) | Self::Hours(_) | Self::Days(_) | Self::WorkingDays(_) | Self::Months(_))
    }

    /// Builds a limit from its unit and amount.
    pub(crate) fn new(unit: &str, amount: Amount) -> Result<Self, LimitError> {
        let number = || match amount {
            Amount::Number(number) => {
                u32::try_from(number).ok().filter(|number| (1..=Self::AMOUNT_MAX).contains(number))
            }
            Amount::Truth(_) => None,
        };
        let counted = |make: fn(u32) -> Self| {
            number().map(make).ok_or_else(|| LimitError::AmountOutOfRange { unit: unit.to_owned() })
        };
        let bare = |limit: Self| match amount {
            Amount::Truth(true) => Ok(limit),
            _ => Err(LimitError::TakesNoAmount(limit.unit())),
        };
        match unit {
            "now" => bare(Self::Now),
            "promised" => bare(Self::Promised),
            "minutes" => counted(Self::Minutes),
            "hours" => counted(Self::Hours),
            "days" => counted(Self::Days),
            "working_days" => counted(Self::WorkingDays),
            "months" => counted(Self::Months),
            "visits" => counted(Self::Visits),
            "rings" => counted(Self::Rings),
            _ => Err(LimitError::UnknownUnit(unit.chars().take(60).collect())),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.amount() {
            Some(amount) => write!(formatter, "{amount} {}", self.unit()),
            None => formatter.write_str(self.unit()),
        }
    }
}

impl Serialize for Limit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match self.amount() {
            Some(amount) => map.serialize_entry(self.unit(), &amount)?,
            None => map.serialize_entry(self.unit(), &true)?,
        }
        map.end()
    }
}

/// What may stand after a unit.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Amount {
    /// `true` or `false`.
    Truth(bool),
    /// A whole number.
    Number(i64),
}

/// Reads a map with exactly one unit.
struct LimitVisitor;

impl<'de> Visitor<'de> for LimitVisitor {
    type Value = Limit;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a time limit such as `{ working_days = 3 }` or `{ now = true }`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Limit, A::Error> {
        let Some(unit) = map.next_key::<String>()? else {
            return Err(de::Error::custom(LimitError::NotOneUnit));
        };
        // What is no amount becomes one that `Limit::new` refuses in its own words.
        let amount = match unit.as_str() {
            "now" | "promised" => Amount::Truth(map.next_value().unwrap_or(false)),
            _ => Amount::Number(map.next_value::<u32>().unwrap_or(0).into()),
        };
        let limit = Limit::new(&unit, amount).map_err(de::Error::custom)?;
        match map.next_key::<String>()? {
            None => Ok(limit),
            Some(_) => Err(de::Error::custom(LimitError::NotOneUnit)),
        }
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(LimitVisitor)
    }
}
