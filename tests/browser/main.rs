//! The back office in a real browser: storage, locks, compression, with failures injected.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "all of this crate is tests; a helper that fails fails its test"
)]

mod backup;
mod browser;
mod files;
mod glimpse;
mod gzip;
mod kiosk;
mod own_systems;
mod packed;
mod rehearsal;
mod store;
mod store_failures;
mod tab;
mod writer;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);
