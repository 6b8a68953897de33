//! The simulator itself: the same seed tells the same story, and stories are about everything that can go wrong.
//!
//! A few seeds, unoptimised; `cargo xtask simulate` plays thousands.

use std::collections::BTreeSet;

use crate::simulate::{Played, play, shrink};

const SEEDS: u64 = 60;

#[test]
fn a_few_stories_keep_every_promise_and_are_about_everything() {
    let mut all = Played::default();
    for seed in 0..SEEDS {
        match play(seed, &BTreeSet::new(), false) {
            Ok(played) => all.add(played),
            Err(failure) => panic!("{}", shrink(&failure)),
        }
    }
    let missing: Vec<&str> = ABOUT.into_iter().filter(|what| !all.0.contains_key(*what)).collect();
    assert!(missing.is_empty(), "no story is about {missing:?}: {all:?}");
}

#[test]
fn the_same_seed_tells_the_same_story() {
    for seed in 0..4 {
        let twice = [play(seed, &BTreeSet::new(), false), play(seed, &BTreeSet::new(), true)];
        let [one, other] = twice.map(|played| played.map_err(|failure| failure.to_string()));
        assert_eq!(one, other);
    }
}

/// What some of the stories must be about.
const ABOUT: [&str; 39] = [
    "another page was quicker",
    "came from a later version",
    "came from the first version",
    "conflict: Closing",
    "database lost",
    "database set back",
    "device copied",
    "event: answered",
    "event: closed",
    "event: corrected",
    "event: duty_done",
    "event: extended",
    "event: fed_back",
    "event: finding_answered",
    "event: rated",
    "event: registered",
    "event: reopened",
    "event: teleported",
    "event: transferred",
    "event: urged",
    "file a bit flipped",
    "file cut",
    "file in another order",
    "file of a newer version",
    "file refused",
    "file with events repeated",
    "gathered tickets taken in",
    "in vain while it packed: another page was quicker",
    "not stored while it packed: Full",
    "not stored: Failed",
    "not stored: Full",
    "packed",
    "page ended at rest",
    "page ended while it packed",
    "page opened on segments that nobody refers to",
    "power cut",
    "segments squeezed",
    "table damaged",
    "tables made anew",
];
