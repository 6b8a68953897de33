//! The one who writes: the house in memory, and the store that it must never run ahead of.
//!
//! Storing something is: take the turn (one command at a time in this tab), plan, append durably, and only then let it
//! count. A tab that turns out to be behind holds the lock from then on (one tab at a time), reads what the others stored and
//! plans again.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use tokio::sync::{Mutex, OnceCell};

use super::away::with_all_segments;
use super::bell::Bell;
use super::import::Preview;
use super::lock::Held;
use super::meanwhile::meanwhile;
use super::occupied::Occupied;
use super::rehearsal::Rehearsal;
use super::seldom::seldom;
use super::store::{Pace, ReadSoFar};
use super::{Assets, Marker, Outbox, Store, StoreError, assets, browser, lock};
use crate::house::{House, Moment, Papers, Plan, Tables};
use crate::office::Lang;
use crate::protocol::{Done, Trouble};
use crate::rules::{CompiledPack, read_compact};

/// How long a closer look waits: another tab that has packed has more to do for a while, and perhaps packs again.
const BEFORE_A_CLOSER_LOOK_MS: u32 = 1_000;

/// How often something has changed, as far as a tab knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// Anything.
    pub all: u64,
    /// The office, the settings, or the systems of its own.
    pub papers: u64,
}

/// One tab's back office over one database.
pub struct Writer {
    pub(super) house: Occupied,
    pub(super) outbox: Outbox,
    pub(super) previewed: RefCell<Option<Preview>>,
    /// How often somebody has wanted an import to end that was under way.
    pub(super) import_stops: Cell<u32>,
    pub(super) assets: Assets,
    pub(super) store: Rc<Store>,
    pub(super) name: String,
    /// Whether what the ledger knows of packed tickets is still to be read.
    pub(super) lacks_ledger: Cell<bool>,
    /// Whether that is under way, out of turn.
    pub(super) looks_closer: Cell<bool>,
    /// What became of reading what lists can do without; see [`Writer::whole`].
    pub(super) whole: OnceCell<Result<(), Trouble>>,
    pub(super) turn: Mutex<()>,
    /// Whether packing is under way.
    pub(super) packing: Cell<bool>,
    /// How many bytes of lines could not be packed at the last attempt.
    pub(super) unpacked_bytes: Cell<usize>,
    /// Whether segments may lie in the database that are not compressed yet.
    pub(super) may_squeeze: Cell<bool>,
    pub(super) bell: RefCell<Option<Bell>>,
    pub(super) revision: Cell<Revision>,
    pub(super) marker: Cell<Marker>,
    /// Set when the database was taken away and is not there any more.
    pub(super) loss: RefCell<Option<Trouble>>,
    pub(super) rehearsal: Rehearsal,
}

impl Writer {
    /// Looks into the house as things stand.
    pub async fn see<T>(&self, look: impl Fn(&House, Moment) -> Result<T, Trouble>) -> Result<T, Trouble> {
        let moment = now();
        self.ask(|house| look(house, moment)).await
    }

    /// Does what can wait until after the reply: tells the page and the other tabs that something changed, and lets what
    /// was stored count.
    pub fn announce(&self, before: Revision) {
        if self.tell(before) {
            self.ring();
        }
        self.house.settle();
    }

    /// Tells the page what changed; whether anything did.
    fn tell(&self, before: Revision) -> bool {
        let now = self.revision();
        if now != before {
            self.outbox.changed(now.papers != before.papers);
        }
        now != before
    }

    /// Tells the other tabs that something is stored that they have not read.
    pub(super) fn ring(&self) {
        if let Some(bell) = self.bell.borrow().as_ref() {
            bell.ring();
        }
    }

    /// Rises with every change that this tab made or heard of.
    pub fn revision(&self) -> Revision {
        self.revision.get()
    }

    /// Where the files that come with the app are read from.
    pub(super) fn assets(&self) -> Assets {
        self.assets
    }

    /// Brings the packs of the systems in force and planned, where they are not there yet.
    pub(super) async fn shelve_missing(&self) -> Result<(), Trouble> {
        let missing: Vec<String> = self.house.borrow().missing_packs(now()).map(assets::pack_file).collect();
        for file in missing {
            self.shelve(&file).await?;
        }
        Ok(())
    }

