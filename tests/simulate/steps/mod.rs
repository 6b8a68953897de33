//! What may happen next.

#![allow(clippy::unnecessary_wraps, reason = "every step may find a promise broken, also where it does not yet")]

mod acting;
mod carrying;
mod copying;
mod emptying;
mod exporting;
mod failing;
mod finale;
mod forging;
mod keeping;
mod losing;
mod packing;
mod registering;
mod restoring;
mod ruling;
pub(super) mod timing;
mod upgrading;

use shouwen::dice::Dice;

use super::disk::Fate;
use super::failure::Held;
use super::world::{Odds, Place, World};

pub(crate) use finale::finale;

/// A step: its name, how often it comes, and what it does.
struct Step {
    name: &'static str,
    weight: u64,
    take: fn(&mut World, &mut Dice) -> Held,
}

const fn step(name: &'static str, weight: u64, take: fn(&mut World, &mut Dice) -> Held) -> Step {
    Step { name, weight, take }
}

/// Every step. How often each comes is multiplied by the mood of the story.
const STEPS: [Step; 41] = [
    step("register", 16, registering::register),
    step("submit a form again", 4, registering::submit_again),
    step("act", 110, acting::act),
    step("act out of turn", 5, acting::act_out_of_turn),
    step("rate", 4, acting::rate),
    step("answer a finding", 3, ruling::answer),
    step("decide on a finding", 3, ruling::decide),
    step("load an office", 3, keeping::load_office),
    step("remove the office", 1, keeping::remove_office),
    step("choose a system", 2, keeping::choose_system),
    step("plan a system", 2, keeping::plan_system),
    step("begin an export", 8, exporting::begin),
    step("pack beside an export", 4, exporting::pack_beside),
    step("export", 18, exporting::export),
    step("take a file in", 34, carrying::take_in),
    step("take the same file in on two pages", 4, carrying::take_in_twice),
    step("take a spoilt file in", 6, carrying::take_spoilt_in),
    step("answer a file", 8, carrying::answer),
    step("gather files", 3, forging::gather),
    step("make a file by hand", 5, forging::by_hand),
    step("a newer app acts", 3, forging::newer_app),
    step("go on", 14, timing::go_on),
    step("hear", 8, timing::hear),
    step("look closer", 6, timing::look_closer),
    step("set a clock", 4, timing::set_clock),
    step("open a page", 14, failing::open_page),
    step("end a page", 3, failing::end_page),
    step("cut the power", 2, failing::cut_power),
    step("fill or empty a disk", 2, failing::fill_disk),
    step("back up", 9, copying::back_up),
    step("restore", 8, copying::restore),
    step("restore a backup file", 5, restoring::restore),
    step("part ways", 3, copying::part_ways),
    step("empty a device", 2, emptying::empty),
    step("lose a database", 3, losing::lose_database),
    step("pack", 24, packing::pack),
    step("pack beside visitors", 6, packing::pack_beside_visitors),
    step("squeeze", 4, packing::squeeze),
    step("damage a table", 3, packing::damage),
    step("come from the first version", 3, upgrading::come_from_the_first),
    step("come from a later version", 1, upgrading::come_from_a_later),
];

/// What a story is like: which steps come often, and how much goes wrong between page and disk.
#[derive(Clone, Debug)]
pub(crate) struct Mood {
    pub(crate) odds: Odds,
    pub(crate) steps: u32,
    weights: [u64; STEPS.len()],
}

impl Mood {
    /// Throws the mood of a story. In each some kinds of steps never come, and others thrice as often: what hides what
    /// is missing somewhere.
    pub(crate) fn throw(dice: &mut Dice) -> Self {
        let calm = dice.happens(30);
        let mut often = |at_most: u64| if calm { 0 } else { dice.below(at_most + 1) };
        let odds = Odds {
            full: often(8),
            given_up: often(5),
            page_ends: often(6),
            power_cut: often(4),
            at_once: 100 - often(60),
        };
        let steps = match dice.below(40) {
            0 => 160 + dice.below(80),
            1..=9 => 50 + dice.below(50),
            _ => 12 + dice.below(30),
        };
        let mut weights = STEPS.each_ref().map(|step| step.weight);
        for weight in &mut weights[1..] {
            *weight *= [0, 1, 1, 1, 3][usize::try_from(dice.below(5)).unwrap()];
        }
        Self { odds, steps: u32::try_from(steps).unwrap(), weights }
    }
}

/// Takes the step that the dice throw. The first steps set the world up.
pub(crate) fn take(world: &mut World, mood: &Mood, number: u32, dice: &mut Dice) -> Held {
    timing::pass(world, dice);
    if number == 1 {
        return failing::set_up(world, dice);
    }
    let mut thrown = dice.below(mood.weights.iter().sum());
    for (step, weight) in STEPS.iter().zip(mood.weights) {
        if thrown < weight {
            world.tell(|| format!("{number} {}", step.name));
            world.count(&format!("step: {}", step.name));
            return (step.take)(world, dice);
        }
        thrown -= weight;
    }
    Ok(())
}

/// An open page that waits for nothing, as a person would choose one. Where none is open one is opened; where it waits it
/// is let go on first.
fn idle_page(world: &mut World, dice: &mut Dice) -> Held<Option<Place>> {
    if world.places().is_empty() {
        failing::open_page(world, dice)?;
    }
    let usable: Vec<Place> = world.places().into_iter().filter(|place| !world.tab(*place).lost).collect();
    let Some(place) = dice.pick(&usable).copied() else { return Ok(None) };
    if !world.tab(place).is_idle() {
        world.finish(place, dice)?;
    }
    let is_idle = world.places().contains(&place) && world.tab(place).is_idle() && !world.tab(place).lost;
    Ok(is_idle.then_some(place))
}

/// Another idle page over the same database, mostly one that is opened for that; none where there is none and no room.
fn page_beside(world: &mut World, place: Place, dice: &mut Dice) -> Held<Option<Place>> {
    let number = place.0;
    if world.devices[number].tabs.len() < failing::TABS_MAX
        && (world.devices[number].tabs.len() < 2 || dice.happens(60))
    {
        failing::open(world, number, Fate::Done)?;
    }
    let is_free = |other: &Place| {
        let page = world.tab(*other);
        other.0 == number
            && *other != place
            && !page.lost
            && page.is_idle()
            && page.job.is_none()
            && page.export.is_none()
    };
    Ok(world.places().into_iter().rfind(is_free))
}
