//! One page with its back office: plan, append, and only then let it count, as `src/backoffice/writer.rs` does it.
//!
//! What the original awaits is a pause here: between planning and the disk's answer anything may happen, another tab's commit
//! or the end of the page. What it does beside its commands is a [`Job`].

use std::collections::{BTreeSet, VecDeque};

use shouwen::house::{House, Kept, Moment, Papers, Plan, Tables};
use shouwen::ledger::EventId;
use shouwen::office::Lang;
use shouwen::protocol::{Command, Done, Trouble};
use shouwen::storage::{self, Header};

use super::disk::{Disk, Fate, Transaction};
use super::export::Export;
use super::gathering::Preview;
use super::image::Image;
use super::job::Job;
use super::office::packs;
use super::store::{FromTables, Marker, News, Store, StoreError, event_values};

/// What somebody wants stored.
#[derive(Clone, Debug)]
pub(crate) enum Intent {
    /// What a screen asked for.
    Do(Box<Command>),
    /// A part of an import, of a loss made good, or the example office.
    Store(Plan),
    /// That a whole file has carried the device's events away, up to this place.
    Carried(shouwen::house::Carried),
    /// That gathered tickets count; by then the rest of their file is stored.
    TakeIn,
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
    /// Unlike that of any other page of the story.
    pub(crate) tag: u64,
    /// How many batches of segments it has named.
    pub(crate) batches: u64,
    pub(crate) house: House,
    pub(crate) store: Store,
    /// The events that its ledger must hold, kept apart from the ledger.
    pub(crate) holds: BTreeSet<EventId>,
    /// The office document that it must have.
    pub(crate) office: Option<String>,
    pub(crate) planned: Option<Planned>,
    /// What comes after that.
    pub(crate) queue: VecDeque<Intent>,
    /// What it does beside that.
    pub(crate) job: Option<Job>,
    /// A bundle that was read and waits for a yes.
    pub(crate) preview: Option<Preview>,
    /// A file that is being written.
    pub(crate) export: Option<Export>,
    /// How often its tables were damaged and made anew.
    pub(crate) mended: u64,
    /// How it stood when it was last checked.
    pub(crate) checked: Option<Stand>,
    /// Whether it has taken a glimpse of what others have packed and not read the rest.
    pub(crate) lacks_ledger: bool,
    /// Whether it has read what lists show and not the rest: it answers lists, and nothing else before it has.
    opens: bool,
    /// Set when the database was taken away under it.
    pub(crate) lost: bool,
    /// Segments that were read before the database was taken away.
    pub(crate) rescued: Option<Image>,
}

/// What tells whether a page's ledger has changed: how many events it must hold and says that it holds, how many bytes of their
/// lines are here, and what it has read or stored.
pub(crate) type Stand = (usize, u64, usize, u64, u64);

impl Intent {
    fn plan(&self, house: &House, moment: Moment) -> Result<Plan, Trouble> {
        match self {
            Self::Do(command) => house.plan(command, moment),
            Self::Store(plan) => Ok(plan.clone()),
            Self::Carried(carried) => house.plan_exported(*carried),
            Self::TakeIn => Ok(Plan::default()),
        }
    }
}

impl Tab {
    /// Opens a page: what is stored, and less than the marker says is vanished.
    pub(crate) fn open(
        disk: &mut Disk,
        marker: Marker,
        (tag, fresh): (u64, [u8; 32]),
        fate: Fate,
    ) -> Result<Self, StoreError> {
        let mut store = Store::open(disk, marker, fresh, fate)?;
        let News { lines, packed, office, settings, systems, .. } = store.read(disk)?;
        let kept = Kept { seed: store.seed, lines, office, settings, systems };
        let office = kept.office.clone();
        let on_lists = packed.clone().and_then(Result::ok).map(|Tables { rows, .. }| (kept.clone(), rows));
        let (mut house, mended) = open_house(&store, disk, packed, kept);
        if house.events() < marker.events {
            return Err(StoreError::Vanished);
        }
        let on_lists = on_lists.filter(|_| mended == 0 && tag % 4 == 1);
        let opens = on_lists.is_some();
        if let Some((kept, rows)) = on_lists {
            house = sound(House::open(&kept), "what was stored does not open");
            assert!(house.keep_lists_of(rows), "rows that were read once are read again");
        }
        let mut tab = Self {
            tag,
            batches: 0,
            house,
            store,
            holds: stored_in(disk),
            office,
            planned: None,
            queue: VecDeque::new(),
            job: None,
            preview: None,
            export: None,
            mended,
            checked: None,
            lacks_ledger: opens,
            opens,
            lost: false,
            rescued: None,
        };
        tab.house.shelve(packs().iter().cloned());
        tab.bring(disk);
        Ok(tab)
    }

