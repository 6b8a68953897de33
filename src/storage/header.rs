//! What is packed, and how to know that it is what was packed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh64::Xxh64;

use crate::house::Tables;
use crate::json;
use crate::ledger::packed::{Packed, TablesError};

/// How the tables of what lists show are named: this, and a number.
const ROWS: &str = "rows";

/// Which of the tables are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the ledger knows of packed tickets.
    Ledger,
    /// What they amount to all together, and of none of them anything: a glimpse.
    Summary,
    /// What lists show.
    Rows,
    /// Both.
    Whole,
}

impl Part {
    /// Whether a table belongs to it.
    pub fn holds(self, table: &str) -> bool {
        match self {
            Self::Ledger => !Header::is_of_rows(table),
            Self::Summary => table == Packed::SUMMARY,
            Self::Rows => Header::is_of_rows(table),
            Self::Whole => true,
        }
    }
}

/// A table while it is read: whole, or piece by piece, so that others get a turn in between.
pub struct Reading {
    bytes: Vec<u8>,
    /// What has been read comes to so much; nothing where the table carries sums itself.
    sum: Option<Xxh64>,
}

impl Reading {
    /// Begins to read the table `name`.
    pub fn of(name: &str) -> Self {
        Self { bytes: Vec::new(), sum: (!Header::is_of_rows(name)).then(Xxh64::default) }
    }

    /// Adds what comes next.
    pub fn push(&mut self, mut piece: Vec<u8>) {
        if let Some(sum) = &mut self.sum {
            sum.update(&piece);
        }
        if self.bytes.is_empty() {
            self.bytes = piece;
        } else {
            self.bytes.append(&mut piece);
        }
    }

    /// The bytes, where they have this checksum.
    fn checked(self, expected: &str) -> Option<Vec<u8>> {
        let is_sound = self.sum.is_none_or(|sum| digits(&sum) == expected);
        is_sound.then_some(self.bytes)
    }
}

/// The record `packed` of `meta`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The commit by which it was packed: it and all before it are empty. 0 where nothing is packed.
    pub commits: u64,
    /// The number with which the keys of its tables' records begin, which nobody else draws; 0 is the number of the commit, as
    /// earlier builds had it.
    #[serde(default)]
    pub set: u64,
    /// The checksum (XXH64) of each table, as 16 hexadecimal digits; empty for those that carry one themselves.
    pub tables: BTreeMap<String, String>,
    /// The keys of all segments, so that the tables can be made anew.
    pub segments: Vec<u64>,
}

impl Header {
    /// What is not packed yet, but laid down under a number of its own.
    pub(super) fn of<'a>(set: u64, tables: impl Iterator<Item = (String, &'a [u8])>, segments: &[u64]) -> Self {
        let sum = |name: &str, bytes: &[u8]| if Self::is_of_rows(name) { String::new() } else { checksum(bytes) };
        let tables = tables.map(|(name, bytes)| {
            let sum = sum(&name, bytes);
            (name, sum)
        });
        Self { commits: 0, set, tables: tables.collect(), segments: segments.to_vec() }
    }

    /// Reads the record.
    pub fn of_json(text: &str) -> Result<Self, serde_json::Error> {
        json::read(text)
    }

    /// The keys of the tables' records, with the tables' names: each packing writes its own and takes those of the one
    /// before away.
    pub fn keys(&self) -> impl Iterator<Item = (String, &str)> {
        self.tables.keys().map(|name| (self.key(name), name.as_str()))
    }

    pub(super) fn key(&self, name: &str) -> String {
        format!("{}/{name}", if self.set == 0 { self.commits } else { self.set })
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
    /// segments and commits. Of a part that is not asked for there is nothing in the answer.
    pub fn open(&self, part: Part, mut table: impl FnMut(&str) -> Option<Reading>) -> Result<Tables, TablesError> {
        let mut table = |name: &str| table(name)?.checked(self.tables.get(name)?);
        let mut tables = Tables::default();
        if self.commits > 0 && part != Part::Rows {
            tables.packed = Packed::of_tables(|name| if part.holds(name) { table(name) } else { Some(Vec::new()) })?;
        }
        if matches!(part, Part::Rows | Part::Whole) {
            // Each chunk has a sum of its own, which is looked at when it is read.
            let rows = self.tables.keys().filter(|name| Self::is_of_rows(name));
            let rows: Option<Vec<_>> = rows.map(|name| table(name)).collect();
            tables.rows = rows.ok_or(TablesError::Missing(ROWS))?;
        }
        Ok(tables)
    }
}

/// The names of what lists show, chunk by chunk.
pub(super) fn rows_of(tables: &Tables) -> impl Iterator<Item = (String, &[u8])> {
    tables.rows.iter().enumerate().map(|(place, chunk)| (format!("{ROWS}{place:06}"), chunk.as_slice()))
}

fn checksum(bytes: &[u8]) -> String {
    let mut sum = Xxh64::default();
    sum.update(bytes);
    digits(&sum)
}

fn digits(sum: &Xxh64) -> String {
    format!("{:016x}", sum.digest())
}
