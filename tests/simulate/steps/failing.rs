//! Pages open and end, power goes, disks fill up.

use shouwen::dice::Dice;
use shouwen::protocol::Command;

use super::super::device::{Device, Promised};
use super::super::disk::Fate;
use super::super::failure::{Held, hold};
use super::super::office::documents;
use super::super::store::{Marker, StoreError, all_plain_are_known, leftovers};
use super::super::tab::{Intent, Tab};
use super::super::world::World;
use super::{carrying, exporting, losing, registering};

/// The most pages over one database.
pub(super) const TABS_MAX: usize = 3;

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
        return losing::accept_loss((device, tab), world, dice);
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
    let fresh = world.fresh();
    let device = &mut world.devices[number];
    match Tab::open(&mut device.disk, device.marker, fresh, fate) {
        Ok(tab) => {
            let (mended, left) = (tab.mended, device.disk.image().map_or(0, leftovers));
            let plain_is_known = device.disk.image().is_none_or(all_plain_are_known);
            hold(plain_is_known, "of each segment it is known whether it is compressed", String::new)?;
            device.tabs.push(tab);
            if mended > 0 {
                world.count("tables made anew");
            }
            if left > 0 {
                world.count("page opened on segments that nobody refers to");
            }
        }
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

pub(super) fn any_device(world: &World, dice: &mut Dice) -> usize {
    usize::try_from(dice.below(world.devices.len() as u64)).unwrap()
}
