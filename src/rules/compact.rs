//! Packs in compact form: what the app fetches, so that it need not bring a parser for texts that were checked long ago.
//!
//! The compact form is the number of its format, the pack joined with what it extends, the order in which its rules
//! prevail, and what follows for misconduct, written by `postcard`. The last lies packed up in it, because only findings ask
//! for it: a program that does not carries no reader for it. Left out is what no screen asks for yet: the pack's own cases and
//! facts. It is made from the text by `cargo run --example compact_packs`; a test fails where the two differ. The hash in it is the
//! text's.

use postcard::Error;

use super::compile::CompiledPack;
use super::pack::{Pack, Rung, WeightRule};

/// The number of the format. It rises with every change of what a pack is made of, so that what an older build wrote for
/// an institution's own system is noticed and made anew from its text.
const FORMAT: u8 = 2;

/// Rungs and weights of each clause, in the order of the clauses.
type Ladders = Vec<(Vec<Rung>, Vec<WeightRule>)>;

/// Writes a pack in compact form.
pub fn write_compact(pack: &CompiledPack) -> Result<Vec<u8>, Error> {
    let order: Vec<u16> = pack.rules.iter().map(|rule| rule.index).collect();
    let ladders = if pack.ladders.is_empty() { pack_up(pack.pack())? } else { pack.ladders.clone() };
    postcard::to_allocvec(&(FORMAT, pack.pack(), order, ladders))
}

/// Reads packs in compact form that lie one behind the other; an error where the bytes are something else.
pub fn read_compact(bytes: &[u8]) -> Result<Vec<CompiledPack>, Error> {
    let mut packs = Vec::new();
    let mut rest = bytes;
    while let Some((format, behind)) = rest.split_first() {
        if *format != FORMAT {
            return Err(Error::DeserializeBadEncoding);
        }
        let (written, behind) = postcard::take_from_bytes(behind)?;
        let (pack, order, ladders): (Pack, Vec<u16>, Vec<u8>) = written;
        let order: Vec<usize> = order.into_iter().map(usize::from).collect();
        let mut compiled = CompiledPack::new(pack, &order);
        compiled.ladders = ladders;
        packs.push(compiled);
        rest = behind;
    }
    Ok(packs)
}

impl CompiledPack {
    /// The same with its ladders unpacked, so that records can be assessed by it.
    pub fn with_ladders(&self) -> Result<Self, Error> {
        let mut whole = self.clone();
        if !whole.ladders.is_empty() {
            let ladders: Ladders = postcard::from_bytes(&whole.ladders)?;
            for (clause, (ladder, weights)) in whole.pack_mut().clauses.iter_mut().zip(ladders) {
                clause.ladder = ladder;
                clause.weights = weights;
            }
        }
        Ok(whole)
    }
}

fn pack_up(pack: &Pack) -> Result<Vec<u8>, Error> {
    let of_clause = |clause: &super::pack::Clause| (clause.ladder.clone(), clause.weights.clone());
    let ladders: Ladders = pack.clauses.iter().map(of_clause).collect();
    postcard::to_allocvec(&ladders)
}
