//! Databases are copied, set back, and live on beside their old selves.

use shouwen::dice::Dice;

use super::super::device::{Backup, Device};
use super::super::disk::Fate;
use super::super::failure::Held;
use super::super::world::World;
use super::failing::{any_device, open};
use super::registering;

/// The most devices in a story, copies included.
const DEVICES_MAX: usize = 6;

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
        copy(world, number, backup);
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

/// A device is cloned as it is, and both go on at once.
pub(super) fn part_ways(world: &mut World, dice: &mut Dice) -> Held {
    let number = any_device(world, dice);
    let found = &world.devices[number];
    if found.disk.image().is_none() || !found.disk.is_settled() || world.devices.len() >= DEVICES_MAX {
        return Ok(());
    }
    let backup = found.back_up();
    let copied = copy(world, number, backup);
    open(world, copied, Fate::Done)?;
    for device in [number, copied] {
        let place = (device, 0);
        if world.places().contains(&place) && world.tab(place).is_idle() && !world.tab(place).lost {
            registering::register_at(world, place, dice)?;
        }
    }
    Ok(())
}

/// Puts a copy on a device of its own.
fn copy(world: &mut World, number: usize, backup: Backup) -> usize {
    let copied = world.devices.len();
    world.count("device copied");
    world.tell(|| format!("  device {copied} is a copy of device {number}"));
    let mut copy = Device::new();
    copy.restore(backup);
    copy.forms = Vec::new();
    world.devices.push(copy);
    copied
}
