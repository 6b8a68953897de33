//! A seeded simulator of what can go wrong between a commit and a disk, between two tabs, between devices.
//!
//! A [`World`](world::World) holds some devices, each with real houses over a disk that is an imitation of `IndexedDB`
//! ([`disk`]), and the files that went between them. What happens is thrown by dice from a seed, so a failure comes again for
//! whoever takes the same seed. After each step [`checks`] hold what the library says against oracles that know the truth in
//! a simpler way: the lines as they were written, read as plain JSON.
//!
//! Real: the house, the ledger, the rules, the exchange, compression and signatures. Imitated, because they need a browser:
//! the disk, the store over it ([`store`]) and the loop around both ([`tab`]); `tests/browser/` tests the originals.
//!
//! Shared by the tests and by `cargo run --example simulate`, which `cargo xtask simulate` runs optimised on all cores.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a tool of the tests; whatever it stumbles over is a failure to be shown with its seed"
)]

mod checks;
mod chore;
mod device;
mod disk;
mod export;
mod failure;
mod file;
mod gathering;
mod image;
mod job;
mod lending;
mod office;
mod packing;
mod play;
mod shrink;
mod steps;
mod store;
mod tab;
mod truth;
mod wall;
mod working;
mod world;
mod writing;

#[cfg_attr(test, expect(unused_imports, reason = "for whoever plays thousands"))]
pub(crate) use failure::Failure;
pub(crate) use play::{Played, play};
pub(crate) use shrink::shrink;
