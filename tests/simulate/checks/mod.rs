//! What must hold after each step, each promise against an oracle of its own.

mod chains;
mod decisions;
mod ledger;
mod planned;
mod promises;
mod state;
mod tickets;
mod views;

use shouwen::dice::Dice;

use super::failure::Held;
use super::world::World;

pub(crate) use chains::faults_of;
pub(crate) use decisions::still_hold;
pub(crate) use ledger::agrees;
pub(crate) use planned::planned;
pub(crate) use tickets::Shown;

/// Checks every device that has changed since the last check.
pub(crate) fn touched(world: &mut World, dice: &mut Dice) -> Held {
    for device in std::mem::take(&mut world.touched) {
        self::device(world, device, dice)?;
    }
    Ok(())
}

/// Checks one device: what it has promised, and what each of its pages shows.
pub(crate) fn device(world: &mut World, device: usize, dice: &mut Dice) -> Held {
    let World { devices, truth, shown, split, .. } = world;
    let found = &devices[device];
    promises::kept(found, shown)?;
    for tab in &found.tabs {
        ledger::agrees(truth, &tab.holds, tab.house.ledger())?;
        if !split.contains(&tab.house.device_id()) {
            promises::told(truth, tab)?;
        }
        tickets::agree(truth, shown, tab, dice)?;
        views::agree(shown, found, tab, dice)?;
    }
    Ok(())
}
