//! Packs in compact form: what the app fetches, so that it need not bring a parser for texts that were checked long ago.
//!
//! The compact form is the pack joined with what it extends, and the order in which its rules prevail, written by
//! `postcard`. It leaves out what no screen asks for yet: the pack's own cases, facts, and what follows for misconduct. It is made from the text by `cargo run --example compact_packs`; a test
//! fails where the two differ. The hash in it is the text's.

use super::compile::CompiledPack;
use super::pack::Pack;

/// Writes a pack in compact form.
pub fn write_compact(pack: &CompiledPack) -> Result<Vec<u8>, postcard::Error> {
    let order: Vec<u16> = pack.rules.iter().map(|rule| rule.index).collect();
    postcard::to_allocvec(&(pack.pack(), order))
}

/// Reads packs in compact form that lie one behind the other; an error where the bytes are something else.
pub fn read_compact(bytes: &[u8]) -> Result<Vec<CompiledPack>, postcard::Error> {
    let mut packs = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let ((pack, order), behind): ((Pack, Vec<u16>), &[u8]) = postcard::take_from_bytes(rest)?;
        let order: Vec<usize> = order.into_iter().map(usize::from).collect();
        packs.push(CompiledPack::new(pack, &order));
        rest = behind;
    }
    Ok(packs)
}
