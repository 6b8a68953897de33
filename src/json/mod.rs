//! Reading JSON, in the one way in which everything here does.
//!
//! `serde_json` also takes an array for a struct, field after field. No file and no message of ours is written so: here a
//! struct is an object and nothing else. That is stricter, and it spares the app a second way of reading each struct.

mod depth;
mod objects;

pub use depth::depth_of;
pub use objects::{read, read_first};
