//! The back office of the staff's wing, in its worker; and its helpers, each in a worker beside.

use shouwen::rules::{read_compact, workload};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {
    if !shouwen::backoffice::help() {
        shouwen::backoffice::start::<shouwen::backoffice::Staff>();
    }
}

/// For `cargo xtask measure`: takes the decisions of `shouwen bench decide`, over all packs of a library, and says how many;
/// the caller has the clock. None where the bytes are no library.
#[wasm_bindgen]
pub fn take_decisions(library: &[u8]) -> u32 {
    read_compact(library).map_or(0, |packs| workload(&packs)())
}
