//! What is packed, and how to know that it is what was packed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh64::xxh64;

use crate::house::Tables;
use crate::json;
use crate::ledger::packed::{Packed, TablesError};

/// How the tables of what lists show are named: this, and a number.
const ROWS: &str = "rows";

/// The record `packed` of `meta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The commit by which it was packed: it and all before it are empty. 0 where nothing is packed.
    pub commits: u64,
    /// The checksum (XXH64) of each table, as 16 hexadecimal digits; empty for those that carry one themselves.
    pub tables: BTreeMap<String, String>,
    /// The keys of all segments, so that the tables can be made anew.
    pub segments: Vec<u64>,
}

impl Header {
    pub(super) fn of(commits: u64, tables: &[(String, Vec<u8>)], segments: &[u64]) -> Self {
        let sum = |name: &str, bytes: &[u8]| if Self::is_of_rows(name) { String::new() } else { checksum(bytes) };
        let tables = tables.iter().map(|(name, bytes)| (name.clone(), sum(name, bytes)));
        Self { commits, tables: tables.collect(), segments: segments.to_vec() }
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

    /// Whether a table holds what lists show; who shows no lists need not read it.
    pub fn is_of_rows(name: &str) -> bool {
        name.starts_with(ROWS)
    }

    /// Takes the tables as they were stored, where they are those that were packed. Where not, they are made anew from the
    /// segments and commits.
    pub fn open(&self, mut table: impl FnMut(&str) -> Option<Vec<u8>>) -> Result<Tables, TablesError> {
        let mut sound = |name: &str| {
            let bytes = table(name)?;
            (self.tables.get(name) == Some(&checksum(&bytes))).then_some(bytes)
        };
        let packed = Packed::of_tables(&mut sound)?;
        // Each chunk has a sum of its own, which is looked at when it is read.
        let rows = self.tables.keys().filter(|name| Self::is_of_rows(name));
        Ok(Tables { packed, rows: rows.filter_map(|name| table(name)).collect() })
    }
}

/// All tables, as they are stored.
pub(super) fn tables_of(tables: &Tables) -> Vec<(String, Vec<u8>)> {
    let packed = tables.packed.to_tables().into_iter().map(|(name, bytes)| (name.to_owned(), bytes));
    let rows = tables.rows.iter().enumerate().map(|(place, chunk)| (format!("{ROWS}{place:06}"), chunk.clone()));
    packed.chain(rows).collect()
}

pub(super) fn table_key(commits: u64, name: &str) -> String {
    format!("{commits}/{name}")
}

fn checksum(bytes: &[u8]) -> String {
    format!("{:016x}", xxh64(bytes, 0))
}
