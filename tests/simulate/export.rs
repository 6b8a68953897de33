//! A bundle is written while the work goes on, as `src/backoffice/export.rs` does it: what goes in is settled at the start, the
//! lines are fetched a few at a time, and where one was packed meanwhile, the file is begun anew.

use std::collections::BTreeSet;

use shouwen::house::{ExportParts, Moment};
use shouwen::ledger::EventId;

use super::disk::Disk;
use super::tab::{Tab, sound};

/// How many events are fetched at a time.
const PIECE_EVENTS: usize = 4;

/// A file that is being written.
pub(crate) struct Export {
    pub(crate) parts: ExportParts,
    /// The events that were here when it was begun.
    pub(crate) ids: BTreeSet<EventId>,
    pub(crate) lines: Vec<String>,
    packed: usize,
    here: usize,
}

/// How far a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    More,
    Whole,
    /// Lines were packed that were here: it must be begun anew.
    Unsettled,
    /// Packed lines went with the database.
    Gone,
}

impl Export {
    /// Settles what goes in: everything, and into a backup what the device keeps beside.
    pub(crate) fn of(tab: &Tab, moment: Moment, is_backup: bool) -> Self {
        let parts = if is_backup {
            sound(tab.house.back_up(moment), "a device cannot be backed up")
        } else {
            tab.house.export(moment)
        };
        Self { parts, ids: tab.holds.clone(), lines: Vec::new(), packed: 0, here: 0 }
    }

    /// Fetches the next lines: the packed ones of a segment, or a few of those that are here.
    pub(crate) fn fetch(&mut self, tab: &Tab, disk: &Disk) -> Written {
        if let Some((first, _)) = self.parts.packed.get(self.packed) {
            let of_segment = self.parts.packed.iter().skip(self.packed);
            for (place, _) in of_segment.take_while(|(place, _)| place.segment == first.segment) {
                let key = self.parts.segments.get(place.segment as usize);
                let Some(text) = key.and_then(|key| tab.text_at(disk, *key, *place)) else { return Written::Gone };
                self.lines.extend(text.lines().map(str::to_owned));
                self.packed += 1;
            }
            return Written::More;
        }
        let Some(events) = self.parts.events.get(self.here..).filter(|rest| !rest.is_empty()) else {
            return Written::Whole;
        };
        for event in events.iter().take(PIECE_EVENTS) {
            let Some(line) = tab.house.ledger().line(*event) else { return Written::Unsettled };
            self.lines.push(line.to_owned());
            self.here += 1;
        }
        Written::More
    }
}
