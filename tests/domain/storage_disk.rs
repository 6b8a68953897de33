//! A database in memory, as `IndexedDB` would keep it, and a device over it that does what the back office does.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use shouwen::house::{House, Kept, Moment, Papers, Repacked as Repacking, Tables};
use shouwen::ledger::packed::Place;
use shouwen::office::Lang;
use shouwen::protocol::{Command, Done, Query, Seen, Trouble};
use shouwen::rules::load_system;
use shouwen::storage::{self, Emptying, Header, Key, Part, Reading, Repacked, Store, Transaction, Value, Write, meta};

type Records = BTreeMap<(Store, Key), Value>;

/// Records by store and key, shared by the tabs that have it open.
#[derive(Clone, Default)]
pub(crate) struct Disk(Rc<RefCell<Records>>);

/// A table read at once.
pub(crate) fn read_whole(name: &str, bytes: Vec<u8>) -> Reading {
    let mut table = Reading::of(name);
    table.push(bytes);
    table
}

/// Another tab has stored something first.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Behind;

impl Disk {
    /// Makes all writes or none.
    pub(crate) fn carry_out(&self, transaction: Transaction) -> Result<(), Behind> {
        let mut records = self.0.borrow().clone();
        for write in transaction.writes {
            match write {
                Write::Add(store, key, value) => {
                    if records.insert((store, key), value).is_some() {
                        return Err(Behind);
                    }
                }
                Write::Put(store, key, value) => drop(records.insert((store, key), value)),
                Write::Delete(store, key) => drop(records.remove(&(store, key))),
            }
        }
        self.0.replace(records);
        Ok(())
    }

    /// Clears stores and makes all writes, or does nothing.
    pub(crate) fn empty(&self, Emptying { cleared, writes }: Emptying) -> Result<(), Behind> {
        let kept = |(store, _): &(Store, Key)| !cleared.contains(store);
        let emptied = Self(Rc::new(RefCell::new(self.records().into_iter().filter(|(key, _)| kept(key)).collect())));
        emptied.carry_out(Transaction { writes })?;
        self.0.replace(emptied.records());
        Ok(())
    }

    pub(crate) fn records(&self) -> Records {
        self.0.borrow().clone()
    }

    /// Puts something where it does not belong.
    pub(crate) fn damage(&self, store: Store, key: Key, value: Value) {
        self.0.borrow_mut().insert((store, key), value);
    }

