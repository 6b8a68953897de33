//! A backup file makes an empty device what another was; one that holds something takes none.

use std::rc::Rc;

use shouwen::dice::Dice;
use shouwen::protocol::{DeviceRefusal, Trouble};

use super::super::failure::{Held, broken, hold};
use super::super::file::File;
use super::super::tab::Intent;
use super::super::world::World;
use super::{idle_page, timing};

/// Somebody chooses a backup, mostly on a device without events.
pub(super) fn restore(world: &mut World, dice: &mut Dice) -> Held {
    let Some(mut place) = idle_page(world, dice)? else { return Ok(()) };
    let is_empty = |tab: &super::super::tab::Tab| tab.holds.is_empty() && tab.is_idle() && !tab.lost;
    if let Some(empty) = world.places().into_iter().find(|place| is_empty(world.tab(*place))) {
        place = empty;
    }
    let backups: Vec<Rc<File>> = world.post.iter().filter(|file| file.read().device.is_some()).cloned().collect();
    let Some(file) = dice.pick(&backups) else { return Ok(()) };
    timing::hear_at(world, place)?;
    timing::look_closer_at(world, place)?;
    for line in &file.read().lines {
        world.truth.learn(&line.text);
    }
    let device = &mut world.devices[place.0];
    let tab = &mut device.tabs[place.1];
    let (events, id) = (tab.house.events(), tab.house.device_id());
    match tab.ask(&device.disk, |house| house.plan_restore(file.read())) {
        Ok(plans) => {
            tab.queue.extend(plans.into_iter().map(Intent::Store));
            world.count("backup restored");
        }
        Err(Trouble::DeviceRefused(DeviceRefusal::NotEmpty { events: told })) => {
            world.count("backup refused by a device that holds something");
            return hold(told == events && events > 0, "an empty device takes a backup", || format!("{told} {events}"));
        }
        Err(Trouble::DeviceRefused(DeviceRefusal::SameDevice)) => {
            world.count("backup refused by its own device");
            let own = file.read().lines.iter().any(|line| line.device == id);
            return hold(own, "another device's backup is taken", || format!("{id}"));
        }
        Err(trouble) => return broken("a backup is restored", format!("{trouble:?}")),
    }
    world.finish(place, dice)?;
    let Some(tab) = world.places().contains(&place).then(|| world.tab(place)) else { return Ok(()) };
    let whole = file.ids.iter().all(|id| tab.holds.contains(id));
    // What it never exported itself it counts as never exported, whatever the old device did.
    let missing = whole && tab.house.fresh() > tab.house.events();
    hold(!missing, "a device counts no more as never exported than it holds", || format!("{}", tab.house.fresh()))
}
