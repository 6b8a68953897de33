//! The index itself: rows put in, looked at, and read off page by page.

use super::bits::Bits;
use super::number::Pieces;
use super::order::{Key, Orders, Sort};
use super::place::short;
use super::pool::Pool;
use super::row::{Marks, Row, What, Who};
use super::rows::{Cells, NO_LIMIT_MS, Rows};
use super::slots::Slots;
use super::text::Lexicon;
use crate::ledger::{EventId, State, TicketId};

/// Stands for the id of a row that is not there.
const NO_ID: TicketId = EventId([u8::MAX; 16]);

/// Every ticket's row, with everything that finds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    pub(super) rows: Rows,
    pub(super) by_id: Slots,
    pub(super) names: Lexicon,
    pub(super) subjects: Lexicon,
    pub(super) details: Lexicon,
    pub(super) heads: Lexicon,
    pub(super) whats: Pool<What>,
    pub(super) whos: Pool<Who>,
    pub(super) marks: Pool<Marks>,
    pub(super) orders: Orders,
}

/// The rows that a search has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hits(pub(super) Bits);

impl Hits {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.count()
    }

    /// Those that are not among `others`, which were found in the same index.
    #[must_use]
    pub fn without(&self, others: &Self) -> Self {
        let mut left = self.clone();
        left.0.leave_out(&others.0);
        left
    }
}

impl Default for Index {
    fn default() -> Self {
        Self {
            rows: Rows::default(),
            by_id: Slots::default(),
            names: Lexicon::read_aloud(),
            subjects: Lexicon::read_aloud(),
            details: Lexicon::default(),
            heads: Lexicon::default(),
            whats: Pool::default(),
            whos: Pool::default(),
            marks: Pool::default(),
            orders: Orders::default(),
        }
    }
}

impl Index {
    /// Puts a row in, in the place of the ticket's former one.
    pub fn put(&mut self, row: &Row) {
        let cells = self.cells_of(row);
        let known = self.place_of(row.id);
        let place = known.unwrap_or_else(|| self.rows.len());
        if known.is_some() {
            if self.rows.cells(place) == Some(cells) {
                return;
            }
            self.rows.replace(place, cells);
        } else {
            self.rows.add(cells);
            let ids = &self.rows.id;
            let hash_of = |place: u32| ids.get(place as usize).map_or(0, hash);
            self.by_id.insert(hash(&row.id), short(place), hash_of);
        }
        if self.orders.loosen(place) {
            self.settle();
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row of a ticket.
    pub fn get(&self, id: TicketId) -> Option<Row> {
        self.row_at(self.place_of(id)?)
    }

    /// The rows of `hits` in the order of `sort`, from `offset` on, `limit` at most.
    pub fn page(&self, hits: &Hits, sort: Sort, offset: usize, limit: usize) -> Vec<Row> {
        let places = self.orders.page(&hits.0, sort, offset, limit, |sort, place| self.key(sort, place));
        places.into_iter().filter_map(|place| self.row_at(place)).collect()
    }

    /// Where a ticket stands among `hits` in the order of `sort`, from 0; none where it is not among them.
    pub fn position(&self, hits: &Hits, sort: Sort, id: TicketId) -> Option<usize> {
        let place = self.place_of(id).filter(|place| hits.0.has(*place))?;
        let key = |place: usize| self.key(sort, short(place));
        let own = key(place);
        Some(hits.0.iter().filter(|other| key(*other) < own).count())
    }

    /// Puts what came lately into the orders: nothing that is seen changes, but the next pages are read off quicker.
    pub fn settle(&mut self) {
        let mut orders = std::mem::take(&mut self.orders);
        orders.settle(|sort, place| self.key(sort, place));
        self.orders = orders;
    }

    /// Bytes that the index holds in memory.
    pub fn held_bytes(&self) -> usize {
        let lexicons = [&self.names, &self.subjects, &self.details, &self.heads];
        let pools = self.whats.held_bytes(What::text_bytes)
            + self.whos.held_bytes(Who::text_bytes)
            + self.marks.held_bytes(|_| 0);
        let lexicons: usize = lexicons.into_iter().map(Lexicon::held_bytes).sum();
        self.rows.held_bytes() + self.by_id.held_bytes() + self.orders.held_bytes() + lexicons + pools
    }

    fn place_of(&self, id: TicketId) -> Option<usize> {
        let is_it = |place: u32| self.rows.id.get(place as usize) == Some(&id);
        self.by_id.find(hash(&id), is_it).map(|place| place as usize)
    }

    fn cells_of(&mut self, row: &Row) -> Cells {
        let number = Pieces::of(row.number);
        Cells {
            id: row.id,
            registered_ms: row.registered_ms,
            touched_ms: row.touched_ms,
            due_ms: row.due_ms.unwrap_or(NO_LIMIT_MS),
            phone: row.phone,
            name: self.names.number_of(&row.name),
            subject: self.subjects.number_of(&row.subject),
            details: self.details.number_of(&row.details),
            what: self.whats.number_of(&row.what),
            who: self.whos.number_of(&row.who),
            marks: self.marks.number_of(&row.marks),
            head: self.heads.number_of(&number.head),
            counter: number.counter,
            check: number.check,
        }
    }

    fn row_at(&self, place: usize) -> Option<Row> {
        let cells = self.rows.cells(place)?;
        let pieces = Pieces { head: self.heads.shown(cells.head), counter: cells.counter, check: cells.check };
        Some(Row {
            id: cells.id,
            number: pieces.number()?,
            registered_ms: cells.registered_ms,
            touched_ms: cells.touched_ms,
            due_ms: (cells.due_ms != NO_LIMIT_MS).then_some(cells.due_ms),
            phone: cells.phone,
            name: self.names.shown(cells.name),
            subject: self.subjects.shown(cells.subject),
            details: self.details.shown(cells.details),
            what: self.whats.get(cells.what)?.clone(),
            who: self.whos.get(cells.who)?.clone(),
            marks: *self.marks.get(cells.marks)?,
        })
    }

    fn key(&self, sort: Sort, place: u32) -> Key {
        let place = place as usize;
        let rows = &self.rows;
        let at = |column: &[i64]| column.get(place).copied().unwrap_or(NO_LIMIT_MS);
        let id = rows.id.get(place).copied().unwrap_or(NO_ID);
        match sort {
            Sort::Due => {
                let marks = rows.marks.get(place).and_then(|marks| self.marks.get(*marks));
                let closed = marks.is_none_or(|marks| marks.state == State::Closed);
                (i64::from(closed), at(&rows.due_ms), at(&rows.registered_ms), id)
            }
            Sort::Registered => (at(&rows.registered_ms).saturating_neg(), 0, 0, id),
            Sort::Touched => (at(&rows.touched_ms).saturating_neg(), 0, 0, id),
        }
    }
}

/// An id is a hash already.
fn hash(id: &TicketId) -> u32 {
    let [first, second, third, fourth, ..] = id.0;
    u32::from_le_bytes([first, second, third, fourth])
}
