//! Packing what has gathered, as `src/backoffice/away.rs` does it: segments first, while commands go on and to which nothing
//! refers yet; then, in the page's turn, what has happened meanwhile; then one commit that refers to all of them. With it new
//! tickets of a file may come to count, whose segments are stored already.

use std::collections::VecDeque;

use shouwen::house::Repacked;
use shouwen::ledger::packed::PackedTicket;
use shouwen::protocol::Trouble;
use shouwen::storage::{self, Header};

use super::disk::{Disk, Transaction};
use super::gathering::Gathered;
use super::image::Record;
use super::job::{Ended, Next};
use super::store::StoreError;
use super::tab::Tab;

/// How often packing is tried where others are quicker and something waits for it.
const ROUNDS_MAX: usize = 16;
/// Small, so that there are some transactions.
const TABLES_AT_ONCE_BYTES: usize = 400;

/// A packing that is under way.
#[derive(Default)]
pub(crate) struct Packing {
    /// New tickets that come to count with it.
    pub(crate) gathered: Gathered,
    /// The packing that it follows.
    before: u64,
    tickets: Vec<PackedTicket>,
    keys: Vec<u64>,
    /// Where the tables were laid down.
    laid: Header,
    stage: Stage,
    rounds: usize,
}

/// What the disk's answer is about.
#[derive(Default)]
enum Stage {
    /// Nothing yet.
    #[default]
    New,
    /// The segments of what was here.
    First,
    /// Nothing: it waits for its turn.
    Turn,
    /// The segments of what has happened meanwhile.
    Second,
    /// The tables, of which these are left.
    Laying(Box<Repacked>, VecDeque<Transaction>),
    /// Nothing: it waits for its turn once more.
    LastTurn(Box<Repacked>),
    /// The commit, and how many commits go beside it.
    Last(Box<Repacked>, Header, u64),
    /// Segments and tables of which nothing has come.
    Forgetting(Ended),
}

impl Packing {
    /// Packs what is here along with gathered tickets.
    pub(crate) fn with(gathered: Gathered) -> Self {
        Self { gathered, ..Self::default() }
    }

    /// Whether it has the page's turn.
    pub(super) fn has_turn(&self) -> bool {
        matches!(self.stage, Stage::Second | Stage::Last(..))
    }

    /// Whether the disk is at its commit.
    pub(super) fn is_last(&self) -> bool {
        matches!(self.stage, Stage::Last(..))
    }

    /// Goes on with the disk's answer.
    pub(super) fn go_on(&mut self, tab: &mut Tab, disk: &Disk, answer: Result<(), StoreError>) -> Next {
        match (std::mem::take(&mut self.stage), answer) {
            (Stage::New, _) => self.begin(tab, disk),
            (Stage::First, Ok(())) => self.wait(),
            (Stage::Turn | Stage::LastTurn(_), _) if tab.store.packed.commits != self.before => {
                self.forget(Ended::Overtaken)
            }
            // Nothing more can happen to tickets now.
            (Stage::Turn, _) => match self.segments(tab) {
                Some(segments) => self.store(Stage::Second, segments),
                None => self.last(tab),
            },
            (Stage::Second, Ok(())) => self.last(tab),
            (Stage::Laying(repacked, left), Ok(())) => self.lay(repacked, left),
            (Stage::LastTurn(repacked), _) => self.commit(tab, repacked),
            (Stage::Last(repacked, header, beside), Ok(())) => {
                tab.store.advance_packed(header, beside);
                tab.house.take_repacked(*repacked);
                tab.holds.extend(&self.gathered.ids);
                Next::Ended(Ended::Done("packed"))
            }
            (Stage::Last(repacked, ..), Err(StoreError::Behind)) => match tab.take_news(disk) {
                Ok(true) if tab.store.packed.commits != self.before => self.forget(Ended::Overtaken),
                // What others have stored stays beside.
                Ok(true) => self.commit(tab, repacked),
                Ok(false) => self.forget(Ended::NotStored(StoreError::Behind)),
                Err(error) => self.forget(Ended::NotStored(error)),
            },
            // What cannot be taken away stays, and harms nobody.
            (Stage::Forgetting(ended), _) => self.end(ended, tab, disk),
            (Stage::First | Stage::Second | Stage::Laying(..) | Stage::Last(..), Err(error)) => {
                self.forget(Ended::NotStored(error))
            }
        }
    }

