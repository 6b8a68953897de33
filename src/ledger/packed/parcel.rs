//! The tables as they are stored, each under its name.

use thiserror::Error;

use super::Packed;
use super::table::Table;

/// The version of the tables' form that this build writes and reads.
const FORM: u8 = 1;

/// Tables by name, as bytes.
pub type PackedTables = Vec<(&'static str, Vec<u8>)>;

/// Why stored tables cannot be used. They follow from the lines, so whoever has the lines makes them anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TablesError {
    /// A table is not there.
    #[error("the table `{0}` is missing")]
    Missing(&'static str),
    /// A table's bytes are no rows of it, or of another form.
    #[error("the table `{0}` cannot be read")]
    Unreadable(&'static str),
}

impl Packed {
    /// The name of the table that says what packed tickets amount to all together.
    pub const SUMMARY: &str = "summary";

    /// The names of the tables.
    pub const TABLES: [&str; 6] = [Self::SUMMARY, "events", "files", "numbers", "nonces", "concerns"];

    /// Writes the tables.
    pub fn to_tables(&self) -> PackedTables {
        let mut summary = vec![FORM];
        // Writing into memory does not fail; were it to, the tables would be made anew when they are read.
        summary.extend(postcard::to_allocvec(&self.summary).unwrap_or_default());
        let [of_summary, events, files, numbers, nonces, concerns] = Self::TABLES;
        vec![
            (of_summary, summary),
            (events, self.events.as_bytes().to_vec()),
            (files, self.files.as_bytes().to_vec()),
            (numbers, self.numbers.as_bytes().to_vec()),
            (nonces, self.nonces.as_bytes().to_vec()),
            (concerns, self.concerns.clone()),
        ]
    }

    /// Takes tables as they were stored. `table` hands over the bytes of each.
    pub fn of_tables(mut table: impl FnMut(&str) -> Option<Vec<u8>>) -> Result<Self, TablesError> {
        let [of_summary, events, files, numbers, nonces, concerns] = Self::TABLES;
        let mut bytes = |name: &'static str| table(name).ok_or(TablesError::Missing(name));
        let summary = bytes(of_summary)?;
        let summary = match summary.split_first() {
            Some((&FORM, rest)) => postcard::from_bytes(rest).ok(),
            _ => None,
        };
        Ok(Self {
            summary: summary.ok_or(TablesError::Unreadable(of_summary))?,
            events: rows(events, bytes(events)?)?,
            files: rows(files, bytes(files)?)?,
            numbers: rows(numbers, bytes(numbers)?)?,
            nonces: rows(nonces, bytes(nonces)?)?,
            concerns: bytes(concerns)?,
        })
    }
}

fn rows<const BYTES: usize>(name: &'static str, bytes: Vec<u8>) -> Result<Table<BYTES>, TablesError> {
    Table::of_bytes(bytes).ok_or(TablesError::Unreadable(name))
}
