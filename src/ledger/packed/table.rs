//! Rows of one length, sorted by their bytes: searched where they lie, and loaded by copying.

use std::cmp::Ordering;

/// Sorted rows of `BYTES` bytes each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table<const BYTES: usize> {
    bytes: Vec<u8>,
}

impl<const BYTES: usize> Table<BYTES> {
    /// Takes rows as they were stored; none where the bytes are no whole rows.
    pub(super) fn of_bytes(bytes: Vec<u8>) -> Option<Self> {
        bytes.len().is_multiple_of(BYTES).then_some(Self { bytes })
    }

    /// The rows as they are stored.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(super) fn len(&self) -> usize {
        self.rows().len()
    }

    pub(super) fn rows(&self) -> &[[u8; BYTES]] {
        self.bytes.as_chunks().0
    }

    /// The first row that starts with `key`.
    pub(super) fn find(&self, key: &[u8]) -> Option<&[u8; BYTES]> {
        self.starting_with(key).first()
    }

    /// All rows that start with `key`.
    pub(super) fn starting_with(&self, key: &[u8]) -> &[[u8; BYTES]] {
        let rows = self.rows();
        let from = rows.partition_point(|row| row.as_slice() < key);
        let rest = rows.get(from..).unwrap_or_default();
        let to = rest.partition_point(|row| row.starts_with(key));
        rest.get(..to).unwrap_or_default()
    }

    /// The last row that starts with `key` or comes before all that do.
    pub(super) fn last_up_to(&self, key: &[u8]) -> Option<&[u8; BYTES]> {
        let rows = self.rows();
        let end = rows.partition_point(|row| row.get(..key.len()).is_some_and(|start| start <= key));
        rows.get(end.checked_sub(1)?)
    }

    /// The same with more rows. Of rows that agree in their first `key_bytes` bytes the last of the new ones stays.
    pub(super) fn merged(&self, more: &[[u8; BYTES]], key_bytes: usize) -> Self {
        let mut bytes = Vec::with_capacity(self.bytes.len() + size_of_val(more));
        let more = sorted(more, key_bytes);
        let (mut old, mut new) = (self.rows().iter().peekable(), more.into_iter().peekable());
        loop {
            let ordering = match (old.peek(), new.peek()) {
                (None, None) => return Self { bytes },
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(old), Some(new)) => order(old, new, key_bytes),
            };
            if ordering == Ordering::Less {
                bytes.extend(old.next().into_iter().flatten());
                continue;
            }
            if ordering == Ordering::Equal {
                old.next();
            }
            let Some(row) = new.next() else { continue };
            if new.peek().is_none_or(|next| order(next, row, key_bytes) != Ordering::Equal) {
                bytes.extend(row);
            }
        }
    }
}

/// Rows in order; of those that agree in their key the last stays the last.
fn sorted<const BYTES: usize>(rows: &[[u8; BYTES]], key_bytes: usize) -> Vec<&[u8; BYTES]> {
    // Nearly all differ in their first eight bytes, which compare as one number.
    let start = |row: &[u8; BYTES]| row.first_chunk().copied().map_or(0, u64::from_be_bytes);
    let mut sorted: Vec<(u64, u32, &[u8; BYTES])> =
        rows.iter().zip(0..).map(|(row, place)| (start(row), place, row)).collect();
    sorted.sort_unstable_by(|one, other| {
        let rest = || order(one.2, other.2, key_bytes).then(one.1.cmp(&other.1));
        one.0.cmp(&other.0).then_with(rest)
    });
    sorted.into_iter().map(|(_, _, row)| row).collect()
}

fn order<const BYTES: usize>(one: &[u8; BYTES], other: &[u8; BYTES], key_bytes: usize) -> Ordering {
    one.get(..key_bytes).cmp(&other.get(..key_bytes))
}
