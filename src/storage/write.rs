//! Writes of one transaction.

/// A store of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Store {
    /// Numbered commits.
    Events,
    /// What is replaced as a whole.
    Meta,
    /// Packed lines.
    Segments,
    /// What is known of packed tickets.
    Tables,
}

impl Store {
    /// All stores.
    pub const ALL: [Self; 4] = [Self::Events, Self::Meta, Self::Segments, Self::Tables];

    /// Its name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Meta => "meta",
            Self::Segments => "segments",
            Self::Tables => "tables",
        }
    }
}

/// Names a record within its store.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// Of `events` and `segments`; below 2⁵³.
    Number(u64),
    /// Of `meta` and `tables`.
    Name(String),
}

/// What a record holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Lines or JSON.
    Text(String),
    /// Anything else.
    Bytes(Vec<u8>),
}

/// One write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Makes a record; where one has that key already, the whole transaction fails.
    Add(Store, Key, Value),
    /// Makes or replaces a record.
    Put(Store, Key, Value),
    /// Takes a record away, where there is one.
    Delete(Store, Key),
}

impl Write {
    /// The store that it writes to.
    pub const fn store(&self) -> Store {
        match self {
            Self::Add(store, ..) | Self::Put(store, ..) | Self::Delete(store, ..) => *store,
        }
    }
}

/// Writes that are made together, durably, or not at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transaction {
    /// In the order in which they are made.
    pub writes: Vec<Write>,
}

impl Transaction {
    /// The stores that it writes to.
    pub fn stores(&self) -> impl Iterator<Item = Store> {
        Store::ALL.into_iter().filter(|store| self.writes.iter().any(|write| write.store() == *store))
    }
}
