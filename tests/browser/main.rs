//! The back office in a real browser: storage, locks, compression, with failures injected.

#![cfg(target_arch = "wasm32")]

mod browser;
mod store;
mod store_failures;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);
