//! What must be stored for a command, all or nothing, and what it will have come to once it is.

use crate::ledger::{Event, EventId, TicketId, Written};

/// What must be stored in one transaction before [`super::House::commit`] may let it count.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// New event lines, in order.
    pub lines: Vec<String>,
    /// The office document to keep: `Some(None)` takes the present one away.
    pub office: Option<Option<String>>,
    /// The settings to keep, JSON.
    pub settings: Option<String>,
    /// The systems of the office's own to keep, JSON.
    pub systems: Option<String>,
    /// What the last of the lines say, where they were written here: nobody needs to read them again.
    pub(super) written: Vec<(EventId, Event)>,
    /// What the command will have come to.
    pub(super) outcome: Outcome,
}

/// What a command comes to once its plan is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing more to say.
    #[default]
    Plain,
    /// A matter is registered.
    Registered(TicketId),
}

impl Plan {
    /// Tells whether there is nothing to store.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && !self.changes_papers()
    }

    /// Tells whether something beside the events changes: the office, the settings or the systems of its own.
    pub fn changes_papers(&self) -> bool {
        self.office.is_some() || self.settings.is_some() || self.systems.is_some()
    }

    /// Tells whether a matter is registered by it, or was by the same form.
    pub fn registers(&self) -> bool {
        matches!(self.outcome, Outcome::Registered(_))
    }

    /// Plans to store what was written.
    pub(super) fn of(written: Vec<Written>) -> Self {
        let written = written.into_iter().map(|Written { id, event, line }| (line, (id, event)));
        let (lines, written) = written.unzip();
        Self { lines, written, ..Self::default() }
    }

    /// The lines that only a reader knows, and those that were written here.
    pub(super) fn read_and_written(&self) -> (&[String], &[String]) {
        self.lines.split_at(self.lines.len().saturating_sub(self.written.len()))
    }
}
