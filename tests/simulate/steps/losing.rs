//! Databases are lost, and pages that still remember give back what they can, as `src/backoffice/loss.rs` has it.

use std::collections::BTreeSet;

use shouwen::dice::Dice;
use shouwen::house::Papers;
use shouwen::ledger::EventId;
use shouwen::storage;

use super::super::device::Promised;
use super::super::disk::{Fate, Transaction};
use super::super::failure::{Held, broken, hold};
use super::super::store::{Marker, StoreError, segment};
use super::super::tab::{Intent, Tab, sound};
use super::super::world::{Place, World};
use super::failing::any_device;

/// The browser drops a database: under open pages, or while none is open; with its marker or without. Asked to before, pages
/// first read what is packed.
pub(super) fn lose_database(world: &mut World, dice: &mut Dice) -> Held {
    let number = any_device(world, dice);
    let device = &mut world.devices[number];
    let Some(image) = device.disk.image().cloned() else { return Ok(()) };
    world.touched.insert(number);
    let is_asked = dice.happens(50);
    device.disk.vanish();
    device.is_tampered = true;
    device.limbo = std::mem::take(&mut device.promised);
    for tab in &mut device.tabs {
        if is_asked {
            let rescued = |key: &u64| segment(&image, *key).map(|segment| (*key, segment.clone()));
            tab.rescued = tab.store.packed.segments.iter().filter_map(rescued).collect();
        }
        (tab.lost, tab.planned, tab.job, tab.preview) = (true, None, None, None);
        tab.queue.clear();
        tab.unsqueezed.clear();
    }
    if device.tabs.is_empty() {
        // Nobody remembers; with the marker gone as well nobody can know.
        device.limbo = Promised::default();
        if dice.happens(30) {
            (device.marker, device.is_tampered) = (Marker::default(), false);
        }
    }
    world.count("database lost");
    world.tell(|| format!("  device {number} loses its database"));
    Ok(())
}

/// A database was taken away under a page, and somebody says yes to it: the page gives back what it remembers.
pub(super) fn accept_loss(place: Place, world: &mut World, dice: &mut Dice) -> Held {
    let (number, tab) = place;
    let knows_all = world.tab(place).knows_all();
    // Under the old key it would go on from a place that it does not know.
    let fresh = if knows_all { world.tab(place).store.seed } else { world.fresh_seed() };
    world.count(if knows_all { "memory given back" } else { "memory given back without what was packed" });
    world.tell(|| format!("  {place:?} gives back what it remembers, all: {knows_all}"));
    open_again(world, number, fresh)?;
    let opened = (number, world.devices[number].tabs.len() - 1);
    world.split.insert(world.tab(place).house.device_id());
    if knows_all && !take_over_packed(world, place, opened, dice)? {
        world.end_page(opened, false);
        return Ok(());
    }
    let device = &mut world.devices[number];
    let missing = device.tabs[opened.1].house.plan_missing(&device.tabs[tab].house);
    let plans = match missing {
        Ok(plans) => plans,
        Err(trouble) => return broken("what a page remembers can be given back", format!("{trouble:?}")),
    };
    let planned: Vec<EventId> = plans.iter().flat_map(|plan| &plan.lines).map(|line| EventId::of_line(line)).collect();
    device.tabs[opened.1].queue.extend(plans.into_iter().map(Intent::Store));
    world.finish(opened, dice)?;
    let device = &mut world.devices[number];
    let (lost, fresh) = (device.tabs.get(tab), device.tabs.get(opened.1));
    let is_stored = |fresh: &Tab| fresh.is_idle() && planned.iter().all(|id| fresh.holds.contains(id));
    let whole = lost.zip(fresh).filter(|(_, fresh)| is_stored(fresh));
    if let Some((lost, fresh)) = whole {
        let here: BTreeSet<EventId> = lost.house.ledger().ids().collect();
        let remembered = if knows_all { &lost.holds } else { &here };
        let missing: Vec<&EventId> = remembered.difference(&fresh.holds).collect();
        hold(missing.is_empty(), "what a page remembers is given back", || format!("without {missing:?}"))?;
        // What lay packed and was not rescued went with the database.
        let limbo = std::mem::take(&mut device.limbo);
        let is_back = |id: &_| fresh.holds.contains(id);
        device.promised.events.extend(limbo.events.into_iter().filter(is_back));
        device.promised.numbers.extend(limbo.numbers.into_iter().filter(|(_, ticket)| is_back(ticket)));
        world.end_page(place, false);
    } else if world.devices[number].tabs.len() > opened.1 {
        // It stopped in the middle: the page still remembers, and may be asked again.
        world.end_page(opened, false);
    }
    Ok(())
}

