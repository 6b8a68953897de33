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

    /// The rows.
    fn index(&self) -> &Index;

    /// The same with more rows.
    fn with(&self, rows: &[Row]) -> Box<dyn Lists>;

    /// The rows of tickets that lie packed, as they are stored.
    fn to_bytes(&self) -> Vec<u8>;
}

impl Lists for Index {
    fn put(&mut self, ticket: &Ticket) {
        Self::put(self, &Row::of(ticket));
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

    fn to_bytes(&self) -> Vec<u8> {
        // Writing into memory does not fail; were it to, the rows would be made anew when they are read.
        postcard::to_allocvec(&self.rows().collect::<Vec<Row>>()).unwrap_or_default()
    }
}

impl House {
    /// Keeps lists from now on: of what is in the ledger, and of all that comes.
    pub fn keep_lists(&mut self) {
        self.keep_lists_from(Index::default());
    }

    /// The same, with the rows of packed tickets as they were stored; none where nothing is packed.
    pub fn keep_lists_of(&mut self, rows: &[u8]) -> Result<(), Trouble> {
        let mut index = Index::default();
        if !rows.is_empty() {
            let rows: Vec<Row> = postcard::from_bytes(rows)
                .map_err(|error| Trouble::Broken(format!("the rows of packed tickets: {error}")))?;
            for row in &rows {
                index.put(row);
            }
        }
        self.keep_lists_from(index);
        Ok(())
    }

    fn keep_lists_from(&mut self, mut index: Index) {
        self.ledger.tickets().for_each(|ticket| index.put(&Row::of(ticket)));
        index.settle();
        self.lists = Some(Box::new(index));
    }

    /// The rows of all tickets, as they are stored beside what is packed; nothing where no lists are kept.
    pub fn rows(&self) -> Vec<u8> {
        self.lists.as_ref().map(|lists| lists.to_bytes()).unwrap_or_default()
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
