//! Packing what lies in commits.

use super::header::{table_key, tables_of};
use super::meta::PACKED;
use super::{Header, Key, Store, Transaction, Value, Write};
use crate::house::Tables;

/// A packing that is about to be stored.
#[derive(Clone, Copy, Debug)]
pub struct Repacked<'a> {
    /// Everything that is packed from now on.
    pub tables: &'a Tables,
    /// The packing before.
    pub before: &'a Header,
    /// The commit as which this one is stored: one more than the last commit.
    pub number: u64,
    /// Lines of those commits that are not packed; they become a commit of their own behind this one.
    pub beside: &'a [String],
}

/// Stores segments, each compressed or not, under its key. Nothing refers to them before they are packed, so a crash leaves at most
/// some that nobody reads.
pub fn segments(segments: impl IntoIterator<Item = (u64, Vec<u8>)>) -> Transaction {
    let add = |(key, bytes)| Write::Add(Store::Segments, Key::Number(key), Value::Bytes(bytes));
    Transaction { writes: segments.into_iter().map(add).collect() }
}

/// Stores segments anew that were not compressed, compressed.
pub fn squeezed(segments: impl IntoIterator<Item = (u64, Vec<u8>)>) -> Transaction {
    let put = |(key, bytes)| Write::Put(Store::Segments, Key::Number(key), Value::Bytes(bytes));
    Transaction { writes: segments.into_iter().map(put).collect() }
}

/// Takes segments away that nothing refers to.
pub fn forget_segments(keys: &[u64]) -> Transaction {
    Transaction { writes: keys.iter().map(|key| Write::Delete(Store::Segments, Key::Number(*key))).collect() }
}

/// Stores a packing as a commit of its own: takes the lines out of all commits before it, and replaces the tables. Its
/// segments are stored before. With it comes the header that stands from then on.
pub fn pack(repacked: Repacked<'_>) -> (Transaction, Header) {
    let Repacked { tables, before, number, beside } = repacked;
    let empty = || Value::Text(String::new());
    let records = tables_of(tables);
    let header = Header::of(number, &records, tables.packed.segment_keys());
    let mut writes = vec![Write::Add(Store::Events, Key::Number(number), empty())];
    if !beside.is_empty() {
        writes.push(Write::Add(Store::Events, Key::Number(number + 1), Value::Text(beside.join("\n"))));
    }
    writes.extend((before.commits + 1..number).map(|commit| Write::Put(Store::Events, Key::Number(commit), empty())));
    writes.extend(before.keys().map(|(key, _)| Write::Delete(Store::Tables, Key::Name(key))));
    for (name, bytes) in records {
        writes.push(Write::Put(Store::Tables, Key::Name(table_key(number, &name)), Value::Bytes(bytes)));
    }
    writes.push(Write::Put(Store::Meta, Key::Name(PACKED.to_owned()), Value::Text(header.to_json())));
    (Transaction { writes }, header)
}
