//! A stranger's file is bounded in size, length, count, depth and in how it swells.

use shouwen::exchange::{BundleProblem, Limits, unpack};

use crate::exchange_damage::{check, check_packed, parts};
use crate::exchange_kit::{gzipped, read_within, told};

#[test]
fn huge_lines_stop_the_reading() {
    let (_, lines) = parts();
    let huge = vec![b'x'; 1 << 20];
    check(&[lines[0].clone(), huge.clone()].concat(), &["2 line_too_long"]);
    check(&[lines[0].clone(), lines[1].clone(), huge.clone(), b"\n".to_vec()].concat(), &["3 line_too_long"]);
    let office = [b"{\"office\":\"".to_vec(), huge.clone(), huge.clone(), huge].concat();
    let read = check(&[lines[0].clone(), office.clone()].concat(), &["2 line_too_long"]);
    assert!(read.problems[0].to_string().contains("at most 2097152"), "{}", read.problems[0]);
    let read = check(&[lines[0].clone(), lines[1].clone(), office].concat(), &["3 line_too_long"]);
    assert!(read.problems[0].to_string().contains("at most 65536"), "{}", read.problems[0]);
    let manifest = [b"{\"format\":\"shouwen-bundle\",\"x\":\"".to_vec(), vec![b'x'; 70_000]].concat();
    check(&manifest, &["1 line_too_long"]);
}

#[test]
fn nesting_is_bounded_wherever_it_stands() {
    let (_, lines) = parts();
    let deep = "[".repeat(100_000) + &"]".repeat(100_000) + "}\n";
    let office = [b"{\"office\":".to_vec(), deep.clone().into_bytes()].concat();
    let with_office = [lines[0].clone(), office, lines[1..].concat()].concat();
    let read = check(&with_office, &["2 too_deep", "0 altered"]);
    assert_eq!(read.problems[0].problem, BundleProblem::TooDeep { found: 100_001, limit: 32 });
    let line = format!("{{\"device\":{}\n", "[".repeat(60_000));
    let as_event = [lines[0].clone(), line.into_bytes(), lines[1..].concat()].concat();
    check(&as_event, &["2 too_deep", "0 altered", "1 count_mismatch", "6 count_mismatch"]);
    let manifest = format!("{{\"format\":\"shouwen-bundle\",\"version\":1,\"x\":{}\n", "{\"a\":".repeat(5_000));
    check(manifest.as_bytes(), &["1 too_deep"]);
    let seal = format!("{{\"seal\":{}\n", "[".repeat(5_000));
    check(&[lines[..4].concat(), seal.into_bytes()].concat(), &["5 too_deep"]);
    check(deep.as_bytes(), &["1 not_a_bundle"]);
}

#[test]
fn sizes_and_counts_are_bounded() {
    let (_, lines) = parts();
    let bytes = lines.concat();
    let within = |limits: Limits, expected: &[&str]| assert_eq!(told(&read_within(&bytes, limits)), expected);
    let whole_bytes = bytes.len() as u64;
    within(Limits { whole_bytes_max: whole_bytes, ..Limits::default() }, &[]);
    within(Limits { whole_bytes_max: whole_bytes - 1, ..Limits::default() }, &["0 too_large"]);
    within(Limits { events_max: 3, ..Limits::default() }, &[]);
    within(Limits { events_max: 2, ..Limits::default() }, &["4 too_many_events"]);
    let packed = gzipped(&bytes);
    let limits = Limits { packed_bytes_max: packed.len() as u64 - 1, ..Limits::default() };
    assert_eq!(told(&unpack(packed.as_slice(), limits).unwrap()), ["0 packed_too_large"]);
}

#[test]
fn a_bomb_stops_early() {
    let (_, lines) = parts();
    let bomb = gzipped(&[lines[0].clone(), b"\n".repeat(64 << 20)].concat());
    assert!(bomb.len() < 100_000);
    let read = unpack(bomb.as_slice(), Limits::default()).unwrap();
    assert_eq!(told(&read).last().unwrap(), "101 too_many_problems");
    assert_eq!(read.problems.len(), 101);
    // Long lines that are no problem by themselves until the whole has swollen.
    let limits = Limits { told_max: usize::MAX, ..Limits::default() };
    let line = [vec![b' '; 60_000], b"\n".to_vec()].concat();
    let bomb = gzipped(&[lines[0].clone(), line.repeat(1000)].concat());
    let read = unpack(bomb.as_slice(), limits).unwrap();
    assert_eq!(told(&read).last().unwrap(), "0 swells");
    assert!(read.whole_lines < 300, "{} lines were looked at", read.whole_lines);
    let seamless = gzipped(&vec![b' '; 64 << 20]);
    check_packed(&seamless, &["1 not_a_bundle"]);
}
