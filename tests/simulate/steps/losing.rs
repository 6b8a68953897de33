//! Databases are lost, and pages that still remember give back what they can, as `src/backoffice/loss.rs` has it.

use std::collections::BTreeSet;
use std::rc::Rc;

use shouwen::dice::Dice;
use shouwen::ledger::EventId;
use shouwen::storage;

use super::super::device::Promised;
use super::super::disk::{Durability, Fate, Transaction};
use super::super::failure::{Held, broken, hold};
use super::super::image::{Image, Write};
use super::super::store::{Marker, Store, StoreError};
use super::super::tab::{Intent, Tab, sound};
use super::super::world::{Place, World};
use super::failing::any_device;

/// The browser drops a database: under open pages, or while none is open; with its marker or without. Asked to before, pages
/// first copy everything.
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
            tab.rescued = Some(image.clone());
        }
        (tab.lost, tab.planned, tab.job, tab.preview) = (true, None, None, None);
        tab.queue.clear();
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
    let put_back = match world.tab(place).rescued.clone() {
        Some(image) => put_back(world, number, &image, fresh, dice)?,
        None => PutBack::NotNew,
    };
    world.split.insert(world.tab(place).house.device_id());
    match put_back {
        PutBack::Full => return Ok(()),
        PutBack::Done => world.count("database put back"),
        PutBack::NotNew => take_back(world, place),
    }
    open_again(world, number, fresh)?;
    let opened = (number, world.devices[number].tabs.len() - 1);
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

/// What became of a copy.
enum PutBack {
    /// It is the new database.
    Done,
    /// Somebody has written into the new database before, or there is no copy.
    NotNew,
    /// There was no room for it.
    Full,
}

/// Writes a copy of all records into the new database, where nobody has written there before.
fn put_back(world: &mut World, number: usize, copy: &Image, seed: [u8; 32], dice: &mut Dice) -> Held<PutBack> {
    let device = &mut world.devices[number];
    if let Err(error) = Store::open(&mut device.disk, Marker::default(), seed, Fate::Done) {
        return broken("a new database can be made", format!("{error:?}"));
    }
    if device.disk.image().is_some_and(|image| image.records(storage::Store::Events).next().is_some()) {
        return Ok(PutBack::NotNew);
    }
    let put = |store| copy.records(store).map(move |(key, value)| Write::Put(store, key.clone(), Rc::clone(value)));
    let writes = storage::Store::ALL.into_iter().flat_map(put).collect();
    let transaction = Transaction { scope: storage::Store::ALL.to_vec(), durability: Durability::Strict, writes };
    let fate = if device.is_full || dice.happens(world.odds.full) { Fate::Full } else { Fate::Done };
    match device.disk.run(transaction, fate).map_err(StoreError::from) {
        Ok(()) => Ok(PutBack::Done),
        Err(error) => {
            hold(fate.explains(error), "what was rescued can be stored", || format!("{error:?}"))?;
            Ok(PutBack::Full)
        }
    }
}

/// What was rescued is taken back into memory, and stored like the rest.
fn take_back(world: &mut World, lost: Place) {
    let device = &mut world.devices[lost.0];
    let tab = &mut device.tabs[lost.1];
    if tab.rescued.is_none() {
        return;
    }
    let lines = tab.segment_lines(&device.disk);
    sound(tab.house.take_in(&lines), "what was rescued is not read");
    world.count("packed lines taken back");
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
