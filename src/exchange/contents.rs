//! What a bundle holds, in numbers: stated by the writer, counted by the reader.

use super::count::Count;
use super::manifest::Manifest;
use super::problem::BundleProblem;

use crate::ledger::{Event, Ledger};

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
        let mut contents = Self::default();
        for event in events {
            contents.events += 1;
            contents.note(event.at_ms, starts_ticket(event));
        }
        contents
    }

    /// Counts what a ledger holds, tickets as far as this build can read them.
    pub fn of_ledger(ledger: &Ledger) -> Self {
        let span_ms = ledger.span_ms();
        Self {
            events: ledger.len() as u64,
            tickets: ledger.tickets_by_office().values().sum(),
            first_at_ms: span_ms.map(|(first, _)| first),
            last_at_ms: span_ms.map(|(_, last)| last),
        }
    }

    /// Notes what an event that is already counted holds.
    pub(super) fn note(&mut self, at_ms: i64, starts_ticket: bool) {
        self.tickets += u64::from(starts_ticket);
        self.first_at_ms = Some(self.first_at_ms.map_or(at_ms, |first| first.min(at_ms)));
        self.last_at_ms = Some(self.last_at_ms.map_or(at_ms, |last| last.max(at_ms)));
    }

    /// Lists where a manifest says otherwise. Tickets are not compared: a writer counts those that it can read.
    pub(super) fn mismatches(self, manifest: &Manifest) -> impl Iterator<Item = BundleProblem> {
        let rows = [
            (Count::Events, manifest.events.cast_signed(), self.events.cast_signed()),
            (Count::FirstAtMs, manifest.first_at_ms.unwrap_or(0), self.first_at_ms.unwrap_or(0)),
            (Count::LastAtMs, manifest.last_at_ms.unwrap_or(0), self.last_at_ms.unwrap_or(0)),
        ];
        let differs = |(count, stated, found): (Count, i64, i64)| {
            (stated != found).then_some(BundleProblem::CountMismatch { count, stated, found })
        };
        rows.into_iter().filter_map(differs)
    }
}

/// Tells whether an event starts a ticket. By the name of its fact, since a newer app's registration is one too, though
/// unreadable here.
pub(super) fn starts_ticket(event: &Event) -> bool {
    event.fact.kind() == "registered"
}
