//! Packs in compact form: what the app carries, so that it need not bring a parser for texts that were checked long ago.
//!
//! The compact form is the pack joined with what it extends, and the order in which its rules prevail, written by
//! `postcard`. It leaves out what no screen asks for yet: the pack's own cases, facts, and what follows for misconduct. It is made from the text by `cargo run --example compact_packs`; a test
//! fails where the two differ. The hash in it is the text's.

use super::compile::CompiledPack;
use super::pack::Pack;

macro_rules! compact {
    ($($file:literal,)+) => {
        &[$(include_bytes!(concat!("packs/compact/", $file)),)+]
    };
}

/// The packs that come with the program, by id.
const COMPACT: &[&[u8]] = compact!["A07.pack", "C07.pack", "D01.pack",];

/// Loads all packs that come with the program from their compact form: for deciding and reading aloud.
pub fn load_compact() -> Vec<CompiledPack> {
    COMPACT.iter().filter_map(|bytes| read_compact(bytes)).collect()
}

/// Writes a pack in compact form.
pub fn write_compact(pack: &CompiledPack) -> Result<Vec<u8>, postcard::Error> {
    let order: Vec<u16> = pack.rules.iter().map(|rule| rule.index).collect();
    postcard::to_allocvec(&(pack.pack(), order))
}

/// Reads a pack in compact form; none where the bytes are not one.
fn read_compact(bytes: &[u8]) -> Option<CompiledPack> {
    let (pack, order): (Pack, Vec<u16>) = postcard::from_bytes(bytes).ok()?;
    let order: Vec<usize> = order.into_iter().map(usize::from).collect();
    Some(CompiledPack::new(pack, &order))
}
