//! A device leaves the office, and somebody takes everything off it; pages that knew the old one write nothing more.

use shouwen::dice::Dice;
use shouwen::ledger::EventId;
use shouwen::protocol::{DeviceRefusal, Trouble};
use shouwen::storage::{self, Commit, Emptying, Store as Name, Write as Plain};

use super::super::device::{Device, Promised};
use super::super::disk::{Disk, Fate, Transaction};
use super::super::failure::{Held, hold};
use super::super::store::{Marker, StoreError, event_values, seed_of};
use super::super::tab::Tab;
use super::super::world::{Place, World};
use super::failing::open;
use super::{idle_page, timing};

/// Somebody types a device's id, after a slip or two, and everything is taken off it, unless something goes wrong.
pub(super) fn empty(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    timing::hear_at(world, place)?;
    timing::look_closer_at(world, place)?;
    check(world.tab(place))?;
    let seed = world.fresh_seed();
    let device = &mut world.devices[place.0];
    let store = &device.tabs[place.1].store;
    let emptying = storage::empty(store.commits, store.packed.commits, &seed);
    let transaction = transaction(&device.disk, emptying);
    device.marker = Marker::default();
    if dice.happens(world.odds.power_cut) {
        device.disk.run_into_the_dark(transaction);
        world.cut_power(place.0, dice);
    } else {
        let fate = match dice.below(100) {
            _ if device.is_full => Fate::Full,
            thrown if thrown < world.odds.full => Fate::Full,
            thrown if thrown < world.odds.full + world.odds.given_up => Fate::Given,
            _ => Fate::Done,
        };
        match device.disk.run(transaction, fate).map_err(StoreError::from) {
            Ok(()) => others(world, place, dice)?,
            Err(error) => {
                hold(fate.explains(error), "emptying fails for a reason alone", || format!("{error:?}"))?;
                device.marker.events = device.tabs[place.1].house.events();
            }
        }
    }
    let device = &mut world.devices[place.0];
    if device.disk.image().and_then(seed_of) != Some(seed) {
        return Ok(());
    }
    // What was promised was taken off on purpose.
    (device.promised, device.limbo) = (Promised::default(), Promised::default());
    let left: Vec<EventId> = lines_in(&device.disk);
    hold(left.is_empty(), "nothing is left on an emptied device", || format!("{left:?}"))?;
    world.count("device emptied");
    open(world, place.0, Fate::Done)
}

/// A slip of the finger and a count that has changed are refused.
fn check(tab: &Tab) -> Held {
    let (device, events) = (tab.house.device_id().to_string(), tab.house.events());
    let tried = [("", events), (device.as_str(), events + 1), (device.as_str(), events)];
    let [not_typed, changed, agreed] = tried.map(|(typed, events)| tab.house.check_emptying(typed, events));
    let refused = matches!(not_typed, Err(Trouble::DeviceRefused(DeviceRefusal::NotTyped { .. })))
        && matches!(changed, Err(Trouble::DeviceRefused(DeviceRefusal::Changed { .. })));
    hold(refused && agreed.is_ok(), "a device is emptied by its id and the events that were shown", || {
        format!("{not_typed:?} {changed:?} {agreed:?}")
    })
}

/// All that goes and all that comes, as one transaction over the records that are there.
fn transaction(disk: &Disk, Emptying { cleared, writes }: Emptying) -> Transaction {
    let image = disk.image().expect("a page has read it");
    let keys = cleared.into_iter().flat_map(|store| image.records(store).map(move |(key, _)| (store, key.clone())));
    let gone = keys.map(|(store, key)| Plain::Delete(store, key));
    let all = storage::Transaction { writes: gone.chain(writes).collect() };
    Transaction { scope: Name::ALL.to_vec(), ..Transaction::strict(all) }
}

/// The page that emptied the device is drawn anew; the others do what they were at, and find that nothing of it counts.
fn others(world: &mut World, place: Place, dice: &mut Dice) -> Held {
    world.end_page(place, false);
    while let Device { disk, tabs, .. } = &mut world.devices[place.0]
        && let Some(tab) = tabs.first_mut()
    {
        // One whose database was taken away before has no connection.
        if !tab.lost {
            let commit =
                storage::commit(tab.store.commits + 1, Commit { lines: &["{}".to_owned()], ..Commit::default() });
            let stored = disk.run(Transaction::strict(commit), Fate::Done).map_err(StoreError::from);
            let found = (tab.take_news(disk), stored);
            let refused = (Err(StoreError::Failed), Err(StoreError::Behind));
            hold(found == refused, "a page of the old device writes no more", || format!("{found:?}"))?;
        }
        world.end_page((place.0, 0), dice.happens(50));
    }
    Ok(())
}

fn lines_in(disk: &Disk) -> Vec<EventId> {
    let values = disk.image().map(event_values).unwrap_or_default();
    values.iter().flat_map(|value| value.ids().iter().copied()).collect()
}
