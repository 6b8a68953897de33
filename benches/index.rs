//! How long a keystroke takes among so many tickets, and what they hold in memory: `cargo bench --bench index [-- ROWS]`.
//!
//! Everyone's words are their own (the hardest for an index; what an office's list names is the same for many, as in life).
//! Each line is JSON: what was typed one letter after the other, in milliseconds for one letter, with the first page of the
//! list and its count.

#![allow(clippy::cast_precision_loss, clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark may fail")]

#[allow(dead_code)]
#[path = "../tests/rows/mod.rs"]
mod rows;

use std::hint::black_box;
use std::time::Instant;

use shouwen::dice::Dice;
use shouwen::index::{Index, Marks, Question, Row, Sort, What, Words};
use shouwen::ledger::State;

use rows::{DAY_MS, DAYS, START_MS, Talk};

const ROWS: u64 = 100_000;
const SEED: u64 = 7;
/// The rows of a screen and some above and below.
const PAGE_ROWS: usize = 60;
/// How often each text is typed.
const ROUNDS: usize = 5;

fn main() {
    let count = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(ROWS);
    let mut dice = Dice::new(SEED);
    let rows: Vec<Row> = (0..count).map(|_| rows::row(&mut dice, Talk::Free)).collect();
    let start = Instant::now();
    let mut index = Index::default();
    for row in &rows {
        index.put(row);
    }
    index.settle();
    println!("{{\"rows\": {count}, \"put_us\": {:.2}}}", ms(start) * 1e3 / rows.len() as f64);
    let held = index.held_bytes();
    println!("{{\"held_bytes\": {held}, \"bytes_per_row\": {:.1}}}", held as f64 / rows.len() as f64);
    type_all(&index, &rows);
    scroll(&index);
    keep(&mut index);
    update(&mut index, rows, &mut dice);
}

/// Writes the index and reads it back.
fn keep(index: &mut Index) {
    let start = Instant::now();
    let mut chunks = Vec::new();
    index.encode(|chunk| chunks.push(chunk));
    let encode_ms = ms(start);
    let bytes: usize = chunks.iter().map(Vec::len).sum();
    let mut took: Vec<f64> = (0..7).map(|_| timed(|| Index::decode(&chunks))).collect();
    let spread = spread(&mut took);
    println!(
        "{{\"kept_bytes\": {bytes}, \"chunks\": {}, \"encode_ms\": {encode_ms:.1}, \"decode\": {{{spread}}}}}",
        chunks.len()
    );
}

/// Types texts letter by letter.
fn type_all(index: &Index, rows: &[Row]) {
    let some = |nth: usize| &rows[nth * 7_919 % rows.len()];
    let pinyin = ["zhangwei", "zw", "sbbl", "shebao", "tksq", "gongjijin", "wxm", "lvjianguo", "shenfenzm"];
    let mut kinds: Vec<(&str, Vec<String>)> = vec![
        ("number", (0..8).map(|nth| some(nth).number.to_string()).collect()),
        ("counter", (0..8).map(|nth| some(nth).number.to_string()[18..].to_owned()).collect()),
        ("name", (0..12).map(|nth| some(nth).name.clone()).collect()),
        ("phone ending", (0..12).map(|nth| some(nth).phone.digits()[7..].to_owned()).collect()),
        ("subject", (0..12).map(|nth| some(nth).subject.chars().take(6).collect()).collect()),
        ("details", (0..12).map(|nth| some(nth).details.chars().skip(4).take(6).collect()).collect()),
        ("frequent words", vec!["办理申请".to_owned(), "申请办理身份证明".to_owned(), "材料社保".to_owned()]),
        ("pinyin", pinyin.map(str::to_owned).to_vec()),
        ("two words", (0..8).map(|nth| format!("{} {}", some(nth).name, some(nth).subject)).collect()),
        ("nothing", vec!["查无此人也".to_owned(), "qqqq".to_owned(), "99999999".to_owned()]),
    ];
    kinds.push(("filters", vec![String::new()]));
    let mut every: Vec<f64> = Vec::new();
    for (kind, texts) in kinds {
        let mut took: Vec<f64> = texts.iter().flat_map(|text| typed(index, text)).collect();
        every.extend(&took);
        println!("{{\"typed\": \"{kind}\", {}}}", spread(&mut took));
    }
    println!("{{\"typed\": \"all\", {}}}", spread(&mut every));
}

/// Types a text some times; of each keystroke the quickest counts, as whatever else the machine does only adds to it.
fn typed(index: &Index, text: &str) -> Vec<f64> {
    let rounds: Vec<Vec<f64>> = (0..ROUNDS).map(|_| keystrokes(index, text)).collect();
    (0..rounds[0].len()).map(|nth| rounds.iter().map(|round| round[nth]).fold(f64::MAX, f64::min)).collect()
}

fn keystrokes(index: &Index, text: &str) -> Vec<f64> {
    let ends = text.char_indices().map(|(start, letter)| start + letter.len_utf8()).chain([0]);
    let here = |what: &What| what.office.0 == "here";
    let open = |marks: &Marks| marks.state != State::Closed;
    let due_ms = START_MS..=START_MS + i64::try_from(DAYS).unwrap() * DAY_MS / 2;
    ends.flat_map(|end| {
        let typed = &text[..end];
        let plain = timed(|| {
            let words = Words::of(typed);
            let hits = index.find(&Question { words: Some(&words), what: Some(&here), ..Question::default() });
            (hits.count(), index.page(&hits, Sort::Touched, 0, PAGE_ROWS))
        });
        let filtered = timed(|| {
            let words = Words::of(typed);
            let question = Question {
                words: Some(&words),
                what: Some(&here),
                marks: Some(&open),
                due_ms: Some(due_ms.clone()),
                who: None,
            };
            let hits = index.find(&question);
            (hits.count(), index.page(&hits, Sort::Due, 0, PAGE_ROWS))
        });
        [plain, filtered]
    })
    .collect()
}

/// Reads pages all over the whole list.
fn scroll(index: &Index) {
    let hits = index.find(&Question::default());
    let mut took: Vec<f64> =
        (0..200).map(|nth| timed(|| index.page(&hits, Sort::Due, hits.count() / 200 * nth, PAGE_ROWS))).collect();
    println!("{{\"scrolled\": \"everywhere\", {}}}", spread(&mut took));
}

/// Lets something happen to tickets, looking at the list after each.
fn update(index: &mut Index, mut rows: Vec<Row>, dice: &mut Dice) {
    let mut took: Vec<f64> = Vec::new();
    for _ in 0..3_000 {
        let place = usize::try_from(dice.below(rows.len() as u64)).unwrap();
        rows::work_on(&mut rows[place], dice);
        took.push(timed(|| index.put(&rows[place])));
    }
    println!("{{\"updated\": \"one\", {}}}", spread(&mut took));
    let mut took: Vec<f64> =
        (0..50).map(|_| timed(|| index.page(&index.find(&Question::default()), Sort::Due, 0, PAGE_ROWS))).collect();
    println!("{{\"looked\": \"after updates\", {}}}", spread(&mut took));
}

fn timed<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    drop(black_box(work()));
    ms(start)
}

fn ms(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e3
}

/// The middle, the 95th of a hundred, and the longest.
fn spread(took: &mut [f64]) -> String {
    took.sort_by(f64::total_cmp);
    let at = |percent: usize| took[(took.len() - 1) * percent / 100];
    format!(
        "\"times\": {}, \"p50_ms\": {:.3}, \"p95_ms\": {:.3}, \"max_ms\": {:.3}",
        took.len(),
        at(50),
        at(95),
        at(100)
    )
}
