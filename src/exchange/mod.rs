//! How devices agree without a server: by files that prove who wrote them and that nobody changed them.
//!
//! A bundle is gzip-compressed JSON lines: a manifest, the office where it brings one, what its device kept beside where it is
//! a backup, events exactly as in the ledger, a seal (docs/bundle.md has every field). Reading is streamed and bounded, and answers with what was found and what is wrong;
//! it changes nothing. [`ImportPlan`] then says what taking it in would change; [`Union`] gathers several bundles in one.
//!
//! Invariants: the same input gives the same bytes; a file that is not sound as a whole has no effect at all; a stranger's
//! bytes never panic, hang, or take more memory than [`Limits`] allow.
//!
//! Deliberately absent: time and chance (arguments), storage, and in the browser compression (its own streams).

mod bundle;
mod contents;
mod count;
mod device_line;
mod digest;
mod event_line;
#[cfg(not(target_arch = "wasm32"))]
mod gzip;
mod import;
mod key;
mod limits;
mod line;
mod manifest;
mod packed;
mod piece;
mod problem;
mod qr;
mod read;
mod trail;
mod union;
mod write;

pub use bundle::BundleRead;
pub use contents::Contents;
pub use count::Count;
pub use device_line::DeviceLine;
pub use digest::LineHasher;
pub use event_line::EventLine;
#[cfg(not(target_arch = "wasm32"))]
pub use gzip::{PackError, pack, unpack, unpack_each};
pub use import::{ImportPlan, TakenOut};
pub use key::{DeviceKey, NotSigned, PublicKey, Signature};
pub use limits::Limits;
pub use manifest::{Digest, FORMAT, FORMAT_VERSION, Manifest, OfficeNamed, Signing};
pub use packed::{SUFFIX, backup_name, file_name, gzip_problem};
pub use piece::{Piece, Stopped};
pub use problem::{BundleProblem, ProblemAt};
pub use qr::{QrTooLong, qr_path, slip_text};
pub use read::BundleReader;
pub use union::Union;
pub use write::{BundleWriter, Cover, WriteError};
