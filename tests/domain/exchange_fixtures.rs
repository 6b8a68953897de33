//! Files of every version that was ever written stay readable, and known bad ones stay refused in the same words' codes.

use std::fs;
use std::path::{Path, PathBuf};

use shouwen::exchange::{Limits, unpack};
use shouwen::ledger::Ledger;

use crate::exchange_kit::{sha256_of, small, texts, told};

/// What each file in tests/fixtures/bundles is: its name, what is told of it, events, tickets.
const FILES: [(&str, &[&str], u64, usize); 14] = [
    ("spreadsheet.csv.gz", &["1 not_a_bundle"], 0, 0),
    ("v1-altered.jsonl.gz", &["0 altered"], 3, 1),
    ("v1-cut.jsonl.gz", &["4 cut_short"], 2, 1),
    ("v1-nested.jsonl.gz", &["2 too_deep", "0 altered"], 3, 1),
    ("v1-plain.jsonl.gz", &[], 3, 1),
    ("v1-repeated.jsonl.gz", &["(5 duplicate)"], 4, 1),
    ("v1-sample.jsonl.gz", &[], 62, 12),
    ("v1-uncompressed.jsonl", &["0 not_gzip"], 0, 0),
    ("v1-unknown-act.jsonl.gz", &["(3 unknown_act)"], 3, 1),
    ("v2-altered.jsonl.gz", &["0 altered"], 3, 1),
    ("v2-backup.jsonl.gz", &[], 6, 3),
    ("v2-plain.jsonl.gz", &[], 3, 1),
    ("v2-sample.jsonl.gz", &[], 62, 12),
    ("v3-newer.jsonl.gz", &["1 too_new"], 0, 0),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bundles")
}

#[test]
fn every_kept_file_is_read_as_it_always_was() {
    for (name, expected, events, tickets) in FILES {
        let read = unpack(fs::File::open(folder().join(name)).unwrap(), Limits::default()).unwrap();
        assert_eq!(told(&read), expected, "{name}");
        assert_eq!(read.contents.events, events, "{name}");
        let mut ledger = Ledger::new();
        assert_eq!(ledger.extend(texts(&read)), [], "{name}");
        assert_eq!(ledger.tickets().count(), tickets, "{name}");
    }
}

#[test]
fn no_kept_file_is_forgotten() {
    let names = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name != "README.md").collect();
    names.sort();
    assert_eq!(names, FILES.map(|(name, ..)| name));
}

#[test]
fn the_lines_of_a_kept_file_are_those_that_were_written() {
    let samples = [
        ("v1", "9ee72fe4c509642444bb9c1b09af428bb7c07232a8de6b4d967046a13c9b0b8c"),
        ("v2", "3b5b17ab39a0deb52f676fa80be2d06ddbe415078597a003264ed6049003704e"),
    ];
    for (version, sample) in samples {
        let open = |name: &str| fs::File::open(folder().join(format!("{version}-{name}.jsonl.gz"))).unwrap();
        let read = unpack(open("plain"), Limits::default()).unwrap();
        assert_eq!(texts(&read), small().lines);
        let read = unpack(open("sample"), Limits::default()).unwrap();
        assert_eq!(sha256_of(texts(&read).concat().as_bytes()), sample);
        assert!(read.office.is_some_and(|office| office.code == "QH"));
    }
}
