//! Lines that lie packed: bringing them when somebody asks, as `src/backoffice/away.rs` does it.

use std::collections::BTreeMap;

use shouwen::house::House;
use shouwen::ledger::packed::Place;
use shouwen::ledger::{Ticket, TicketId};

use super::disk::Disk;
use super::image::Value;
use super::store::segment;
use super::tab::{Tab, sound};

/// How often what was missed is brought for one question before something must be wrong.
const ROUNDS_MAX: usize = 16;

impl Tab {
    /// Answers from the house. Where lines lie packed that the answer needs, they are brought and it is asked again; where
    /// they went with a database that is lost, the answer lacks them.
    pub(crate) fn ask<T>(&mut self, disk: &Disk, ask: impl Fn(&House) -> T) -> T {
        self.house.give_back();
        for _ in 0..ROUNDS_MAX {
            let answer = ask(&self.house);
            if !self.bring(disk) {
                return answer;
            }
        }
        panic!("the same packed lines are missed again and again");
    }

    /// A ticket, wherever its lines lie.
    pub(crate) fn ticket(&mut self, disk: &Disk, id: TicketId) -> Option<Ticket> {
        self.ask(disk, |house| house.ledger().ticket(id).cloned())
    }

    /// Brings the lines of packed tickets that were missed; whether any came.
    pub(crate) fn bring(&mut self, disk: &Disk) -> bool {
        let missed: BTreeMap<TicketId, Place> = self.house.missed().into_iter().collect();
        let mut any = false;
        for (ticket, place) in &missed {
            let Some(text) = self.packed_text(disk, *place) else {
                assert!(self.lost, "the lines of {ticket} are gone");
                continue;
            };
            sound(self.house.bring(*ticket, &text), "packed lines are not read");
            any = true;
        }
        any
    }

    /// The lines that lie packed at a place.
    pub(crate) fn packed_text(&self, disk: &Disk, place: Place) -> Option<String> {
        self.text_at(disk, self.house.ledger().packed().segment_key(place.segment)?, place)
    }

    /// The same in a segment whose key was found before.
    pub(crate) fn text_at(&self, disk: &Disk, key: u64, place: Place) -> Option<String> {
        let start = usize::try_from(place.start).ok()?;
        let segment = self.segment(disk, key)?;
        segment.text().get(start..start + usize::try_from(place.bytes).ok()?).map(str::to_owned)
    }

    /// A segment, from the database or from what was rescued of it.
    pub(crate) fn segment(&self, disk: &Disk, key: u64) -> Option<Value> {
        let here = if self.lost { None } else { disk.image().and_then(|image| segment(image, key)) };
        self.rescued.as_ref().map_or(here, |image| segment(image, key)).cloned()
    }

    /// Whether every line that the house knows of can be had, though the database is gone.
    pub(crate) fn knows_all(&self) -> bool {
        let has_packed = self.lacks_ledger || !self.house.ledger().packed().is_empty();
        !has_packed || self.rescued.is_some()
    }

    /// The lines of all segments, and these behind them: tables that are damaged are made anew from them.
    pub(crate) fn with_all_segments(&mut self, disk: &Disk, newest: Vec<String>) -> Vec<String> {
        self.mended += 1;
        self.segment_lines(disk).into_iter().chain(newest).collect()
    }

    /// The lines of all segments.
    pub(crate) fn segment_lines(&self, disk: &Disk) -> Vec<String> {
        let segments = self
            .store
            .packed
            .segments
            .iter()
            .map(|key| self.segment(disk, *key).unwrap_or_else(|| panic!("segment {key} is gone")));
        segments.flat_map(|segment| segment.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
    }
}
