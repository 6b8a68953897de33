//! What the ledger knows of tickets whose lines lie packed on the disk.
//!
//! An office's past is large and hardly ever looked at. Of a packed ticket the memory holds where its lines lie, its events'
//! ids, and the few facts that are asked of all tickets at once; its lines are lent by the disk when somebody opens it.
//!
//! Invariants: a ticket lies packed whole, in one place; what is known of it here follows from its lines alone; tables are
//! sorted bytes, so that loading them is copying them, and the same tickets give the same bytes.
//!
//! Deliberately absent: the disk. Who has the segments brings the lines.

mod concern;
mod entry;
mod hours;
mod parcel;
mod summary;
mod table;

pub use concern::Concern;
pub use entry::PackedTicket;
pub use parcel::{PackedTables, TablesError};

use std::collections::{BTreeMap, BTreeSet};

use super::chain::Chain;
use super::clock::Stamp;
use super::id::{DeviceId, EventId, TicketId};
use super::number::TicketNumber;
use entry::nonce_key;
use summary::Summary;
use table::Table;

pub use summary::StampKey;

/// The event's id, its device's place in the summary, its place in the device's chain.
const EVENT_BYTES: usize = 16 + 4 + 8;
/// The ticket, the segment, where in its text, how many bytes, how many events, what it is.
const FILE_BYTES: usize = 16 + 4 + 4 + 4 + 4 + 1;
/// The number, the ticket.
const NUMBER_BYTES: usize = TicketNumber::BYTES + 16;
/// The nonce's digest, the ticket.
const NONCE_BYTES: usize = 8 + 16;

const REGISTERED: u8 = 1;
const REMARKED: u8 = 2;
const ROOTED: u8 = 4;

/// Where a ticket's lines lie: in which segment, and where in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The segment, as [`Packed::segment_key`] names it.
    pub segment: u32,
    /// Where its first line starts, in bytes.
    pub start: u32,
    /// How long its lines are, line ends included, in bytes.
    pub bytes: u32,
}

/// What is known of all packed tickets.
#[derive(Clone, Debug, Default)]
pub struct Packed {
    events: Table<EVENT_BYTES>,
    files: Table<FILE_BYTES>,
    numbers: Table<NUMBER_BYTES>,
    nonces: Table<NONCE_BYTES>,
    concerns: Vec<u8>,
    summary: Summary,
}

/// A ticket's row, read.
#[derive(Clone, Copy, Debug)]
pub(super) struct PackedFile {
    pub(super) ticket: TicketId,
    pub(super) place: Place,
    pub(super) events: u32,
    pub(super) registered: bool,
    pub(super) remarked: bool,
    /// Whether the event is here that the ticket is named by, readable or not.
    rooted: bool,
}

impl PackedFile {
    /// How many of its events wait for its registration.
    pub(super) fn waiting(&self) -> u32 {
        if self.registered { 0 } else { self.events - u32::from(self.rooted) }
    }
}

impl Packed {
    /// How many events there are.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether nothing is packed.
    pub fn is_empty(&self) -> bool {
        self.events.len() == 0
    }

    /// The key under which a segment is stored.
    pub fn segment_key(&self, segment: u32) -> Option<u64> {
        self.summary.segments.get(usize::try_from(segment).ok()?).copied()
    }

    /// The keys of all segments, in the order in which they were packed.
    pub fn segment_keys(&self) -> &[u64] {
        &self.summary.segments
    }

    /// Tells whether an event is packed.
    pub(super) fn contains(&self, id: EventId) -> bool {
        self.events.find(&id.0).is_some()
    }

    /// The device that made an event, and the event's place in its chain.
    pub(super) fn link(&self, id: EventId) -> Option<(DeviceId, u64)> {
        let row = self.events.find(&id.0)?;
        let device = usize::try_from(u32::from_be_bytes(part(row, 16)?)).ok()?;
        let seq = u64::from_be_bytes(part(row, 20)?);
        Some((*self.summary.devices.get(device)?, seq))
    }

    /// What is known of a ticket.
    pub(super) fn file(&self, ticket: TicketId) -> Option<PackedFile> {
        self.files.find(&ticket.0).and_then(read_file)
    }

    /// All tickets, in the order of ids.
    pub(super) fn files(&self) -> impl Iterator<Item = PackedFile> {
        self.files.rows().iter().filter_map(read_file)
    }

    /// Tickets whose registration has not come.
    pub(super) fn orphans(&self) -> impl Iterator<Item = PackedFile> {
        self.files().filter(|file| !file.registered)
    }

    /// The tickets that were given a number.
    pub(super) fn numbered(&self, number: TicketNumber) -> impl Iterator<Item = TicketId> {
        let key = number.to_bytes();
        self.numbers.starting_with(&key).iter().filter_map(|row| part(row, TicketNumber::BYTES).map(EventId))
    }

