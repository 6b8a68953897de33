//! Texts that are looked for: each kept once, found by any part of it or by how it is read.

mod gram;
mod lexicon;
mod run;
mod sound;
mod unit;

pub(super) use lexicon::{Lexicon, Voice};
pub(super) use run::Run;

pub(super) use sound::Letters;
pub(super) use unit::small_units;
