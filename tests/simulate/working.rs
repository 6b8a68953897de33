//! A page at what it does beside its commands: the disk answers, or something happens to the page; and what may come of it.

use shouwen::dice::Dice;
use shouwen::protocol::Trouble;

use super::checks;
use super::chore::Chore;
use super::disk::Fate;
use super::failure::{Held, broken, hold};
use super::job::{Ended, Job, Work};
use super::packing::Packing;
use super::steps::timing;
use super::store::StoreError;
use super::world::{Place, World};

/// How often a job goes on before it is said to go in circles.
const ROUNDS_MAX: usize = 400;

impl World {
    /// Has a page begin with something beside its commands. Where it is at something else, that is finished first; whether
    /// the page is still there.
    pub(crate) fn begin_work(&mut self, place: Place, work: Work, dice: &mut Dice) -> Held<bool> {
        if !self.finish_work(place, dice)? {
            return Ok(false);
        }
        timing::look_closer_at(self, place)?;
        self.devices[place.0].tabs[place.1].job = Some(Job::new(work));
        self.work_on(place, dice)
    }

    /// Lets a page do to the end what it does beside its commands; whether the page is still there.
    pub(crate) fn finish_work(&mut self, place: Place, dice: &mut Dice) -> Held<bool> {
        for _ in 0..ROUNDS_MAX {
            let tab = self.tab(place);
            let Some(job) = &tab.job else { return Ok(true) };
            let waits = job.wants_turn() && tab.planned.is_some();
            let is_there = if waits { self.go_on(place, dice)? } else { self.work_on(place, dice)? };
            if !is_there {
                return Ok(false);
            }
        }
        broken("what a page does beside its commands comes to an end", format!("{place:?} goes in circles"))
    }

    /// Lets a page go on with what it does beside its commands; whether the page is still there.
    pub(crate) fn work_on(&mut self, place: Place, dice: &mut Dice) -> Held<bool> {
        self.touched.insert(place.0);
        let tab = self.tab(place);
        let Some(job) = &tab.job else { return Ok(true) };
        if job.wants_turn() && tab.planned.is_some() {
            return Ok(true);
        }
        let mut answer = Ok(());
        if job.under_way().is_some() {
            let Some(fate) = self.fate(place, dice) else { return Ok(false) };
            answer = self.answer(place, fate)?;
        }
        let device = &mut self.devices[place.0];
        let tab = &mut device.tabs[place.1];
        let Some(mut job) = tab.job.take() else { return Ok(true) };
        match job.go_on(tab, &device.disk, answer) {
            None => tab.job = Some(job),
            Some(ended) => self.ended(place, job, &ended)?,
        }
        Ok(true)
    }

    /// Lets gathered tickets count, once the rest of their file is stored; whether the page is still there.
    pub(crate) fn take_in(&mut self, place: Place, dice: &mut Dice) -> Held<bool> {
        if !self.finish_work(place, dice)? {
            return Ok(false);
        }
        let tab = &mut self.devices[place.0].tabs[place.1];
        let Some(preview) = &mut tab.preview else { return Ok(true) };
        if preview.gathered.tickets.is_empty() {
            tab.preview = None;
            return Ok(true);
        }
        let gathered = std::mem::take(&mut preview.gathered);
        self.begin_work(place, Work::Pack(Box::new(Packing::with(gathered))), dice)
    }

    /// The disk's answer to what a page does beside its commands.
    fn answer(&mut self, place: Place, fate: Fate) -> Held<Result<(), StoreError>> {
        let device = &mut self.devices[place.0];
        let Some(job) = &mut device.tabs[place.1].job else { return Ok(Ok(())) };
        let Some(transaction) = job.take_under_way() else { return Ok(Ok(())) };
        let answer = device.disk.run(transaction, fate).map_err(StoreError::from);
        if let Err(error) = answer {
            let is_behind = error == StoreError::Behind && job.may_be_overtaken();
            let expected = is_behind || fate.explains(error);
            let what = format!("not stored {}: {error:?}", job.name());
            self.count(&what);
            self.tell(|| format!("  {place:?} {what}"));
            hold(expected, "storing fails for a reason alone", || format!("{what} at {fate:?}"))?;
        }
        Ok(answer)
    }

    /// Holds what came of a job against what may come of it.
    fn ended(&mut self, place: Place, job: Job, ended: &Ended) -> Held {
        let name = job.name();
        let is_done = matches!(ended, Ended::Done(_));
        let what = match ended {
            Ended::Done(what) => (*what).to_owned(),
            Ended::Overtaken => format!("in vain {name}: another page was quicker"),
            Ended::NotStored(error) => format!("in vain {name}: {error:?}"),
            Ended::Refused(trouble) => format!("in vain {name}: {trouble:?}"),
        };
        self.count(&what);
        self.tell(|| format!("  {place:?} {what}"));
        match job.work {
            Work::Pack(packing) => self.packed(place, *packing, is_done, ended),
            Work::Read(_) if is_done => self.previewed(place),
            Work::Read(_) | Work::Chore(Chore::Forget(_) | Chore::Squeeze) => Ok(()),
        }
    }

    /// A file was read: what is said of it is held against the truth, and then what was gathered counts by its segments.
    fn previewed(&mut self, place: Place) -> Held {
        let tab = &mut self.devices[place.0].tabs[place.1];
        let Some(mut preview) = tab.preview.take() else { return Ok(()) };
        checks::previewed(&self.truth, tab, &preview)?;
        preview.bundle.lines.retain(|line| !line.text.is_empty());
        if !preview.gathered.tickets.is_empty() {
            self.count("tickets gathered");
        }
        self.devices[place.0].tabs[place.1].preview = Some(preview);
        Ok(())
    }

    fn packed(&mut self, place: Place, packing: Packing, is_done: bool, ended: &Ended) -> Held {
        let gathered = packing.gathered;
        let device = &mut self.devices[place.0];
        let tab = &mut device.tabs[place.1];
        if let Ended::Refused(trouble) = ended {
            let truth = &self.truth;
            let known = |id| tab.holds.iter().any(|held| truth.event(*held).ticket == truth.event(id).ticket);
            let is_known = gathered.ids.iter().any(|id| known(*id));
            let lacks = !tab.house.ledger().lacking().is_empty();
            let explained = match trouble {
                Trouble::NotFound(_) => is_known,
                Trouble::Broken(_) => lacks,
                _ => false,
            };
            hold(explained, "packing is refused for a reason alone", || format!("{trouble:?}"))?;
        }
        if gathered.tickets.is_empty() {
            return Ok(());
        }
        if is_done {
            tab.preview = None;
            device.promised.events.extend(&gathered.ids);
            device.marker.events = tab.house.events();
            self.count("gathered tickets taken in");
        } else if let Some(preview) = &mut tab.preview {
            preview.gathered = gathered;
        }
        Ok(())
    }
}
