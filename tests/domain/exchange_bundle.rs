//! A bundle that nobody harmed: written, read, written again.

use std::sync::LazyLock;

use proptest::prelude::*;
use shouwen::exchange::{
    BundleReader, BundleWriter, Contents, DeviceKey, Limits, LineHasher, Piece, WriteError, file_name, pack, unpack,
    unpack_each,
};
use shouwen::ledger::EventId;

use crate::exchange_kit::{
    Pen, as_version_1, bundle_of, cover_of, gzipped, lines_of, read, sealed, sha256_of, small, texts, told,
};

/// The lines of [`small`], and their bundle.
static SMALL: LazyLock<(Vec<String>, Vec<u8>)> = LazyLock::new(|| {
    let pen = small();
    let bytes = bundle_of(&pen.lines, &pen.key);
    (pen.lines, bytes)
});

#[test]
fn what_was_written_is_read() {
    let pen = small();
    let bytes = bundle_of(&pen.lines, &pen.key);
    let read = read(&bytes);
    assert_eq!(told(&read), [""; 0]);
    assert!(read.is_sound());
    assert_eq!(texts(&read), pen.lines);
    assert_eq!(read.whole_lines, 5);
    let manifest = read.manifest.unwrap();
    assert_eq!((manifest.events, manifest.tickets), (3, 1));
    assert_eq!(manifest.device, pen.device());
    assert_eq!(manifest.office.unwrap().name, "试验单位");
    assert_eq!(read.contents, cover_of(&pen.lines).contents);
}

#[test]
fn an_empty_ledger_makes_a_sound_bundle() {
    let pen = Pen::new(1);
    let read = read(&bundle_of(&pen.lines, &pen.key));
    assert!(read.is_sound(), "{:?}", told(&read));
    assert_eq!(read.contents, Contents::default());
    assert!(read.lines.is_empty());
}

#[test]
fn the_same_input_gives_the_same_bytes_compressed_too() {
    let packed = || {
        let pen = small();
        let mut out = Vec::new();
        pack(&cover_of(&pen.lines), None, &pen.lines, &pen.key, &mut out).unwrap();
        out
    };
    assert_eq!(packed(), packed());
    let read = unpack(packed().as_slice(), Limits::default()).unwrap();
    assert!(read.is_sound(), "{:?}", told(&read));
    assert_eq!(texts(&read), small().lines);
}

#[test]
fn lines_can_be_taken_while_reading() {
    let pen = small();
    let bytes = bundle_of(&pen.lines, &pen.key);
    let mut taken = Vec::new();
    let mut reader = BundleReader::new(Limits::default());
    for piece in bytes.chunks(100) {
        reader.push(piece).unwrap();
        taken.extend(reader.take_lines().into_iter().map(|line| line.text));
    }
    let read = reader.finish();
    assert!(read.is_sound() && read.lines.is_empty());
    assert_eq!(taken, pen.lines);

    let mut taken = Vec::new();
    let read = unpack_each(gzipped(&bytes).as_slice(), Limits::default(), |line| taken.push(line.text)).unwrap();
    assert!(read.is_sound() && read.lines.is_empty());
    assert_eq!(taken, pen.lines);
}

#[test]
fn manifest_fields_of_a_later_time_are_passed_over() {
    // Resealing needs the writer, so the field is put in and the digest's complaint is the only one that remains.
    let pen = small();
    let text = String::from_utf8(bundle_of(&pen.lines, &pen.key)).unwrap();
    let with_more = text.replacen("\"version\":2,", "\"version\":2,\"weather\":{\"kind\":\"rain\"},", 1);
    let read = read(with_more.as_bytes());
    assert_eq!(told(&read), ["0 altered"]);
    assert_eq!(read.manifest.unwrap().events, 3);
}