    /// The highest number from `first` up to `last`.
    pub(super) fn highest_number(&self, first: TicketNumber, last: TicketNumber) -> Option<TicketNumber> {
        let row = self.numbers.last_up_to(&last.to_bytes())?;
        let number = TicketNumber::from_bytes(part(row, 0)?);
        (number >= first).then_some(number)
    }

    /// The tickets that may have been registered by the form that made this nonce.
    pub(super) fn registered_with(&self, nonce: &str) -> impl Iterator<Item = TicketId> {
        self.nonces.starting_with(&nonce_key(nonce)).iter().filter_map(|row| part(row, 8).map(EventId))
    }

    /// Takes over when those events were made that were packed since.
    pub(super) fn follow(&mut self, later: Self) {
        self.summary.hours = later.summary.hours;
    }

    /// Where each device's chain stood when it was packed.
    pub(super) fn chains(&self) -> &BTreeMap<DeviceId, Chain> {
        &self.summary.chains
    }

    /// The latest stamp that begins no later than `bound_ms`, by the hour.
    pub(super) fn latest_until(&self, bound_ms: i64) -> Option<Stamp> {
        self.summary.hours.latest_until(bound_ms)
    }

    /// The times of the first and the last event.
    pub(super) fn span_ms(&self) -> Option<(i64, i64)> {
        self.summary.hours.span_ms()
    }

    /// How many tickets each office has.
    pub(super) fn offices(&self) -> &BTreeMap<Box<str>, u64> {
        &self.summary.offices
    }

    /// By what decisions were taken.
    pub(super) fn stamps(&self) -> &BTreeSet<StampKey> {
        &self.summary.stamps
    }

    /// What looks wrong, or will once its time has passed, on tickets to whose findings nothing was said.
    pub(super) fn concerns(&self) -> Result<Vec<Concern>, TablesError> {
        Concern::read_all(&self.concerns)
    }

    /// The same with more tickets; those that were packed before lie where the new entry says. `chains` are those of all
    /// events, packed and about to be; `keys` name the new segments, which follow those that are here.
    pub(super) fn with(
        &self,
        more: &[&PackedTicket],
        chains: BTreeMap<DeviceId, Chain>,
        keys: &[u64],
    ) -> Result<Self, TablesError> {
        let mut summary = Summary { chains, ..self.summary.clone() };
        summary.segments.extend(keys);
        // Something may have happened to a ticket while it was being packed: then it is there twice, and the later entry holds
        // all of the earlier one.
        let mut latest: Vec<&PackedTicket> = more.to_vec();
        latest.reverse();
        latest.sort_by_key(|entry| entry.ticket);
        latest.dedup_by_key(|entry| entry.ticket);
        let more = latest;
        let is_replaced = |ticket: TicketId| more.binary_search_by_key(&ticket, |entry| entry.ticket).is_ok();
        let mut devices = summary.places_of_devices();
        for entry in &more {
            let before = self.file(entry.ticket);
            summary.note(entry, before.is_none_or(|file| !file.registered), &mut devices);
        }
        let events = more.iter().flat_map(|entry| entry.events.iter().map(|event| event.row(&devices)));
        let numbers = more.iter().filter_map(|entry| entry.number_row());
        let nonces = more.iter().filter_map(|entry| entry.nonce_row());
        let kept = self.concerns()?.into_iter().filter(|concern| !is_replaced(concern.ticket));
        let concerns = kept.chain(more.iter().flat_map(|entry| entry.concerns.iter().cloned())).collect();
        Ok(Self {
            events: self.events.merged(&events.collect::<Vec<_>>(), EVENT_BYTES),
            files: self.files.merged(&more.iter().map(|entry| entry.file_row()).collect::<Vec<_>>(), 16),
            numbers: self.numbers.merged(&numbers.collect::<Vec<_>>(), NUMBER_BYTES),
            nonces: self.nonces.merged(&nonces.collect::<Vec<_>>(), NONCE_BYTES),
            concerns: Concern::write_all(concerns),
            summary,
        })
    }
}

fn read_file(row: &[u8; FILE_BYTES]) -> Option<PackedFile> {
    let number = |at| part(row, at).map(u32::from_be_bytes);
    let [.., marks] = row;
    Some(PackedFile {
        ticket: EventId(part(row, 0)?),
        place: Place { segment: number(16)?, start: number(20)?, bytes: number(24)? },
        events: number(28)?,
        registered: marks & REGISTERED != 0,
        remarked: marks & REMARKED != 0,
        rooted: marks & ROOTED != 0,
    })
}

/// Some bytes of a row.
fn part<const BYTES: usize>(row: &[u8], at: usize) -> Option<[u8; BYTES]> {
    row.get(at..).and_then(<[u8]>::first_chunk).copied()
}
