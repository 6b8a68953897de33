//! Where a text says nothing: a pack states it, so that nobody takes the gap for a slip or fills it with an invention.

use serde::{Deserialize, Serialize};

use super::condition::When;
use super::model::{Place, Words};
use super::reader::{Source, Table};
use super::rule::read_whens;
use crate::rules::codes::codes;

/// The most statements of silence that a pack may have.
const SILENCES_MAX: usize = 50;

codes! {
    /// What a text may leave unsaid.
    Unsaid, "question that a text may leave open":
    Owner "owner" "Who the owner is.",
    Handler "handler" "Who must settle the matter.",
}

/// A statement that the text does not say something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Silence {
    /// What it does not say.
    pub about: Vec<Unsaid>,
    /// In which situations; in all that no rule answers, where there is no condition.
    pub when: Vec<When>,
    /// What a reader must know about it.
    pub reason: Words,
    /// Where it stands in the pack's text; absent in the compact form.
    #[serde(skip)]
    pub place: Place,
}

/// Reads the statements of a pack.
pub(super) fn read_silences<'t>(source: &mut Source<'t>, root: &mut Table<'_, 't>) -> Vec<Silence> {
    let tables = root.tables(source, "silent", SILENCES_MAX, "statements of silence");
    tables.into_iter().filter_map(|table| read_silence(source, table)).collect()
}

/// Reads one statement.
fn read_silence<'t>(source: &mut Source<'t>, mut table: Table<'_, 't>) -> Option<Silence> {
    table.need(source, "about");
    let about = table.codes(source, "about");
    let when = table.get("when").map(|value| read_whens(source, value)).unwrap_or_default();
    let reason = table.need(source, "reason").and_then(|value| source.words(value, "reason"));
    let place = source.place(&table.span());
    table.finish(source);
    Some(Silence { about, when, reason: reason?, place })
}
