//! Pages open and end, power goes, disks fill up, databases are copied, set back and lost.

use shouwen::dice::Dice;
use shouwen::protocol::Command;

use super::super::device::{Device, Promised};
use super::super::disk::Fate;
use super::super::failure::{Held, hold};
use super::super::office::documents;
use super::super::store::{Marker, StoreError};
use super::super::tab::{Intent, Tab};
use super::super::world::{Place, World};
use super::{carrying, exporting, registering};

/// The most devices in a story, copies included.
const DEVICES_MAX: usize = 6;
/// The most pages over one database.
const TABS_MAX: usize = 3;

/// Puts up some devices, most of them of one office.
pub(super) fn set_up(world: &mut World, dice: &mut Dice) -> Held {
    for number in 0..usize::try_from(2 + dice.below(2) + dice.below(2)).unwrap() {
        world.devices.push(Device::new());
        open(world, number, Fate::Done)?;
        let document = &documents()[if dice.happens(15) { 2 } else { 0 }];
        world.start((number, 0), Intent::Do(Box::new(Command::LoadOffice { json: document.json.clone() })))?;
        world.finish((number, 0), dice)?;
    }
    if dice.happens(80) { share(world, dice) } else { Ok(()) }
}

/// Lets the devices begin with some matters that all of them know: then they soon act on the same.
fn share(world: &mut World, dice: &mut Dice) -> Held {
    let first = (0, 0);
    for _ in 0..=dice.below(2) {
        if world.places().contains(&first) {
            registering::register_at(world, first, dice)?;
        }
    }
    if world.places().contains(&first) {
        exporting::export_from(world, first, dice)?;
    }
    for place in world.places() {
        if let (Some(file), true) = (world.post.first().cloned(), world.places().contains(&place)) {
            carrying::deliver_alone(world, place, &file, dice)?;
        }
    }
    Ok(())
}

/// Someone opens a page; where a database has vanished, someone says yes to the loss.
pub(super) fn open_page(world: &mut World, dice: &mut Dice) -> Held {
    let device = any_device(world, dice);
    if let Some(tab) = world.devices[device].tabs.iter().position(|tab| tab.lost) {
        return accept_loss((device, tab), world, dice);
    }
    if world.devices[device].tabs.len() >= TABS_MAX {
        return Ok(());
    }
    let full = world.devices[device].is_full || dice.happens(world.odds.full);
    open(world, device, if full { Fate::Full } else { Fate::Done })
}

/// Opens a page, and holds what is said against what has happened to the database.
pub(super) fn open(world: &mut World, number: usize, fate: Fate) -> Held {
    world.touched.insert(number);
    let fresh = world.fresh_seed();
    let device = &mut world.devices[number];
    match Tab::open(&mut device.disk, device.marker, fresh, fate) {
        Ok(tab) => device.tabs.push(tab),
        Err(StoreError::Vanished) => {
            hold(device.is_tampered, "a database that lost nothing is not called vanished", || {
                format!("{:?}", device.marker)
            })?;
            // Someone is told, and says yes: what is not in the database any more is promised no longer.
            (device.marker, device.is_tampered) = (Marker::default(), false);
            if device.disk.image().is_none() {
                device.promised = Promised::default();
            }
            world.count("loss accepted");
            world.tell(|| format!("  device {number} lost its database, and somebody said yes"));
        }
        Err(error) => {
            hold(error == StoreError::Full && fate == Fate::Full, "what is stored opens", || format!("{error:?}"))?;
        }
    }
    Ok(())
}

