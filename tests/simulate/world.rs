//! The devices, the files that went between them, and the truth about both.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use shouwen::dice::Dice;
use shouwen::house::Moment;
use shouwen::ledger::{DeviceId, Ticket, TicketId};

use super::checks::Shown;
use super::device::Device;
use super::disk::{Fate, Transaction};
use super::file::File;
use super::tab::Tab;
use super::truth::Truth;

/// Monday 23 November 2026, 08:00 in UTC+8: where every story begins.
const START_MS: i64 = 1_795_392_000_000;

/// Which page of which device.
pub(crate) type Place = (usize, usize);

/// What goes wrong between a page and its disk, in a hundred writes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Odds {
    pub(crate) full: u64,
    pub(crate) given_up: u64,
    pub(crate) page_ends: u64,
    pub(crate) power_cut: u64,
    /// How often a page is let go on at once, rather than after others have done something.
    pub(crate) at_once: u64,
}

/// Everything.
pub(crate) struct World {
    pub(crate) seed: u64,
    pub(crate) now_ms: i64,
    pub(crate) devices: Vec<Device>,
    /// Files that were written, whole ones and spoilt ones.
    pub(crate) post: Vec<Rc<File>>,
    pub(crate) truth: Truth,
    pub(crate) shown: Shown,
    pub(crate) odds: Odds,
    /// Devices that have changed since they were last checked.
    pub(crate) touched: BTreeSet<usize>,
    /// Devices whose database was taken away under pages that remembered differently: they may have gone on two ways, and
    /// their count of what was never exported, which is a place in one chain, says nothing then.
    pub(crate) split: BTreeSet<DeviceId>,
    /// How many forms and seeds were given out.
    pub(crate) counter: u64,
    /// How often what happened.
    pub(crate) tally: BTreeMap<String, u64>,
    story: Option<Vec<String>>,
}

impl World {
    /// A world in which nothing has happened.
    pub(crate) fn new(seed: u64, odds: Odds, is_told: bool) -> Self {
        Self {
            seed,
            now_ms: START_MS,
            devices: Vec::new(),
            post: Vec::new(),
            truth: Truth::default(),
            shown: Shown::default(),
            odds,
            touched: BTreeSet::new(),
            split: BTreeSet::new(),
            counter: 0,
            tally: BTreeMap::new(),
            story: is_told.then(Vec::new),
        }
    }

    /// Counts that something happened.
    pub(crate) fn count(&mut self, what: &str) {
        match self.tally.get_mut(what) {
            Some(count) => *count += 1,
            None => drop(self.tally.insert(what.to_owned(), 1)),
        }
    }

    /// Takes a line down where somebody will read it.
    pub(crate) fn tell(&mut self, line: impl FnOnce() -> String) {
        if let Some(story) = &mut self.story {
            story.push(line());
        }
    }

    /// What was taken down.
    pub(crate) fn story(&mut self) -> Vec<String> {
        self.story.take().unwrap_or_default()
    }

    /// What a page gets that is like no other's: a name, and a secret that no device has had.
    pub(crate) fn fresh(&mut self) -> (u64, [u8; 32]) {
        let seed = self.fresh_seed();
        (self.counter, seed)
    }

    /// A secret that no device has had.
    pub(crate) fn fresh_seed(&mut self) -> [u8; 32] {
        self.counter += 1;
        let mut dice = Dice::new(self.seed.rotate_left(32) ^ self.counter);
        let mut seed = [0; 32];
        seed.chunks_mut(8).for_each(|part| part.copy_from_slice(&dice.throw().to_le_bytes()));
        seed
    }

    /// Every open page.
    pub(crate) fn places(&self) -> Vec<Place> {
        let tabs =
            |(device, found): (usize, &Device)| (0..found.tabs.len()).map(move |tab| (device, tab)).collect::<Vec<_>>();
        self.devices.iter().enumerate().flat_map(tabs).collect()
    }

    pub(crate) fn tab(&self, (device, tab): Place) -> &Tab {
        &self.devices[device].tabs[tab]
    }

    /// A ticket as a page shows it, wherever its lines lie.
    pub(crate) fn ticket(&mut self, (device, tab): Place, id: TicketId) -> Option<Ticket> {
        let device = &mut self.devices[device];
        device.tabs[tab].ticket(&device.disk, id)
    }

    /// What the clock of a device shows.
    pub(crate) fn moment(&self, device: usize) -> Moment {
        self.devices[device].wall.at(self.now_ms)
    }

    /// A page ends, whatever it is doing. The browser may still do what it asked for, though nobody hears of it.
    pub(crate) fn end_page(&mut self, place: Place, is_stored: bool) {
        for transaction in self.take_page(place).into_iter().filter(|_| is_stored) {
            // Where another page was quicker it is undone, which nobody hears of either.
            self.devices[place.0].disk.run(transaction, Fate::Done).unwrap_or_default();
        }
    }

    /// The power of a device goes.
    pub(crate) fn cut_power(&mut self, device: usize, dice: &mut Dice) {
        self.count("power cut");
        self.tell(|| format!("  power of device {device} goes"));
        while !self.devices[device].tabs.is_empty() {
            for transaction in self.take_page((device, 0)) {
                self.devices[device].disk.run_into_the_dark(transaction);
            }
        }
        self.devices[device].disk.lose_power(dice);
    }

    /// Takes a page away, and returns the transactions that it waits for.
    fn take_page(&mut self, (device, tab): Place) -> Vec<Transaction> {
        self.touched.insert(device);
        let page = self.devices[device].tabs.remove(tab);
        let at = page.at_work();
        self.count(&format!("page ended {at}"));
        self.tell(|| format!("  page {tab} of device {device} ends {at}"));
        page.under_way()
    }
}
