//! Lives through faults of disks, tabs, clocks and files: `cargo xtask simulate --seeds N --from S`.
//!
//! Prints how many stories were played, with `--stats` also how often which step and fault came; a story in which a promise was
//! broken is printed shrunk, with its seed, and ends the run with a failure.

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;

#[path = "../tests/simulate/mod.rs"]
mod simulate;

use simulate::{Failure, Played, play, shrink};

const USAGE: &str = "usage: simulate [--stats] [--seeds N] [--from S]";
/// How many stories are played where nobody says.
const SEEDS_USUAL: u64 = 10_000;

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let given = arguments.len();
    arguments.retain(|argument| argument != "--stats");
    let stats = arguments.len() < given;
    let Some((seeds, from)) = order(&arguments) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    // A panic is caught and told with its seed; the story says where it was.
    std::panic::set_hook(Box::new(|_| {}));
    let start = Instant::now();
    let (played, failures) = play_all(from, seeds);
    println!("{seeds} seeds from {from} in {:.1} s", start.elapsed().as_secs_f32());
    for (what, count) in played.0.iter().filter(|_| stats) {
        println!("{count:>10} {what}");
    }
    let Some(first) = failures.iter().min_by_key(|failure| failure.seed) else {
        println!("every promise was kept");
        return ExitCode::SUCCESS;
    };
    println!("{}", shrink(first));
    println!("again: cargo xtask simulate --seeds 1 --from {}", first.seed);
    ExitCode::FAILURE
}

/// Plays the stories on every core, up to the first failure.
fn play_all(from: u64, seeds: u64) -> (Played, Vec<Failure>) {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get);
    let (next, stop) = (AtomicU64::new(0), AtomicBool::new(false));
    let found = Mutex::new((Played::default(), Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                let (mut all, mut failures) = (Played::default(), Vec::new());
                while !stop.load(Ordering::Relaxed) {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= seeds {
                        break;
                    }
                    match play(from.wrapping_add(number), &BTreeSet::new(), false) {
                        Ok(played) => all.add(played),
                        Err(failure) => {
                            stop.store(true, Ordering::Relaxed);
                            failures.push(failure);
                        }
                    }
                }
                if let Ok(mut found) = found.lock() {
                    found.0.add(all);
                    found.1.extend(failures);
                }
            });
        }
    });
    found.into_inner().unwrap_or_default()
}

fn order(arguments: &[String]) -> Option<(u64, u64)> {
    let (mut seeds, mut from) = (SEEDS_USUAL, 0);
    for pair in arguments.chunks(2) {
        let [name, number] = pair else { return None };
        match name.as_str() {
            "--seeds" => seeds = number.parse().ok()?,
            "--from" => from = number.parse().ok()?,
            _ => return None,
        }
    }
    Some((seeds, from))
}
