//! Tickets whose lines lie packed on the disk: asking for them, bringing them, packing.

use super::lists::Lists;
use super::{House, Papers, Plan};
use crate::index::Row;
use crate::ledger::packed::{Packed, PackedTicket, Place};
use crate::ledger::{EventId, Ledger, Ticket, TicketId};
use crate::protocol::Trouble;

/// How many lines' bytes may be here before it is time to pack them: a start reads that much again.
const PACK_BYTES: usize = 2 << 20;
/// How many tickets may be lent at a time; a page of findings lends some hundred.
const LENT_TICKETS_MAX: usize = 1_000;

/// What is known of packed tickets.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// What the ledger knows.
    pub packed: Packed,
    /// What lists show, in chunks; none where no lists are kept.
    pub rows: Vec<Vec<u8>>,
}

/// What will be known of packed tickets, once it is stored.
pub struct Repacked {
    /// What is stored.
    pub tables: Tables,
    /// The lists with new tickets, where there are any.
    lists: Option<Box<dyn Lists>>,
}

impl House {
    /// The tickets without which the last question was not answered, or the last act not planned, whole: their lines are
    /// brought, and then it is asked again. Also those that something was added to without their lines.
    pub fn missed(&self) -> Vec<(TicketId, Place)> {
        let mut missed = self.ledger.missed();
        missed.extend(self.ledger.lacking());
        missed
    }

    /// Brings the lines of a packed ticket, as they lie in its segment.
    pub fn bring(&mut self, ticket: TicketId, text: &str) -> Result<(), Trouble> {
        let brought = self.ledger.bring(ticket, text);
        self.refresh_lists();
        brought.map_err(|error| Trouble::Broken(format!("a packed line of ticket {ticket}: {error}")))
    }

    /// Gives back lines that were lent, where they have become many. Between two questions, never within one.
    pub fn give_back(&mut self) {
        self.ledger.give_back(LENT_TICKETS_MAX);
    }

    /// How many events the ledger has, wherever they lie.
    pub fn events(&self) -> u64 {
        self.ledger.len() as u64
    }

    /// How many events a plan brings that the ledger has not: lines of packed tickets are stored along with what is added.
    pub fn new_events(&self, plan: &Plan) -> u64 {
        let new = plan.lines.iter().filter(|line| !self.ledger.contains(EventId::of_line(line)));
        new.count() as u64
    }

    /// Whether it is time to pack what is here, beyond so many bytes of lines that could not be packed.
    pub fn wants_packing(&self, unpacked_bytes: usize) -> bool {
        self.ledger.bytes_here() > unpacked_bytes.saturating_add(PACK_BYTES)
    }

    /// What will be known of packed tickets once `tickets` lie in segments with these keys. Some may be new here; `rows` are
    /// theirs.
    ///
    /// Everything that is here must be among them: a packing empties all commits.
    pub fn repacked(&mut self, tickets: &[&PackedTicket], keys: &[u64], rows: &[Row]) -> Result<Repacked, Trouble> {
        if self.ledger.packing(tickets.iter().copied()).segments() > 0 || !self.ledger.lacking().is_empty() {
            return Err(Trouble::Broken("lines that are here would be left out of what is packed".to_owned()));
        }
        let packed = self.ledger.packed_with(tickets, keys);
        let packed = packed.map_err(|error| Trouble::Broken(error.to_string()))?;
        let mut lists = self.lists.as_ref().filter(|_| !rows.is_empty()).map(|lists| lists.with(rows));
        let stored = lists.as_mut().or(self.lists.as_mut()).map(|lists| lists.to_chunks()).unwrap_or_default();
        Ok(Repacked { tables: Tables { packed, rows: stored }, lists })
    }

    /// The lines that came since `repacked` was made, by other tabs: they are stored beside it.
    pub fn lines_beside(&self, repacked: &Repacked) -> Vec<String> {
        self.ledger.beside(&repacked.tables.packed).into_iter().map(str::to_owned).collect()
    }

    /// Lets count what is stored: lines go that are packed, and new tickets come.
    pub fn take_repacked(&mut self, repacked: Repacked) {
        if let Some(lists) = repacked.lists {
            self.lists = Some(lists);
        }
        self.bring_packed(repacked.tables.packed);
    }

    /// Takes in what another tab stored where it packed as well: what is packed now, and the lines stored since. Whether the
    /// rows could be read: where not, nothing has changed, and everything has to come as lines.
    pub fn catch_up_packed(&mut self, tables: Tables, lines: &[String], papers: Papers<'_>) -> Result<bool, Trouble> {
        let before = std::mem::replace(&mut self.ledger, Ledger::of_packed(tables.packed));
        if !self.reread_lists(tables.rows) {
            self.ledger = before;
            return Ok(false);
        }
        self.catch_up(lines, papers)?;
        Ok(true)
    }

    /// Takes a glimpse of what another tab has packed, of which only the summary is there. Whether matters may be registered on the
    /// strength of it; anything else waits until all of it has come. Where not, nothing has changed.
    pub fn glimpse(&mut self, later: Packed) -> bool {
        self.ledger.glimpse(self.device_id(), later)
    }

    /// Brings what the ledger knows of packed tickets to a house that was opened on lists alone.
    pub fn bring_packed(&mut self, packed: Packed) {
        self.ledger = self.ledger.packed_as(packed);
        self.refresh_lists();
    }

    /// The tickets to whose findings something was said. Those that lie packed are missed where they are not lent.
    pub(super) fn remarked_tickets(&self) -> impl Iterator<Item = &Ticket> {
        let away = self.ledger.remarked_away().filter_map(|id| self.ledger.ticket(id));
        self.ledger.tickets().filter(|ticket| !ticket.findings.is_empty()).chain(away)
    }
}
