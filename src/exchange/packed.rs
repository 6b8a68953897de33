//! The compressed file as it lies on a disk: its name, and how it starts.

use chrono::{DateTime, Datelike, TimeDelta, Timelike};

use super::manifest::hex;
use super::problem::BundleProblem;
use super::write::Cover;
use crate::ledger::DeviceId;

/// How a bundle's name ends: JSON lines, compressed with gzip.
pub const SUFFIX: &str = ".jsonl.gz";

/// Hours by which the offices' time is ahead of UTC.
const AHEAD_OF_UTC_H: i64 = 8;

/// Looks at the first bytes of a file and says what is wrong where it does not start like a gzip file.
pub fn gzip_problem(first_bytes: &[u8]) -> Option<BundleProblem> {
    let is_gzip = first_bytes.starts_with(&[0x1f, 0x8b]);
    let start = first_bytes.get(..8).unwrap_or(first_bytes);
    let found = if start.is_empty() { "nothing".to_owned() } else { hex(start) };
    (!is_gzip).then_some(BundleProblem::NotGzip { found })
}

/// Proposes a name for a bundle: office, device, local date and time, so that a folder of them sorts and none overwrites another.
pub fn file_name(cover: &Cover, device: DeviceId) -> String {
    named(cover, device, "")
}

/// The same for a backup, which says so.
pub fn backup_name(cover: &Cover, device: DeviceId) -> String {
    named(cover, device, "backup-")
}

fn named(cover: &Cover, device: DeviceId, kind: &str) -> String {
    let office = cover.office.as_ref().map_or("shouwen", |office| office.id.0.as_str());
    let office: String = office.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(40).collect();
    let made = DateTime::from_timestamp_millis(cover.made_at_ms).map(|made| made.naive_utc());
    let made = made.and_then(|made| made.checked_add_signed(TimeDelta::hours(AHEAD_OF_UTC_H)));
    let made = made.map_or_else(String::new, |made| {
        let (year, month, day) = (made.year(), made.month(), made.day());
        let (hour, minute, second) = (made.hour(), made.minute(), made.second());
        format!("{year:04}{month:02}{day:02}-{hour:02}{minute:02}{second:02}")
    });
    format!("{office}-{device}-{kind}{made}{SUFFIX}")
}
