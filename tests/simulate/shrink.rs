//! Leaves out of a failing story what the failure does not need.

use std::collections::BTreeSet;

use super::failure::Failure;
use super::play::play;

/// Finds a shorter story that breaks the same promise.
pub(crate) fn shrink(failure: &Failure) -> Failure {
    let mut skipped: BTreeSet<u32> = BTreeSet::new();
    let mut shortest = failure.clone();
    let mut size = failure.step.max(2) / 2;
    while size > 0 {
        // The first step sets the world up.
        let mut first = 2;
        while first < shortest.step {
            let part = (first..first + size).filter(|step| *step < shortest.step);
            let more: BTreeSet<u32> = skipped.iter().copied().chain(part).collect();
            let fewer = if more.len() > skipped.len() { play(failure.seed, &more, true).err() } else { None };
            if let Some(found) = fewer.filter(|found| found.broken.promise == failure.broken.promise) {
                (shortest, skipped) = (found, more);
            }
            first += size;
        }
        size /= 2;
    }
    shortest
}