    /// The lines of all segments.
    pub(crate) fn segment_lines(&self) -> Vec<String> {
        let keys = self.header().segments;
        let texts = keys.into_iter().filter_map(|key| self.bytes(Store::Segments, Key::Number(key)));
        let texts = texts.map(|bytes| String::from_utf8(bytes).unwrap());
        texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    fn text(&self, store: Store, key: Key) -> Option<String> {
        match self.0.borrow().get(&(store, key)) {
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }

    fn bytes(&self, store: Store, key: Key) -> Option<Vec<u8>> {
        match self.0.borrow().get(&(store, key)) {
            Some(Value::Bytes(bytes)) => Some(bytes.clone()),
            _ => None,
        }
    }

    fn paper(&self, name: &str) -> Option<String> {
        self.text(Store::Meta, Key::Name(name.to_owned()))
    }

    /// The header of what is packed, and the commits behind it.
    pub(crate) fn header(&self) -> Header {
        self.paper(meta::PACKED).map(|json| Header::of_json(&json).unwrap()).unwrap_or_default()
    }

    fn tables(&self, header: &Header) -> Tables {
        if header.tables.is_empty() {
            return Tables::default();
        }
        let table = |asked: &str| {
            let (key, _) = header.keys().find(|(_, name)| *name == asked)?;
            self.bytes(Store::Tables, Key::Name(key)).map(|bytes| read_whole(asked, bytes))
        };
        header.open(Part::Whole, table).unwrap()
    }

    fn commits_after(&self, commit: u64) -> (Vec<String>, u64) {
        let (mut lines, mut number) = (Vec::new(), commit);
        while let Some(text) = self.text(Store::Events, Key::Number(number + 1)) {
            number += 1;
            lines.extend(text.split('\n').filter(|line| !line.is_empty()).map(str::to_owned));
        }
        (lines, number)
    }
}

/// A tab: the house over a disk, as the back office keeps it.
pub(crate) struct Tab {
    pub(crate) disk: Disk,
    pub(crate) house: House,
    commits: u64,
    packed: Header,
    batch: u64,
}

impl Tab {
    /// Opens the device; packed lines stay where they are.
    pub(crate) fn open(disk: &Disk, seed: u8) -> Self {
        let mut tab = Self::open_on_lists(disk, seed);
        tab.bring_packed();
        tab
    }

    /// Brings what the ledger knows of packed tickets.
    pub(crate) fn bring_packed(&mut self) {
        let Tables { packed, .. } = self.disk.tables(&self.packed);
        self.house.bring_packed(packed);
    }

    /// Opens the device as far as lists need it.
    pub(crate) fn open_on_lists(disk: &Disk, seed: u8) -> Self {
        let header = disk.header();
        let Tables { rows, .. } = disk.tables(&header);
        let (lines, commits) = disk.commits_after(header.commits);
        let paper = |name| disk.paper(name);
        let [office, settings, systems] = [meta::OFFICE, meta::SETTINGS, meta::SYSTEMS].map(paper);
        let kept = Kept { seed: [seed; 32], lines, office, settings, systems };
        let mut house = House::open(&kept).unwrap();
        assert!(house.keep_lists_of(rows));
        house.shelve(load_system("C07"));
        Self { disk: disk.clone(), house, commits, packed: header, batch: u64::from(seed) << 20 }
    }

    /// Reads what other tabs stored.
    pub(crate) fn catch_up(&mut self) {
        let header = self.disk.header();
        let paper = |name| self.disk.paper(name);
        let [office, settings, systems] = [meta::OFFICE, meta::SETTINGS, meta::SYSTEMS].map(paper);
        let papers = Papers { office: office.as_deref(), settings: settings.as_deref(), systems: systems.as_deref() };
        if header.commits > self.packed.commits {
            let (lines, commits) = self.disk.commits_after(header.commits);
            assert!(self.house.catch_up_packed(self.disk.tables(&header), &lines, papers).unwrap());
            (self.commits, self.packed) = (commits, header);
        } else {
            let (lines, commits) = self.disk.commits_after(self.commits);
            self.house.catch_up(&lines, papers).unwrap();
            self.commits = commits;
        }
        self.bring();
    }

    /// Brings what was missed; whether there was anything.
    pub(crate) fn bring(&mut self) -> bool {
        let missed = self.house.missed();
        for (ticket, place) in &missed {
            let text = self.segment(*place);
            self.house.bring(*ticket, &text).unwrap();
        }
        !missed.is_empty()
    }

    fn segment(&self, place: Place) -> String {
        self.text_at(self.house.ledger().packed().segment_key(place.segment).unwrap(), place)
    }

    /// The packed lines at a place of a segment.
    pub(crate) fn text_at(&self, key: u64, place: Place) -> String {
        let text = String::from_utf8(self.disk.bytes(Store::Segments, Key::Number(key)).unwrap()).unwrap();
        text[place.start as usize..(place.start + place.bytes) as usize].to_owned()
    }

    /// Answers a query, bringing what it needs.
    pub(crate) fn see(&mut self, query: &Query, moment: Moment) -> Result<Seen, Trouble> {
        self.house.give_back();
        for _ in 0..4 {
            let seen = self.house.see(query, Lang::Hans, moment);
            if !self.bring() {
                return seen;
            }
        }
        panic!("the same lines are missed for ever: {query:?}");
    }

    /// Plans, stores and lets count.
    pub(crate) fn run(&mut self, command: &Command, moment: Moment) -> Result<Done, Trouble> {
        for _ in 0..8 {
            let planned = self.house.plan(command, moment);
            if self.bring() {
                continue;
            }
            let plan = planned?;
            if plan.is_empty() || self.disk.carry_out(storage::commit(self.commits + 1, (&plan).into())).is_ok() {
                self.commits += u64::from(!plan.is_empty());
                return self.house.commit(plan, Lang::Hans, moment);
            }
            self.catch_up();
        }
        panic!("it is never stored: {command:?}");
    }

    /// Takes everything off the device, which gets another seed.
    pub(crate) fn empty(&self, seed: u8) -> Result<(), Behind> {
        self.disk.empty(storage::empty(self.commits, self.packed.commits, &[seed; 32]))
    }

    /// Packs everything that is here; refused where another tab has stored something.
    pub(crate) fn pack(&mut self) -> Result<(), Behind> {
        let repacked = self.repack()?;
        self.store_packed(repacked)
    }

    /// Packs everything that is here; what another tab stores `meanwhile` stays beside.
    pub(crate) fn pack_beside(&mut self, meanwhile: impl FnOnce()) {
        let repacked = self.repack().unwrap();
        meanwhile();
        self.catch_up();
        self.store_packed(repacked).unwrap();
    }

    fn repack(&mut self) -> Result<Repacking, Behind> {
        let packing = self.house.ledger().packing(&[]);
        let (mut tickets, mut keys, mut segments) = (Vec::new(), Vec::new(), Vec::new());
        for place in 0..packing.segments() {
            let (text, packed) = self.house.ledger().write_segment(&packing, place, place);
            self.batch += 1;
            keys.push(self.batch * 1000 + self.commits);
            segments.push((self.batch * 1000 + self.commits, text.into_bytes()));
            tickets.extend(packed);
        }
        self.disk.carry_out(storage::segments(segments))?;
        Ok(self.house.repacked(&tickets.iter().collect::<Vec<_>>(), &keys, &[]).unwrap())
    }

    fn store_packed(&mut self, repacked: Repacking) -> Result<(), Behind> {
        let beside = self.house.lines_beside(&repacked);
        let (before, number) = (&self.packed, self.commits + 1);
        self.batch += 1;
        let (laid, transactions) = storage::lay(&repacked.tables, self.batch * 1000 + self.commits, 1);
        for transaction in transactions {
            self.disk.carry_out(transaction)?;
        }
        let (packing, header) = storage::pack(Repacked { laid: &laid, before, number, beside: &beside, plain: &[] });
        self.disk.carry_out(packing)?;
        (self.commits, self.packed) = (number + u64::from(!beside.is_empty()), header);
        self.house.take_repacked(repacked);
        Ok(())
    }
}
