//! A bundle's new tickets are packed while it is read, as `src/backoffice/gathered.rs` does it: nothing refers to their segments
//! before somebody has said yes.

use std::collections::BTreeSet;

use shouwen::exchange::{BundleRead, EventLine};
use shouwen::house::Gathering;
use shouwen::ledger::{Event, EventId};
use shouwen::storage::{self, Header};

use super::disk::Transaction;
use super::job::{Ended, Next};
use super::store::StoreError;
use super::tab::Tab;

/// How many events are read before others may go on.
const PIECE_EVENTS: usize = 5;

/// New tickets, and where they lie.
#[derive(Default)]
pub(crate) struct Gathered {
    pub(crate) tickets: Gathering,
    /// The segments that are stored.
    pub(crate) keys: Vec<u64>,
    /// Their events, kept apart from what was gathered.
    pub(crate) ids: BTreeSet<EventId>,
}

/// A bundle that was read and waits for a yes.
pub(crate) struct Preview {
    /// What is taken in by commits.
    pub(crate) bundle: BundleRead,
    pub(crate) gathered: Gathered,
    /// The events that the file was written with.
    pub(crate) ids: BTreeSet<EventId>,
}

/// A sound bundle that is being read.
pub(crate) struct Reading {
    file: BundleRead,
    bundle: BundleRead,
    ids: BTreeSet<EventId>,
    gathered: Gathered,
    /// How many events were read.
    read: usize,
    /// What was handed back of them.
    lines: Vec<EventLine>,
    /// Whether its events do not come ticket by ticket: then all of it is kept in memory.
    scattered: bool,
    segments: Vec<(u64, Vec<u8>)>,
}

impl Reading {
    /// Begins with a sound bundle, written with these events.
    pub(crate) fn new(bundle: BundleRead, ids: BTreeSet<EventId>) -> Self {
        let gathered = Gathered::default();
        let file = bundle.clone();
        Self { file, bundle, ids, gathered, read: 0, lines: Vec::new(), scattered: false, segments: Vec::new() }
    }

    pub(super) fn go_on(&mut self, tab: &mut Tab, answer: Result<(), StoreError>) -> Next {
        if let Err(error) = answer {
            return Next::Ended(Ended::NotStored(error));
        }
        if !self.segments.is_empty() {
            self.gathered.keys.extend(self.segments.drain(..).map(|(key, _)| key));
            return self.show(tab);
        }
        let piece: Vec<EventLine> = self.bundle.lines.iter().skip(self.read).take(PIECE_EVENTS).cloned().collect();
        if piece.is_empty() || self.scattered {
            return self.store_last(tab);
        }
        for line in piece {
            self.take(tab, line);
        }
        Next::Pause
    }

    fn take(&mut self, tab: &Tab, mut line: EventLine) {
        let event = Event::from_line(&line.text).expect("the line of a sound bundle is an event");
        let (id, text) = (line.id, std::mem::take(&mut line.text));
        match self.gathered.tickets.take(tab.house.ledger(), line, &text, event) {
            Ok(Some(line)) => self.lines.push(line),
            Ok(None) => drop(self.gathered.ids.insert(id)),
            Err(_) => self.scattered = true,
        }
        self.read += 1;
    }

    /// Stores what is gathered, where there is anything.
    fn store_last(&mut self, tab: &mut Tab) -> Next {
        if self.scattered {
            self.gathered = Gathered::default();
            return self.show(tab);
        }
        self.bundle.lines = std::mem::take(&mut self.lines);
        let text = std::iter::from_fn(|| self.gathered.tickets.full_segment()).collect::<Vec<_>>();
        let text = text.into_iter().chain(self.gathered.tickets.last_segment());
        self.segments = (tab.fresh_batch()..).zip(text.map(String::into_bytes)).collect();
        if self.segments.is_empty() {
            return self.show(tab);
        }
        Next::Store(Transaction::strict(storage::segments(self.segments.clone())))
    }

    fn show(&mut self, tab: &mut Tab) -> Next {
        if !self.gathered.tickets.is_new_to(&tab.house) {
            // Another page has taken some of it in meanwhile: those tickets are not new any more, but change.
            let keys = std::mem::take(&mut self.gathered.keys);
            *self = Self::new(std::mem::take(&mut self.file), std::mem::take(&mut self.ids));
            return Next::Store(Transaction::strict(storage::forget(&keys, &Header::default())));
        }
        let (bundle, gathered) = (std::mem::take(&mut self.bundle), std::mem::take(&mut self.gathered));
        let ids = std::mem::take(&mut self.ids);
        tab.preview = Some(Preview { bundle, gathered, ids });
        Next::Ended(Ended::Done("file read"))
    }
}