    /// Plans what is wanted. A refusal may rest on what another tab has changed meanwhile.
    pub(crate) fn begin(&mut self, intent: Intent, moment: Moment, disk: &Disk) -> Progress {
        loop {
            match self.ask(disk, |house| intent.plan(house, moment)) {
                Ok(plan) if !self.lacks_ledger || (plan.registers() && !self.opens) => {
                    if plan.is_empty() {
                        return self.count(Planned { intent, plan, moment });
                    }
                    self.planned = Some(Planned { intent, plan, moment });
                    return Progress::Waits;
                }
                Err(trouble) if self.lost => return Progress::Refused(trouble),
                planned => match (self.take_all_news(disk), planned) {
                    (Ok(true), _) => {}
                    (Ok(false), Err(trouble)) => return Progress::Refused(trouble),
                    (Ok(false), Ok(_)) => panic!("a page that lacks something reads nothing"),
                    (Err(error), _) => return Progress::NotStored(error),
                },
            }
        }
    }

    /// Lets the disk answer. Where another tab was quicker, reads what it stored and plans again.
    pub(crate) fn append(&mut self, disk: &mut Disk, moment: Moment, fate: Fate) -> Progress {
        let Some(planned) = self.planned.take() else { return Progress::Waits };
        let stored = disk.run(self.transaction(&planned.plan), fate).map_err(StoreError::from);
        match stored {
            Ok(()) => {
                self.store.commits += 1;
                self.count(planned)
            }
            Err(StoreError::Behind) => match self.hear(disk) {
                Ok(true) => self.begin(planned.intent, moment, disk),
                Ok(false) => Progress::NotStored(StoreError::Behind),
                Err(error) => Progress::NotStored(error),
            },
            Err(error) => Progress::NotStored(error),
        }
    }

    /// The transactions that the disk is at.
    pub(crate) fn under_way(&self) -> Vec<Transaction> {
        let commit = self.planned.as_ref().map(|planned| self.transaction(&planned.plan));
        let beside = self.job.as_ref().and_then(Job::under_way).cloned();
        commit.into_iter().chain(beside).collect()
    }

    /// How its ledger stands.
    pub(crate) fn stand(&self) -> Stand {
        let (holds, events, here) = (self.holds.len(), self.house.events(), self.house.ledger().bytes_here());
        (holds, events, here, self.store.commits, self.store.packed.commits)
    }

