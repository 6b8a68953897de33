//! A disk that keeps what `IndexedDB` promises, and not a bit more.
//!
//! What it promises: a transaction takes effect whole or not at all; transactions over common stores take effect in the
//! order in which they were made; one that asked for strict durability and was reported complete survives a power cut,
//! with everything over its stores before it. What it does not: a transaction that was not reported, or asked for less, may
//! be there after a power cut or not, as long as nothing over common stores came after it; any write may find the disk full;
//! the database may be gone as a whole, and an old copy may come back in its place.

use std::collections::BTreeSet;

use shouwen::dice::Dice;
use shouwen::storage::{self, Store};

use super::image::{Image, Undone, Write, shared};
use super::store::StoreError;

/// How long a transaction waits before it is reported complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Durability {
    /// Until it is on the disk.
    Strict,
    /// Until the operating system has it.
    #[cfg_attr(not(test), expect(dead_code, reason = "nothing is stored so today; the disk's own tests hold it"))]
    Relaxed,
}

/// Writes that take effect together.
#[derive(Clone, Debug)]
pub(crate) struct Transaction {
    /// The stores that it locks.
    pub(crate) scope: Vec<Store>,
    pub(crate) durability: Durability,
    pub(crate) writes: Vec<Write>,
}

impl Transaction {
    /// A transaction as the library has worked it out; the back office stores each strictly.
    pub(crate) fn strict(transaction: storage::Transaction) -> Self {
        let scope = transaction.stores().collect();
        Self { scope, durability: Durability::Strict, writes: transaction.writes.into_iter().map(shared).collect() }
    }
}

/// What happens to a transaction from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Nothing.
    Done,
    /// The disk is full at one of its writes, or at its end.
    Full,
    /// The browser gives up on it.
    Given,
}

impl Fate {
    /// Whether this is why something was not stored.
    pub(crate) fn explains(self, error: StoreError) -> bool {
        match self {
            Self::Done => false,
            Self::Full => error == StoreError::Full,
            Self::Given => error == StoreError::Failed,
        }
    }
}

/// The disk of one device.
#[derive(Clone, Debug, Default)]
pub(crate) struct Disk {
    /// As every open page sees it.
    now: Option<Image>,
    /// What a power cut cannot take.
    safe: Option<Image>,
    /// What was done since and may still be taken, in order.
    journal: Vec<Done>,
}

#[derive(Clone, Debug)]
enum Done {
    /// A database was made, with its first records.
    Made(Image),
    /// It was brought to a later layout, which has more stores.
    Upgraded(u32, Vec<Store>),
    /// A transaction took effect.
    Changed(Transaction),
}

impl Disk {
    /// The database as open pages see it.
    pub(crate) fn image(&self) -> Option<&Image> {
        self.now.as_ref()
    }

    /// The database as it is at least after a power cut.
    pub(crate) fn safe(&self) -> Option<&Image> {
        self.safe.as_ref()
    }

    /// Makes the database. Nobody can ask that this be strict.
    pub(crate) fn make(&mut self, schema: u32, stores: &[Store], writes: &[Write]) -> Result<(), Undone> {
        let mut image = Image::default();
        image.add_stores(schema, stores);
        image.apply(writes)?;
        self.now = Some(image.clone());
        self.journal = vec![Done::Made(image)];
        Ok(())
    }

    /// Brings the database to a later layout. Nobody can ask that this be strict either.
    pub(crate) fn upgrade(&mut self, schema: u32, stores: &[Store]) {
        self.now.get_or_insert_default().add_stores(schema, stores);
        self.journal.push(Done::Upgraded(schema, stores.to_vec()));
    }

    /// Is as an earlier version of the app would have left it, which knew no such stores and put nothing in them.
    pub(crate) fn forget_later(&mut self, schema: u32, stores: &[Store]) {
        let mut image = self.now.take().unwrap_or_default();
        image.drop_stores(schema, stores);
        *self = Self { now: Some(image.clone()), safe: Some(image), journal: Vec::new() };
    }

    /// A later version of the app was here, or is gone again: what lies in the database it left as it was.
    pub(crate) fn set_schema(&mut self, schema: u32) {
        for image in [&mut self.now, &mut self.safe].into_iter().flatten() {
            image.schema = schema;
        }
    }

    /// A record is not any more as it was written. Only where nothing waits to become safe.
    pub(crate) fn damage(&mut self, damage: &Write) {
        for image in [&mut self.now, &mut self.safe].into_iter().flatten() {
            assert_eq!(image.apply(std::slice::from_ref(damage)), Ok(()), "a record that is there can be damaged");
        }
    }

    /// Whether a power cut would take nothing.
    pub(crate) fn is_settled(&self) -> bool {
        self.journal.is_empty()
    }

    /// Does a transaction. When this returns well, its page has heard that it is complete.
    pub(crate) fn run(&mut self, transaction: Transaction, fate: Fate) -> Result<(), Undone> {
        let durability = transaction.durability;
        self.try_out(&transaction, fate)?;
        self.journal.push(Done::Changed(transaction));
        if durability == Durability::Strict {
            self.flush();
        }
        Ok(())
    }

    /// The power goes while a transaction is under way, on which nobody waits any more.
    pub(crate) fn run_into_the_dark(&mut self, transaction: Transaction) {
        if self.try_out(&transaction, Fate::Done).is_ok() {
            self.journal.push(Done::Changed(transaction));
        }
    }

    fn try_out(&mut self, transaction: &Transaction, fate: Fate) -> Result<(), Undone> {
        let mut image = self.now.clone().ok_or(Undone::Gone)?;
        image.apply(&transaction.writes)?;
        match fate {
            Fate::Done => self.now = Some(image),
            Fate::Full => return Err(Undone::Quota),
            Fate::Given => return Err(Undone::Failed),
        }
        Ok(())
    }

