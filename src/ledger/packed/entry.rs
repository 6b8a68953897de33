//! One ticket on its way into the tables.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{
    Concern, EVENT_BYTES, FILE_BYTES, NONCE_BYTES, NUMBER_BYTES, Place, REGISTERED, REMARKED, ROOTED, StampKey,
};
use crate::ledger::clock::Stamp;
use crate::ledger::event::Event;
use crate::ledger::id::{DeviceId, EventId, TicketId};
use crate::ledger::number::TicketNumber;
use crate::ledger::{ChainStep, Fact, Ticket};

/// What the tables take of a ticket.
#[derive(Clone, Debug)]
pub struct PackedTicket {
    /// The ticket.
    pub(in crate::ledger) ticket: TicketId,
    /// Where its lines lie.
    pub place: Place,
    /// Its events.
    pub(in crate::ledger) events: Vec<PackedEvent>,
    /// What its registration says; absent while that has not come.
    pub(super) registered: Option<Registered>,
    pub(super) remarked: bool,
    pub(super) concerns: Vec<Concern>,
    pub(super) stamps: Vec<StampKey>,
}

/// What the tables take of an event.
#[derive(Clone, Copy, Debug)]
pub(in crate::ledger) struct PackedEvent {
    pub(in crate::ledger) id: EventId,
    pub(in crate::ledger) device: DeviceId,
    pub(in crate::ledger) seq: u64,
    pub(in crate::ledger) prev: Option<EventId>,
    pub(super) stamp: Stamp,
}

/// What the tables take of a registration.
#[derive(Clone, Debug)]
pub(super) struct Registered {
    number: TicketNumber,
    nonce: [u8; 8],
    pub(super) office: Box<str>,
}

impl PackedTicket {
    /// Describes a ticket whose lines lie at `place`. `folded` is the same ticket, absent while its registration has not
    /// come.
    pub(in crate::ledger) fn new<'a>(
        ticket: TicketId,
        place: Place,
        events: impl IntoIterator<Item = (EventId, &'a Event)>,
        folded: Option<&Ticket>,
    ) -> Self {
        let mut entry = Self {
            ticket,
            place,
            events: Vec::new(),
            registered: folded.map(|ticket| Registered {
                number: *ticket.number(),
                nonce: nonce_key(&ticket.intake.nonce),
                office: ticket.intake.office.0.as_str().into(),
            }),
            remarked: folded.is_some_and(|ticket| !ticket.findings.is_empty()),
            concerns: Vec::new(),
            stamps: Vec::new(),
        };
        if let Some(ticket) = folded.filter(|_| !entry.remarked) {
            entry.concerns = Concern::of(ticket);
        }
        for (id, event) in events {
            let (device, seq, prev, stamp) = (event.device, event.seq, event.prev, event.stamp());
            entry.events.push(PackedEvent { id, device, seq, prev, stamp });
            if let Fact::OwnerNamed { decision, .. } = &event.fact {
                let stamp = &decision.stamp;
                let text = |text: &String| Box::from(text.as_str());
                let key = StampKey { pack: text(&stamp.pack), version: text(&stamp.version), hash: text(&stamp.hash) };
                entry.stamps.push(key);
            }
        }
        entry
    }

    /// The ticket.
    pub const fn ticket(&self) -> TicketId {
        self.ticket
    }

    /// The places of its events in their devices' chains.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = ChainStep> {
        self.events.iter().map(|event| (event.device, event.seq, event.id, event.prev))
    }

    pub(super) fn file_row(&self) -> [u8; FILE_BYTES] {
        let Place { segment, start, bytes } = self.place;
        let events = u32::try_from(self.events.len()).unwrap_or(u32::MAX);
        let rooted = self.events.iter().any(|event| event.id == self.ticket);
        let marks = [(self.registered.is_some(), REGISTERED), (self.remarked, REMARKED), (rooted, ROOTED)];
        let marks = marks.into_iter().filter(|(holds, _)| *holds).fold(0, |marks, (_, mark)| marks | mark);
        let [segment, start, bytes, events] = [segment, start, bytes, events].map(u32::to_be_bytes);
        row([&self.ticket.0, &segment, &start, &bytes, &events, &[marks]])
    }

    pub(super) fn number_row(&self) -> Option<[u8; NUMBER_BYTES]> {
        let registered = self.registered.as_ref()?;
        Some(row([&registered.number.to_bytes(), &self.ticket.0]))
    }

    pub(super) fn nonce_row(&self) -> Option<[u8; NONCE_BYTES]> {
        let registered = self.registered.as_ref()?;
        Some(row([&registered.nonce, &self.ticket.0]))
    }
}

impl PackedEvent {
    pub(super) fn row(&self, devices: &BTreeMap<DeviceId, u32>) -> [u8; EVENT_BYTES] {
        let device = devices.get(&self.device).copied().unwrap_or(u32::MAX);
        row([&self.id.0, &device.to_be_bytes(), &self.seq.to_be_bytes()])
    }
}

/// What a nonce is looked up by.
pub(super) fn nonce_key(nonce: &str) -> [u8; 8] {
    let mut key = [0; 8];
    key.iter_mut().zip(Sha256::digest(nonce.as_bytes())).for_each(|(to, from)| *to = from);
    key
}

fn row<const BYTES: usize, const PARTS: usize>(parts: [&[u8]; PARTS]) -> [u8; BYTES] {
    let mut row = [0; BYTES];
    let mut rest = row.as_mut_slice();
    for part in parts {
        let Some((to, behind)) = rest.split_at_mut_checked(part.len()) else { break };
        to.copy_from_slice(part);
        rest = behind;
    }
    row
}
