//! Files are written, while the work goes on.

use std::collections::BTreeSet;
use std::rc::Rc;

use shouwen::dice::Dice;
use shouwen::exchange::DeviceKey;
use shouwen::ledger::EventId;

use super::super::export::{Export, Written};
use super::super::failure::{Held, broken, hold};
use super::super::file::{File, Worth, seal};
use super::super::job::Work;
use super::super::tab::Intent;
use super::super::world::{Place, World};
use super::{idle_page, packing, page_beside, timing};

/// An export begins, and settles what goes in; or one that has begun goes on.
pub(super) fn begin(world: &mut World, dice: &mut Dice) -> Held {
    let open: Vec<Place> = world.places().into_iter().filter(|place| world.tab(*place).export.is_some()).collect();
    if let Some(place) = dice.pick(&open).copied() {
        return fetch(world, place, dice).map(drop);
    }
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    settle(world, place)
}

/// An export has begun, and another page packs before it goes on.
pub(super) fn pack_beside(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let number = place.0;
    if world.tab(place).export.is_none() {
        settle(world, place)?;
        fetch(world, place, dice)?;
    }
    if dice.happens(30) {
        // Who opens a page after that makes the tables anew, and packs everything into other segments.
        packing::damage_at(world, number, dice);
    }
    if let Some(other) = page_beside(world, place, dice)? {
        let is_there = world.begin_work(other, Work::Pack(Box::default()), dice)?;
        if is_there {
            world.finish_work(other, dice)?;
        }
    }
    // Whoever is still there hears of it.
    if world.places().contains(&place) { timing::hear_at(world, place) } else { Ok(()) }
}

/// An export from beginning to end.
pub(super) fn export(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    export_from(world, place, dice)
}

/// An export of one page, from where it is to its end.
pub(super) fn export_from(world: &mut World, place: Place, dice: &mut Dice) -> Held {
    if world.tab(place).export.is_none() {
        settle(world, place)?;
    }
    let mut anew = 0;
    loop {
        match fetch(world, place, dice)? {
            Written::More => {}
            Written::Unsettled => anew += 1,
            Written::Whole | Written::Gone => return Ok(()),
        }
        hold(anew <= 1, "an export comes to an end where nobody packs", || format!("{place:?}"))?;
    }
}

/// Settles what goes in: everything.
fn settle(world: &mut World, place: Place) -> Held {
    timing::look_closer_at(world, place)?;
    world.touched.insert(place.0);
    let moment = world.moment(place.0);
    let device = &mut world.devices[place.0];
    let tab = &mut device.tabs[place.1];
    tab.bring(&device.disk);
    let export = Export::of(tab, moment, world.counter.is_multiple_of(3));
    let contents = export.parts.cover.contents;
    let (events, tickets) = (tab.holds.len() as u64, world.truth.registered(&tab.holds).len() as u64);
    let told = (contents.events, contents.tickets);
    hold(told == (events, tickets), "an export counts what it carries", || format!("{told:?} of {events}, {tickets}"))?;
    world.devices[place.0].tabs[place.1].export = Some(export);
    Ok(())
}

/// Fetches the next lines, and writes the file when it has all of them.
fn fetch(world: &mut World, place: Place, dice: &mut Dice) -> Held<Written> {
    let device = &mut world.devices[place.0];
    let tab = &mut device.tabs[place.1];
    let Some(mut export) = tab.export.take() else { return Ok(Written::Whole) };
    let written = export.fetch(tab, &device.disk);
    match written {
        Written::More => tab.export = Some(export),
        Written::Whole => write(world, place, export, dice)?,
        Written::Unsettled => {
            world.count("export begun anew");
            settle(world, place)?;
        }
        Written::Gone if tab.lost => world.count("export broken off"),
        Written::Gone => return broken("an export carries everything", "packed lines are gone"),
    }
    Ok(written)
}

/// Writes the file, and has the device remember that its events were carried away.
fn write(world: &mut World, place: Place, export: Export, dice: &mut Dice) -> Held {
    let Export { parts, ids, lines, .. } = export;
    let carried: BTreeSet<EventId> = lines.iter().map(|line| EventId::of_line(line)).collect();
    let missing: Vec<&EventId> = ids.symmetric_difference(&carried).collect();
    hold(missing.is_empty(), "an export carries everything", || format!("without {missing:?}"))?;
    let key = DeviceKey::from_seed(&world.tab(place).store.seed);
    let bytes = match seal((&parts.cover, parts.office.as_ref(), parts.device.as_ref()), &lines, &key) {
        Ok(bytes) => bytes,
        Err(error) => return broken("an export that was begun is finished", error),
    };
    let made = if parts.device.is_some() { "backed up" } else { "exported" };
    let file = File::new(bytes, ids, Worth::Sound, made);
    let (number, events) = (world.post.len(), file.ids.len());
    world.tell(|| format!("  {place:?} file {number} of {events} events"));
    world.truth.carried.extend(file.ids.iter().copied());
    world.post.push(Rc::new(file));
    // An export also serves whose database is gone; then there is nothing to remember it in.
    world.start(place, Intent::Carried(parts.carried))?;
    if dice.happens(world.odds.at_once) { world.finish(place, dice) } else { Ok(()) }
}
