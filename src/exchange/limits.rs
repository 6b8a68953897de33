//! How much of a stranger's file is looked at before it is refused.

use super::BundleProblem;
use crate::ledger::Event;

/// Bounds on a file that is read. Every one that is passed has its own [`BundleProblem`] with what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The whole file as it lies on the disk, compressed, in bytes.
    pub packed_bytes_max: u64,
    /// The whole file uncompressed, in bytes.
    pub whole_bytes_max: u64,
    /// How many bytes one compressed byte may become, once the file is past [`Limits::RATIO_FREE_BYTES`].
    pub ratio_max: u64,
    /// The manifest, an event or the seal, in bytes without the line's end.
    pub line_bytes_max: usize,
    /// The line that carries the office, in bytes without the line's end.
    pub office_line_bytes_max: usize,
    /// The line that carries what a device kept beside, in bytes without the line's end.
    pub device_line_bytes_max: usize,
    /// How many events.
    pub events_max: u64,
    /// How many problems, and how many notes, are told one by one. Reading stops at the problem that fills them up.
    pub told_max: usize,
    /// How deep objects and arrays may lie in each other in one line.
    pub depth_max: usize,
}

impl Limits {
    /// Up to this many uncompressed bytes the ratio is not looked at: short repetitive files compress very well.
    pub const RATIO_FREE_BYTES: u64 = 1 << 20;

    /// Checks the size of the file as it lies on the disk.
    pub fn check_packed(&self, packed_bytes: u64) -> Result<(), BundleProblem> {
        if packed_bytes > self.packed_bytes_max {
            return Err(BundleProblem::PackedTooLarge {
                found_bytes: packed_bytes,
                limit_bytes: self.packed_bytes_max,
            });
        }
        Ok(())
    }

    /// Checks that the file does not swell beyond reason: `whole_bytes` came out of `packed_bytes`.
    pub fn check_ratio(&self, packed_bytes: u64, whole_bytes: u64) -> Result<(), BundleProblem> {
        let ratio = whole_bytes / packed_bytes.max(1);
        if whole_bytes > Self::RATIO_FREE_BYTES && ratio > self.ratio_max {
            return Err(BundleProblem::Swells { found_ratio: ratio, limit_ratio: self.ratio_max });
        }
        Ok(())
    }
}

impl Default for Limits {
    /// The limits of docs/bundle.md.
    fn default() -> Self {
        Self {
            packed_bytes_max: 512 << 20,
            whole_bytes_max: 1 << 30,
            ratio_max: 250,
            line_bytes_max: Event::LINE_MAX_BYTES,
            office_line_bytes_max: 2 << 20,
            device_line_bytes_max: 64 << 20,
            events_max: 5_000_000,
            told_max: 100,
            depth_max: 32,
        }
    }
}
