//! A device: its disk, what is kept outside the database, its clock, its open pages, and what it has promised to people.

use std::collections::{BTreeMap, BTreeSet};

use shouwen::ledger::{EventId, TicketId};
use shouwen::protocol::Registration;

use super::disk::Disk;
use super::store::Marker;
use super::tab::Tab;
use super::wall::Wall;

/// What people were told is safe on a device's database.
#[derive(Clone, Debug, Default)]
pub(crate) struct Promised {
    /// Events that were acknowledged, and those that came by a file.
    pub(crate) events: BTreeSet<EventId>,
    /// Numbers that visitors hold.
    pub(crate) numbers: BTreeMap<String, TicketId>,
}

/// A copy of everything that a browser keeps.
#[derive(Clone, Debug)]
pub(crate) struct Backup {
    pub(crate) disk: Disk,
    pub(crate) marker: Marker,
    pub(crate) promised: Promised,
    pub(crate) is_tampered: bool,
}

/// One device.
pub(crate) struct Device {
    pub(crate) disk: Disk,
    pub(crate) marker: Marker,
    pub(crate) wall: Wall,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) promised: Promised,
    /// What was promised on a database that was taken away under open pages, which still hold it.
    pub(crate) limbo: Promised,
    pub(crate) backup: Option<Backup>,
    /// Forms that were submitted, whatever came of it.
    pub(crate) forms: Vec<Registration>,
    /// Whether its database was taken away or exchanged, and nobody has said yes to the loss yet.
    pub(crate) is_tampered: bool,
    /// Whether the disk is full.
    pub(crate) is_full: bool,
}

impl Device {
    /// An empty device.
    pub(crate) fn new() -> Self {
        Self {
            disk: Disk::default(),
            marker: Marker::default(),
            wall: Wall::default(),
            tabs: Vec::new(),
            promised: Promised::default(),
            limbo: Promised::default(),
            backup: None,
            forms: Vec::new(),
            is_tampered: false,
            is_full: false,
        }
    }

    /// A copy of the whole browser as it could be made now, had it been closed in good order.
    pub(crate) fn back_up(&self) -> Backup {
        let (disk, marker, promised) = (self.disk.copy(), self.marker, self.promised.clone());
        Backup { disk, marker, promised, is_tampered: self.is_tampered }
    }

    /// Puts a copy in the place of what is here; its pages must be closed.
    pub(crate) fn restore(&mut self, backup: Backup) {
        let Backup { disk, marker, promised, is_tampered } = backup;
        (self.disk, self.marker, self.promised, self.is_tampered) = (disk, marker, promised, is_tampered);
        self.limbo = Promised::default();
    }
}
