//! What a bundle holds, in numbers: stated by the writer, counted by the reader.

use super::count::Count;
use super::manifest::Manifest;
use super::problem::BundleProblem;

use crate::ledger::Event;

/// The kind of fact that starts a ticket. By its name, since a newer app's registration is one too, though unreadable here.
const REGISTERED: &str = "registered";

/// How many events and tickets, and from when to when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Event lines.
    pub events: u64,
    /// Tickets registered by them.
    pub tickets: u64,
    /// The earliest event's time, milliseconds since 1970, UTC; absent where there is none.
    pub first_at_ms: Option<i64>,
    /// The latest event's time, milliseconds since 1970, UTC; absent where there is none.
    pub last_at_ms: Option<i64>,
}

impl Contents {
    /// Counts events.
    pub fn of<'event>(events: impl IntoIterator<Item = &'event Event>) -> Self {
        events.into_iter().fold(Self::default(), |mut contents, event| {
            contents.events += 1;
            contents.note(event);
            contents
        })
    }

    /// Notes what an event that is already counted holds.
    pub(super) fn note(&mut self, event: &Event) {
        if event.fact.kind() == REGISTERED {
            self.tickets += 1;
        }
        self.first_at_ms = Some(self.first_at_ms.map_or(event.at_ms, |first| first.min(event.at_ms)));
        self.last_at_ms = Some(self.last_at_ms.map_or(event.at_ms, |last| last.max(event.at_ms)));
    }

    /// Lists where a manifest says otherwise.
    pub(super) fn mismatches(self, manifest: &Manifest) -> impl Iterator<Item = BundleProblem> {
        let rows = [
            (Count::Events, manifest.events.cast_signed(), self.events.cast_signed()),
            (Count::Tickets, manifest.tickets.cast_signed(), self.tickets.cast_signed()),
            (Count::FirstAtMs, manifest.first_at_ms.unwrap_or(0), self.first_at_ms.unwrap_or(0)),
            (Count::LastAtMs, manifest.last_at_ms.unwrap_or(0), self.last_at_ms.unwrap_or(0)),
        ];
        let differs = |(count, stated, found): (Count, i64, i64)| {
            (stated != found).then_some(BundleProblem::CountMismatch { count, stated, found })
        };
        rows.into_iter().filter_map(differs)
    }
}
