//! What a reader remembers of the events it has seen in a file: which, and how each device's chain went.

use std::collections::HashMap;

use super::EventLine;
use crate::ledger::{DeviceId, EventId, IdSet};

/// Room is made in advance for so many events at most, whatever a file says of itself.
const EXPECTED_MAX: u64 = 1 << 19;

/// Remembers events by id, and the newest of each device.
#[derive(Debug, Default)]
pub(super) struct Trail {
    seen: IdSet,
    newest: HashMap<DeviceId, Step>,
    first_break: Option<u64>,
}

#[derive(Clone, Copy, Debug)]
struct Step {
    seq: u64,
    id: EventId,
    line: u64,
}

impl Trail {
    /// Makes room for so many events, as far as that costs little where nothing comes.
    pub(super) fn expect(&mut self, events: u64) {
        self.seen.reserve(usize::try_from(events.min(EXPECTED_MAX)).unwrap_or_default());
    }

    /// Notes an event that stands on line `number`, and tells whether it had not been seen before.
    pub(super) fn is_new(&mut self, event: &EventLine, number: u64) -> bool {
        if !self.seen.insert(event.id) {
            return false;
        }
        let before = self.newest.insert(event.device, Step { seq: event.seq, id: event.id, line: number });
        if let Some(before) = before {
            let follows = before.seq.checked_add(1) == Some(event.seq);
            if follows && event.prev != Some(before.id) && self.first_break.is_none() {
                self.first_break = Some(before.line);
            }
        }
        true
    }

    /// Returns the first line whose device's next event names another one as the one before it.
    ///
    /// In a file whose digest is wrong that is most likely the line that was altered. In a sound file it is a fork.
    pub(super) fn first_break(&self) -> Option<u64> {
        self.first_break
    }
}
