//! Reading the index back.

use serde::de::DeserializeOwned;

use super::Damaged;
use super::chunk::Reader;
use crate::index::Index;
use crate::index::order::Orders;
use crate::index::pool::Pool;
use crate::index::rows::Rows;
use crate::index::slots::Slots;
use crate::index::text::{Lexicon, Run, Voice};

impl Index {
    /// Takes an index back from the chunks that [`Index::encode`] handed out.
    pub fn decode<C: AsRef<[u8]>>(chunks: impl IntoIterator<Item = C>) -> Result<Self, Damaged> {
        let mut from = Reader::new(chunks.into_iter());
        let rows = Rows {
            id: from.section()?,
            registered_ms: from.section()?,
            touched_ms: from.section()?,
            due_ms: from.section()?,
            phone: from.section()?,
            name: from.section()?,
            subject: from.section()?,
            details: from.section()?,
            what: from.section()?,
            who: from.section()?,
            marks: from.section()?,
            head: from.section()?,
            counter: from.section()?,
            check: from.section()?,
        };
        if !rows.is_even() {
            return Err(Damaged::Unfit("columns of different lengths"));
        }
        let by_id = Slots::from_slots(from.section()?).ok_or(Damaged::Unfit("places by id"))?;
        let orders = Orders::from_sorted(rows.len(), from.section()?, from.section()?, from.section()?);
        let index = Self {
            rows,
            by_id,
            orders: orders.ok_or(Damaged::Unfit("an order of rows"))?,
            whats: pool(&from.section()?)?,
            whos: pool(&from.section()?)?,
            marks: pool(&from.section()?)?,
            names: lexicon(Voice::Read, &mut from)?,
            subjects: lexicon(Voice::Read, &mut from)?,
            details: lexicon(Voice::Silent, &mut from)?,
            heads: lexicon(Voice::Silent, &mut from)?,
        };
        Ok(index)
    }
}

fn pool<T: Clone + Eq + std::hash::Hash + DeserializeOwned>(bytes: &[u8]) -> Result<Pool<T>, Damaged> {
    postcard::from_bytes(bytes).map(Pool::from_values).map_err(|_| Damaged::Unfit("pooled values"))
}

fn lexicon<C: AsRef<[u8]>>(voice: Voice, from: &mut Reader<impl Iterator<Item = C>>) -> Result<Lexicon, Damaged> {
    let (units, ends) = (from.section()?, from.section::<u32>()?);
    let slots = Slots::from_slots(from.section()?).ok_or(Damaged::Unfit("texts by hash"))?;
    let covered = from.section::<u32>()?;
    let (pairs, rest) = covered.as_chunks();
    let mut runs = Vec::with_capacity(pairs.len());
    let mut next = 0;
    for [first, texts] in pairs.iter().copied() {
        let run = Run { first, texts, keys: from.section()?, ends: from.section()?, lists: from.section()? };
        let within = usize::try_from(u64::from(first) + u64::from(texts)).is_ok_and(|end| end <= ends.len());
        if first != next || !within || run.keys.len() != run.ends.len() {
            return Err(Damaged::Unfit("a run of texts"));
        }
        next = run.end();
        runs.push(run);
    }
    rest.is_empty().then_some(Lexicon { voice, units, ends, slots, runs }).ok_or(Damaged::Unfit("runs of texts"))
}

#[cfg(test)]
mod tests {
    use super::super::chunk::reseal;
    use crate::dice::Dice;
    use crate::index::{Damaged, Index, Question, Sort, Words};

    fn chunks(index: &mut Index) -> Vec<Vec<u8>> {
        let mut chunks = Vec::new();
        index.encode(|chunk| chunks.push(chunk));
        chunks
    }

    #[test]
    fn an_empty_index_comes_back() {
        let mut index = Index::default();
        assert_eq!(Index::decode(chunks(&mut index)), Ok(index));
    }

    #[test]
    fn a_snapshot_of_another_version_is_told_apart() {
        let mut kept = chunks(&mut Index::default());
        kept[0][4] = 9;
        assert_eq!(Index::decode(&kept), Err(Damaged::OtherVersion { found: 9, known: 1 }));
    }

    /// What a sum does not find, somebody may have made: it answers something or is refused, and never fails.
    #[test]
    fn nonsense_under_a_right_sum_never_makes_it_fail() {
        let mut dice = Dice::new(3);
        let mut index = Index::default();
        for nth in 0..40 {
            index.put(&crate::index::row::invented(nth));
        }
        let sound = chunks(&mut index);
        for _ in 0..600 {
            let mut kept = sound.clone();
            let place = usize::try_from(dice.below(kept.len() as u64)).unwrap();
            let chunk = &mut kept[place];
            for _ in 0..=dice.below(3) {
                let byte = usize::try_from(8 + dice.below(chunk.len() as u64 - 16)).unwrap();
                chunk[byte] = dice.throw().to_le_bytes()[0];
            }
            reseal(chunk);
            let Ok(mut odd) = Index::decode(&kept) else { continue };
            for typed in ["王", "wang", "1", "办理", "a 0001"] {
                let words = Words::of(typed);
                let hits = odd.find(&Question { words: Some(&words), ..Question::default() });
                odd.page(&hits, Sort::Due, 0, 50);
            }
            odd.put(&crate::index::row::invented(7));
            odd.put(&crate::index::row::invented(77));
        }
    }
}
