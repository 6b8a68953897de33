//! What is packed, and how to know that it is what was packed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh64::xxh64;

use crate::house::Tables;
use crate::json;
use crate::ledger::packed::{Packed, TablesError};

/// The table of what lists show.
const ROWS: &str = "rows";

/// The record `packed` of `meta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The commit by which it was packed: it and all before it are empty. 0 where nothing is packed.
    pub commits: u64,
    /// The checksum (XXH64) of each table, as 16 hexadecimal digits.
    pub tables: BTreeMap<String, String>,
}

impl Header {
    pub(super) fn of(commits: u64, tables: &[(&str, Vec<u8>)]) -> Self {
        let tables = tables.iter().map(|(name, bytes)| ((*name).to_owned(), checksum(bytes)));
        Self { commits, tables: tables.collect() }
    }

    /// Reads the record.
    pub fn of_json(text: &str) -> Result<Self, serde_json::Error> {
        json::read(text)
    }

    /// The keys of the tables' records, with the tables' names: each packing writes its own and takes those of the one
    /// before away.
    pub fn keys(&self) -> impl Iterator<Item = (String, &str)> {
        self.tables.keys().map(|name| (table_key(self.commits, name), name.as_str()))
    }

    pub(super) fn to_json(&self) -> String {
        // Writing into memory does not fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Takes the tables as they were stored, where they are those that were packed. Where not, they are made anew from the
    /// segments and commits.
    pub fn open(&self, mut table: impl FnMut(&str) -> Option<Vec<u8>>) -> Result<Tables, TablesError> {
        let mut sound = |name: &str| {
            let bytes = table(name)?;
            (self.tables.get(name) == Some(&checksum(&bytes))).then_some(bytes)
        };
        let packed = Packed::of_tables(&mut sound)?;
        Ok(Tables { packed, rows: sound(ROWS).ok_or(TablesError::Missing(ROWS))? })
    }
}

/// All tables, as they are stored.
pub(super) fn tables_of(tables: &Tables) -> Vec<(&'static str, Vec<u8>)> {
    let mut all = tables.packed.to_tables();
    all.push((ROWS, tables.rows.clone()));
    all
}

pub(super) fn table_key(commits: u64, name: &str) -> String {
    format!("{commits}/{name}")
}

fn checksum(bytes: &[u8]) -> String {
    format!("{:016x}", xxh64(bytes, 0))
}