/// A database was taken away under a page, and somebody says yes to it: the page gives back what it remembers.
fn accept_loss(place: Place, world: &mut World, dice: &mut Dice) -> Held {
    let (number, tab) = place;
    let seed = world.tab(place).store.seed;
    world.count("memory given back");
    world.tell(|| format!("  {place:?} gives back what it remembers"));
    open_again(world, number, seed)?;
    let device = &mut world.devices[number];
    let opened = (number, device.tabs.len() - 1);
    world.split.insert(device.tabs[tab].house.device_id());
    let missing = device.tabs[opened.1].house.plan_missing(&device.tabs[tab].house);
    let plans = match missing {
        Ok(plans) => plans,
        Err(trouble) => return hold(false, "what a page remembers can be given back", || format!("{trouble:?}")),
    };
    device.tabs[opened.1].queue.extend(plans.into_iter().map(Intent::Store));
    world.finish(opened, dice)?;
    let device = &mut world.devices[number];
    let (lost, fresh) = (device.tabs.get(tab), device.tabs.get(opened.1));
    let remembered = lost.zip(fresh).is_some_and(|(lost, fresh)| lost.holds.is_subset(&fresh.holds));
    if remembered && let Some(lost) = device.tabs.get(tab) {
        let limbo = std::mem::take(&mut device.limbo);
        let is_back = |id: &_| lost.holds.contains(id);
        device.promised.events.extend(limbo.events.into_iter().filter(is_back));
        device.promised.numbers.extend(limbo.numbers.into_iter().filter(|(_, ticket)| is_back(ticket)));
        world.end_page(place, false);
    } else if world.devices[number].tabs.len() > opened.1 {
        // It stopped in the middle: the page still remembers, and may be asked again.
        world.end_page(opened, false);
    }
    Ok(())
}

/// Opens the database that is there now, or makes it with the seed of the page that remembers.
fn open_again(world: &mut World, number: usize, seed: [u8; 32]) -> Held {
    let device = &mut world.devices[number];
    match Tab::open(&mut device.disk, Marker::default(), seed, Fate::Done) {
        Ok(tab) => {
            (device.marker, device.is_tampered) = (Marker { events: tab.store.events }, false);
            device.tabs.push(tab);
            Ok(())
        }
        Err(error) => hold(false, "a new database can be made", || format!("{error:?}")),
    }
}

/// A page ends, whatever it is doing.
pub(super) fn end_page(world: &mut World, dice: &mut Dice) -> Held {
    let places = world.places();
    if let Some(place) = dice.pick(&places).copied() {
        world.end_page(place, dice.happens(50));
    }
    Ok(())
}

/// The power of a device goes.
pub(super) fn cut_power(world: &mut World, dice: &mut Dice) -> Held {
    let device = any_device(world, dice);
    world.cut_power(device, dice);
    Ok(())
}

/// A disk fills up, or somebody makes room.
pub(super) fn fill_disk(world: &mut World, dice: &mut Dice) -> Held {
    let device = any_device(world, dice);
    let is_full = &mut world.devices[device].is_full;
    *is_full = !*is_full;
    Ok(())
}

/// Someone copies the browser's files away.
pub(super) fn back_up(world: &mut World, dice: &mut Dice) -> Held {
    let device = any_device(world, dice);
    let found = &mut world.devices[device];
    if found.disk.image().is_some() && found.disk.safe() == found.disk.image() {
        found.backup = Some(found.back_up());
    }
    Ok(())
}

/// A copy comes back: in the place of what is here, or on another device while the old one lives on.
pub(super) fn restore(world: &mut World, dice: &mut Dice) -> Held {
    let number = any_device(world, dice);
    let Some(backup) = world.devices[number].backup.clone() else { return Ok(()) };
    if dice.happens(50) && world.devices.len() < DEVICES_MAX {
        let copied = world.devices.len();
        world.count("device copied");
        world.tell(|| format!("  device {copied} is a copy of device {number}"));
        let mut copy = Device::new();
        copy.restore(backup);
        copy.forms = Vec::new();
        world.devices.push(copy);
        return Ok(());
    }
    world.count("database set back");
    world.tell(|| format!("  device {number} is set back"));
    while !world.devices[number].tabs.is_empty() {
        world.end_page((number, 0), false);
    }
    let device = &mut world.devices[number];
    let marker = device.marker;
    device.restore(backup);
    if dice.happens(50) {
        // What is kept outside the database was not set back with it.
        (device.marker, device.is_tampered) = (marker, true);
    }
    Ok(())
}

/// The browser drops a database: under open pages, or while none is open; with its marker or without.
pub(super) fn lose_database(world: &mut World, dice: &mut Dice) -> Held {
    let number = any_device(world, dice);
    let device = &mut world.devices[number];
    if device.disk.image().is_none() {
        return Ok(());
    }
    world.touched.insert(number);
    device.disk.vanish();
    device.is_tampered = true;
    device.limbo = std::mem::take(&mut device.promised);
    for tab in &mut device.tabs {
        tab.lost = true;
        tab.planned = None;
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

fn any_device(world: &World, dice: &mut Dice) -> usize {
    usize::try_from(dice.below(world.devices.len() as u64)).unwrap()
}
