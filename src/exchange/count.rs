//! The numbers that a bundle states and its reader counts.

/// A number that is written in the file and counted by the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Events, by the manifest.
    Events,
    /// The time of the earliest event in milliseconds since 1970, by the manifest; 0 where there is none.
    FirstAtMs,
    /// The time of the latest event in milliseconds since 1970, by the manifest; 0 where there is none.
    LastAtMs,
    /// Events, by the seal.
    SealedEvents,
}

impl Count {
    /// Names who says it.
    pub(super) fn whose(self) -> &'static str {
        if self == Self::SealedEvents { "the seal" } else { "the manifest" }
    }

    /// Names what is counted.
    pub(super) fn what(self) -> &'static str {
        match self {
            Self::Events | Self::SealedEvents => "events",
            Self::FirstAtMs => "ms since 1970 as the earliest time",
            Self::LastAtMs => "ms since 1970 as the latest time",
        }
    }
}
