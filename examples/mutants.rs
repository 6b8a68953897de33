//! Lists changes of a pack that nobody notices: `cargo run --release --example mutants -- PACK.toml [CASES.json...]`.
//!
//! One line for each: file, line, clause, change. The last line counts those that are noticed.

use std::error::Error;
use std::process::ExitCode;

use shouwen::rules::{Case, load};

#[path = "../tests/mutants/mod.rs"]
mod mutants;

use mutants::{Judge, Verdict};

/// How many situations are tried before a change is said to make no difference.
const SITUATIONS: usize = 12_000;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("usage: mutants PACK.toml [CASES.json...]")?;
    let pack = match load(&std::fs::read_to_string(&file)?) {
        Ok(pack) => pack.pack().clone(),
        Err(problems) => {
            for problem in problems {
                eprintln!("{file}:{problem}");
            }
            return Ok(ExitCode::from(2));
        }
    };
    let mut cases: Vec<Case> = Vec::new();
    for file in arguments {
        cases.extend(serde_json::from_str::<Vec<Case>>(&std::fs::read_to_string(&file)?)?);
    }
    let judge = Judge::new(&pack, cases, SITUATIONS);
    let (mut noticed, mut unnoticed, mut same) = (0_usize, 0_usize, 0_usize);
    for mutant in mutants::mutants(&pack) {
        match judge.judge(&mutant) {
            Verdict::Noticed => noticed += 1,
            Verdict::NoDifference => same += 1,
            Verdict::Unnoticed => {
                unnoticed += 1;
                println!("{file}:{}: clause {}: {}", mutant.place.line, mutant.clause, mutant.change);
            }
        }
    }
    let all = noticed + unnoticed;
    println!("{same} changes make no difference");
    println!("{noticed} of {all} noticed ({} %)", (noticed * 100).checked_div(all).unwrap_or(100));
    Ok(ExitCode::SUCCESS)
}
