//! One story from its seed to its end.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use shouwen::dice::Dice;

use super::checks;
use super::failure::{Broken, Failure, Held};
use super::steps::{self, Mood};
use super::world::World;

/// What stories were about: how often what happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Played(pub(crate) BTreeMap<String, u64>);

impl Played {
    /// Counts another story.
    pub(crate) fn add(&mut self, other: Self) {
        for (what, count) in other.0 {
            *self.0.entry(what).or_default() += count;
        }
    }
}

/// Plays the story of a seed, leaving out the steps in `skipped`; `is_told` has it taken down for a failure.
pub(crate) fn play(seed: u64, skipped: &BTreeSet<u32>, is_told: bool) -> Result<Played, Failure> {
    let mut mood = Mood::throw(&mut Dice::new(seed));
    let mut world = World::new(seed, mood.odds, is_told);
    let mut reached = 0;
    let told = catch_unwind(AssertUnwindSafe(|| live(&mut world, &mut mood, skipped, &mut reached)));
    let broken = match told {
        Ok(Ok(played)) => return Ok(played),
        Ok(Err(broken)) => broken,
        Err(panic) => Broken { promise: "nothing panics", found: words_of(panic.as_ref()) },
    };
    Err(Failure { seed, step: reached, broken, story: world.story() })
}

fn live(world: &mut World, mood: &mut Mood, skipped: &BTreeSet<u32>, reached: &mut u32) -> Held<Played> {
    for step in 1..=mood.steps {
        *reached = step;
        // Each step throws dice of its own, so that leaving one out changes little of the others.
        let mut dice = Dice::new(world.seed ^ u64::from(step).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        if skipped.contains(&step) {
            continue;
        }
        steps::take(world, mood, step, &mut dice)?;
        checks::touched(world, &mut dice)?;
    }
    *reached = mood.steps + 1;
    let mut dice = Dice::new(!world.seed);
    steps::finale(world, &mut dice)?;
    world.tally.insert("steps".to_owned(), mood.steps.into());
    Ok(Played(std::mem::take(&mut world.tally)))
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("without words").to_owned()
}
