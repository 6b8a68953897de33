//! A hybrid logical clock: wall time where it can be trusted, counting on where it cannot.
//!
//! Invariants: a stamp is later than every stamp that the clock gave or followed before; a foreign stamp more than
//! [`Clock::AHEAD_MAX_MS`] ahead of the wall is not followed, so that one device whose date is wrong does not drag the
//! others along. (Its events are kept; what knew of what is told by [`after`](super::Event::after), never by the time.)

use serde::{Deserialize, Serialize};

/// When an event was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// Milliseconds since 1970, UTC.
    pub at_ms: i64,
    /// Orders stamps of the same millisecond.
    pub tick: u32,
}

impl Stamp {
    /// The earliest moment that an event may carry: 2000-01-01.
    pub const MIN_MS: i64 = 946_684_800_000;
    /// The first moment that no event may carry: 2100-01-01.
    pub const END_MS: i64 = 4_102_444_800_000;

    /// The earliest stamp.
    pub const MIN: Self = Self { at_ms: Self::MIN_MS, tick: 0 };
}

/// Gives stamps that only grow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    last: Stamp,
}

impl Default for Clock {
    fn default() -> Self {
        Self { last: Stamp::MIN }
    }
}

impl Clock {
    /// How far ahead of the wall a stamp may be and still be followed: 24 hours.
    pub const AHEAD_MAX_MS: i64 = 24 * 60 * 60 * 1000;

    /// Takes note of a stamp that was made elsewhere or earlier; one too far ahead of the wall is not followed.
    pub fn observe(&mut self, stamp: Stamp, now_ms: i64) {
        if stamp.at_ms <= now_ms.saturating_add(Self::AHEAD_MAX_MS) {
            self.last = self.last.max(stamp);
        }
    }

    /// Takes note of a stamp, whatever the wall says.
    pub(super) fn follow(&mut self, stamp: Stamp) {
        self.last = self.last.max(stamp);
    }

    /// Gives the next stamp: the wall's time if that is later than every stamp so far, else the last stamp counted on.
    pub fn tick(&mut self, now_ms: i64) -> Stamp {
        let wall = Stamp { at_ms: now_ms.clamp(Stamp::MIN_MS, Stamp::END_MS - 1), tick: 0 };
        let counted = match self.last.tick.checked_add(1) {
            Some(tick) => Stamp { tick, ..self.last },
            None => Stamp { at_ms: self.last.at_ms + 1, tick: 0 },
        };
        self.last = wall.max(counted);
        self.last
    }
}
