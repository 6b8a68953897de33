//! What a bundle costs on its way into a ledger, packed, and opened again: `cargo bench --bench storage -- BUNDLE`.
//!
//! `shouwen sample --tickets 100000 --seed 1 BUNDLE` makes one. Each line is JSON. The host's compression and processor, not the
//! browser's: for comparing one build with another, and for what the tables weigh.

#![allow(clippy::cast_precision_loss, clippy::unwrap_used, reason = "a benchmark may fail")]

use std::collections::BTreeMap;
use std::fs::File;
use std::hint::black_box;
use std::io::Read;
use std::time::Instant;

use flate2::read::MultiGzDecoder;
use shouwen::exchange::{BundleReader, Limits};
use shouwen::house::{Gathering, House, Kept, Moment};
use shouwen::ledger::packed::Packed;
use shouwen::office::Lang;
use shouwen::protocol::{Filter, Query, Shelf};

/// How much is read at a time, as the browser hands it over.
const PIECE_BYTES: usize = 64 << 10;

fn main() {
    let Some(path) = std::env::args().skip(1).find(|argument| !argument.starts_with('-')) else {
        println!("{{\"skipped\": \"name a bundle\"}}");
        return;
    };
    let start = Instant::now();
    let mut text = Vec::new();
    MultiGzDecoder::new(File::open(path).unwrap()).read_to_end(&mut text).unwrap();
    println!("{{\"unpack_ms\": {:.0}, \"bytes\": {}}}", ms(start), text.len());

    let start = Instant::now();
    let mut reader = BundleReader::new(Limits::default());
    text.chunks(PIECE_BYTES).for_each(|piece| reader.push_each(piece, |_, _, _| {}).unwrap());
    println!("{{\"read_ms\": {:.0}, \"events\": {}}}", ms(start), reader.finish().contents.events);

    let office = Some(include_str!("../public/office/example.json").to_owned());
    let kept = Kept { seed: [1; 32], lines: Vec::new(), office, settings: None, systems: None };
    let mut house = House::open(&kept).unwrap();
    house.keep_lists();
    let start = Instant::now();
    let mut reader = BundleReader::new(Limits::default());
    let (mut gathering, mut segments) = (Gathering::default(), 0);
    for piece in text.chunks(PIECE_BYTES) {
        let take = |line, text: &str, event| drop(gathering.take(house.ledger(), line, text, event).unwrap());
        reader.push_each(piece, take).unwrap();
        segments += usize::from(gathering.full_segment().is_some());
    }
    segments += usize::from(gathering.last_segment().is_some());
    let (bundle, tickets) = (reader.finish(), gathering.len());
    assert!(bundle.is_sound());
    println!("{{\"read_and_gather_ms\": {:.0}, \"tickets\": {tickets}, \"segments\": {segments}}}", ms(start));

    let start = Instant::now();
    let view = house.preview_with(&bundle, &gathering, 1, "bundle");
    println!("{{\"preview_ms\": {:.0}, \"new_events\": {}}}", ms(start), view.new_events);

    let keys: Vec<u64> = (0..segments as u64).collect();
    let start = Instant::now();
    let packed: Vec<_> = gathering.tickets().iter().collect();
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
    assert!(opened.keep_lists_of(rows));
    println!("{{\"open_ms\": {:.1}, \"events\": {}}}", ms(start), opened.events());
    type_words(&opened);
}

/// Types words letter by letter into the desk's list of everything, from the question to the answer's JSON.
fn type_words(house: &House) {
    let (now, mut times) = (Moment { now_ms: 1_790_000_000_000 }, Vec::new());
    for word in ["李建国", "公积金提取", "sfz", "shenfenzheng", "0042", "8888", "材料都带齐了"] {
        for end in word.char_indices().map(|(start, letter)| start + letter.len_utf8()) {
            let words = word.get(..end).unwrap_or_default().to_owned();
            let filter = Filter { shelf: Shelf::All, words, ..Filter::default() };
            let query = Query::Tickets { filter, offset: 0, limit: 60, whereabouts: None };
            let start = Instant::now();
            let seen = house.see(&query, Lang::Hans, now).unwrap();
            black_box(serde_json::to_string(&seen).unwrap());
            times.push(ms(start));
        }
    }
    times.sort_by(f64::total_cmp);
    let at = |part: usize| times.get(times.len() * part / 100).unwrap();
    println!("{{\"keystroke_p50_ms\": {:.2}, \"p95_ms\": {:.2}}}", at(50), at(95));
}

fn ms(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e3
}
