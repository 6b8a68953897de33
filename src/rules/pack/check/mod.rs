//! What a pack says, looked at as a whole.
//!
//! Every question about situations is answered for all of them, not for a sample: conditions are regions of a space of
//! few values ([`region`]), and a region that nothing covers yields the plainest example ([`cover`]); a question that takes
//! too long is given up and named. What may well be meant is a note, what is probably a slip a warning, and what makes the
//! pack unusable an error.

mod answers;
mod cover;
mod ladders;
mod region;
mod rules;
mod versions;
mod whole;

pub use versions::check_versions;
pub use whole::check;
