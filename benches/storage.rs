//! What a bundle costs on its way into a ledger, packed, and opened again: `cargo bench --bench storage -- BUNDLE`.
//!
//! `shouwen sample --tickets 100000 --seed 1 BUNDLE` makes one. Each line is JSON. The host's compression and processor, not the
//! browser's: for comparing one build with another, and for what the tables weigh.

#![allow(clippy::cast_precision_loss, clippy::unwrap_used, reason = "a benchmark may fail")]

use std::collections::BTreeMap;
use std::fs::File;
use std::time::Instant;

use shouwen::exchange::{EventLine, Limits, unpack};
use shouwen::house::{Gathering, House, Kept};
use shouwen::ledger::packed::Packed;
use shouwen::ledger::{Event, Ledger};

fn main() {
    let Some(path) = std::env::args().skip(1).find(|argument| !argument.starts_with('-')) else {
        println!("{{\"skipped\": \"name a bundle\"}}");
        return;
    };
    let start = Instant::now();
    let mut lines = unpack(File::open(path).unwrap(), Limits::default()).unwrap().lines;
    println!("{{\"read_ms\": {:.0}, \"events\": {}}}", ms(start), lines.len());
    lines.sort_by_key(|line| (line.ticket, line.stamp, line.device, line.seq));

    let start = Instant::now();
    let events: Vec<(EventLine, Event)> = lines
        .into_iter()
        .map(|line| {
            let event = Event::from_line(&line.text).unwrap();
            (line, event)
        })
        .collect();
    println!("{{\"parse_ms\": {:.0}}}", ms(start));

    let kept = Kept { seed: [1; 32], lines: Vec::new(), office: None, settings: None, systems: None };
    let mut house = House::open(&kept).unwrap();
    house.keep_lists();
    let start = Instant::now();
    let (mut gathering, mut segments, nothing) = (Gathering::default(), Vec::new(), Ledger::new());
    for (line, event) in events {
        gathering.take(&nothing, line, event).unwrap();
        segments.extend(gathering.full_segment());
    }
    segments.extend(gathering.last_segment());
    let tickets = gathering.len();
    println!("{{\"gather_ms\": {:.0}, \"tickets\": {tickets}, \"segments\": {}}}", ms(start), segments.len());

    let keys: Vec<u64> = (0..segments.len() as u64).collect();
    let start = Instant::now();
    let packed: Vec<_> = gathering.tickets_from(0).collect();
    let repacked = house.repacked(&packed, &keys, gathering.rows()).unwrap();
    let rows = repacked.tables.rows.clone();
    let tables = repacked.tables.packed.to_tables();
    println!("{{\"tables_ms\": {:.0}}}", ms(start));
    let bytes = |bytes: usize| bytes as f64 / tickets.max(1) as f64;
    for (name, table) in &tables {
        println!(
            "{{\"table\": \"{name}\", \"bytes\": {}, \"bytes_a_ticket\": {:.1}}}",
            table.len(),
            bytes(table.len())
        );
    }
    let weight: usize = rows.iter().map(Vec::len).sum();
    println!("{{\"table\": \"rows\", \"bytes\": {weight}, \"bytes_a_ticket\": {:.1}}}", bytes(weight));

    let mut stored: BTreeMap<&str, Vec<u8>> = tables.into_iter().collect();
    let start = Instant::now();
    let packed = Packed::of_tables(|name| stored.remove(name)).unwrap();
    let mut opened = House::open_packed(&kept, packed).unwrap();
    assert!(opened.keep_lists_of(&rows));
    println!("{{\"open_ms\": {:.1}, \"events\": {}}}", ms(start), opened.events());
}

fn ms(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e3
}
