//! Offices are loaded and removed, systems put in force.

use chrono::{DateTime, Days};
use shouwen::dice::Dice;
use shouwen::protocol::Command;

use super::super::failure::Held;
use super::super::office::{PACKS, documents, packs};
use super::super::world::World;
use super::idle_page;

/// Someone loads an office document: the example, a later form of it, or another office's.
pub(super) fn load_office(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let Some(document) = dice.pick(documents()) else { return Ok(()) };
    world.tell(|| format!("  {place:?} {}", document.office.id));
    world.command(place, Command::LoadOffice { json: document.json.clone() }, dice)
}

/// Someone takes the office off a device; its tickets stay.
pub(super) fn remove_office(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    world.command(place, Command::RemoveOffice, dice)
}

/// Someone puts a system in force at once.
pub(super) fn choose_system(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let pack = dice.pick(&PACKS).copied().unwrap_or_default().to_owned();
    world.command(place, Command::ChooseSystem { pack }, dice)
}

/// Someone plans a system for a day, or takes that back.
pub(super) fn plan_system(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let Some(pack) = dice.pick(packs()) else { return Ok(()) };
    let today = DateTime::from_timestamp_millis(world.moment(place.0).now_ms).map(|now| now.date_naive());
    let day = today.and_then(|today| today.checked_add_days(Days::new(dice.below(4))));
    let from = day.map(|day| day.to_string()).unwrap_or_default();
    let stamp = &pack.stamp().version;
    let plan = Command::ActivateSystem { pack: pack.id().to_owned(), version: stamp.clone(), from: from.clone() };
    let command = if dice.happens(25) { Command::CancelActivation { from } } else { plan };
    world.command(place, command, dice)
}
