//! Files come in: once, twice, in any order, whole and spoilt; somebody says yes or no to them, and what they bring is stored in
//! parts with anything between them.

use std::collections::BTreeSet;

use shouwen::dice::Dice;
use shouwen::house::IMPORT_CHUNK_LINES;
use shouwen::ledger::EventId;
use shouwen::protocol::Trouble;

use super::super::chore::Chore;
use super::super::failure::{Held, broken, hold};
use super::super::file::{File, Worth};
use super::super::gathering::{Preview, Reading};
use super::super::job::Work;
use super::super::tab::Intent;
use super::super::world::{Place, World};
use super::{acting, idle_page, page_beside, timing};

/// A file is taken in as it was written.
pub(super) fn take_in(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let Some(file) = dice.pick(&world.post).cloned() else { return Ok(()) };
    world.tell(|| format!("  {place:?} a file {} of {} events", file.made, file.ids.len()));
    deliver(world, place, &file, dice)
}

/// A file is read on one page; before somebody says yes to it there, another page takes it in, and something may happen to
/// its tickets.
pub(super) fn take_in_twice(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let Some(file) = dice.pick(&world.post).cloned() else { return Ok(()) };
    world.tell(|| format!("  {place:?} a file {} of {} events", file.made, file.ids.len()));
    if !read(world, place, &file, dice)? || !world.finish_work(place, dice)? {
        return Ok(());
    }
    if let Some(other) = page_beside(world, place, dice)? {
        deliver_alone(world, other, &file, dice)?;
        if world.places().contains(&other) && world.tab(other).is_idle() {
            acting::act_on(world, other, dice)?;
        }
    }
    if !world.places().contains(&place) {
        return Ok(());
    }
    if dice.happens(50) {
        timing::hear_at(world, place)?;
    }
    let waits = world.tab(place).preview.is_some() && world.tab(place).is_idle() && world.tab(place).job.is_none();
    if waits { accept(world, place, any_order(dice), dice) } else { Ok(()) }
}

/// A file to which something happened on the way.
pub(super) fn take_spoilt_in(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let Some(file) = dice.pick(&world.post).cloned() else { return Ok(()) };
    let spoilt = file.spoilt(dice);
    world.tell(|| format!("  {place:?} a file {}", spoilt.made));
    deliver(world, place, &spoilt, dice)
}

/// Somebody says yes or no to a file that was read a while ago.
pub(super) fn answer(world: &mut World, dice: &mut Dice) -> Held {
    let waits = |place: &Place| world.tab(*place).preview.is_some() && world.tab(*place).job.is_none();
    let waiting: Vec<Place> = world.places().into_iter().filter(waits).collect();
    let Some(place) = dice.pick(&waiting).copied() else { return Ok(()) };
    if !world.tab(place).is_idle() {
        return Ok(());
    }
    if dice.happens(35) { refuse(world, place, dice).map(drop) } else { accept(world, place, any_order(dice), dice) }
}

/// How a file is taken in.
#[derive(Clone, Copy, Debug)]
struct Order {
    adopt_office: bool,
    /// The most lines that are stored together.
    chunk_lines: usize,
}

/// In chunks of any size.
fn any_order(dice: &mut Dice) -> Order {
    let chunk_lines = 1 + usize::try_from(dice.below(12)).unwrap();
    Order { adopt_office: dice.happens(30), chunk_lines }
}

/// Reads a file and mostly takes it in.
fn deliver(world: &mut World, place: Place, file: &File, dice: &mut Dice) -> Held {
    let at_once = dice.happens(world.odds.at_once);
    if !read(world, place, file, dice)? || !at_once || !world.finish_work(place, dice)? {
        return Ok(());
    }
    let waits = world.tab(place).preview.is_some() && world.tab(place).is_idle();
    match dice.below(8) {
        _ if !waits => Ok(()),
        0 => Ok(()),
        1 => refuse(world, place, dice).map(drop),
        _ => accept(world, place, any_order(dice), dice),
    }
}