    /// Brings the English of the packs on the shelf, where it has not come yet; of all at once where `whole` says so.
    pub(super) async fn bring_english(&self, whole: bool) -> Result<(), Trouble> {
        let lacking: Vec<String> = self.house.borrow().without_english().map(assets::english_file).collect();
        let files = if whole && !lacking.is_empty() { vec![assets::LIBRARY_ENGLISH.to_owned()] } else { lacking };
        for file in files {
            let bytes = self.assets.read(&file).await?;
            self.house.borrow_mut().learn_english(&bytes)?;
        }
        Ok(())
    }

    pub(super) async fn shelve(&self, file: &str) -> Result<(), Trouble> {
        let packs = self.packs_in(file).await?;
        self.house.borrow_mut().shelve(packs);
        Ok(())
    }

    /// The packs in a file that comes with the app.
    pub(super) async fn packs_in(&self, file: &str) -> Result<Vec<CompiledPack>, Trouble> {
        let bytes = self.assets.read(file).await?;
        let packs = browser::timed("packs", || read_compact(&bytes));
        packs.map_err(|error| Trouble::Broken(format!("{file}: {error}")))
    }

    /// The database's name.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The seed of the device's signing key.
    pub(super) fn seed(&self) -> [u8; 32] {
        self.store.seed()
    }

    /// What the marker outside the database should say.
    pub fn marker(&self) -> Marker {
        self.marker.get()
    }

    /// That the database was taken away, where it was.
    pub fn lost(&self) -> Option<Trouble> {
        self.loss.borrow().clone()
    }

    /// Ends the connection; stored data stays.
    pub fn close(&self) {
        self.bell.take();
        self.store.close();
    }

    /// Stores what `plan` says, once its turn comes, and lets it count.
    pub async fn store_planned(
        &self,
        lang: Lang,
        plan: &dyn Fn(&House, Moment) -> Result<Plan, Trouble>,
    ) -> Result<Done, Trouble> {
        self.store(lang, plan, false).await
    }

    /// Like [`store_planned`](Self::store_planned), for one of many: queues with the other tabs from the beginning, so that
    /// none of them waits longer than for one.
    pub(super) async fn store_one_of_many(
        &self,
        lang: Lang,
        plan: &dyn Fn(&House, Moment) -> Result<Plan, Trouble>,
    ) -> Result<Done, Trouble> {
        self.store(lang, plan, true).await
    }

