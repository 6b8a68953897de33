//! Writing the index.

use serde::Serialize;

use super::chunk::Writer;
use crate::index::Index;
use crate::index::text::Lexicon;

impl Index {
    /// Hands the index to `keep` as bytes, chunk by chunk; they are to be kept in that order. Nothing is copied as a whole.
    pub fn encode(&mut self, keep: impl FnMut(Vec<u8>)) {
        self.settle();
        let mut to = Writer::new(keep);
        let rows = &self.rows;
        to.section(&rows.id);
        to.section(&rows.registered_ms);
        to.section(&rows.touched_ms);
        to.section(&rows.due_ms);
        to.section(&rows.phone);
        for column in [&rows.name, &rows.subject, &rows.details, &rows.what, &rows.who, &rows.marks, &rows.head] {
            to.section(column);
        }
        to.section(&rows.counter);
        to.section(&rows.check);
        to.section(self.by_id.as_slots());
        for order in [&self.orders.due, &self.orders.registered, &self.orders.touched] {
            to.section(order);
        }
        to.section(&pooled(self.whats.values()));
        to.section(&pooled(self.whos.values()));
        to.section(&pooled(self.marks.values()));
        for lexicon in [&self.names, &self.subjects, &self.details, &self.heads] {
            write(lexicon, &mut to);
        }
    }
}

fn write(lexicon: &Lexicon, to: &mut Writer<impl FnMut(Vec<u8>)>) {
    to.section(&lexicon.units);
    to.section(&lexicon.ends);
    to.section(lexicon.slots.as_slots());
    to.section(&lexicon.runs.iter().flat_map(|run| [run.first, run.texts]).collect::<Vec<u32>>());
    for run in &lexicon.runs {
        to.section(&run.keys);
        to.section(&run.ends);
        to.section(&run.lists);
    }
}

/// Pooled values; empty where they cannot be written, which makes the snapshot unfit to be read.
fn pooled<T: Serialize>(values: &[T]) -> Vec<u8> {
    postcard::to_allocvec(values).unwrap_or_default()
}
