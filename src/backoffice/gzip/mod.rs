//! Bundles from and to files, through the browser's own gzip streams.
//!
//! Both ways are streamed: a file is never whole in this program's memory, compressed or not, and the browser's streams
//! are fed no faster than they are emptied.

mod beside;
mod here;
mod pack;
mod reader;
mod unpack;
mod whole;

pub use pack::Packer;
pub(super) use reader::start_reader;
pub use unpack::unpack;
pub(super) use unpack::{is_large, unpack_by};
pub(super) use whole::{expand, is_gzip, squeeze};
