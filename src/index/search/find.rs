//! Finding: the set of rows gets smaller with each filter and each word.

use super::words::Term;
use super::{Question, Words};
use crate::index::bits::Bits;
use crate::index::number::{Numbers, Part};
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
            let fitting = self.marks.which(holds);
            found.retain(|row| fitting.has(cell(&rows.marks, row)));
        }
        if let Some(holds) = question.what {
            let fitting = self.whats.which(holds);
            found.retain(|row| fitting.has(cell(&rows.what, row)));
        }
        if let Some(holds) = question.who {
            let fitting = self.whos.which(holds);
            found.retain(|row| fitting.has(cell(&rows.who, row)));
        }
        if let Some(range) = &question.due_ms {
            let due = |row: usize| rows.due_ms.get(row).copied().filter(|due_ms| *due_ms != NO_LIMIT_MS);
            found.retain(|row| due(row).is_some_and(|due_ms| range.contains(&due_ms)));
        }
        if let Some(words) = question.words {
            self.keep_saying(words, &mut found);
        }
        Hits(found)
    }

    fn keep_saying(&self, words: &Words, found: &mut Bits) {
        let numbered = words.number.as_ref().map(|number| {
            let numbers = number.numbers(&self.heads);
            let mut numbered = found.clone();
            numbered.retain(|row| self.is_numbered(&numbers, row));
            numbered
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
        let [names, subjects, details] = [&self.names, &self.subjects, &self.details].map(|texts| said(texts, term));
        let numbers = term.number.as_ref().map(|part: &Part| part.numbers(&self.heads));
        let says = |set: &Option<Bits>, column: &[u32], row| set.as_ref().is_some_and(|set| set.has(cell(column, row)));
        found.retain(|row| {
            says(&subjects, &rows.subject, row)
                || says(&details, &rows.details, row)
                || says(&names, &rows.name, row)
                || term.phone.is_some_and(|ending| rows.phone.get(row).is_some_and(|phone| phone.ends(ending)))
                || numbers.as_ref().is_some_and(|numbers| self.is_numbered(numbers, row))
        });
    }

    fn is_numbered(&self, numbers: &Numbers, row: usize) -> bool {
        let pieces = self.rows.counter.get(row).zip(self.rows.check.get(row));
        pieces.is_some_and(|(counter, check)| numbers.has(cell(&self.rows.head, row), *counter, *check))
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
