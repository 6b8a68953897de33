//! What a page does beside its commands: it goes on with each answer of the disk, and anything may happen between.

use shouwen::protocol::Trouble;

use super::chore::Chore;
use super::disk::{Disk, Transaction};
use super::gathering::Reading;
use super::packing::Packing;
use super::store::StoreError;
use super::tab::Tab;

/// What a job asks for next.
#[derive(Debug)]
pub(crate) enum Next {
    /// That a transaction be carried out.
    Store(Transaction),
    /// The page's turn: nothing is planned or stored by commands from then on, until it asks for something else.
    Turn,
    /// Nothing; others may go on first.
    Pause,
    /// Nothing more.
    Ended(Ended),
}

/// How a job ended.
#[derive(Clone, Debug)]
pub(crate) enum Ended {
    Done(&'static str),
    /// Another page was quicker, which serves as well.
    Overtaken,
    NotStored(StoreError),
    Refused(Trouble),
}

/// What is done.
pub(crate) enum Work {
    Pack(Box<Packing>),
    Read(Box<Reading>),
    Chore(Chore),
}

/// A job, and what it waits for.
pub(crate) struct Job {
    pub(crate) work: Work,
    under_way: Option<Transaction>,
    wants_turn: bool,
}

impl Job {
    /// A job that has not begun.
    pub(crate) fn new(work: Work) -> Self {
        Self { work, under_way: None, wants_turn: false }
    }

    /// The transaction that the disk is at.
    pub(crate) fn under_way(&self) -> Option<&Transaction> {
        self.under_way.as_ref()
    }

    /// Takes that transaction out, to be carried out.
    pub(crate) fn take_under_way(&mut self) -> Option<Transaction> {
        self.under_way.take()
    }

    /// Whether it waits for its turn.
    pub(crate) fn wants_turn(&self) -> bool {
        self.wants_turn
    }

    /// Whether it has the page's turn.
    pub(crate) fn has_turn(&self) -> bool {
        matches!(&self.work, Work::Pack(packing) if packing.has_turn())
    }

    /// Whether another page may have been quicker.
    pub(crate) fn may_be_overtaken(&self) -> bool {
        matches!(&self.work, Work::Pack(packing) if packing.is_last())
    }

    /// What it does, for the tally.
    pub(crate) fn name(&self) -> &'static str {
        match &self.work {
            Work::Pack(packing) if packing.is_last() => "while its packing was stored",
            Work::Pack(_) => "while it packed",
            Work::Read(_) => "while it read a file",
            Work::Chore(Chore::Squeeze) => "while it squeezed",
            Work::Chore(Chore::Forget(_)) => "while it forgot",
        }
    }

    /// Goes on with the disk's answer; how it ended, where it did.
    pub(crate) fn go_on(&mut self, tab: &mut Tab, disk: &Disk, answer: Result<(), StoreError>) -> Option<Ended> {
        self.wants_turn = false;
        let next = match &mut self.work {
            Work::Pack(packing) => packing.go_on(tab, disk, answer),
            Work::Read(reading) => reading.go_on(tab, answer),
            Work::Chore(chore) => chore.go_on(tab, disk, answer),
        };
        match next {
            Next::Store(transaction) => self.under_way = Some(transaction),
            Next::Turn => self.wants_turn = true,
            Next::Pause => {}
            Next::Ended(ended) => return Some(ended),
        }
        None
    }
}