    fn begin(&mut self, tab: &mut Tab, disk: &Disk) -> Next {
        tab.bring(disk);
        self.before = tab.store.packed.commits;
        (self.tickets, self.keys, self.laid) = (Vec::new(), Vec::new(), Header::default());
        match self.segments(tab) {
            Some(segments) => self.store(Stage::First, segments),
            None => self.wait(),
        }
    }

    fn wait(&mut self) -> Next {
        self.stage = Stage::Turn;
        Next::Turn
    }

    fn store(&mut self, stage: Stage, transaction: Transaction) -> Next {
        self.stage = stage;
        Next::Store(transaction)
    }

    /// The tables: of everything that is here, and of what was gathered.
    fn last(&mut self, tab: &mut Tab) -> Next {
        let Gathered { tickets: gathered, keys: gathered_keys, .. } = &mut self.gathered;
        if !gathered.is_new_to(&tab.house) {
            return self.forget(Ended::Refused(Trouble::NotFound("tickets that were new".to_owned())));
        }
        let first = tab.house.ledger().packed().segment_keys().len() + self.keys.len();
        gathered.place_from(u32::try_from(first).unwrap());
        let tickets: Vec<&PackedTicket> = self.tickets.iter().chain(gathered.tickets()).collect();
        let keys: Vec<u64> = self.keys.iter().chain(&*gathered_keys).copied().collect();
        match tab.house.repacked(&tickets, &keys, gathered.rows()) {
            Ok(repacked) => {
                let set = tab.fresh_batch();
                let (laid, transactions) = storage::lay(&repacked.tables, set, TABLES_AT_ONCE_BYTES);
                self.laid = laid;
                let left = transactions.map(Transaction::strict).collect();
                self.lay(Box::new(repacked), left)
            }
            Err(trouble) => self.forget(Ended::Refused(trouble)),
        }
    }

    fn lay(&mut self, repacked: Box<Repacked>, mut left: VecDeque<Transaction>) -> Next {
        if let Some(transaction) = left.pop_front() {
            return self.store(Stage::Laying(repacked, left), transaction);
        }
        self.stage = Stage::LastTurn(repacked);
        Next::Turn
    }

    fn commit(&mut self, tab: &Tab, repacked: Box<Repacked>) -> Next {
        let beside = tab.house.lines_beside(&repacked);
        let (transaction, header) = tab.store.packing(&self.laid, &beside, &self.gathered.keys);
        self.store(Stage::Last(repacked, header, u64::from(!beside.is_empty())), transaction)
    }

    /// Gives up: takes away what it has stored.
    fn forget(&mut self, ended: Ended) -> Next {
        let segments = Transaction::strict(storage::forget(&self.keys, &self.laid));
        self.store(Stage::Forgetting(ended), segments)
    }

    fn end(&mut self, ended: Ended, tab: &mut Tab, disk: &Disk) -> Next {
        self.rounds += 1;
        let again = matches!(ended, Ended::Overtaken) && !self.gathered.tickets.is_empty() && self.rounds < ROUNDS_MAX;
        if again { self.begin(tab, disk) } else { Next::Ended(ended) }
    }

    /// Segments of all tickets that are here and not written as they now are; none where there is nothing.
    fn segments(&mut self, tab: &mut Tab) -> Option<Transaction> {
        let planned = tab.house.ledger().packing(&self.tickets);
        let batch = tab.fresh_batch();
        let mut segments = Vec::new();
        for place in 0..planned.segments() {
            let (text, packed) = tab.house.ledger().write_segment(&planned, place, self.keys.len());
            let key = batch + place as u64;
            self.tickets.extend(packed);
            self.keys.push(key);
            segments.push((key, Record::squeezed(&text)));
        }
        (!segments.is_empty()).then(|| Transaction::strict(storage::segments(segments)))
    }
}

impl Tab {
    /// The start of keys that no other page names.
    pub(super) fn fresh_batch(&mut self) -> u64 {
        self.batches += 1;
        (self.tag << 12 | self.batches) << 20
    }
}
