//! A table of harm: cut, altered, swapped, repeated, foreign, newer, swelling, nested. Each gets its code and its place.

use std::io::Read;

use shouwen::exchange::{BundleProblem, BundleRead, Contents, Cover, DeviceKey, Limits, gzip_problem, unpack};

use crate::exchange_kit::{
    Pen, as_version_1, bundle_of, contents_of, cover_of, gzipped, lines_of, read, sealed, small, texts, told,
};

pub(crate) fn check(bytes: &[u8], expected: &[&str]) -> BundleRead {
    let read = read(bytes);
    assert_eq!(told(&read), expected, "{:.3000}", String::from_utf8_lossy(bytes));
    assert_eq!(read.is_sound(), read.problems.is_empty(), "a file without problems is sound, and no other");
    read
}

pub(crate) fn check_packed(bytes: &[u8], expected: &[&str]) {
    let read = unpack(bytes, Limits::default()).unwrap();
    assert_eq!(told(&read), expected);
    assert!(!read.is_sound());
}

pub(crate) fn parts() -> (Pen, Vec<Vec<u8>>) {
    let pen = small();
    let lines = lines_of(&bundle_of(&pen.lines, &pen.key));
    assert_eq!(lines.len(), 5);
    (pen, lines)
}

/// The lines of the same bundle in each version.
fn each_version() -> [Vec<Vec<u8>>; 2] {
    let (pen, lines) = parts();
    [lines_of(&as_version_1(&lines.concat(), &pen.key)), lines]
}

#[test]
fn cut_at_any_byte_it_says_how_many_lines_are_whole() {
    let (_, lines) = parts();
    let bytes = lines.concat();
    for end in 0..bytes.len() {
        let cut = &bytes[..end];
        let whole = cut.split(|byte| *byte == b'\n').count() as u64 - 1;
        let read = check(cut, &[&format!("{} cut_short", whole + 1)]);
        let BundleProblem::CutShort { whole_lines, found_events, stated_events } = read.problems[0].problem else {
            panic!("{:?}", read.problems)
        };
        assert_eq!(whole_lines, whole);
        assert_eq!(found_events, whole.saturating_sub(1).min(3));
        assert_eq!(stated_events, (whole > 0).then_some(3));
        assert!(!read.signed);
    }
}

#[test]
fn cut_at_any_byte_while_compressed_it_is_cut_short() {
    let (_, lines) = parts();
    let packed = gzipped(&lines.concat());
    for end in 2..packed.len() {
        let read = unpack(&packed[..end], Limits::default()).unwrap();
        let codes: Vec<_> = read.problems.iter().map(|at| at.problem.code()).collect();
        assert_eq!(codes, ["cut_short"], "cut at {end} of {}", packed.len());
        assert!(!read.is_sound());
    }
    check_packed(&packed[..1], &["0 not_gzip"]);
    check_packed(b"", &["0 not_gzip"]);
}

#[test]
fn a_flipped_bit_in_any_byte_is_noticed() {
    for lines in each_version() {
        let bytes = lines.concat();
        assert!(read(&bytes).is_sound());
        for place in 0..bytes.len() {
            let mut spoilt = bytes.clone();
            spoilt[place] ^= 1 << (place % 8);
            let read = read(&spoilt);
            assert!(!read.is_sound(), "bit {} of byte {place} is not noticed", place % 8);
        }
    }
}

#[test]
fn a_flipped_byte_while_compressed_is_noticed_or_harmless() {
    let (pen, lines) = parts();
    let packed = gzipped(&lines.concat());
    for place in 0..packed.len() {
        let mut spoilt = packed.clone();
        spoilt[place] ^= 0x55;
        let read = unpack(spoilt.as_slice(), Limits::default()).unwrap();
        // Time, flags and system in the gzip header mean nothing to the content.
        assert!(!read.is_sound() || (place < 10 && texts(&read) == pen.lines), "byte {place} is not noticed");
    }
}

#[test]
fn an_altered_line_is_found() {
    for lines in each_version() {
        alter(&lines);
    }
}

