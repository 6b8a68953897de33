//! The orders in which lists show rows, kept ready.
//!
//! Rows that came or changed since an order was made are *loose*: they are put between the others when a page is read, and
//! into the order itself when there are many of them. So a change costs next to nothing, and a page is read off.

use serde::{Deserialize, Serialize};

use super::bits::Bits;
use super::place::short;
use super::room::{held_bytes, push};
use crate::ledger::TicketId;

/// Up to so many rows are loose.
const LOOSE_ROWS: usize = 1_024;
/// Or one in so many of all.
const LOOSE_PART: usize = 16;
/// Where fewer than one row in so many is found, sorting those is quicker than walking through all.
const SCARCE_PART: usize = 64;

/// An order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// Open ones first, by what is due; what has no limit behind the others, the oldest first.
    #[default]
    Due,
    /// The latest registration first.
    Registered,
    /// The latest change first.
    Touched,
}

/// What a row is sorted by; the smallest comes first. No two rows have the same.
pub(super) type Key = (i64, i64, i64, TicketId);

/// Every order, over the same rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Orders {
    pub(super) due: Vec<u32>,
    pub(super) registered: Vec<u32>,
    pub(super) touched: Vec<u32>,
    loose: Vec<u32>,
    is_loose: Bits,
}

impl Orders {
    /// Takes orders back from a snapshot, over `rows` rows; none where one of them is no order of all rows.
    pub(super) fn from_sorted(rows: usize, due: Vec<u32>, registered: Vec<u32>, touched: Vec<u32>) -> Option<Self> {
        let sound = [&due, &registered, &touched].into_iter().all(|order| {
            let mut seen = Bits::none(rows);
            for place in order {
                seen.add(*place as usize);
            }
            order.len() == rows && seen.count() == rows
        });
        sound.then_some(Self { due, registered, touched, ..Self::default() })
    }

    /// The row at `place` came or changed; says whether it is time to [`Orders::settle`].
    pub(super) fn loosen(&mut self, place: usize) -> bool {
        if !self.is_loose.has(place) {
            self.is_loose.reach(place + 1);
            self.is_loose.add(place);
            push(&mut self.loose, short(place));
        }
        self.loose.len() > LOOSE_ROWS.max(self.due.len() / LOOSE_PART)
    }

    /// Puts the loose rows into the orders.
    pub(super) fn settle(&mut self, key: impl Fn(Sort, u32) -> Key) {
        let loose = std::mem::take(&mut self.loose);
        if loose.is_empty() {
            return;
        }
        let is_loose = std::mem::take(&mut self.is_loose);
        for (sort, order) in
            [(Sort::Due, &mut self.due), (Sort::Registered, &mut self.registered), (Sort::Touched, &mut self.touched)]
        {
            let mut came: Vec<(Key, u32)> = loose.iter().map(|place| (key(sort, *place), *place)).collect();
            came.sort_unstable();
            let settled = order.iter().copied().filter(|place| !is_loose.has(*place as usize));
            let all = Merged {
                settled: settled.peekable(),
                came: came.into_iter().peekable(),
                key: |place| key(sort, place),
            };
            let room = order.len() + loose.len();
            let mut merged = Vec::with_capacity(room);
            merged.extend(all);
            merged.shrink_to_fit();
            *order = merged;
        }
    }

    /// The rows of `hits` in the order of `sort`, from `offset` on, `limit` at most.
    pub(super) fn page(
        &self,
        hits: &Bits,
        sort: Sort,
        offset: usize,
        limit: usize,
        key: impl Fn(Sort, u32) -> Key,
    ) -> Vec<usize> {
        let order = match sort {
            Sort::Due => &self.due,
            Sort::Registered => &self.registered,
            Sort::Touched => &self.touched,
        };
        let with_key = |place: u32| (key(sort, place), place);
        if hits.count() * SCARCE_PART < order.len() {
            let mut all: Vec<(Key, u32)> = hits.iter().map(|place| with_key(short(place))).collect();
            all.sort_unstable();
            return all.into_iter().skip(offset).take(limit).map(|(_, place)| place as usize).collect();
        }
        let is_hit = |place: &u32| hits.has(*place as usize);
        let settled = order.iter().copied().filter(|place| is_hit(place) && !self.is_loose.has(*place as usize));
        let mut came: Vec<(Key, u32)> = self.loose.iter().copied().filter(is_hit).map(with_key).collect();
        came.sort_unstable();
        let all =
            Merged { settled: settled.peekable(), came: came.into_iter().peekable(), key: |place| key(sort, place) };
        all.skip(offset).take(limit).map(|place| place as usize).collect()
    }

    /// Bytes held.
    pub(super) fn held_bytes(&self) -> usize {
        let orders = [&self.due, &self.registered, &self.touched, &self.loose];
        orders.into_iter().map(held_bytes).sum::<usize>() + self.is_loose.held_bytes()
    }
}

/// Rows in order and rows that came, as one row of rows.
struct Merged<S: Iterator<Item = u32>, C: Iterator<Item = (Key, u32)>, K> {
    settled: std::iter::Peekable<S>,
    came: std::iter::Peekable<C>,
    key: K,
}

impl<S: Iterator<Item = u32>, C: Iterator<Item = (Key, u32)>, K: Fn(u32) -> Key> Iterator for Merged<S, C, K> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let Some((came, _)) = self.came.peek() else { return self.settled.next() };
        match self.settled.peek() {
            Some(settled) if (self.key)(*settled) < *came => self.settled.next(),
            _ => self.came.next().map(|(_, place)| place),
        }
    }
}
