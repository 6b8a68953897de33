//! The quick reader of lines answers as the reader of all lines does, whatever the lines are.

use std::fs::File;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use shouwen::exchange::{Limits, unpack};
use shouwen::json::depth_of;
use shouwen::ledger::{Event, LineReader, Nesting};

/// Lines as the program writes them, of every kind that a sample holds.
static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bundles");
    let names = ["v2-sample.jsonl.gz", "v1-unknown-act.jsonl.gz"];
    let read = names.map(|name| unpack(File::open(folder.join(name)).unwrap(), Limits::default()).unwrap().lines);
    read.into_iter().flatten().map(|line| line.text).collect()
});

/// Reads a line in both ways; whether the quick way was taken.
fn check(reader: &mut LineReader, line: &str) -> bool {
    let (event, nesting) = reader.read(line);
    assert_eq!(event, Event::from_line(line), "{line}");
    if let Nesting::UpTo(depth) = nesting {
        assert!(depth_of(line.as_bytes()) <= depth, "{line} nests deeper than {depth}");
    }
    nesting != Nesting::Unknown
}

#[test]
fn lines_as_they_are_written_are_read_quickly() {
    let mut reader = LineReader::default();
    let quick = LINES.iter().filter(|line| check(&mut reader, line)).count();
    let unknown = LINES.iter().filter(|line| line.contains("prophesied") || line.contains("\"unknown")).count();
    assert!(quick > 60 && quick + unknown >= LINES.len(), "{quick} of {} and {unknown} unknown", LINES.len());
}

#[test]
fn what_stood_there_before_is_read_as_it_was() {
    let mut reader = LineReader::default();
    let decided: Vec<&String> = LINES.iter().filter(|line| line.contains("\"owner_named\"")).collect();
    assert!(decided.len() > 5);
    for _ in 0..2 {
        for line in &decided {
            assert!(check(&mut reader, line), "{line}");
        }
    }
}

#[test]
fn unusual_lines_are_read_or_refused_alike() {
    let mut reader = LineReader::default();
    let line = LINES.iter().find(|line| line.contains("\"tick\"") && line.contains("\"owner_named\"")).unwrap();
    assert!(check(&mut reader, line));
    let changes = [
        ("\"seq\":", "\"seq\":0"),
        ("\"seq\":", "\"seq\":1."),
        ("\"at\":", "\"at\":-"),
        ("\"at\":", "\"at\": "),
        ("\"tick\":", "\"tick\":99999999999"),
        ("\"tick\":", "\"tick\":"),
        ("{\"staff\":\"", "{\"staff\":\"\\u0061"),
        ("{\"staff\":\"", "{\"staff\":\"\u{1}"),
        ("{\"staff\":\"", "{\"staff\":\"王"),
        (",\"fact\":", ",\"more\":{\"a\":[1]},\"fact\":"),
        (",\"fact\":{", ",\"fact\":{ "),
        (",\"fact\":{", ",\"fact\":{\n"),
        (",\"fact\":{", ",\"fact\":{\r"),
        (",\"decision\":{", ",\"decision\":{\r"),
        (",\"decision\":{", ",\"decision\":{\"more\":1,"),
        (",\"decision\":{", ",\"decisions\":{"),
        ("\"situation\":{", "\"situation\":{\"more\":1,"),
        ("\"situation\":{", "\"situation\":[{"),
        ("\"device\":", "\"Device\":"),
        ("\"prev\":\"", "\"prev\":\"0"),
        ("\"after\":[", "\"after\":[],\"x\":["),
        ("\"after\":[", "\"after\":[null,"),
        ("}}}", "}}"),
        ("}}}", "}}}}"),
    ];
    for (from, to) in changes {
        assert!(line.contains(from), "{from}");
        check(&mut reader, &line.replacen(from, to, 1));
        check(&mut reader, &format!("{line}{to}"));
    }
    check(&mut reader, "");
    check(&mut reader, &format!("{line} "));
    check(&mut reader, &line.replace("\"staff\":\"", &format!("\"staff\":\"{}", "x".repeat(9_000))));
    // A field that nobody knows, within a known fact: read over by both, and nested as deep as it is.
    let deep = format!("\"note\":\"\",\"x\":{}1{}", "[".repeat(60), "]".repeat(60));
    let done = LINES.iter().find(|line| line.contains("\"duty_done\"")).unwrap();
    check(&mut reader, &done.replacen("\"duty\":", &format!("{deep},\"duty\":"), 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_line_with_anything_in_it_is_read_alike(
        which in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        cut in 0_usize..4,
        put in "[\\{\\}\\[\\]\":,0-9a-f \\\\\n]{0,3}",
    ) {
        let mut reader = LineReader::default();
        let line = which.get(&LINES);
        check(&mut reader, line);
        let from = (0..=place.index(line.len())).rev().find(|from| line.is_char_boundary(*from)).unwrap();
        let to = (from + cut..line.len()).find(|to| line.is_char_boundary(*to)).unwrap_or(line.len());
        let mut changed = line.clone();
        changed.replace_range(from..to, &put);
        check(&mut reader, &changed);
    }
}
