//! What must hold after each step, each promise against an oracle of its own.

mod chains;
mod decisions;
mod ledger;
mod planned;
mod previewed;
mod promises;
mod state;
mod tickets;
mod views;

use shouwen::dice::Dice;

use super::device::Device;
use super::failure::Held;
use super::world::World;

pub(crate) use chains::faults_of;
pub(crate) use decisions::still_hold;
pub(crate) use ledger::agrees;
pub(crate) use planned::planned;
pub(crate) use previewed::previewed;
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
    let found = &mut devices[device];
    promises::kept(found)?;
    let Device { disk, tabs, promised, .. } = found;
    for tab in tabs {
        // Of what it took a glimpse nobody is told anything.
        if tab.lacks_ledger {
            continue;
        }
        // What was added to packed tickets counts once their lines are brought, before anybody is answered.
        if !tab.lost {
            tab.ask(disk, |_| ());
        } else if !tab.house.ledger().lacking().is_empty() {
            continue;
        }
        // What has not changed since it was checked says what it said then.
        let stand = Some(tab.stand());
        if tab.checked != stand {
            ledger::agrees(truth, &tab.holds, tab.house.ledger())?;
            tickets::agree(truth, shown, tab, dice)?;
            tab.checked = stand;
        }
        if !split.contains(&tab.house.device_id()) {
            promises::told(truth, tab)?;
        }
        if !tab.lost {
            tickets::agree_packed(truth, shown, tab, disk, dice)?;
            views::agree(truth, shown, (tab, disk), promised, dice)?;
        }
    }
    Ok(())
}
