//! The simulator of faults: builds it optimised, and plays stories on every core.
//!
//! What it is stands in `tests/simulate/`; a failure names its seed and the command that shows it again.

use std::fs;
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::build::hex;
use crate::failure::{At, Failure, Outcome};
use crate::places::Places;
use crate::shell;

/// How many stories are played where nobody says, and in the tests.
const SEEDS_USUAL: u64 = 10_000;
const PROFILE: &str = "simulate";

/// Plays the stories that the arguments name: `--seeds N`, `--from S`; with `--stats` first it tells what they were about.
pub(crate) fn simulate(places: &Places, arguments: &[&str]) -> Outcome {
    let (stats, pairs) = match arguments {
        ["--stats", pairs @ ..] => (Some("--stats"), pairs),
        pairs => (None, pairs),
    };
    let (seeds, from) = order(pairs)?;
    shell::run(program_for(places, seeds, from).args(stats))
}

/// Plays as many stories as belong to the tests, unless this very program has played them well before: stories have no chance in
/// them but their seeds.
pub(crate) fn usual(places: &Places) -> Outcome {
    shell::run(cargo(places, "build").arg("--example").arg("simulate"))?;
    let folder = places.target.join(PROFILE);
    let program = folder.join("examples").join(format!("simulate{}", std::env::consts::EXE_SUFFIX));
    let digest = hex(&Sha256::digest(fs::read(&program).at(&program)?));
    let (stamp, passed) = (folder.join("stories.passed"), format!("{digest} {SEEDS_USUAL}"));
    if fs::read_to_string(&stamp).is_ok_and(|before| before == passed) {
        println!("simulate: this very program has played its {SEEDS_USUAL} stories before, and kept every promise");
        return Ok(());
    }
    shell::run(&mut program_for(places, SEEDS_USUAL, 0))?;
    fs::write(&stamp, passed).at(&stamp)
}

fn program_for(places: &Places, seeds: u64, from: u64) -> Command {
    let mut command = cargo(places, "run");
    command.args(["--example", "simulate", "--"]);
    command.args(["--seeds", &seeds.to_string(), "--from", &from.to_string()]);
    command
}

fn cargo(places: &Places, verb: &str) -> Command {
    let mut command = shell::command("cargo", &places.root);
    command.env("CARGO_TARGET_DIR", &places.target).args([verb, "--quiet", "--locked", "--profile", PROFILE]);
    command
}

fn order(arguments: &[&str]) -> Outcome<(u64, u64)> {
    let bad = || Failure::Usage("simulate takes --seeds and --from, each with a whole number".into());
    let (mut seeds, mut from) = (SEEDS_USUAL, 0);
    for pair in arguments.chunks(2) {
        match pair {
            ["--seeds", number] => seeds = number.parse().map_err(|_| bad())?,
            ["--from", number] => from = number.parse().map_err(|_| bad())?,
            _ => return Err(bad()),
        }
    }
    Ok((seeds, from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeds_and_the_first_of_them_are_read_or_refused() {
        assert_eq!(order(&[]).unwrap(), (SEEDS_USUAL, 0));
        assert_eq!(order(&["--from", "7", "--seeds", "1"]).unwrap(), (1, 7));
        for bad in [&["--seeds"][..], &["--seeds", "-1"], &["7"], &["--to", "7"]] {
            assert!(order(bad).is_err(), "{bad:?}");
        }
    }
}
