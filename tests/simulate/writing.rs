//! A page at work: it plans, the disk answers, and only then somebody is told; anything may happen between.

use shouwen::dice::Dice;
use shouwen::ledger::EventId;
use shouwen::protocol::{Command, Done, Trouble};

use super::checks;
use super::disk::Fate;
use super::failure::{Held, broken, hold};
use super::job::Job;
use super::tab::{Intent, Progress, Stored};
use super::world::{Place, World};

/// How often a page is let go on before it is said to go in circles.
const ROUNDS_MAX: usize = 200;

impl World {
    /// Has a page plan something.
    pub(crate) fn start(&mut self, place: Place, intent: Intent) -> Held<Option<Stored>> {
        self.touched.insert(place.0);
        if self.tab(place).lost {
            return Ok(None);
        }
        let moment = self.moment(place.0);
        let device = &mut self.devices[place.0];
        let progress = device.tabs[place.1].begin(intent, moment, &device.disk);
        self.went(place, progress, Fate::Done)
    }

    /// Has a page do what a screen asked for, as far as the dice let it go at once.
    pub(crate) fn command(&mut self, place: Place, command: Command, dice: &mut Dice) -> Held {
        self.start(place, Intent::Do(Box::new(command)))?;
        if dice.happens(self.odds.at_once) { self.finish(place, dice) } else { Ok(()) }
    }

    /// Lets a page go on until it waits for nothing, or ends.
    pub(crate) fn finish(&mut self, place: Place, dice: &mut Dice) -> Held {
        for _ in 0..ROUNDS_MAX {
            if self.tab(place).is_idle() {
                return Ok(());
            }
            if !self.go_on(place, dice)? {
                return Ok(());
            }
        }
        broken("a page that waits comes to an end", format!("{place:?} goes in circles"))
    }

    /// Lets the disk answer a page, or something happen to it; whether the page is still there.
    pub(crate) fn go_on(&mut self, place: Place, dice: &mut Dice) -> Held<bool> {
        self.touched.insert(place.0);
        let tab = &mut self.devices[place.0].tabs[place.1];
        if tab.job.as_ref().is_some_and(Job::has_turn) {
            return self.work_on(place, dice);
        }
        if tab.planned.is_none() {
            return match tab.queue.pop_front() {
                None => Ok(true),
                Some(Intent::TakeIn) => self.take_in(place, dice),
                Some(next) => self.start(place, next).map(|_| true),
            };
        }
        let Some(fate) = self.fate(place, dice) else { return Ok(false) };
        let device = &mut self.devices[place.0];
        let moment = device.wall.at(self.now_ms);
        let progress = device.tabs[place.1].append(&mut device.disk, moment, fate);
        let lacks = device.tabs[place.1].lacks_ledger;
        if matches!(progress, Progress::Waits) {
            self.count("another page was quicker");
        }
        if lacks {
            self.count("registered, or about to, on the strength of a glimpse");
        }
        self.went(place, progress, fate)?;
        Ok(true)
    }

    /// What happens to the write that a page waits for; none where the page does not live to see it.
    pub(crate) fn fate(&mut self, place: Place, dice: &mut Dice) -> Option<Fate> {
        let odds = self.odds;
        if dice.happens(odds.power_cut) {
            self.cut_power(place.0, dice);
            return None;
        }
        if dice.happens(odds.page_ends) {
            self.end_page(place, dice.happens(50));
            return None;
        }
        Some(match dice.below(100) {
            _ if self.devices[place.0].is_full => Fate::Full,
            thrown if thrown < odds.full => Fate::Full,
            thrown if thrown < odds.full + odds.given_up => Fate::Given,
            _ => Fate::Done,
        })
    }

    /// Holds what came of a page's work against what may come of it.
    fn went(&mut self, place: Place, progress: Progress, fate: Fate) -> Held<Option<Stored>> {
        match progress {
            Progress::Waits => {
                let tab = &self.devices[place.0].tabs[place.1];
                if let Some(planned) = &tab.planned {
                    checks::planned(&mut self.truth, tab, planned)?;
                }
                Ok(None)
            }
            Progress::Counts(stored) => {
                self.acknowledge(place, &stored)?;
                Ok(Some(*stored))
            }
            Progress::Refused(trouble) => {
                self.count("refused");
                self.tell(|| format!("  refused: {trouble:?}"));
                self.devices[place.0].tabs[place.1].queue.clear();
                let now_ms = self.moment(place.0).now_ms;
                hold(may_be_said(&trouble, now_ms), "nothing happens that should not", || format!("{trouble:?}"))
                    .map(|()| None)
            }
            Progress::NotStored(error) => {
                self.count(&format!("not stored: {error:?}"));
                self.tell(|| format!("  not stored: {error:?}"));
                self.devices[place.0].tabs[place.1].queue.clear();
                hold(fate.explains(error), "storing fails for a reason alone", || format!("{error:?} at {fate:?}"))
                    .map(|()| None)
            }
        }
    }

    /// Takes note of what a person was told.
    fn acknowledge(&mut self, place: Place, stored: &Stored) -> Held {
        let device = &mut self.devices[place.0];
        let tab = &device.tabs[place.1];
        // The page writes its marker after the fact, or is too slow.
        if !self.counter.is_multiple_of(8) {
            device.marker.events = tab.house.events();
        }
        let lines = &stored.planned.plan.lines;
        device.promised.events.extend(lines.iter().map(|line| EventId::of_line(line)));
        if let Done::Acknowledged(view) = &stored.done {
            let registered = self.truth.find(view.ticket);
            let known = registered.filter(|known| known.registers() && known.says("number") == view.number);
            hold(known.is_some(), "an acknowledged number is the registered one", || {
                format!("{} {}", view.ticket, view.number)
            })?;
            device.promised.numbers.insert(view.number.clone(), view.ticket);
            let number = view.number.clone();
            self.tell(|| format!("  acknowledged {number}"));
        }
        Ok(())
    }
}

/// Whether a trouble may be told to a person: a refusal, or a clock that shows a year which no number can carry.
fn may_be_said(trouble: &Trouble, now_ms: i64) -> bool {
    const YEARS_MS: std::ops::Range<i64> = 946_656_000_000..4_102_416_000_000;
    match trouble {
        Trouble::Broken(_) => !YEARS_MS.contains(&now_ms),
        Trouble::Refused(_)
        | Trouble::FindingRefused(_)
        | Trouble::SystemRefused(_)
        | Trouble::DeviceRefused(_)
        | Trouble::NoOffice
        | Trouble::NotFound(_) => true,
        Trouble::DiskFull
        | Trouble::NotStored(_)
        | Trouble::Vanished { .. }
        | Trouble::TooNew { .. }
        | Trouble::BadFile(_) => false,
    }
}
