//! Databases come from earlier versions of the app, and from later ones.

use shouwen::dice::Dice;
use shouwen::storage::{SCHEMA, Store as Name};

use super::super::disk::Fate;
use super::super::failure::{Held, hold};
use super::super::store::StoreError;
use super::super::tab::Tab;
use super::super::world::World;
use super::failing::{any_device, open};

/// The database is as the first version of the app would have left it: the next page that opens it upgrades it, and the power
/// may go before that is safe.
pub(super) fn come_from_the_first(world: &mut World, dice: &mut Dice) -> Held {
    let number = any_device(world, dice);
    let image = world.devices[number].disk.image();
    let is_used = |store| image.is_none_or(|image| image.records(store).next().is_some());
    if is_used(Name::Segments) || is_used(Name::Tables) {
        return Ok(());
    }
    close_all(world, number);
    world.count("came from the first version");
    world.tell(|| format!("  device {number} has had the first version all the time"));
    world.devices[number].disk.forget_later(1, &[Name::Segments, Name::Tables]);
    if dice.happens(60) {
        open(world, number, Fate::Done)?;
        if dice.happens(30) {
            world.count("power cut after an upgrade");
            world.cut_power(number, dice);
        }
    }
    Ok(())
}

/// A later version of the app has had the database: nobody opens it and nothing in it changes, until this app is of that version
/// as well.
pub(super) fn come_from_a_later(world: &mut World, dice: &mut Dice) -> Held {
    let number = any_device(world, dice);
    let disk = &world.devices[number].disk;
    if !disk.is_settled() || disk.image().is_none_or(|image| image.schema != SCHEMA) {
        return Ok(());
    }
    close_all(world, number);
    world.count("came from a later version");
    world.tell(|| format!("  device {number} has had a later version"));
    let fresh = world.fresh();
    let device = &mut world.devices[number];
    device.disk.set_schema(SCHEMA + 1);
    let before = device.disk.clone();
    let opened = Tab::open(&mut device.disk, device.marker, fresh, Fate::Done).err();
    hold(opened == Some(StoreError::TooNew), "a database of a later version is not opened", || format!("{opened:?}"))?;
    hold(device.disk.image() == before.image(), "a database of a later version is left alone", String::new)?;
    device.disk.set_schema(SCHEMA);
    Ok(())
}

fn close_all(world: &mut World, number: usize) {
    while !world.devices[number].tabs.is_empty() {
        world.end_page((number, 0), false);
    }
}