#[test]
fn the_writer_refuses_what_a_reader_would() {
    let pen = small();
    let mut out = Vec::new();
    let mut writer = BundleWriter::start(&cover_of(&pen.lines), None, &pen.key, &mut out).unwrap();
    let before = out.len();
    let check = |result: Result<(), WriteError>, expected: &str| {
        assert!(result.unwrap_err().to_string().contains(expected));
    };
    check(writer.event(&"x".repeat(65_537), &mut out), "65537 bytes");
    check(writer.event("{\n}", &mut out), "not the line of an event");
    check(writer.event(&"[".repeat(33), &mut out), "not the line of an event");
    assert_eq!(out.len(), before, "a refused line leaves no trace");
    check(writer.seal(&mut out), "3 events, 0 were written");
}

#[test]
fn a_line_of_exactly_the_limit_is_read_and_one_byte_more_is_not() {
    let limit = Limits { line_bytes_max: 2000, ..Limits::default() };
    let with_line_of = |bytes: usize| {
        let mut pen = small();
        let line = pen.lines.pop().unwrap();
        // An unknown field of the envelope survives; it fills the line up.
        let filler = "x".repeat(bytes - line.len() - "\"more\":\"\",".len());
        pen.lines.push(line.replacen('{', &format!("{{\"more\":\"{filler}\","), 1));
        assert_eq!(pen.lines.last().unwrap().len(), bytes);
        sealed(&cover_of(&pen.lines), &pen.lines, &pen.key)
    };
    let check = |bytes: usize, expected: &[&str]| {
        assert_eq!(told(&crate::exchange_kit::read_within(&with_line_of(bytes), limit)), expected, "{bytes}");
    };
    check(2000, &[]);
    check(2001, &["4 line_too_long"]);
}

#[test]
fn the_name_tells_office_device_and_local_time() {
    let pen = small();
    let name = file_name(&cover_of(&pen.lines), pen.device());
    assert_eq!(name, format!("test-office-{}-20260303-090000.jsonl.gz", pen.device()));
}

#[test]
fn the_seal_of_each_version_can_be_checked_by_hand() {
    use base64::Engine;
    use sha2::Digest;
    let pen = small();
    let check = |bytes: &[u8], version: u64, digest: fn(&[Vec<u8>]) -> String| {
        let lines = lines_of(bytes);
        let (seal, before) = lines.split_last().unwrap();
        let sha256 = digest(before);
        let seal: serde_json::Value = serde_json::from_slice(seal).unwrap();
        assert_eq!(seal["seal"]["sha256"], sha256);
        assert_eq!(seal["seal"]["events"], 3);
        let decode = |text: &serde_json::Value| {
            base64::engine::general_purpose::STANDARD.decode(text.as_str().unwrap()).unwrap()
        };
        let manifest: serde_json::Value = serde_json::from_slice(&before[0]).unwrap();
        assert_eq!(manifest["version"], version);
        let key: [u8; 32] = decode(&manifest["key"]).try_into().unwrap();
        let signature: [u8; 64] = decode(&seal["seal"]["signature"]).try_into().unwrap();
        let message = format!("shouwen-bundle-seal-{version}\n3\n{sha256}\n");
        let key = ed25519_dalek::VerifyingKey::from_bytes(&key).unwrap();
        key.verify_strict(message.as_bytes(), &ed25519_dalek::Signature::from_bytes(&signature)).unwrap();
        assert!(read(bytes).is_sound());
    };
    let bytes = bundle_of(&pen.lines, &pen.key);
    check(&bytes, 2, |lines| {
        let hash = |line: &Vec<u8>| sha2::Sha256::digest(line.strip_suffix(b"\n").unwrap()).to_vec();
        sha256_of(&lines.iter().flat_map(hash).collect::<Vec<u8>>())
    });
    check(&as_version_1(&bytes, &pen.key), 1, |lines| sha256_of(&lines.concat()));
}

