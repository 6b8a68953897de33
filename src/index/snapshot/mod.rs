//! The index as bytes, to be kept between two starts: writing and reading it is mostly copying.
//!
//! It is a row of chunks. Each says the format's version, which section it belongs to and how much of that is still to
//! come, and ends in a sum over itself; a section is a column, or a part of a lexicon. Whatever is wrong with it is an error
//! and means nothing worse than building the index anew from the tickets.

mod chunk;
mod decode;
mod encode;
mod plain;

pub use chunk::Damaged;
