//! The marker outside the database: how much it held when it was last written.
//!
//! A browser that drops a database drops it without a word; the next start would find an empty one and look like a first
//! start. The page keeps this marker in another kind of storage and hands it to the worker by its name, so that it is there
//! before the database is opened. It never runs ahead of the database: it is written after the commit.

use std::fmt;

/// What the database held when it was last written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marker {
    /// When it was last written, milliseconds since 1970 (UTC).
    pub at_ms: i64,
    /// How many lines of events it held.
    pub events: u64,
}

impl Marker {
    /// Reads what [`Display`](fmt::Display) wrote; anything else is no marker.
    pub fn parse(text: &str) -> Option<Self> {
        let (at_ms, events) = text.strip_prefix("shouwen ")?.split_once(' ')?;
        Some(Self { at_ms: at_ms.parse().ok()?, events: events.parse().ok()? })
    }
}

impl fmt::Display for Marker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("shouwen ")?;
        self.at_ms.fmt(f)?;
        f.write_str(" ")?;
        self.events.fmt(f)
    }
}
