//! The index beside the ledger: each ticket that is folded anew gets a new row.
//!
//! It stands behind a trait that a house gets on demand, so that a program which never asks for lists is linked without
//! any of it.

use super::House;
use crate::index::{Index, Row};
use crate::ledger::Ticket;
use crate::protocol::Trouble;

/// What lists are made from.
pub(super) trait Lists {
    /// A ticket came or changed.
    fn put(&mut self, ticket: &Ticket);

    /// Puts what came into order, so that the next list is read off.
    fn settle(&mut self);

    /// The rows.
    fn index(&self) -> &Index;

    /// The same with more rows.
    fn with(&self, rows: &[Row]) -> Box<dyn Lists>;

    /// The rows of all tickets, in chunks as they are stored.
    fn to_chunks(&mut self) -> Vec<Vec<u8>>;

    /// Lists of rows as they were stored; none where they cannot be read. Each chunk goes as soon as it is read, so that not all
    /// is in memory twice.
    fn read(&self, chunks: Vec<Vec<u8>>) -> Option<Box<dyn Lists>>;
}

impl Lists for Index {
    fn put(&mut self, ticket: &Ticket) {
        Self::put(self, &Row::of(ticket));
    }

    fn settle(&mut self) {
        Self::settle(self);
    }

    fn index(&self) -> &Index {
        self
    }

    fn with(&self, rows: &[Row]) -> Box<dyn Lists> {
        let mut index = self.clone();
        for row in rows {
            index.put(row);
        }
        index.settle();
        Box::new(index)
    }

    fn to_chunks(&mut self) -> Vec<Vec<u8>> {
        let mut chunks = Vec::new();
        self.encode(|chunk| chunks.push(chunk));
        chunks
    }

    fn read(&self, chunks: Vec<Vec<u8>>) -> Option<Box<dyn Lists>> {
        let index = if chunks.is_empty() { Self::default() } else { Self::decode(chunks).ok()? };
        Some(Box::new(index))
    }
}

impl House {
    /// Keeps lists from now on: of what is in the ledger, and of all that comes.
    pub fn keep_lists(&mut self) {
        self.keep_lists_of(Vec::new());
    }

    /// The same, with the rows of packed tickets as they were stored; none where nothing is packed. Whether they could be
    /// read; where not, the lists lack the packed tickets.
    pub fn keep_lists_of(&mut self, chunks: Vec<Vec<u8>>) -> bool {
        let nothing = Index::default();
        let read = nothing.read(chunks);
        let could = read.is_some();
        self.put_here(read.unwrap_or_else(|| Box::new(nothing)));
        could
    }

    /// Takes rows as another tab stored them, where lists are kept; whether they could be read.
    pub(super) fn reread_lists(&mut self, chunks: Vec<Vec<u8>>) -> bool {
        let Some(lists) = &self.lists else { return true };
        let Some(read) = lists.read(chunks) else { return false };
        self.put_here(read);
        true
    }

    fn put_here(&mut self, mut lists: Box<dyn Lists>) {
        for ticket in self.ledger.tickets() {
            lists.put(ticket);
        }
        lists.settle();
        self.lists = Some(lists);
    }

    /// The rows of all tickets, for lists and searches.
    pub(super) fn index(&self) -> Result<&Index, Trouble> {
        let lists = self.lists.as_ref().ok_or_else(|| Trouble::Broken("this house keeps no lists".to_owned()))?;
        Ok(lists.index())
    }

    /// Puts the tickets that were folded anew into the lists.
    pub(super) fn refresh_lists(&mut self) {
        let refolded = self.ledger.take_refolded();
        let Some(lists) = &mut self.lists else { return };
        refolded.into_iter().filter_map(|id| self.ledger.ticket(id)).for_each(|ticket| lists.put(ticket));
    }
}
