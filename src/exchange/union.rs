//! Everything that several bundles hold, once, in the order of events.
//!
//! Invariants: the events, their order and the office depend on the set of bundles alone, not on their order or number.

use std::collections::BTreeMap;

use super::{BundleRead, Contents, Cover, EventLine, OfficeNamed};
use crate::ledger::{DeviceId, EventId, Stamp, TicketId};
use crate::office::{Office, OfficeId};

/// Gathers bundles: event lines by [`Union::add`], the rest of each bundle by [`Union::cover`].
#[derive(Debug, Default)]
pub struct Union {
    /// Ticket by ticket, each in the order of events.
    lines: BTreeMap<(TicketId, (Stamp, DeviceId, u64, EventId)), String>,
    contents: Contents,
    offices: BTreeMap<OfficeId, Seen>,
    /// Whether a bundle was of no one office.
    is_mixed: bool,
}

/// When a bundle was written and by whom; the later one counts.
type Written = (i64, DeviceId);

/// What the latest bundles say of an office.
#[derive(Debug)]
struct Seen {
    named: (Written, OfficeNamed),
    document: Option<(Written, Office)>,
}

impl Union {
    /// Returns how many events there are.
    pub fn events(&self) -> u64 {
        self.contents.events
    }

    /// Adds an event, unless it is here already.
    pub fn add(&mut self, line: EventLine) {
        let (order, registers) = (line.order(), line.registers);
        let ticket = line.ticket.unwrap_or(line.id);
        if self.lines.insert((ticket, order), line.text).is_none() {
            self.contents.events += 1;
            self.contents.note(line.stamp.at_ms, registers);
        }
    }

    /// Adds the rest of a bundle: whose it is, and the office that it brings.
    pub fn cover(&mut self, read: BundleRead) {
        for line in read.lines {
            self.add(line);
        }
        let Some(manifest) = read.manifest else { return };
        let written = (manifest.made_at_ms, manifest.device);
        let Some(named) = manifest.office else {
            self.is_mixed = true;
            return;
        };
        let seen = self.offices.entry(named.id.clone());
        let seen = seen.or_insert_with(|| Seen { named: (written, named.clone()), document: None });
        if seen.named.0 < written {
            seen.named = (written, named);
        }
        if let Some(office) = read.office
            && seen.document.as_ref().is_none_or(|(earlier, _)| *earlier < written)
        {
            seen.document = Some((written, office));
        }
    }

    /// Ends gathering: the cover, the office where all bundles are of one, the event lines in order.
    pub fn finish(self, made_at_ms: i64) -> (Cover, Option<Office>, impl Iterator<Item = String>) {
        let mut offices = self.offices.into_values();
        let (office, document) = match (offices.next(), offices.next()) {
            (Some(seen), None) if !self.is_mixed => (Some(seen.named.1), seen.document.map(|(_, office)| office)),
            _ => (None, None),
        };
        (Cover { office, made_at_ms, contents: self.contents }, document, self.lines.into_values())
    }
}
