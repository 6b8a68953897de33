//! What is asked: words and filters, all of which must hold.

use std::ops::RangeInclusive;

use super::Words;
use crate::index::{Marks, What, Who};

/// Words and filters, all of which must hold; what is absent holds for every row.
///
/// The filters on pooled values are asked once for each value, however many rows have it.
#[derive(Clone, Default)]
pub struct Question<'a> {
    /// What was typed.
    pub words: Option<&'a Words>,
    /// What it is about.
    pub what: Option<&'a dyn Fn(&What) -> bool>,
    /// Who has to do with it.
    pub who: Option<&'a dyn Fn(&Who) -> bool>,
    /// Where it stands.
    pub marks: Option<&'a dyn Fn(&Marks) -> bool>,
    /// When it is due, milliseconds since 1970; what has no limit is never due.
    pub due_ms: Option<RangeInclusive<i64>>,
}
