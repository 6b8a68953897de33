//! Sets and maps of events by their ids, for many at once.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use super::id::EventId;

/// Ids.
pub type IdSet = HashSet<EventId, BuildHasherDefault<IdHasher>>;
/// Something for each of many ids.
pub type IdMap<T> = HashMap<EventId, T, BuildHasherDefault<IdHasher>>;

/// Takes eight bytes of an id, which is a hash already.
///
/// Who wants many ids with the same end has to try as many lines as a million for each; all that it gains is a set that is some
/// times slower.
#[derive(Clone, Copy, Debug, Default)]
pub struct IdHasher(u64);

impl Hasher for IdHasher {
    fn write(&mut self, bytes: &[u8]) {
        let end = bytes.last_chunk().copied().unwrap_or_default();
        self.0 = (self.0 ^ u64::from_le_bytes(end)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_usize(&mut self, _length: usize) {}

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}
