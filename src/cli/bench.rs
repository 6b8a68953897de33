//! `shouwen bench`: how long things take.

use std::hint::black_box;
use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

use shouwen::rules::{self, Probe, Situation};

use super::Failure;
use super::pack_file;

pub(super) const HELP: &str = "\
usage: shouwen bench decide [--packs FOLDER]

Measures how long one full decision with its citations takes, over invented situations of all systems, the same ones on every
machine. Prints JSON: `us` is the mean in microseconds, `decisions` how many were taken, `systems` of how many systems.

  --packs FOLDER  measures the packs (*.toml) of this folder instead of those that come with the program
";

/// How many situations are invented for each system, and how often each is decided.
const SITUATIONS: usize = 400;
const ROUNDS: u32 = 20;
/// The seed of the situations.
const SEED: u64 = 7;

/// Measures.
pub(super) fn run(arguments: &[String], out: &mut dyn Write) -> Result<ExitCode, Failure> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let packs = match words.as_slice() {
        ["decide"] => rules::load_all(),
        ["decide", "--packs", folder] => pack_file::all_in(folder)?,
        _ => return Err(Failure::Usage(HELP)),
    };
    let situations: Vec<Vec<Situation>> = packs
        .iter()
        .map(|pack| {
            let mut probe = Probe::new(pack.pack(), SEED);
            (0..SITUATIONS).map(|_| probe.situation()).collect()
        })
        .collect();
    let decide_all = || {
        for (pack, situations) in packs.iter().zip(&situations) {
            for situation in situations {
                black_box(rules::decide(pack, black_box(situation)));
            }
        }
    };
    decide_all();
    let start = Instant::now();
    (0..ROUNDS).for_each(|_| decide_all());
    let total_us = start.elapsed().as_secs_f64() * 1e6;
    let decisions = u32::try_from(packs.len() * SITUATIONS).unwrap_or(u32::MAX).saturating_mul(ROUNDS);
    let us = total_us / f64::from(decisions.max(1));
    writeln!(out, "{{\"us\": {us:.3}, \"decisions\": {decisions}, \"systems\": {}}}", packs.len())?;
    Ok(ExitCode::SUCCESS)
}
