//! Reading very many lines: an event's line as this program writes it, read in one pass.
//!
//! [`Event::from_line`](super::Event::from_line) reads any line that is an event: it reads the envelope, looks over the fact, and reads
//! that once more. Nearly every line of a large file has the fields in the order in which they are written here, and a decision that
//! stood in a line before. Those are read quicker; whatever is the least unusual is left to the reader of all lines.
//!
//! Invariant: [`LineReader::read`] answers what `Event::from_line` answers, errors included. What it remembers is bounded.

mod decisions;
mod envelope;
mod glance;
mod reader;

pub use reader::{LineReader, Nesting};
