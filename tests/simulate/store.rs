//! The database of one device on the imitated disk: the layout of docs/storage.md, written and read as
//! `src/backoffice/store/` does it in a browser.

use std::rc::Rc;

use shouwen::house::Plan;

use super::disk::{Disk, Durability, Fate, Transaction};
use super::image::{Image, Key, Undone, Value, Write};

const SCHEMA: u32 = 1;
const EVENTS: &str = "events";
const META: &str = "meta";
const SEED: Key = Key::Name("seed");
const OFFICE: Key = Key::Name("office");
const SETTINGS: Key = Key::Name("settings");
const SYSTEMS: Key = Key::Name("systems");

/// What the page knows of the database, kept outside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) events: u64,
}

/// An open database, and how far it was read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Store {
    pub(crate) seed: [u8; 32],
    pub(crate) commits: u64,
    pub(crate) events: u64,
}

/// Why the store did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StoreError {
    Behind,
    Full,
    Vanished,
    TooNew,
    Failed,
}

impl From<Undone> for StoreError {
    fn from(undone: Undone) -> Self {
        match undone {
            Undone::Constraint => Self::Behind,
            Undone::Quota => Self::Full,
            Undone::Failed | Undone::Gone => Self::Failed,
        }
    }
}

/// What was stored since the last reading.
#[derive(Clone, Debug, Default)]
pub(crate) struct News {
    pub(crate) lines: Vec<String>,
    pub(crate) commits: u64,
    pub(crate) office: Option<String>,
    pub(crate) settings: Option<String>,
    pub(crate) systems: Option<String>,
}

impl Store {
    /// Opens the database, or makes it with `fresh` as the device's seed.
    pub(crate) fn open(disk: &mut Disk, marker: Marker, fresh: [u8; 32], fate: Fate) -> Result<Self, StoreError> {
        let seed = match disk.image() {
            Some(image) if image.schema > SCHEMA => return Err(StoreError::TooNew),
            Some(image) => image.get(META, &SEED).and_then(|seed| <[u8; 32]>::try_from(&**seed).ok()),
            None if marker.events > 0 => return Err(StoreError::Vanished),
            None => {
                let seed: Value = Rc::from(fresh);
                disk.make(SCHEMA, &[EVENTS, META], &[Write::Put(META, SEED, Rc::clone(&seed))])?;
                let confirm = vec![Write::Put(META, SEED, seed)];
                disk.run(Transaction { scope: &[META], durability: Durability::Strict, writes: confirm }, fate)?;
                Some(fresh)
            }
        };
        Ok(Self { seed: seed.ok_or(StoreError::Failed)?, commits: 0, events: 0 })
    }

    /// The transaction that stores a plan behind everything that was read.
    pub(crate) fn transaction(&self, plan: &Plan) -> Transaction {
        let text = |text: &str| -> Value { Rc::from(text.as_bytes()) };
        let commit = Key::Number(self.commits + 1);
        let mut writes = vec![Write::Add(EVENTS, commit, text(&plan.lines.join("\n")))];
        match &plan.office {
            Some(Some(office)) => writes.push(Write::Put(META, OFFICE, text(office))),
            Some(None) => writes.push(Write::Delete(META, OFFICE)),
            None => {}
        }
        writes.extend(plan.settings.as_deref().map(|settings| Write::Put(META, SETTINGS, text(settings))));
        writes.extend(plan.systems.as_deref().map(|systems| Write::Put(META, SYSTEMS, text(systems))));
        let scope: &[&str] = if writes.len() > 1 { &[EVENTS, META] } else { &[EVENTS] };
        Transaction { scope, durability: Durability::Strict, writes }
    }

    /// Counts a commit as stored and read.
    pub(crate) fn advance(&mut self, commits: u64, events: u64) {
        self.commits += commits;
        self.events += events;
    }

    /// Reads everything that was stored since the last reading.
    pub(crate) fn read(&mut self, disk: &Disk) -> Result<News, StoreError> {
        let image = disk.image().ok_or(StoreError::Failed)?;
        let paper = |key| image.get(META, &key).map(|value| text_of(value).to_owned());
        let mut news =
            News { office: paper(OFFICE), settings: paper(SETTINGS), systems: paper(SYSTEMS), ..News::default() };
        for (key, value) in image.records(EVENTS) {
            if matches!(key, Key::Number(number) if *number > self.commits) {
                news.commits += 1;
                news.lines.extend(lines_of(value).map(str::to_owned));
            }
        }
        self.advance(news.commits, news.lines.len() as u64);
        Ok(news)
    }
}

/// The values that hold event lines, whatever wrote them.
pub(crate) fn event_values(image: &Image) -> impl Iterator<Item = &Value> {
    image.records(EVENTS).map(|(_, value)| value)
}

/// The lines of a commit.
pub(crate) fn lines_of(value: &Value) -> impl Iterator<Item = &str> {
    text_of(value).split('\n').filter(|line| !line.is_empty())
}

fn text_of(value: &Value) -> &str {
    std::str::from_utf8(value).expect("the store writes text")
}
