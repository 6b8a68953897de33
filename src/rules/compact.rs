//! Packs in compact form: what the app fetches, so that it need not bring a parser for texts that were checked long ago.
//!
//! The compact form is the pack joined with what it extends, and the order in which its rules prevail, written by
//! `postcard`. It leaves out what the app reads from the text alone: the pack's own cases and facts. English
//! lies in a file of its own, since whoever reads Chinese needs none. Both are made from the text by
//! `cargo run --example compact_packs`; a test fails where they differ. The hash is the text's.

use super::compile::CompiledPack;
use super::pack::{Pack, Rung, WeightRule};

/// The number of the form in which an institution's own system is kept. It rises with every change of what a pack is made
/// of, so that what an older build wrote is noticed and made anew from its text.
const WHOLE_FORMAT: u8 = 1;

/// Writes a pack in compact form.
pub fn write_compact(pack: &CompiledPack) -> Result<Vec<u8>, postcard::Error> {
    let order: Vec<u16> = pack.rules.iter().map(|rule| rule.index).collect();
    let clauses = pack.pack().clauses.iter();
    let conduct: Vec<(&[Rung], &[WeightRule])> = clauses.map(|clause| (&*clause.ladder, &*clause.weights)).collect();
    postcard::to_allocvec(&(pack.pack(), order, postcard::to_allocvec(&conduct)?))
}

impl CompiledPack {
    /// The pack with its ladders. A pack read from its compact form comes without: they are for those alone who assess a
    /// record.
    pub fn with_conduct(&self) -> Result<Self, postcard::Error> {
        let mut whole = self.clone();
        if let Some(bytes) = whole.conduct.take() {
            let conduct: Vec<(Vec<Rung>, Vec<WeightRule>)> = postcard::from_bytes(&bytes)?;
            for (clause, (ladder, weights)) in whole.pack.clauses.iter_mut().zip(conduct) {
                (clause.ladder, clause.weights) = (ladder, weights);
            }
        }
        Ok(whole)
    }
}

/// Writes the English of a pack: its id, and its texts in reading order.
pub fn write_english(pack: &CompiledPack) -> Result<Vec<u8>, postcard::Error> {
    let mut words = pack.pack().clone();
    let texts: Vec<&mut String> = words.words_mut().map(|words| &mut words.en).collect();
    postcard::to_allocvec(&(pack.id(), texts))
}

/// Gives packs the English that lies, of one pack behind the other, in `bytes`; packs that it does not name stay as they are.
pub fn learn_english(packs: &mut [CompiledPack], bytes: &[u8]) -> Result<(), postcard::Error> {
    let mut rest = bytes;
    while !rest.is_empty() {
        let ((id, texts), behind): ((String, Vec<String>), &[u8]) = postcard::take_from_bytes(rest)?;
        for pack in packs.iter_mut().filter(|pack| pack.id() == id) {
            pack.learn_english(&texts);
        }
        rest = behind;
    }
    Ok(())
}

/// Writes a pack in compact form with its English behind it, and the number of the format before it.
pub fn write_whole(pack: &CompiledPack) -> Result<Vec<u8>, postcard::Error> {
    Ok([vec![WHOLE_FORMAT], write_compact(pack)?, write_english(pack)?].concat())
}

/// Reads what [`write_whole`] wrote; the English may be missing.
pub fn read_whole(bytes: &[u8]) -> Result<CompiledPack, postcard::Error> {
    let (format, bytes) = bytes.split_first().ok_or(postcard::Error::DeserializeUnexpectedEnd)?;
    if *format != WHOLE_FORMAT {
        return Err(postcard::Error::DeserializeBadEncoding);
    }
    let (mut pack, english) = take_one(bytes)?;
    learn_english(std::slice::from_mut(&mut pack), english)?;
    Ok(pack)
}

/// Reads packs in compact form that lie one behind the other; an error where the bytes are something else.
pub fn read_compact(bytes: &[u8]) -> Result<Vec<CompiledPack>, postcard::Error> {
    let mut packs = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let (pack, behind) = take_one(rest)?;
        packs.push(pack);
        rest = behind;
    }
    Ok(packs)
}

fn take_one(bytes: &[u8]) -> Result<(CompiledPack, &[u8]), postcard::Error> {
    let (written, behind) = postcard::take_from_bytes(bytes)?;
    let (pack, order, conduct): (Pack, Vec<u16>, &[u8]) = written;
    let order: Vec<usize> = order.into_iter().map(usize::from).collect();
    let mut pack = CompiledPack::new(pack, &order);
    pack.conduct = Some(conduct.into());
    Ok((pack, behind))
}
