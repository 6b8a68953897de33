//! One page with its back office: plan, append, and only then let it count, as `src/backoffice/writer.rs` does it.
//!
//! What the original awaits is a pause here: between planning and the disk's answer anything may happen, another tab's commit
//! or the end of the page.

use std::collections::{BTreeSet, VecDeque};

use shouwen::house::{House, Kept, Moment, Papers, Plan};
use shouwen::ledger::EventId;
use shouwen::office::Lang;
use shouwen::protocol::{Command, Done, Trouble};

use super::disk::{Disk, Fate, Transaction};
use super::office::packs;
use super::store::{Marker, News, Store, StoreError};

/// What somebody wants stored.
#[derive(Clone, Debug)]
pub(crate) enum Intent {
    /// What a screen asked for.
    Do(Box<Command>),
    /// A part of an import, of a loss made good, or the example office.
    Store(Plan),
    /// That a whole file has carried the device's events away, up to this place.
    Carried(u64),
}

/// An intent on its way to the disk.
#[derive(Clone, Debug)]
pub(crate) struct Planned {
    pub(crate) intent: Intent,
    pub(crate) plan: Plan,
    pub(crate) moment: Moment,
}

/// What came of an intent that was stored.
#[derive(Debug)]
pub(crate) struct Stored {
    pub(crate) planned: Planned,
    pub(crate) done: Done,
}

/// How far an intent came.
#[derive(Debug)]
pub(crate) enum Progress {
    /// It waits for the disk.
    Waits,
    /// It counts.
    Counts(Box<Stored>),
    /// It cannot be done.
    Refused(Trouble),
    /// It was not stored.
    NotStored(StoreError),
}

/// A page over a database.
pub(crate) struct Tab {
    pub(crate) house: House,
    pub(crate) store: Store,
    /// The events that its ledger must hold, kept apart from the ledger.
    pub(crate) holds: BTreeSet<EventId>,
    /// The office document that it must have.
    pub(crate) office: Option<String>,
    pub(crate) planned: Option<Planned>,
    /// What comes after that.
    pub(crate) queue: VecDeque<Intent>,
    /// Set when the database was taken away under it.
    pub(crate) lost: bool,
}

impl Intent {
    fn plan(&self, house: &House, moment: Moment) -> Result<Plan, Trouble> {
        match self {
            Self::Do(command) => house.plan(command, moment),
            Self::Store(plan) => Ok(plan.clone()),
            Self::Carried(own_seq) => house.plan_exported(*own_seq),
        }
    }
}

impl Tab {
    /// Opens a page: what is stored, and less than the marker says is vanished.
    pub(crate) fn open(disk: &mut Disk, marker: Marker, fresh: [u8; 32], fate: Fate) -> Result<Self, StoreError> {
        let mut store = Store::open(disk, marker, fresh, fate)?;
        let News { lines, office, settings, systems, .. } = store.read(disk)?;
        if store.events < marker.events {
            return Err(StoreError::Vanished);
        }
        let kept = Kept { seed: store.seed, lines, office, settings, systems };
        let mut house =
            House::open(&kept).unwrap_or_else(|trouble| panic!("what was stored does not open: {trouble:?}"));
        house.keep_lists();
        house.shelve(packs().iter().cloned());
        let holds = kept.lines.iter().map(|line| EventId::of_line(line)).collect();
        Ok(Self { house, store, holds, office: kept.office, planned: None, queue: VecDeque::new(), lost: false })
    }

    /// Plans what is wanted. A refusal may rest on what another tab has changed meanwhile.
    pub(crate) fn begin(&mut self, intent: Intent, moment: Moment, disk: &Disk) -> Progress {
        loop {
            match intent.plan(&self.house, moment) {
                Ok(plan) if plan.is_empty() => return self.count(Planned { intent, plan, moment }),
                Ok(plan) => {
                    self.planned = Some(Planned { intent, plan, moment });
                    return Progress::Waits;
                }
                Err(trouble) if self.lost => return Progress::Refused(trouble),
                Err(trouble) => match self.take_news(disk) {
                    Ok(true) => {}
                    Ok(false) => return Progress::Refused(trouble),
                    Err(error) => return Progress::NotStored(error),
                },
            }
        }
    }

    /// Lets the disk answer. Where another tab was quicker, reads what it stored and plans again.
    pub(crate) fn append(&mut self, disk: &mut Disk, moment: Moment, fate: Fate) -> Progress {
        let Some(planned) = self.planned.take() else { return Progress::Waits };
        let stored = disk.run(self.store.transaction(&planned.plan), fate).map_err(StoreError::from);
        match stored {
            Ok(()) => {
                self.store.advance(1, planned.plan.lines.len() as u64);
                self.count(planned)
            }
            Err(StoreError::Behind) => match self.take_news(disk) {
                Ok(true) => self.begin(planned.intent, moment, disk),
                Ok(false) => Progress::NotStored(StoreError::Behind),
                Err(error) => Progress::NotStored(error),
            },
            Err(error) => Progress::NotStored(error),
        }
    }

    /// The transaction that the disk is at.
    pub(crate) fn under_way(&self) -> Option<Transaction> {
        self.planned.as_ref().map(|planned| self.store.transaction(&planned.plan))
    }

    /// Reads what other tabs stored; whether there was anything.
    pub(crate) fn take_news(&mut self, disk: &Disk) -> Result<bool, StoreError> {
        let News { lines, commits, office, settings, systems } = self.store.read(disk)?;
        if commits == 0 {
            return Ok(false);
        }
        let papers = Papers { office: office.as_deref(), settings: settings.as_deref(), systems: systems.as_deref() };
        let caught_up = self.house.catch_up(&lines, papers);
        caught_up.unwrap_or_else(|trouble| panic!("what another tab stored does not open: {trouble:?}"));
        self.holds.extend(lines.iter().map(|line| EventId::of_line(line)));
        self.office = office;
        Ok(true)
    }

    /// Lets a plan count that is stored.
    fn count(&mut self, planned: Planned) -> Progress {
        self.holds.extend(planned.plan.lines.iter().map(|line| EventId::of_line(line)));
        if let Some(office) = &planned.plan.office {
            self.office.clone_from(office);
        }
        match self.house.commit(planned.plan.clone(), Lang::Hans, planned.moment) {
            Ok(done) => Progress::Counts(Box::new(Stored { planned, done })),
            // What is stored counts whatever becomes of the reply.
            Err(trouble) => Progress::Refused(trouble),
        }
    }
}
