//! How much memory reading a stranger's text takes at most. A program of its own: every byte that it allocates is counted.

use peak_alloc::PeakAlloc;
use shouwen::rules::pack::parse;

#[path = "../worst_packs/mod.rs"]
mod worst_packs;

use worst_packs::worst_packs;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// How many times its own size reading a text may take. Measured: 103 times at most, for texts in which nearly every
/// character is a token, an event and a value, all held at once while the lists of them grow.
const TIMES_MAX: usize = 128;

#[test]
fn a_megabyte_of_anything_is_read_in_bounded_memory() {
    let mut most = 0;
    for text in worst_packs() {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        parse(&text).ok();
        let taken = MEMORY.peak_usage() - before;
        let shown: String = text.chars().skip(text.chars().count() - 20).collect();
        assert!(taken <= TIMES_MAX * text.len(), "{shown:?}: {taken} bytes for {}", text.len());
        most = most.max(taken / text.len());
    }
    println!("memory: reading a pack takes at most {most} times its size");
    assert!(most > 0, "nothing was counted");
}