fn alter(lines: &[Vec<u8>]) {
    let altered = |number: usize, from: &str, to: &str, expected: &[&str]| {
        let mut lines = lines.to_vec();
        let text = String::from_utf8(lines[number - 1].clone()).unwrap();
        assert!(text.contains(from), "{text}");
        lines[number - 1] = text.replacen(from, to, 1).into_bytes();
        check(&lines.concat(), expected)
    };
    altered(1, "试验单位", "别的单位", &["0 altered"]);
    altered(1, "\"events\":3", "\"events\":4", &["0 altered", "1 count_mismatch"]);
    altered(1, "\"tickets\":1", "\"tickets\":0", &["0 altered"]);
    altered(1, "\"events\":3", "\"events\":\"3\"", &["1 bad_manifest"]);
    altered(1, "\"key\":\"", "\"key\":\"A", &["1 bad_manifest"]);
    altered(1, "sha256", "blake3", &["1 bad_manifest"]);
    let read = altered(2, "张三", "李四", &["0 altered"]);
    assert!(read.problems[0].to_string().contains("the place seems to be line 2"), "{}", read.problems[0]);
    let read = altered(4, "settled", "declined", &["0 altered"]);
    assert!(!read.problems[0].to_string().contains("place seems"), "{}", read.problems[0]);
    altered(3, "{", "", &["3 bad_event_line", "0 altered"]);
    altered(3, "answered", "prophesied", &["0 altered", "(3 unknown_act)"]);
    altered(5, "\"events\":3", "\"events\":2", &["5 wrong_signature", "5 count_mismatch"]);
    altered(5, "\"sha256\":\"", "\"sha256\":\"0", &["0 altered"]);
    altered(5, "\"signature\":\"", "\"signature\":\"A", &["5 bad_seal"]);
    altered(5, "{\"seal\"", "{\"soul\"", &["5 bad_event_line", "6 cut_short"]);
    altered(5, "\"events\"", "\"more\":1,\"events\"", &["5 bad_seal"]);
}

#[test]
fn lines_swapped_repeated_or_left_out_are_found() {
    for lines in each_version() {
        reorder(&lines);
    }
}

fn reorder(lines: &[Vec<u8>]) {
    let with = |order: &[usize], expected: &[&str]| {
        let bytes: Vec<u8> = order.iter().flat_map(|number| lines[number - 1].clone()).collect();
        check(&bytes, expected);
    };
    with(&[1, 2, 3, 4, 5], &[]);
    with(&[1, 3, 2, 4, 5], &["0 altered"]);
    with(&[1, 2, 4, 3, 5], &["0 altered"]);
    with(&[2, 1, 3, 4, 5], &["1 not_a_bundle"]);
    with(&[5, 1, 2, 3, 4], &["1 not_a_bundle"]);
    with(&[1, 2, 3, 5, 4], &["0 altered", "1 count_mismatch", "1 count_mismatch", "4 count_mismatch", "5 after_seal"]);
    with(&[1, 2, 2, 3, 4, 5], &["0 altered", "1 count_mismatch", "6 count_mismatch", "(3 duplicate)"]);
    with(&[1, 1, 2, 3, 4, 5], &["2 bad_event_line", "0 altered", "1 count_mismatch", "6 count_mismatch"]);
    with(&[1, 2, 3, 4, 5, 5], &["6 after_seal"]);
    with(&[1, 3, 4, 5], &["0 altered", "1 count_mismatch", "1 count_mismatch", "4 count_mismatch"]);
    with(&[1, 2, 3, 4], &["5 cut_short"]);
    with(&[1], &["2 cut_short"]);
}

#[test]
fn events_written_twice_count_once() {
    let mut pen = small();
    pen.lines.push(pen.lines[1].clone());
    let read = check(&bundle_of(&pen.lines, &pen.key), &["(5 duplicate)"]);
    assert_eq!(read.lines.len(), 3);
    assert_eq!(read.contents.events, 4);
}

#[test]
fn an_act_of_a_newer_app_is_kept_and_said() {
    let mut pen = small();
    pen.lines[1] = pen.lines[1].replacen("answered", "prophesied", 1);
    let read = check(&bundle_of(&pen.lines, &pen.key), &["(3 unknown_act)"]);
    assert!(read.notes[0].to_string().contains("`prophesied`"));
    assert_eq!(texts(&read), pen.lines);
}

#[test]
fn an_event_line_that_is_none_is_refused_however_well_sealed() {
    let with = |line: &str, expected: &[&str]| {
        let pen = small();
        let cover = Cover { contents: Contents { events: 4, ..contents_of(&pen.lines) }, ..cover_of(&pen.lines) };
        let lines: Vec<String> = pen.lines.iter().cloned().chain([line.to_owned()]).collect();
        check(&sealed(&cover, &lines, &pen.key), expected);
    };
    let not_an_event = ["5 bad_event_line"].as_slice();
    with("", not_an_event);
    with("{}", not_an_event);
    with("null", not_an_event);
    with("{\"device\":\"00000000\"}", not_an_event);
    with("\u{0}\u{0}\u{0}", not_an_event);
    with("\u{feff}{}", not_an_event);
    with("{\"office\":{}}", &["5 misplaced_office", "1 count_mismatch", "6 count_mismatch"]);
    with(&"[".repeat(32), not_an_event);
}

