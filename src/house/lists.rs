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
}

impl Lists for Index {
    fn put(&mut self, ticket: &Ticket) {
        Self::put(self, &Row::of(ticket));
    }

    fn index(&self) -> &Index {
        self
    }
}

impl House {
    /// Keeps lists from now on: of what is in the ledger, and of all that comes.
    pub fn keep_lists(&mut self) {
        let mut index = Index::default();
        self.ledger.tickets().for_each(|ticket| index.put(&Row::of(ticket)));
        index.settle();
        self.lists = Some(Box::new(index));
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
