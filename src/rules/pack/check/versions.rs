//! Whether versions of one system hold at the same time.

use crate::rules::pack::model::{Identity, Pack};
use crate::rules::pack::problem::{Problem, ProblemKind};

/// Looks at packs with their files' names, and lists the places of those in the list that overlap with one before.
pub fn check_versions(packs: &[(&str, &Pack)]) -> Vec<(usize, Problem)> {
    let mut problems = Vec::new();
    for (at, (_, pack)) in packs.iter().enumerate() {
        let before = packs.get(..at).unwrap_or_default();
        let overlap = before.iter().find_map(|(file, other)| {
            let day = first_common_day(&pack.identity, &other.identity)?;
            let other = format!("version {} ({file})", other.identity.version);
            Some(ProblemKind::VersionsOverlap { other, day })
        });
        problems.extend(overlap.map(|kind| (at, Problem { place: pack.identity.place, kind })));
    }
    problems
}

/// Spells the first day on which both hold.
fn first_common_day(one: &Identity, other: &Identity) -> Option<String> {
    let first = one.valid_from.max(other.valid_from);
    let last = [one.valid_to, other.valid_to].into_iter().flatten().min();
    let is_apart = first.zip(last).is_some_and(|(first, last)| first > last);
    let day = first.map_or_else(|| "every day".to_owned(), |day| day.to_string());
    (one.id == other.id && !is_apart).then_some(day)
}
