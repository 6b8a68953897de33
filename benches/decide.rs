//! How long one full decision with its citations takes: `cargo bench --bench decide`. For each system, and for all of them.

use std::time::Instant;

use shouwen::rules::{CompiledPack, load_all, workload};

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
    let decide_all = workload(std::slice::from_ref(pack));
    // The first time everything is cold.
    decide_all();
    let start = Instant::now();
    let decisions = decide_all();
    start.elapsed().as_secs_f64() * 1e6 / f64::from(decisions.max(1))
}