#[test]
fn bytes_that_are_no_text_are_refused_with_their_place() {
    let (_, lines) = parts();
    let mut spoilt = lines.clone();
    spoilt[2].splice(4..4, [0xff]);
    let read = check(&spoilt.concat(), &["3 not_text", "0 altered"]);
    assert_eq!(read.problems[0].problem, BundleProblem::NotText { at_byte: 4 });
    let mut spoilt = lines.clone();
    spoilt[0].splice(30..30, [0xc0, 0x80]);
    check(&spoilt.concat(), &["1 not_text"]);
    let mut spoilt = lines;
    spoilt[4].splice(30..30, [0xff]);
    check(&spoilt.concat(), &["5 not_text"]);
}

#[test]
fn a_foreign_file_is_called_foreign() {
    for foreign in [
        "{\"hello\":\"world\"}\n",
        "{\"format\":\"shouwen-office\",\"format_version\":1}\n",
        "{\"hello\":\"world\"}",
        "[]",
        "姓名,电话\n张三,138\n",
        "\n",
        "PK\u{3}\u{4}",
        "{\"format\":\"shouwen-bundle\"}\n",
        "{\"format\":\"shouwen-bundle\",\"version\":\"1\"}\n",
    ] {
        check(foreign.as_bytes(), &["1 not_a_bundle"]);
        check_packed(&gzipped(foreign.as_bytes()), &["1 not_a_bundle"]);
        check_packed(foreign.as_bytes(), &["0 not_gzip"]);
    }
    let long = "x".repeat(1 << 20);
    check(long.as_bytes(), &["1 not_a_bundle"]);
    assert_eq!(gzip_problem(b"PK\x03\x04rest"), Some(BundleProblem::NotGzip { found: "504b030472657374".to_owned() }));
    assert_eq!(gzip_problem(&[0x1f, 0x8b, 8]), None);
}

#[test]
fn a_newer_version_is_called_newer() {
    let read = check(b"{\"format\":\"shouwen-bundle\",\"version\":3,\"all\":\"else\"}\nmay differ\n", &["1 too_new"]);
    assert!(read.problems[0].to_string().contains("version 3, this app reads versions up to 2; update the app"));
    check(b"{\"format\":\"shouwen-bundle\",\"version\":0}\n", &["1 bad_manifest"]);
}

#[test]
fn another_devices_key_or_signature_is_refused() {
    let (pen, lines) = parts();
    let other = DeviceKey::from_seed(&[8; 32]);
    let resealed = lines_of(&bundle_of(&pen.lines, &other));
    let text = |line: &[u8]| String::from_utf8(line.to_vec()).unwrap();
    let forged_name = text(&resealed[0]).replace(&other.device_id().to_string(), &pen.device().to_string());
    let mut forged = resealed.clone();
    forged[0] = forged_name.into_bytes();
    check(&forged.concat(), &["1 device_key_mismatch", "0 altered"]);
    // The other device's signature under this device's manifest, with the digest put right.
    let signature = |line: &[u8]| text(line).split("\"signature\":\"").nth(1).unwrap().to_owned();
    let stolen = text(&lines[4]).replace(&signature(&lines[4]), &signature(&resealed[4]));
    let forged = [&lines[0], &lines[1], &lines[2], &lines[3], stolen.as_bytes()].concat();
    check(&forged, &["5 wrong_signature"]);
}

#[test]
fn a_manifest_that_counts_wrongly_is_refused() {
    let pen = small();
    let right = contents_of(&pen.lines);
    let with = |contents: Contents, expected: &[&str]| {
        let cover = Cover { contents, ..cover_of(&pen.lines) };
        check(&sealed(&cover, &pen.lines, &pen.key), expected);
    };
    with(right, &[]);
    with(Contents { tickets: 2, ..right }, &[]);
    with(Contents { first_at_ms: None, ..right }, &["1 count_mismatch"]);
    with(Contents { last_at_ms: Some(7), ..right }, &["1 count_mismatch"]);
}

#[test]
fn what_follows_the_compressed_data_is_noticed() {
    let (_, lines) = parts();
    let packed = gzipped(&lines.concat());
    check_packed(&[packed.clone(), b"more".to_vec()].concat(), &["0 trailing"]);
    check_packed(&[packed.clone(), packed].concat(), &["0 trailing"]);
}

#[test]
fn a_failing_disk_is_no_problem_of_the_file() {
    struct Failing(std::io::Cursor<Vec<u8>>);
    impl Read for Failing {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let short = buffer.len().min(100);
            match self.0.read(&mut buffer[..short])? {
                0 => Err(std::io::Error::other("the stick was pulled out")),
                read => Ok(read),
            }
        }
    }
    let (_, lines) = parts();
    let packed = gzipped(&lines.concat());
    let half = packed[..packed.len() / 2].to_vec();
    let error = unpack(Failing(std::io::Cursor::new(half)), Limits::default()).unwrap_err();
    assert_eq!(error.to_string(), "the stick was pulled out");
}
