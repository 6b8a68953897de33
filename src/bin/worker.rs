//! The back office of the staff's wing, in its worker.

use std::hint::black_box;

use shouwen::rules::{Probe, Situation, decide, read_compact};
use wasm_bindgen::prelude::wasm_bindgen;

/// As in `shouwen bench decide`, so that the figures can be compared.
const SITUATIONS: usize = 400;
const ROUNDS: u32 = 20;
const SEED: u64 = 7;

fn main() {
    shouwen::backoffice::start::<shouwen::backoffice::Staff>();
}

/// For `cargo xtask measure`: takes so many full decisions with their citations, over invented situations of all packs of a
/// library, and says how many; the caller has the clock. None where the bytes are no library.
#[wasm_bindgen]
pub fn take_decisions(library: &[u8]) -> u32 {
    let Ok(packs) = read_compact(library) else { return 0 };
    let mut decisions = 0;
    for pack in &packs {
        let mut probe = Probe::new(pack.pack(), SEED);
        let situations: Vec<Situation> = (0..SITUATIONS).map(|_| probe.situation()).collect();
        for _ in 0..ROUNDS {
            for situation in &situations {
                black_box(decide(pack, black_box(situation)));
                decisions += 1;
            }
        }
    }
    decisions
}
