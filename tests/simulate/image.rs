//! What is in a database: stores of records by key, changed by writes.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use shouwen::ledger::EventId;
use shouwen::storage::{self, Key, Store};

/// How a segment starts that was compressed. Compressing itself is the browser's, and only imitated.
const SQUEEZED: &[u8] = &[0x1f, 0x8b];

/// A record's value, shared by every copy of the disk.
pub(crate) type Value = Rc<Record>;

/// What a record holds.
#[derive(Debug, Default)]
pub(crate) struct Record {
    bytes: Vec<u8>,
    /// The ids of the events in it, once somebody has asked.
    ids: OnceCell<Box<[EventId]>>,
}

impl Record {
    /// A record of these bytes.
    pub(crate) fn new(bytes: impl Into<Vec<u8>>) -> Value {
        Rc::new(Self { bytes: bytes.into(), ids: OnceCell::new() })
    }

    /// What stands in it.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The same as text, expanded where it is compressed.
    pub(crate) fn text(&self) -> &str {
        let bytes = self.bytes.strip_prefix(SQUEEZED).unwrap_or(&self.bytes);
        std::str::from_utf8(bytes).expect("the store writes text")
    }

    /// Whether it is compressed.
    pub(crate) fn is_squeezed(&self) -> bool {
        self.bytes.starts_with(SQUEEZED)
    }

    /// A segment's text as it is stored compressed.
    pub(crate) fn squeezed(text: &str) -> Vec<u8> {
        [SQUEEZED, text.as_bytes()].concat()
    }

    /// The event lines in it.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        self.text().split('\n').filter(|line| !line.is_empty())
    }

    /// The ids of the events in it.
    pub(crate) fn ids(&self) -> &[EventId] {
        self.ids.get_or_init(|| self.lines().map(EventId::of_line).collect())
    }
}

impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

/// One write of a transaction.
#[derive(Clone, Debug)]
pub(crate) enum Write {
    /// Writes a record that must not be there.
    Add(Store, Key, Value),
    /// Writes a record, in the place of what was there.
    Put(Store, Key, Value),
    /// Takes a record away, if it is there.
    Delete(Store, Key),
}

/// Why a transaction was undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Undone {
    /// A record that was to be added was there.
    Constraint,
    /// The disk is full.
    Quota,
    /// Anything else: the browser gave up.
    Failed,
    /// There is no such database.
    Gone,
}

/// A database's content.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Image {
    /// The version of its layout.
    pub(crate) schema: u32,
    /// Each shared with other copies until one of them changes it.
    stores: BTreeMap<Store, Rc<BTreeMap<Key, Value>>>,
}

impl Image {
    /// The records of a store, by key.
    pub(crate) fn records(&self, store: Store) -> impl Iterator<Item = (&Key, &Value)> {
        self.stores.get(&store).into_iter().flat_map(|records| &**records)
    }

    /// The records of a store with numbers above one.
    pub(crate) fn records_after(&self, store: Store, number: u64) -> impl Iterator<Item = (&Key, &Value)> {
        let range = Key::Number(number + 1)..=Key::Number(u64::MAX);
        self.stores.get(&store).into_iter().flat_map(move |records| records.range(range.clone()))
    }

    /// One record.
    pub(crate) fn get(&self, store: Store, key: &Key) -> Option<&Value> {
        self.stores.get(&store)?.get(key)
    }

    /// Has more stores from now on.
    pub(crate) fn add_stores(&mut self, schema: u32, stores: &[Store]) {
        self.schema = schema;
        for store in stores {
            self.stores.entry(*store).or_default();
        }
    }

    /// Has fewer stores, as an earlier layout had.
    pub(crate) fn drop_stores(&mut self, schema: u32, stores: &[Store]) {
        self.schema = schema;
        self.stores.retain(|store, _| !stores.contains(store));
    }

    /// Does the writes one after the other; where one cannot be done, some of them stay done.
    pub(crate) fn apply(&mut self, writes: &[Write]) -> Result<(), Undone> {
        for write in writes {
            let (Write::Add(store, ..) | Write::Put(store, ..) | Write::Delete(store, _)) = write;
            let records = Rc::make_mut(self.stores.get_mut(store).ok_or(Undone::Failed)?);
            match write {
                Write::Add(_, key, value) => {
                    if records.insert(key.clone(), Rc::clone(value)).is_some() {
                        return Err(Undone::Constraint);
                    }
                }
                Write::Put(_, key, value) => drop(records.insert(key.clone(), Rc::clone(value))),
                Write::Delete(_, key) => drop(records.remove(key)),
            }
        }
        Ok(())
    }
}

/// A write as the library has worked it out.
pub(crate) fn shared(write: storage::Write) -> Write {
    let bytes = |value: storage::Value| match value {
        storage::Value::Text(text) => Record::new(text),
        storage::Value::Bytes(bytes) => Record::new(bytes),
    };
    match write {
        storage::Write::Add(store, key, value) => Write::Add(store, key, bytes(value)),
        storage::Write::Put(store, key, value) => Write::Put(store, key, bytes(value)),
        storage::Write::Delete(store, key) => Write::Delete(store, key),
    }
}
