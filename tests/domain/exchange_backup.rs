//! The line that makes a bundle a backup: written, read, out of place, damaged, too large.

use shouwen::exchange::{BundleRead, BundleWriter, DeviceLine, Limits};

use crate::exchange_kit::{Pen, cover_of, lines_of, read, read_within, small, told};

fn device() -> DeviceLine {
    DeviceLine {
        last_seq: 3,
        settings: Some("{\"exported_seq\":2}".to_owned()),
        systems: Some("{\"systems\":[]}".to_owned()),
    }
}

fn backup_of(pen: &Pen, device: &DeviceLine) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = BundleWriter::start(&cover_of(&pen.lines), None, &pen.key, &mut out).unwrap();
    writer.device(device, &mut out).unwrap();
    pen.lines.iter().for_each(|line| writer.event(line, &mut out).unwrap());
    writer.seal(&mut out).unwrap();
    out
}

fn check(lines: &[Vec<u8>], expected: &[&str]) -> BundleRead {
    let read = read(&lines.concat());
    assert_eq!(told(&read), expected);
    read
}

#[test]
fn what_a_device_kept_is_read_as_it_was_written() {
    let pen = small();
    for device in [device(), DeviceLine::default(), DeviceLine { systems: None, ..device() }] {
        let bytes = backup_of(&pen, &device);
        assert!(lines_of(&bytes)[1].starts_with(b"{\"device\":{"));
        let read = read(&bytes);
        assert!(read.is_sound(), "{:?}", read.problems);
        assert_eq!((read.device, read.contents.events), (Some(device), 3));
    }
}

#[test]
fn it_stands_behind_the_office_and_before_the_events_once() {
    let lines = lines_of(&backup_of(&small(), &device()));
    let moved = |order: &[usize], expected: &[&str]| {
        let lines: Vec<_> = order.iter().map(|place| lines[*place].clone()).collect();
        check(&lines, expected)
    };
    moved(&[0, 2, 1, 3, 4, 5], &["3 misplaced_device", "0 altered"]);
    moved(&[0, 2, 3, 4, 1, 5], &["5 misplaced_device", "0 altered"]);
    moved(&[0, 1, 1, 2, 3, 4, 5], &["3 misplaced_device", "0 altered"]);
    moved(&[0, 1, 2, 3, 4, 5, 1], &["7 after_seal"]);
    moved(&[1, 0, 2, 3, 4, 5], &["1 not_a_bundle"]);
    let office = b"{\"office\":{}}\n".to_vec();
    let with = [&lines[..2], &[office], &lines[2..]].concat();
    check(&with, &["3 misplaced_office", "0 altered"]);
}

#[test]
fn a_line_that_cannot_be_read_is_told() {
    let lines = lines_of(&backup_of(&small(), &device()));
    for bad in [
        "{\"device\":{}}\n",
        "{\"device\":{\"last_seq\":-1}}\n",
        "{\"device\":{\n",
        "{\"device\":{\"last_seq\":1},\"x\":1}\n",
    ] {
        let mut lines = lines.clone();
        lines[1] = bad.as_bytes().to_vec();
        check(&lines, &["2 bad_device", "0 altered"]);
    }
    let mut lines = lines.clone();
    lines[1] = format!("{{\"device\":{{\"last_seq\":1,\"settings\":{}}}\n", "[".repeat(40)).into_bytes();
    check(&lines, &["2 too_deep", "0 altered"]);
    lines[1] = b"{\"device\":{\"last_seq\":3,\"later\":true}}\n".to_vec();
    check(&lines, &["0 altered"]);
}

#[test]
fn its_length_is_bounded_and_only_where_it_belongs() {
    let pen = small();
    let text = "x".repeat(100_000);
    let long = DeviceLine { systems: Some(format!("{{\"text\":\"{text}\"}}")), ..device() };
    let bytes = backup_of(&pen, &long);
    assert!(read(&bytes).is_sound(), "longer than an event may be");
    let limits = Limits { device_line_bytes_max: 100_000, ..Limits::default() };
    assert_eq!(told(&read_within(&bytes, limits)), ["2 line_too_long"]);
    let lines = lines_of(&bytes);
    let late = [lines[0].clone(), lines[2].clone(), lines[1].clone()];
    check(&late, &["3 line_too_long"]);
    for size in [1, 7, 4096] {
        let mut reader = shouwen::exchange::BundleReader::new(Limits::default());
        assert!(bytes.chunks(size).try_for_each(|piece| reader.push(piece)).is_ok());
        assert_eq!(reader.finish().device.as_ref(), Some(&long), "in pieces of {size}");
    }
}