#[test]
fn hashes_made_elsewhere_serve_however_the_text_is_cut() {
    let pen = small();
    let bytes = bundle_of(&pen.lines, &pen.key);
    let read_in = |length: usize, spoil: bool| {
        let (mut reader, mut hasher) = (BundleReader::new(Limits::default()), LineHasher::default());
        let mut ids = Vec::new();
        for piece in bytes.chunks(length) {
            let mut hashes = Vec::new();
            hasher.push(piece, &mut hashes);
            hashes.iter_mut().take(usize::from(spoil)).for_each(|byte| *byte ^= 1);
            reader.push_each(Piece { bytes: piece, hashes: &hashes }, |line, _, _| ids.push(line.id)).unwrap();
        }
        (reader.finish(), ids)
    };
    let expected: Vec<EventId> = pen.lines.iter().map(|line| EventId::of_line(line)).collect();
    for length in [1, 7, 300, bytes.len()] {
        let (read, ids) = read_in(length, false);
        assert!(read.is_sound(), "{length}: {:?}", read.problems);
        assert_eq!(ids, expected, "{length}");
    }
    assert_eq!(told(&read_in(bytes.len(), true).0), ["0 altered"], "they are what the seal is checked against");
}

#[test]
fn a_seal_of_one_version_is_none_of_another() {
    let pen = small();
    let bytes = bundle_of(&pen.lines, &pen.key);
    let calls_itself = |bytes: &[u8], from: &str, to: &str| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        assert!(text.contains(from));
        told(&read(text.replacen(from, to, 1).as_bytes()))
    };
    assert_eq!(calls_itself(&bytes, "\"version\":2", "\"version\":1"), ["0 altered"]);
    assert_eq!(calls_itself(&as_version_1(&bytes, &pen.key), "\"version\":1", "\"version\":2"), ["0 altered"]);
}

#[test]
fn a_key_shows_no_secret() {
    let key = DeviceKey::from_seed(&[7; 32]);
    let shown = format!("{key:?}");
    assert!(shown.contains(&key.public().to_string()) && !shown.contains("7, 7"), "{shown}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn how_the_bytes_are_cut_into_pieces_does_not_matter(cuts in prop::collection::vec(1..400_usize, 1..20)) {
        let (lines, bytes) = &*SMALL;
        let mut reader = BundleReader::new(Limits::default());
        let mut rest = bytes.as_slice();
        for cut in cuts.iter().cycle() {
            let (piece, more) = rest.split_at((*cut).min(rest.len()));
            reader.push(piece).unwrap();
            rest = more;
            if rest.is_empty() {
                break;
            }
        }
        let read = reader.finish();
        prop_assert!(read.is_sound());
        prop_assert_eq!(&texts(&read), lines);
    }
}

#[test]
fn the_page_names_the_limits_that_hold() {
    let page = include_str!("../../docs/bundle.md");
    let limits = Limits::default();
    let grouped = |number: u64| {
        let digits = number.to_string();
        let (head, tail) = digits.split_at(digits.len() % 3);
        let groups = tail.as_bytes().chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
        let all: Vec<String> = [head.to_owned()].into_iter().chain(groups).filter(|group| !group.is_empty()).collect();
        all.join(",")
    };
    let bytes = |count: usize| count as u64;
    for (what, limit) in [
        ("| the file, compressed |", limits.packed_bytes_max),
        ("| the text, uncompressed |", limits.whole_bytes_max),
        ("| a line, without its end |", bytes(limits.line_bytes_max)),
        ("| the office's line |", bytes(limits.office_line_bytes_max)),
        ("| event lines |", limits.events_max),
        ("| objects and arrays in each other, in one line |", bytes(limits.depth_max)),
        ("| problems told one by one, and notes told one by one |", bytes(limits.told_max)),
    ] {
        let row = page.lines().find(|line| line.starts_with(what));
        let row = row.unwrap_or_else(|| panic!("no row `{what}`"));
        assert!(row.starts_with(&format!("{what} {} ", grouped(limit))), "{row}, but {limit}");
    }
    let ratio = page.lines().find(|line| line.starts_with("| bytes of text for one compressed byte")).unwrap();
    assert!(
        ratio.contains(&grouped(Limits::RATIO_FREE_BYTES)) && ratio.ends_with(&format!("| {} |", limits.ratio_max))
    );
}
