//! Pages pack what has gathered, compress what an import has stored, and tables are damaged.

use shouwen::dice::Dice;
use shouwen::storage::{Key, Store as Name};

use super::super::chore::Chore;
use super::super::failure::Held;
use super::super::image::{Record, Write};
use super::super::job::Work;
use super::super::store::{header_of, plain_of};
use super::super::world::{Place, World};
use super::failing::any_device;
use super::{idle_page, page_beside, registering, timing};

/// A page begins to pack what is here. It does not while it writes a file.
pub(super) fn pack(world: &mut World, dice: &mut Dice) -> Held {
    let free = |place: &Place| {
        let tab = world.tab(*place);
        !tab.lost && tab.job.is_none() && tab.export.is_none()
    };
    let pages: Vec<Place> = world.places().into_iter().filter(free).collect();
    let Some(place) = dice.pick(&pages).copied() else { return Ok(()) };
    world.tell(|| format!("  {place:?} packs"));
    work(world, place, Work::Pack(Box::default()), dice)
}

/// Another page packs beside a visitors' page, which hears of it before or while somebody registers a matter there.
pub(super) fn pack_beside_visitors(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    if !world.tab(place).glances() {
        return Ok(());
    }
    timing::hear_at(world, place)?;
    let Some(other) = page_beside(world, place, dice)? else { return Ok(()) };
    if world.begin_work(other, Work::Pack(Box::default()), dice)? {
        world.finish_work(other, dice)?;
    }
    if world.places().contains(&place) && dice.happens(60) {
        timing::hear_at(world, place)?;
    }
    if world.places().contains(&place) && world.tab(place).is_idle() && !world.tab(place).lost {
        registering::register_at(world, place, dice)?;
    }
    Ok(())
}

/// A page compresses what imports have stored as it was, its own or those of others.
pub(super) fn squeeze(world: &mut World, dice: &mut Dice) -> Held {
    let free = |place: &Place| {
        let tab = world.tab(*place);
        let has_plain = world.devices[place.0].disk.image().and_then(plain_of).is_some();
        !tab.lost && tab.job.is_none() && has_plain
    };
    let pages: Vec<Place> = world.places().into_iter().filter(free).collect();
    let Some(place) = dice.pick(&pages).copied() else { return Ok(()) };
    work(world, place, Work::Chore(Chore::Squeeze), dice)
}

/// Something has happened to a table on the disk: it is gone, or a bit of it is.
pub(super) fn damage(world: &mut World, dice: &mut Dice) -> Held {
    let number = any_device(world, dice);
    damage_at(world, number, dice);
    Ok(())
}

/// The same on a certain device, where anything is packed.
pub(super) fn damage_at(world: &mut World, number: usize, dice: &mut Dice) {
    let disk = &mut world.devices[number].disk;
    let Some(image) = disk.image().filter(|_| disk.is_settled()) else { return };
    let header = header_of(image);
    let keys: Vec<(String, &str)> = header.keys().collect();
    let Some((key, name)) = dice.pick(&keys) else { return };
    let key = Key::Name(key.clone());
    let mut bytes = image.get(Name::Tables, &key).map(|table| table.bytes().to_vec()).unwrap_or_default();
    let place = usize::try_from(dice.below(bytes.len() as u64)).unwrap();
    let damage = match bytes.get_mut(place).filter(|_| dice.happens(60)) {
        Some(byte) => {
            *byte ^= 1 << dice.below(8);
            Write::Put(Name::Tables, key, Record::new(bytes))
        }
        None => Write::Delete(Name::Tables, key),
    };
    let name = (*name).to_owned();
    disk.damage(&damage);
    world.count("table damaged");
    world.tell(|| format!("  device {number}: table {name}"));
}

/// Begins, and as the dice let it goes on to the end.
fn work(world: &mut World, place: Place, work: Work, dice: &mut Dice) -> Held {
    let at_once = dice.happens(world.odds.at_once);
    if world.begin_work(place, work, dice)? && at_once {
        world.finish_work(place, dice)?;
    }
    Ok(())
}