    /// What it is at, for the tally.
    pub(crate) fn at_work(&self) -> &'static str {
        match (&self.planned, &self.job, &self.preview) {
            (Some(_), Some(_), _) => "while it stored and worked beside",
            (Some(_), None, _) => "while it stored",
            (None, Some(job), _) => job.name(),
            (None, None, Some(_)) => "with a file read",
            (None, None, None) => "at rest",
        }
    }

    /// Whether nothing has its turn and nothing waits for one.
    pub(crate) fn is_idle(&self) -> bool {
        self.planned.is_none() && self.queue.is_empty() && !self.job.as_ref().is_some_and(Job::has_turn)
    }

    fn transaction(&self, plan: &Plan) -> Transaction {
        Transaction::strict(storage::commit(self.store.commits + 1, plan.into()))
    }

    /// Reads what other tabs stored; whether there was anything. Where it waits for nothing else, of what was packed a glimpse will do.
    pub(crate) fn hear(&mut self, disk: &Disk) -> Result<bool, StoreError> {
        if self.opens {
            self.look_closer(disk)?;
        }
        let is_at_leisure = self.job.is_none() && self.preview.is_none() && self.export.is_none();
        if !self.glances() || !is_at_leisure {
            return self.take_news(disk);
        }
        let before = self.store.clone();
        let mut news = self.store.glimpse(disk)?;
        if let Some(later) = news.glimpse.take() {
            if !self.house.glimpse(later) {
                self.store = before;
                return self.take_news(disk);
            }
            self.lacks_ledger = true;
        }
        Ok(self.take(disk, news))
    }

    /// Whether it is a page for visitors, which takes a glimpse of what others have packed and reads the rest when it is at leisure.
    pub(crate) fn glances(&self) -> bool {
        self.tag.is_multiple_of(2)
    }

    /// Reads what other tabs stored, all of it; whether there was anything.
    pub(crate) fn take_news(&mut self, disk: &Disk) -> Result<bool, StoreError> {
        let news = self.store.read(disk)?;
        Ok(self.take(disk, news))
    }

    /// The same where there may be no more than a glimpse of what was packed.
    pub(crate) fn take_all_news(&mut self, disk: &Disk) -> Result<bool, StoreError> {
        let before = (self.store.commits, self.store.packed.clone());
        if self.lacks_ledger {
            (self.store.commits, self.store.packed) = (0, Header::default());
        }
        let taken = self.take_news(disk);
        if taken.is_err() {
            (self.store.commits, self.store.packed) = before;
        }
        taken
    }

    /// Reads everything of which a glimpse was taken.
    pub(crate) fn look_closer(&mut self, disk: &Disk) -> Result<(), StoreError> {
        match self.store.read_packed(disk)? {
            Ok(Tables { packed, rows }) if self.lacks_ledger => {
                self.house.bring_packed(packed);
                if self.house.keep_lists_of(rows) {
                    (self.lacks_ledger, self.opens) = (false, false);
                    return Ok(());
                }
            }
            _ => {}
        }
        self.take_all_news(disk).map(drop)
    }

    fn take(&mut self, disk: &Disk, news: News) -> bool {
        let News { mut lines, commits, packed, office, settings, systems, .. } = news;
        if commits == 0 {
            return false;
        }
        let papers = Papers { office: office.as_deref(), settings: settings.as_deref(), systems: systems.as_deref() };
        let is_damaged = matches!(packed, Some(Err(_)));
        if is_damaged {
            lines = self.with_all_segments(disk, lines);
        }
        let otherwise = "what another page stored does not open";
        let Some(tables) = packed else {
            sound(self.house.catch_up(&lines, papers), otherwise);
            return self.caught_up(disk, office);
        };
        (self.lacks_ledger, self.opens) = (false, false);
        if !sound(self.house.catch_up_packed(tables.unwrap_or_default(), &lines, papers), otherwise) {
            lines = self.with_all_segments(disk, lines);
            assert!(
                sound(self.house.catch_up_packed(Tables::default(), &lines, papers), otherwise),
                "no rows are read"
            );
        }
        self.caught_up(disk, office)
    }

    fn caught_up(&mut self, disk: &Disk, office: Option<String>) -> bool {
        self.bring(disk);
        self.holds.extend(stored_in(disk));
        self.office = office;
        true
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

/// Opens a house on what was read, at first on lists alone, and says how often tables were made anew: where they are damaged, all
/// lines are read from the segments.
fn open_house(store: &Store, disk: &Disk, found: Option<FromTables>, mut kept: Kept) -> (House, u64) {
    const OTHERWISE: &str = "what was stored does not open";
    let mut mended = 0;
    let mut all_lines = |kept: &mut Kept| {
        mended += 1;
        let newest = std::mem::take(&mut kept.lines);
        kept.lines =
            store.segments(disk).flat_map(|segment| segment.lines()).map(str::to_owned).chain(newest).collect();
    };
    if matches!(found, Some(Err(_))) {
        all_lines(&mut kept);
    }
    let Tables { packed, rows } = found.and_then(Result::ok).unwrap_or_default();
    let mut house = sound(House::open(&kept), OTHERWISE);
    if house.keep_lists_of(rows) {
        house.bring_packed(packed);
    } else {
        all_lines(&mut kept);
        house = sound(House::open(&kept), OTHERWISE);
        house.keep_lists();
    }
    (house, mended)
}

/// Every event that a database holds, as open pages see it.
fn stored_in(disk: &Disk) -> BTreeSet<EventId> {
    disk.image().into_iter().flat_map(event_values).flat_map(|value| value.ids().iter().copied()).collect()
}

/// What must never fail, whatever was stored.
pub(crate) fn sound<T>(answer: Result<T, Trouble>, otherwise: &str) -> T {
    answer.unwrap_or_else(|trouble| panic!("{otherwise}: {trouble:?}"))
}
