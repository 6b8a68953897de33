//! The rows in columns: what a search runs through lies close together.

use super::phone::Phone;
use super::room::{held_bytes, push};
use crate::ledger::TicketId;

/// Stands for no limit: later than every other.
pub(super) const NO_LIMIT_MS: i64 = i64::MAX;

/// Numbers under which lexicons and pools know what a row holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cells {
    pub(super) id: TicketId,
    pub(super) registered_ms: i64,
    pub(super) touched_ms: i64,
    pub(super) due_ms: i64,
    pub(super) phone: Phone,
    pub(super) name: u32,
    pub(super) subject: u32,
    pub(super) details: u32,
    pub(super) what: u32,
    pub(super) who: u32,
    pub(super) marks: u32,
    /// The ticket's number: office, device and day; counter; check.
    pub(super) head: u32,
    pub(super) counter: u16,
    pub(super) check: u8,
}

macro_rules! columns {
    ($($column:ident: $kind:ty,)+) => {
        /// Every row's cells, column by column.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub(super) struct Rows {
            $(pub(super) $column: Vec<$kind>,)+
        }

        impl Rows {
            /// Adds a row.
            pub(super) fn add(&mut self, cells: Cells) {
                $(push(&mut self.$column, cells.$column);)+
            }

            /// The cells of the row at `place`.
            pub(super) fn cells(&self, place: usize) -> Option<Cells> {
                Some(Cells { $($column: *self.$column.get(place)?,)+ })
            }

            /// Puts other cells at `place`.
            pub(super) fn replace(&mut self, place: usize, cells: Cells) {
                $(if let Some(cell) = self.$column.get_mut(place) {
                    *cell = cells.$column;
                })+
            }

            /// Whether all columns have as many cells.
            pub(super) fn is_even(&self) -> bool {
                true $(&& self.$column.len() == self.id.len())+
            }

            /// Bytes held.
            pub(super) fn held_bytes(&self) -> usize {
                0 $(+ held_bytes(&self.$column))+
            }
        }
    };
}

columns! {
    id: TicketId,
    registered_ms: i64,
    touched_ms: i64,
    due_ms: i64,
    phone: Phone,
    name: u32,
    subject: u32,
    details: u32,
    what: u32,
    who: u32,
    marks: u32,
    head: u32,
    counter: u16,
    check: u8,
}

impl Rows {
    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.id.len()
    }
}

/// The cell of a column; 0 where there is none, which is no number of anything in an empty pool.
pub(super) fn cell(column: &[u32], place: usize) -> usize {
    column.get(place).map_or(usize::MAX, |number| *number as usize)
}
