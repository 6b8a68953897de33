//! Files are written, while the work goes on.

use std::rc::Rc;

use shouwen::dice::Dice;
use shouwen::exchange::{DeviceKey, pack};
use shouwen::house::ExportParts;

use super::super::failure::{Held, hold};
use super::super::file::{File, Worth};
use super::super::tab::Intent;
use super::super::world::{Place, World};
use super::idle_page;

/// An export begins, and settles what goes in; or one that has begun is finished.
pub(super) fn begin(world: &mut World, dice: &mut Dice) -> Held {
    if let Some((place, parts)) = world.exports.pop() {
        return write(world, place, &parts, dice);
    }
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let parts = settle(world, place)?;
    world.exports.push((place, parts));
    Ok(())
}

/// An export from beginning to end.
pub(super) fn export(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    export_from(world, place, dice)
}

/// An export of one page, from beginning to end.
pub(super) fn export_from(world: &mut World, place: Place, dice: &mut Dice) -> Held {
    let parts = settle(world, place)?;
    write(world, place, &parts, dice)
}

/// Settles what goes in: everything.
fn settle(world: &World, place: Place) -> Held<ExportParts> {
    let tab = world.tab(place);
    let parts = tab.house.export(world.moment(place.0));
    let contents = parts.cover.contents;
    let registered = tab.holds.iter().filter(|id| world.truth.event(**id).registers()).count() as u64;
    let whole = parts.events.iter().copied().collect::<std::collections::BTreeSet<_>>() == tab.holds;
    hold(whole && contents.events == tab.holds.len() as u64, "an export carries everything", || {
        format!("{contents:?}")
    })?;
    hold(contents.tickets == registered, "an export counts its tickets", || {
        format!("{contents:?}, {registered} tickets")
    })?;
    Ok(parts)
}

/// Writes the file, and has the device remember that its events were carried away.
fn write(world: &mut World, place: Place, parts: &ExportParts, dice: &mut Dice) -> Held {
    let tab = world.tab(place);
    let key = DeviceKey::from_seed(&tab.store.seed);
    let ledger = tab.house.ledger();
    let lines = parts.events.iter().filter_map(|id| ledger.line(*id));
    let mut bytes = Vec::new();
    let written = pack(&parts.cover, parts.office.as_ref(), lines, &key, &mut bytes);
    hold(written.is_ok(), "an export that was begun is finished", || format!("{written:?}"))?;
    let file = File { bytes, ids: parts.events.iter().copied().collect(), worth: Worth::Sound, made: "exported" };
    let (number, events) = (world.post.len(), file.ids.len());
    world.tell(|| format!("  {place:?} file {number} of {events} events"));
    world.truth.carried.extend(file.ids.iter().copied());
    world.post.push(Rc::new(file));
    // An export also serves whose database is gone; then there is nothing to remember it in.
    world.start(place, Intent::Carried(parts.own_seq))?;
    if dice.happens(world.odds.at_once) { world.finish(place, dice) } else { Ok(()) }
}
