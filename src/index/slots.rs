//! Finds what is stored elsewhere by a hash: a table of numbers with open addressing, four bytes for a slot.
//!
//! It holds no keys, so the caller says what equals what; that makes it small, and a snapshot of it a copy. Nothing is ever
//! taken out. A damaged table finds too little and never fails.

use super::room::make_room;

/// A slot that is free.
pub(super) const FREE: u32 = u32::MAX;
/// The fewest slots of a table that holds something.
const SLOTS_MIN: usize = 16;

/// Numbers by hash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Slots {
    /// As many as a power of two, or none.
    slots: Vec<u32>,
    taken: usize,
}

impl Slots {
    /// Takes a table back from a snapshot; none where it is none, or has no free slot.
    pub(super) fn from_slots(slots: Vec<u32>) -> Option<Self> {
        let taken = slots.iter().filter(|slot| **slot != FREE).count();
        let sound = slots.is_empty() || slots.len().is_power_of_two() && taken < slots.len();
        sound.then_some(Self { slots, taken })
    }

    /// The slots, for a snapshot.
    pub(super) fn as_slots(&self) -> &[u32] {
        &self.slots
    }

    /// The number under `hash` that `is_it` knows again.
    pub(super) fn find(&self, hash: u32, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let found = |place| self.slots.get(place).copied().filter(|slot| *slot != FREE);
        self.path(hash).map_while(found).find(|number| is_it(*number))
    }

    /// Puts a number that is not in it under `hash`; `hash_of` says the hashes of the others, should they have to move.
    pub(super) fn insert(&mut self, hash: u32, number: u32, hash_of: impl Fn(u32) -> u32) {
        if (self.taken + 1) * 4 > self.slots.len() * 3 {
            let double = (self.slots.len() * 2).max(SLOTS_MIN);
            let old = std::mem::take(&mut self.slots);
            make_room(&mut self.slots, double);
            self.slots.resize(double, FREE);
            old.into_iter().filter(|slot| *slot != FREE).for_each(|other| self.put(hash_of(other), other));
        }
        self.put(hash, number);
        self.taken += 1;
    }

    /// Bytes held.
    pub(super) fn held_bytes(&self) -> usize {
        self.slots.capacity() * size_of::<u32>()
    }

    fn put(&mut self, hash: u32, number: u32) {
        let free = self.path(hash).find(|place| self.slots.get(*place) == Some(&FREE));
        if let Some(slot) = free.and_then(|place| self.slots.get_mut(place)) {
            *slot = number;
        }
    }

    /// Every slot once, from the one that `hash` names.
    fn path(&self, hash: u32) -> impl Iterator<Item = usize> + use<> {
        let mask = self.slots.len().wrapping_sub(1);
        (0..self.slots.len()).map(move |step| (hash as usize).wrapping_add(step) & mask)
    }
}
