//! How long one full decision with its citations takes: `cargo bench --bench decide`. For each system, and for all of them.

use std::hint::black_box;
use std::time::Instant;

use shouwen::rules::{CompiledPack, Probe, Situation, decide, load_all};

const SITUATIONS: usize = 400;
const ROUNDS: u32 = 20;
const SEED: u64 = 7;

fn main() {
    let packs = load_all();
    let mean_us: Vec<f64> = packs.iter().map(mean_us).collect();
    for (pack, us) in packs.iter().zip(&mean_us) {
        println!("{{\"system\": \"{}\", \"us\": {us:.3}}}", pack.id());
    }
    let slowest = mean_us.iter().copied().fold(0.0, f64::max);
    let mean = mean_us.iter().sum::<f64>() / f64::from(u32::try_from(mean_us.len()).unwrap_or(u32::MAX));
    println!("{{\"systems\": {}, \"us\": {mean:.3}, \"slowest_us\": {slowest:.3}}}", packs.len());
}

/// The mean microseconds of a decision under one system.
fn mean_us(pack: &CompiledPack) -> f64 {
    let mut probe = Probe::new(pack.pack(), SEED);
    let situations: Vec<Situation> = (0..SITUATIONS).map(|_| probe.situation()).collect();
    let decide_all = || situations.iter().for_each(|situation| drop(black_box(decide(pack, black_box(situation)))));
    decide_all();
    let start = Instant::now();
    (0..ROUNDS).for_each(|_| decide_all());
    let decisions = ROUNDS * u32::try_from(SITUATIONS).unwrap_or(u32::MAX);
    start.elapsed().as_secs_f64() * 1e6 / f64::from(decisions)
}
