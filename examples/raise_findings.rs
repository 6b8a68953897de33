//! How long looking a whole ledger through for findings takes: `cargo run --release --example raise_findings -- BUNDLE`.
//!
//! `shouwen sample --tickets 100000 --seed 1 BUNDLE` makes a bundle to look through. Looked at a month after its last event, so
//! that what was left undone is late. Prints JSON.

use std::error::Error;
use std::fs::File;
use std::hint::black_box;
use std::time::Instant;

use shouwen::exchange::{Limits, unpack};
use shouwen::ledger::finding::raise;
use shouwen::ledger::{Ledger, Ticket};

const MONTH_MS: i64 = 30 * 24 * 3_600_000;
/// How often the ledger is looked through.
const ROUNDS: u32 = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("usage: raise_findings BUNDLE")?;
    let read = unpack(File::open(&file)?, Limits::default())?;
    if !read.is_sound() {
        return Err(format!("{file} is not sound").into());
    }
    let mut ledger = Ledger::new();
    ledger.extend(read.lines.iter().map(|line| &line.text));
    let tickets: Vec<&Ticket> = ledger.tickets().collect();
    let now_ms = tickets.iter().map(|ticket| ticket.touched_ms).max().unwrap_or_default() + MONTH_MS;
    let all = || tickets.iter().map(|ticket| black_box(raise(ticket, now_ms)).len()).sum::<usize>();
    let findings = all();
    let start = Instant::now();
    for _ in 0..ROUNDS {
        black_box(all());
    }
    let ms = start.elapsed().as_secs_f64() * 1e3 / f64::from(ROUNDS);
    println!("{{\"tickets\": {}, \"findings\": {findings}, \"ms\": {ms:.2}}}", tickets.len());
    Ok(())
}