/// Stores what the lost page has packed in the new database; whether it could be stored.
fn take_over_packed(world: &mut World, lost: Place, opened: Place, dice: &mut Dice) -> Held<bool> {
    let tab = &mut world.devices[lost.0].tabs[lost.1];
    if tab.house.ledger().packed().is_empty() {
        return Ok(true);
    }
    if world.devices[opened.0].tabs[opened.1].store.commits > 0 {
        return Ok(take_back(world, lost));
    }
    let tab = &mut world.devices[lost.0].tabs[lost.1];
    let segments: Vec<_> =
        tab.store.packed.segments.iter().filter_map(|key| Some((*key, tab.rescued.get(key)?.clone()))).collect();
    let tables = tab.house.tables();
    world.count("packed lines taken over");
    for (key, segment) in &segments {
        let stored = storage::squeezed([(*key, segment.bytes().to_vec())]);
        if !store(world, opened.0, Transaction::strict(stored), dice)? {
            return Ok(false);
        }
    }
    let (packing, header) = world.tab(opened).store.packing(&tables);
    if !store(world, opened.0, packing, dice)? {
        return Ok(false);
    }
    let tab = &mut world.devices[opened.0].tabs[opened.1];
    tab.store.advance_packed(header);
    let taken = sound(tab.house.catch_up_packed(tables, &[], Papers::default()), "what is taken over does not open");
    assert!(taken, "rows that were made here are read");
    tab.holds.extend(segments.iter().flat_map(|(_, segment)| segment.ids()));
    Ok(true)
}

/// The database is not new any more: what was rescued is taken back into memory, and stored like the rest.
fn take_back(world: &mut World, lost: Place) -> bool {
    let device = &mut world.devices[lost.0];
    let tab = &mut device.tabs[lost.1];
    let lines = tab.segment_lines(&device.disk);
    sound(tab.house.take_in(&lines), "what was rescued is not read");
    world.count("packed lines taken back");
    true
}

/// Carries a transaction out, or finds the disk full; whether it was stored.
fn store(world: &mut World, number: usize, transaction: Transaction, dice: &mut Dice) -> Held<bool> {
    let device = &mut world.devices[number];
    let fate = if device.is_full || dice.happens(world.odds.full) { Fate::Full } else { Fate::Done };
    match device.disk.run(transaction, fate).map_err(StoreError::from) {
        Ok(()) => Ok(true),
        Err(error) => {
            hold(fate.explains(error), "what was rescued can be stored", || format!("{error:?}")).map(|()| false)
        }
    }
}

/// Opens the database that is there now, or makes it with this seed.
fn open_again(world: &mut World, number: usize, seed: [u8; 32]) -> Held {
    let (tag, _) = world.fresh();
    let device = &mut world.devices[number];
    match Tab::open(&mut device.disk, Marker::default(), (tag, seed), Fate::Done) {
        Ok(tab) => {
            (device.marker, device.is_tampered) = (Marker { events: tab.house.events() }, false);
            device.tabs.push(tab);
            Ok(())
        }
        Err(error) => hold(false, "a new database can be made", || format!("{error:?}")),
    }
}