    /// Makes the newest transaction safe, with everything that had to come before it.
    fn flush(&mut self) {
        let mut kept = BTreeSet::new();
        if let Some(newest) = self.journal.len().checked_sub(1) {
            self.keep_with_forerunners(newest, &mut kept);
        }
        self.settle(&kept);
    }

    /// The power goes: of what was not safe, some is there afterwards and some is not.
    pub(crate) fn lose_power(&mut self, dice: &mut Dice) {
        let mut kept = BTreeSet::new();
        for place in 0..self.journal.len() {
            if dice.happens(50) {
                self.keep_with_forerunners(place, &mut kept);
            }
        }
        self.settle(&kept);
        self.journal.clear();
        self.now.clone_from(&self.safe);
    }

    /// Everything is gone.
    pub(crate) fn vanish(&mut self) {
        *self = Self::default();
    }

    /// A copy as it would be made of a browser that was closed in good order.
    pub(crate) fn copy(&self) -> Self {
        Self { now: self.now.clone(), safe: self.now.clone(), journal: Vec::new() }
    }

    fn keep_with_forerunners(&self, place: usize, kept: &mut BTreeSet<usize>) {
        if !kept.insert(place) {
            return;
        }
        for earlier in (0..place).rev() {
            if overlap(&self.journal[earlier], &self.journal[place]) {
                self.keep_with_forerunners(earlier, kept);
            }
        }
    }

    /// Moves the entries of the journal that stand at `kept` into what is safe.
    fn settle(&mut self, kept: &BTreeSet<usize>) {
        let journal = std::mem::take(&mut self.journal);
        for (place, done) in journal.into_iter().enumerate() {
            if !kept.contains(&place) {
                self.journal.push(done);
                continue;
            }
            match done {
                Done::Made(image) => self.safe = Some(image),
                Done::Upgraded(schema, stores) => self.safe.get_or_insert_default().add_stores(schema, &stores),
                // It took effect once, and everything that it stood on is kept.
                Done::Changed(transaction) => {
                    let safe = self.safe.get_or_insert_default();
                    assert_eq!(safe.apply(&transaction.writes), Ok(()), "the journal does not fit what is safe");
                }
            }
        }
    }
}

/// Whether two entries of the journal must keep their order.
fn overlap(one: &Done, other: &Done) -> bool {
    match (one, other) {
        (Done::Changed(one), Done::Changed(other)) => one.scope.iter().any(|store| other.scope.contains(store)),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use shouwen::storage::Key;

    use super::super::image::Record;
    use super::*;

    const A: Store = Store::Events;
    const B: Store = Store::Segments;

    fn put(store: Store, durability: Durability, key: u64) -> Transaction {
        Transaction {
            scope: vec![store],
            durability,
            writes: vec![Write::Put(store, Key::Number(key), Record::new([]))],
        }
    }

    fn made() -> Disk {
        let mut disk = Disk::default();
        disk.make(1, &[A, B], &[]).unwrap();
        disk.run(put(A, Durability::Strict, 0), Fate::Done).unwrap();
        disk
    }

    fn keys(image: Option<&Image>, store: Store) -> Vec<Key> {
        image.unwrap().records(store).map(|(key, _)| key.clone()).collect()
    }

    #[test]
    fn a_database_that_was_only_made_may_be_gone() {
        let survivors = (0..32).filter(|seed| {
            let mut disk = Disk::default();
            disk.make(1, &[A], &[]).unwrap();
            disk.lose_power(&mut Dice::new(*seed));
            disk.image().is_some()
        });
        assert!((1..32).contains(&survivors.count()));
    }

    #[test]
    fn what_was_reported_strict_survives_with_what_came_before_it() {
        for seed in 0..32 {
            let mut disk = made();
            disk.run(put(A, Durability::Relaxed, 1), Fate::Done).unwrap();
            disk.run(put(B, Durability::Relaxed, 9), Fate::Done).unwrap();
            disk.run(put(A, Durability::Strict, 2), Fate::Done).unwrap();
            disk.lose_power(&mut Dice::new(seed));
            assert_eq!(keys(disk.image(), A), [0, 1, 2].map(Key::Number));
        }
    }

    #[test]
    fn what_was_not_reported_is_lost_from_the_end_of_its_stores_alone() {
        let mut found = BTreeSet::new();
        for seed in 0..64 {
            let mut disk = made();
            for key in 1..4 {
                disk.run(put(A, Durability::Relaxed, key), Fate::Done).unwrap();
            }
            disk.run(put(B, Durability::Relaxed, 9), Fate::Done).unwrap();
            disk.lose_power(&mut Dice::new(seed));
            let kept = keys(disk.image(), A);
            assert_eq!(kept, (0..kept.len() as u64).map(Key::Number).collect::<Vec<_>>());
            found.insert((kept.len(), keys(disk.image(), B).len()));
        }
        assert_eq!(found, (1..=4).flat_map(|a| [(a, 0), (a, 1)]).collect(), "every outcome that the promise allows");
    }

    #[test]
    fn a_transaction_that_cannot_be_done_whole_changes_nothing() {
        let mut disk = made();
        let before = disk.image().cloned();
        let add = |key| Write::Add(A, Key::Number(key), Record::new([]));
        let both = |durability| Transaction { scope: vec![A], durability, writes: vec![add(7), add(0)] };
        assert_eq!(disk.run(both(Durability::Strict), Fate::Done), Err(Undone::Constraint));
        assert_eq!(disk.run(put(A, Durability::Strict, 7), Fate::Full), Err(Undone::Quota));
        assert_eq!(disk.image().cloned(), before);
    }
}
