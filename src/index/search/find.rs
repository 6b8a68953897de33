//! Finding: the set of rows gets smaller with each filter and each word.

use std::hash::Hash;

use super::words::Term;
use super::{Question, Words};
use crate::index::bits::Bits;
use crate::index::number::Numbers;
use crate::index::pool::Pool;
use crate::index::rows::{NO_LIMIT_MS, cell};
use crate::index::text::Lexicon;
use crate::index::{Hits, Index};

impl Index {
    /// The rows for which all holds that is asked.
    pub fn find(&self, question: &Question<'_>) -> Hits {
        self.narrow(&Hits(Bits::all(self.len())), question)
    }

    /// Those of `hits` for which all holds that is asked.
    pub fn narrow(&self, hits: &Hits, question: &Question<'_>) -> Hits {
        let rows = &self.rows;
        let mut found = hits.0.clone();
        if let Some(holds) = question.marks {
            keep_pooled(&self.marks, holds, &rows.marks, &mut found);
        }
        if let Some(holds) = question.what {
            keep_pooled(&self.whats, holds, &rows.what, &mut found);
        }
        if let Some(holds) = question.who {
            keep_pooled(&self.whos, holds, &rows.who, &mut found);
        }
        if let Some(range) = &question.due_ms {
            found.retain_cells(&rows.due_ms, |due_ms| due_ms != NO_LIMIT_MS && range.contains(&due_ms));
        }
        if let Some(words) = question.words {
            self.keep_saying(words, &mut found);
        }
        Hits(found)
    }

    fn keep_saying(&self, words: &Words, found: &mut Bits) {
        let numbered = words.number.as_ref().and_then(|number| {
            let numbers = number.numbers(&self.heads)?;
            let mut numbered = found.clone();
            numbered.retain(|row| self.is_numbered(&numbers, row));
            Some(numbered)
        });
        for term in &words.terms {
            if found.is_empty() {
                break;
            }
            self.keep_with(term, found);
        }
        if let Some(numbered) = numbered {
            found.join(&numbered);
        }
    }

    fn keep_with(&self, term: &Term, found: &mut Bits) {
        let rows = &self.rows;
        // Those in which it was not found anywhere.
        let mut silent = found.clone();
        for (texts, column) in
            [(&self.subjects, &rows.subject), (&self.details, &rows.details), (&self.names, &rows.name)]
        {
            if let Some(said) = said(texts, term) {
                silent.retain_cells(column, |text| !said.has(text as usize));
            }
        }
        if let Some(ending) = term.phone {
            silent.retain_cells(&rows.phone, |phone| !phone.ends(ending));
        }
        if let Some(numbers) = term.number.as_ref().and_then(|part| part.numbers(&self.heads)) {
            silent.retain(|row| !self.is_numbered(&numbers, row));
        }
        found.leave_out(&silent);
    }

    fn is_numbered(&self, numbers: &Numbers, row: usize) -> bool {
        let pieces = self.rows.counter.get(row).zip(self.rows.check.get(row));
        pieces.is_some_and(|(counter, check)| numbers.has(cell(&self.rows.head, row), *counter, *check))
    }
}

/// Keeps the rows whose value in a pool is one for which `holds` says so.
fn keep_pooled<T: Clone + Eq + Hash>(pool: &Pool<T>, holds: &dyn Fn(&T) -> bool, column: &[u32], found: &mut Bits) {
    let fitting = pool.which(holds);
    match fitting.count() {
        0 => *found = Bits::none(column.len()),
        all if all == pool.values().len() => {}
        _ => found.retain_cells(column, |value| fitting.has(value as usize)),
    }
}

/// The texts that say a term, as it is spelt or as it is read; none where no text does.
fn said(texts: &Lexicon, term: &Term) -> Option<Bits> {
    let spelt = term.spellings.iter().map(|spelling| texts.holding(spelling));
    let read = term.letters.iter().map(|letters| texts.read_by(letters));
    let all = spelt.chain(read).reduce(|mut all, more| {
        all.join(&more);
        all
    });
    all.filter(|all| !all.is_empty())
}
