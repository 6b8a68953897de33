//! What is asked of the index, and how it is found.

mod find;
mod question;
mod words;

pub use question::Question;
pub use words::Words;
