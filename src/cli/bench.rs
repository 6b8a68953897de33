//! `shouwen bench`: how long things take.

use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

use shouwen::rules::{load_all, workload};

use super::Failure;
use super::pack_file;

pub(super) const HELP: &str = "\
usage: shouwen bench decide [--packs FOLDER]

Measures how long one full decision with its citations takes, over invented situations of all systems, the same ones on every
machine. Prints JSON: `us` is the mean in microseconds, `decisions` how many were taken, `systems` of how many systems.

  --packs FOLDER  measures the packs (*.toml) of this folder instead of those that come with the program
";

/// Measures.
pub(super) fn run(arguments: &[String], out: &mut dyn Write) -> Result<ExitCode, Failure> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let packs = match words.as_slice() {
        ["decide"] => load_all(),
        ["decide", "--packs", folder] => pack_file::all_in(folder)?,
        _ => return Err(Failure::Usage(HELP)),
    };
    let decide_all = workload(&packs);
    // The first time everything is cold.
    decide_all();
    let start = Instant::now();
    let decisions = decide_all();
    let us = start.elapsed().as_secs_f64() * 1e6 / f64::from(decisions.max(1));
    writeln!(out, "{{\"us\": {us:.3}, \"decisions\": {decisions}, \"systems\": {}}}", packs.len())?;
    Ok(ExitCode::SUCCESS)
}