/// Takes a file in at once, without the office that it brings.
pub(super) fn deliver_alone(world: &mut World, place: Place, file: &File, dice: &mut Dice) -> Held {
    if !world.tab(place).is_idle() || !read(world, place, file, dice)? || !world.finish_work(place, dice)? {
        return Ok(());
    }
    if world.tab(place).preview.is_none() {
        return Ok(());
    }
    accept(world, place, Order { adopt_office: false, chunk_lines: IMPORT_CHUNK_LINES }, dice)?;
    if !world.places().contains(&place) {
        return Ok(());
    }
    world.finish(place, dice)?;
    if world.places().contains(&place) { world.finish_work(place, dice).map(drop) } else { Ok(()) }
}

/// Begins to read a file, and forgets the one that was read before; whether the page is still there.
fn read(world: &mut World, place: Place, file: &File, dice: &mut Dice) -> Held<bool> {
    worth(file)?;
    if !refuse(world, place, dice)? {
        return Ok(false);
    }
    for line in &file.read().lines {
        world.truth.learn(&line.text);
    }
    world.count(&format!("file {}", file.made));
    if file.read().is_sound() {
        let reading = Reading::new(file.read().clone(), file.ids.clone());
        return world.begin_work(place, Work::Read(Box::new(reading)), dice);
    }
    let tab = world.tab(place);
    let view = tab.house.preview(file.read(), 1, "file");
    let planned = tab.house.plan_import(file.read(), false);
    let refused = matches!(planned, Err(Trouble::BadFile(_))) && !view.problems.is_empty();
    hold(refused, "a file that is not sound is refused", || format!("{planned:?}")).map(|()| true)
}

/// Somebody says yes: what adds to tickets that are here is stored first, then the new ones come to count.
fn accept(world: &mut World, place: Place, order: Order, dice: &mut Dice) -> Held {
    let device = &mut world.devices[place.0];
    let tab = &mut device.tabs[place.1];
    let Some(preview) = tab.preview.take() else { return Ok(()) };
    let plans = tab
        .ask(&device.disk, |house| house.plan_import_in_chunks(&preview.bundle, order.adopt_office, order.chunk_lines));
    let plans = match plans {
        Ok(plans) => plans,
        Err(trouble) => return broken("a sound file is taken in", format!("{trouble:?}")),
    };
    let mut brought: BTreeSet<EventId> = tab.holds.union(&preview.gathered.ids).copied().collect();
    brought.extend(plans.iter().flat_map(|plan| &plan.lines).map(|line| EventId::of_line(line)));
    let missing: Vec<&EventId> = preview.ids.difference(&brought).collect();
    hold(missing.is_empty(), "an import plans everything that a file brings", || format!("without {missing:?}"))?;
    tab.preview = Some(preview);
    tab.queue.extend(plans.into_iter().map(Intent::Store));
    tab.queue.push_back(Intent::TakeIn);
    world.count("file accepted");
    if dice.happens(world.odds.at_once) { world.finish(place, dice) } else { Ok(()) }
}

/// Somebody says no, or reads another file: what was gathered is taken away; whether the page is still there.
fn refuse(world: &mut World, place: Place, dice: &mut Dice) -> Held<bool> {
    if !world.finish_work(place, dice)? {
        return Ok(false);
    }
    let Some(Preview { gathered, .. }) = world.devices[place.0].tabs[place.1].preview.take() else { return Ok(true) };
    world.count("file refused");
    world.begin_work(place, Work::Chore(Chore::Forget(gathered.keys)), dice)
}

/// Holds what reading came to against what the file is worth.
fn worth(file: &File) -> Held {
    let read = file.read();
    let ids: BTreeSet<EventId> = read.lines.iter().map(|line| line.id).collect();
    let same = read.is_sound() && ids == file.ids;
    let codes: Vec<&str> = read.problems.iter().map(|at| at.problem.code()).collect();
    let fits = match file.worth {
        Worth::Sound => same,
        Worth::Refused => !read.is_sound() && !codes.is_empty(),
        Worth::Newer => !read.is_sound() && codes == ["too_new"],
        Worth::RefusedOrSame => same || (!read.is_sound() && !codes.is_empty()),
    };
    hold(fits, "a file is read for what it is worth", || format!("{} ({:?}): {codes:?}", file.made, file.worth))
}
