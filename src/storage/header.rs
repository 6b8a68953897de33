//! What is packed, and how to know that it is what was packed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh64::xxh64;

use crate::json;
use crate::ledger::packed::{Packed, PackedTables, TablesError};

/// The record `packed` of `meta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The commit by which it was packed: it and all before it are empty.
    pub commits: u64,
    /// The checksum (XXH64) of each table, as 16 hexadecimal digits.
    pub tables: BTreeMap<String, String>,
}

/// The key of a table's record: each packing writes its own and takes those of the one before away.
pub fn table_key(commits: u64, name: &str) -> String {
    format!("{commits}/{name}")
}

impl Header {
    pub(super) fn of(commits: u64, tables: &PackedTables) -> Self {
        let tables = tables.iter().map(|(name, bytes)| ((*name).to_owned(), checksum(bytes)));
        Self { commits, tables: tables.collect() }
    }

    /// Reads the record.
    pub fn of_json(text: &str) -> Result<Self, serde_json::Error> {
        json::read(text)
    }

    pub(super) fn to_json(&self) -> String {
        // Writing into memory does not fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Takes the tables as they were stored, where they are those that were packed. Where not, they are made anew from the
    /// segments and commits.
    pub fn open(&self, mut table: impl FnMut(&str) -> Option<Vec<u8>>) -> Result<Packed, TablesError> {
        Packed::of_tables(|name| {
            let bytes = table(name)?;
            (self.tables.get(name) == Some(&checksum(&bytes))).then_some(bytes)
        })
    }
}

fn checksum(bytes: &[u8]) -> String {
    format!("{:016x}", xxh64(bytes, 0))
}