    async fn store(
        &self,
        lang: Lang,
        plan: &dyn Fn(&House, Moment) -> Result<Plan, Trouble>,
        one_of_many: bool,
    ) -> Result<Done, Trouble> {
        let _turn = self.turn.lock().await;
        let mut held: Option<Held> = None;
        if one_of_many {
            held = Some(lock::hold(&self.name).await);
        }
        if let Some(loss) = self.lost() {
            return Err(loss);
        }
        loop {
            let moment = now();
            let planned = self.ask(|house| plan(house, moment)).await;
            let plan = match planned {
                Ok(plan) if plan.registers() || !self.lacks_ledger.get() => plan,
                // It may rest on what another tab has changed meanwhile.
                _ if self.take_all_news().await? => continue,
                planned => planned?,
            };
            if plan.is_empty() {
                return self.house.borrow_mut().commit(plan, lang, moment);
            }
            let aside = || {
                let house = self.house.borrow();
                (house.foresee(&plan, lang, moment), house.new_events(&plan))
            };
            let (stored, (foreseen, new_events)) = meanwhile(self.store.append((&plan).into()), aside).await;
            match stored {
                Ok(()) => {
                    let changes_papers = plan.changes_papers();
                    self.changed(moment, self.marker().events + new_events, changes_papers);
                    self.house.owe(plan);
                    if changes_papers {
                        self.shelve_missing().await?;
                    }
                    return foreseen;
                }
                Err(StoreError::Behind) => {
                    // Another tab was quicker: from now on they take turns.
                    if held.is_none() {
                        held = Some(lock::hold(&self.name).await);
                    }
                    if !self.take_news().await? {
                        return Err(StoreError::Behind.into());
                    }
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Reads what other tabs stored; whether there was anything. Where it cannot be taken, it counts as unread, so that nothing is
    /// written that does not know of it.
    pub(super) async fn take_news(&self) -> Result<bool, Trouble> {
        let before = self.store.read_so_far();
        let taken = self.take_unread().await;
        if taken.is_err() {
            self.store.go_back_to(before);
        }
        taken
    }

    /// The same, where there may be no more than a glimpse of what was packed: then everything is read anew.
    pub(super) async fn take_all_news(&self) -> Result<bool, Trouble> {
        let before = self.store.read_so_far();
        if self.lacks_ledger.get() {
            self.store.go_back_to(ReadSoFar::default());
        }
        let taken = seldom(self.take_news()).await;
        if taken.is_err() {
            self.store.go_back_to(before);
        }
        taken
    }

    async fn take_unread(&self) -> Result<bool, Trouble> {
        let mut news = loop {
            let mut news = seldom(self.store.read()).await?;
            let Some(later) = news.glimpse.take() else { break news };
            if self.house.borrow_mut().glimpse(later) {
                self.lacks_ledger.set(true);
                break news;
            }
            // It is not enough to go on with.
            self.store.go_back_to(ReadSoFar::default());
        };
        if news.commits == 0 {
            return Ok(false);
        }
        let packed = news.packed.take();
        if packed.is_some() {
            self.lacks_ledger.set(false);
        }
        let papers = Papers {
            office: news.office.as_deref(),
            settings: news.settings.as_deref(),
            systems: news.systems.as_deref(),
        };
        let changes_papers = !self.house.borrow().has_papers(papers);
        let is_sound = match packed {
            None => self.house.borrow_mut().catch_up(&news.lines, papers).map(|()| true)?,
            Some(Ok(tables)) => self.house.borrow_mut().catch_up_packed(tables, &news.lines, papers)?,
            Some(Err(error)) => {
                self.outbox.mention(&Trouble::Broken(error.to_string()));
                false
            }
        };
        if !is_sound {
            let lines = seldom(with_all_segments(&self.store, news.lines)).await?;
            self.house.borrow_mut().catch_up_packed(Tables::default(), &lines, papers)?;
        }
        seldom(self.bring_missed()).await?;
        self.note_read(changes_papers);
        seldom(self.shelve_missing()).await?;
        Ok(true)
    }

    /// Notes that what others stored was read.
    fn note_read(&self, changes_papers: bool) {
        let marker = self.marker();
        let events = self.house.borrow().events().max(marker.events);
        self.changed(Moment { now_ms: marker.at_ms }, events, changes_papers);
    }

    /// Notes what is stored now.
    pub(super) fn changed(&self, moment: Moment, events: u64, changes_papers: bool) {
        let Revision { all, papers } = self.revision.get();
        self.revision.set(Revision { all: all + 1, papers: papers + u64::from(changes_papers) });
        let marker = Marker { at_ms: moment.now_ms.max(self.marker().at_ms), events };
        self.marker.set(marker);
        self.outbox.stored(marker);
    }

    /// Takes in what other tabs stored, and tells the page.
    pub(super) async fn hear(&self) {
        let turn = self.turn.lock().await;
        let before = self.revision();
        if let Err(trouble) = self.take_news().await {
            self.outbox.mention(&trouble);
        }
        self.tell(before);
        drop(turn);
        if !self.looks_closer.replace(true) {
            self.look_closer().await;
            self.looks_closer.set(false);
        }
    }

    /// Brings everything of which a glimpse was taken. It is read out of turn and little by little, so that registrations go on.
    async fn look_closer(&self) {
        let mut tried = false;
        while self.lacks_ledger.get() {
            TimeoutFuture::new(BEFORE_A_CLOSER_LOOK_MS).await;
            let packing = self.store.packed().commits;
            let read = self.store.read_ledger(Pace::Gently).await;
            let _turn = self.turn.lock().await;
            if self.store.packed().commits != packing || !self.lacks_ledger.get() {
                continue;
            }
            let before = self.revision();
            if let Ok(Ok(tables)) = read {
                self.bring_ledger(tables);
                self.note_read(false);
            } else if !tried {
                // Another packing may have replaced them; of that one this tab hears before it looks again.
                tried = true;
                continue;
            } else if let Err(trouble) = self.take_all_news().await {
                return self.outbox.mention(&trouble);
            }
            self.tell(before);
        }
    }

    /// Whether no more than a glimpse was taken of what another tab has packed.
    pub(super) fn has_glimpsed(&self) -> bool {
        self.lacks_ledger.get()
    }

    /// Brings what the ledger knows of packed tickets.
    pub(super) fn bring_ledger(&self, tables: Tables) {
        self.house.borrow_mut().bring_packed(tables.packed);
        self.lacks_ledger.set(false);
    }
}

pub(super) fn now() -> Moment {
    Moment { now_ms: browser::now_ms() }
}

/// Draws the secret that makes a device.
pub(super) fn fresh_seed() -> Result<[u8; 32], Trouble> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|error| Trouble::Broken(format!("no chance for a device key: {error}")))?;
    Ok(seed)
}
