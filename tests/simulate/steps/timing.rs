//! Time passes, clocks are set, pages that wait go on.

use shouwen::dice::Dice;

use super::super::failure::{Held, hold};
use super::super::world::{Place, World};

const SECOND_MS: u64 = 1_000;
const HOUR_MS: u64 = 3_600 * SECOND_MS;
const DAY_MS: u64 = 24 * HOUR_MS;

/// Lets some true time pass: nothing, seconds, hours, now and then weeks.
pub(super) fn pass(world: &mut World, dice: &mut Dice) {
    let most_ms = match dice.below(20) {
        0..=2 => 1,
        3..=9 => 60 * SECOND_MS,
        10..=16 => 3 * HOUR_MS,
        17 | 18 => 2 * DAY_MS,
        _ => 40 * DAY_MS,
    };
    world.now_ms += dice.below(most_ms).cast_signed();
}

/// Sets the clock of a device, rightly or wrongly.
pub(super) fn set_clock(world: &mut World, dice: &mut Dice) -> Held {
    let device = usize::try_from(dice.below(world.devices.len() as u64)).unwrap();
    let now_ms = world.now_ms;
    world.devices[device].wall.set(now_ms, dice);
    let shows_ms = world.moment(device).now_ms;
    world.tell(|| format!("  device {device} shows {shows_ms}"));
    Ok(())
}

/// Lets a page that waits for its disk hear from it.
pub(super) fn go_on(world: &mut World, dice: &mut Dice) -> Held {
    let works = |place: &Place| world.tab(*place).job.is_some();
    let waits = |place: &Place| !world.tab(*place).is_idle() || works(place);
    let waiting: Vec<Place> = world.places().into_iter().filter(waits).collect();
    match dice.pick(&waiting).copied() {
        Some(place) if works(&place) && dice.happens(50) => world.work_on(place, dice).map(drop),
        Some(place) if world.tab(place).is_idle() => world.work_on(place, dice).map(drop),
        Some(place) => world.go_on(place, dice).map(drop),
        None => Ok(()),
    }
}

/// A page has leisure, and reads everything of which it took a glimpse.
pub(super) fn look_closer(world: &mut World, dice: &mut Dice) -> Held {
    let lacks =
        |place: &Place| world.tab(*place).lacks_ledger && world.tab(*place).is_idle() && !world.tab(*place).lost;
    let pages: Vec<Place> = world.places().into_iter().filter(lacks).collect();
    match dice.pick(&pages).copied() {
        Some(place) => look_closer_at(world, place),
        None => Ok(()),
    }
}

/// The same on a certain page, where there is anything to read.
pub(crate) fn look_closer_at(world: &mut World, (number, tab): Place) -> Held {
    if world.tab((number, tab)).lost || !world.tab((number, tab)).lacks_ledger {
        return Ok(());
    }
    world.touched.insert(number);
    let device = &mut world.devices[number];
    let read = device.tabs[tab].look_closer(&device.disk);
    world.count("looked closer");
    hold(read.is_ok(), "what was packed elsewhere is read", || format!("{read:?}"))
}

/// A page hears that another has stored something, and reads it.
pub(super) fn hear(world: &mut World, dice: &mut Dice) -> Held {
    let may_hear = |place: &Place| world.tab(*place).is_idle() && !world.tab(*place).lost;
    let pages: Vec<Place> = world.places().into_iter().filter(may_hear).collect();
    match dice.pick(&pages).copied() {
        Some(place) => hear_at(world, place),
        None => Ok(()),
    }
}

/// The same on a certain page, where nothing has its turn.
pub(super) fn hear_at(world: &mut World, (number, tab): Place) -> Held {
    if world.tab((number, tab)).lost || !world.tab((number, tab)).is_idle() {
        return Ok(());
    }
    world.touched.insert(number);
    let device = &mut world.devices[number];
    let heard = device.tabs[tab].hear(&device.disk);
    let lacks = device.tabs[tab].lacks_ledger;
    if heard == Ok(true) {
        world.count(if lacks { "took a glimpse of what was packed" } else { "heard of another page's commits" });
    }
    hold(heard.is_ok(), "what another page stored is read", || format!("{heard:?}"))
}
