//! Taking everything off the device.

use super::meta::SEED;
use super::{Key, Store, Value, Write};

/// What makes a database that of a new device: stores that are cleared, then writes, all in one transaction or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emptying {
    /// Stores of which every record goes, also one that nothing refers to.
    pub cleared: [Store; 3],
    /// In the order in which they are made.
    pub writes: Vec<Write>,
}

/// Empties a database of which `commits` commits were read, those up to `packed` by a packing.
///
/// The commits stay as empty ones, and one more is added: a tab that has not read it is refused, before this or after, and
/// nobody stores under a number that was taken.
pub fn empty(commits: u64, packed: u64, seed: &[u8; 32]) -> Emptying {
    let nothing = || Value::Text(String::new());
    let mut writes = vec![Write::Add(Store::Events, Key::Number(commits + 1), nothing())];
    writes.extend((packed + 1..=commits).map(|number| Write::Put(Store::Events, Key::Number(number), nothing())));
    writes.push(Write::Put(Store::Meta, Key::Name(SEED.to_owned()), Value::Bytes(seed.to_vec())));
    Emptying { cleared: [Store::Meta, Store::Segments, Store::Tables], writes }
}
