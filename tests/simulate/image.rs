//! What is in a database: stores of records by key, changed by writes.

use std::collections::BTreeMap;
use std::rc::Rc;

/// A record's key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    Number(u64),
    Name(&'static str),
}

/// A record's value, shared by every copy of the disk.
pub(crate) type Value = Rc<[u8]>;

/// One write of a transaction.
#[derive(Clone, Debug)]
pub(crate) enum Write {
    /// Writes a record that must not be there.
    Add(&'static str, Key, Value),
    /// Writes a record, in the place of what was there.
    Put(&'static str, Key, Value),
    /// Takes a record away, if it is there.
    Delete(&'static str, Key),
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
    pub(crate) stores: BTreeMap<&'static str, BTreeMap<Key, Value>>,
}

impl Image {
    /// The records of a store, by key.
    pub(crate) fn records(&self, store: &str) -> impl Iterator<Item = (&Key, &Value)> {
        self.stores.get(store).into_iter().flatten()
    }

    /// One record.
    pub(crate) fn get(&self, store: &str, key: &Key) -> Option<&Value> {
        self.stores.get(store)?.get(key)
    }

    /// Does the writes one after the other; where one cannot be done, some of them stay done.
    pub(crate) fn apply(&mut self, writes: &[Write]) -> Result<(), Undone> {
        for write in writes {
            let (Write::Add(store, ..) | Write::Put(store, ..) | Write::Delete(store, _)) = write;
            let records = self.stores.get_mut(store).ok_or(Undone::Failed)?;
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
