//! Packing what lies in commits.

use super::header::rows_of;
use super::meta::{PACKED, PLAIN};
use super::{Header, Key, Store, Transaction, Value, Write};
use crate::house::Tables;
use crate::json;

/// A packing that is about to be stored; its segments and tables are.
#[derive(Clone, Copy, Debug)]
pub struct Repacked<'a> {
    /// Where its tables were laid down.
    pub laid: &'a Header,
    /// The packing before.
    pub before: &'a Header,
    /// The commit as which this one is stored: one more than the last commit.
    pub number: u64,
    /// Lines of those commits that are not packed; they become a commit of their own behind this one.
    pub beside: &'a [String],
    /// Those of its segments that are not compressed yet.
    pub plain: &'a [u64],
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

/// The keys of segments that are not compressed yet, as a record of `meta` has them; see [`PLAIN`].
pub fn plain_of_json(text: &str) -> Result<Vec<u64>, serde_json::Error> {
    json::read(text)
}

/// Notes that all segments of the record `name` are compressed.
pub fn none_plain(name: String) -> Transaction {
    Transaction { writes: vec![Write::Delete(Store::Meta, Key::Name(name))] }
}

/// Lays the tables of a packing down under the number `set`, so many bytes and a table more in each transaction: a page that
/// registers meanwhile waits for one of them at most. Nothing refers to them before the packing is stored.
pub fn lay(tables: &Tables, set: u64, at_once_bytes: usize) -> (Header, impl Iterator<Item = Transaction>) {
    let packed: Vec<(String, Vec<u8>)> =
        tables.packed.to_tables().into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect();
    let of_packed = packed.iter().map(|(name, bytes)| (name.clone(), bytes.as_slice()));
    let header = Header::of(set, of_packed.chain(rows_of(tables)), tables.packed.segment_keys());
    let rows = rows_of(tables).map(|(name, bytes)| (name, bytes.to_vec()));
    let laid = header.clone();
    let mut puts = packed.into_iter().chain(rows).map(move |(name, bytes)| {
        let size = bytes.len();
        (size, Write::Put(Store::Tables, Key::Name(laid.key(&name)), Value::Bytes(bytes)))
    });
    let transactions = std::iter::from_fn(move || {
        let (mut size, mut writes) = (0, Vec::new());
        while size < at_once_bytes
            && let Some((more, put)) = puts.next()
        {
            size += more;
            writes.push(put);
        }
        (!writes.is_empty()).then_some(Transaction { writes })
    });
    (header, transactions)
}

/// Takes segments and laid tables away that nothing refers to.
pub fn forget(segments: &[u64], laid: &Header) -> Transaction {
    let segments = segments.iter().map(|key| Write::Delete(Store::Segments, Key::Number(*key)));
    Transaction { writes: segments.chain(forgotten(laid)).collect() }
}

fn forgotten(tables: &Header) -> impl Iterator<Item = Write> {
    tables.keys().map(|(key, _)| Write::Delete(Store::Tables, Key::Name(key)))
}

/// Stores a packing as a commit of its own: takes the lines out of all commits before it, and lets its tables count in the place
/// of those before. Its segments and tables are stored already. With it comes the header that stands from then on.
pub fn pack(repacked: Repacked<'_>) -> (Transaction, Header) {
    let Repacked { laid, before, number, beside, plain } = repacked;
    let empty = || Value::Text(String::new());
    let header = Header { commits: number, ..laid.clone() };
    let mut writes = vec![Write::Add(Store::Events, Key::Number(number), empty())];
    if !beside.is_empty() {
        writes.push(Write::Add(Store::Events, Key::Number(number + 1), Value::Text(beside.join("\n"))));
    }
    writes.extend((before.commits + 1..number).map(|commit| Write::Put(Store::Events, Key::Number(commit), empty())));
    writes.extend(forgotten(before));
    writes.push(Write::Put(Store::Meta, Key::Name(PACKED.to_owned()), Value::Text(header.to_json())));
    if let Some(first) = plain.first() {
        // Writing into memory does not fail.
        let json = serde_json::to_string(plain).unwrap_or_default();
        writes.push(Write::Put(Store::Meta, Key::Name(format!("{PLAIN}{first}")), Value::Text(json)));
    }
    (Transaction { writes }, header)
}
