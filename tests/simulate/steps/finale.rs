//! In the end everything is carried everywhere, and all agree.

use std::collections::BTreeSet;
use std::rc::Rc;

use shouwen::dice::Dice;
use shouwen::ledger::{EventId, Ledger};

use super::super::checks;
use super::super::disk::Fate;
use super::super::failure::{Held, hold};
use super::super::file::File;
use super::super::world::{Odds, World};
use super::{carrying, exporting, failing};

/// To how many devices everything is carried: more would find nothing more.
const OTHERS_MAX: usize = 2;

const NOTHING_GOES_WRONG: Odds = Odds { full: 0, given_up: 0, page_ends: 0, power_cut: 0, at_once: 100 };

/// Ends the story.
pub(crate) fn finale(world: &mut World, dice: &mut Dice) -> Held {
    world.tell(|| "finale".to_owned());
    world.odds = NOTHING_GOES_WRONG;
    for device in 0..world.devices.len() {
        world.devices[device].is_full = false;
        while !world.devices[device].tabs.is_empty() {
            world.end_page((device, 0), dice.happens(50));
        }
        failing::open(world, device, Fate::Done)?;
        if world.devices[device].tabs.is_empty() {
            failing::open(world, device, Fate::Done)?;
        }
    }
    checks::touched(world, dice)?;
    for device in 0..world.devices.len() {
        if !world.tab((device, 0)).holds.is_subset(&world.truth.carried) {
            exporting::export_from(world, (device, 0), dice)?;
        }
    }
    let mut files: Vec<Rc<File>> = world.post.clone();
    for place in (1..files.len()).rev() {
        files.swap(place, usize::try_from(dice.below(place as u64 + 1)).unwrap());
    }
    for file in &files {
        // Files that bring nothing came often enough.
        if !file.ids.is_subset(&world.tab((0, 0)).holds) {
            carrying::deliver_alone(world, (0, 0), file, dice)?;
        }
    }
    exporting::export_from(world, (0, 0), dice)?;
    // The first has everything now, and the others need its file alone.
    let all: Rc<File> = world.post[world.post.len() - 1].clone();
    let mut others: Vec<usize> = (1..world.devices.len()).collect();
    while others.len() > OTHERS_MAX {
        others.remove(usize::try_from(dice.below(others.len() as u64)).unwrap());
    }
    for device in &others {
        carrying::deliver_alone(world, (*device, 0), &all, dice)?;
    }
    checks::touched(world, dice)?;
    agree(world, &others, dice)
}

/// Whom everything was carried to holds the same, and so does whoever merges their ledgers in any order.
fn agree(world: &mut World, others: &[usize], dice: &mut Dice) -> Held {
    let all: BTreeSet<EventId> = world.devices.iter().flat_map(|device| device.tabs[0].holds.iter().copied()).collect();
    for number in others.iter().copied().chain([0]) {
        let here = world.tab((number, 0)).holds.len();
        hold(here == all.len(), "in the end all hold the same", || format!("device {number} {here} of {}", all.len()))?;
    }
    let fresh = world.devices[0].tabs[0].house.fresh();
    hold(fresh == 0, "who exported everything has nothing left to export", || format!("{fresh} events"))?;
    let lost: Vec<&EventId> = world.truth.carried.difference(&all).collect();
    hold(lost.is_empty(), "what a file carried is never lost", || format!("{lost:?}"))?;
    let mut merged = Ledger::new();
    let mut lines: Vec<&str> = all.iter().map(|id| &*world.truth.event(*id).line).collect();
    while !lines.is_empty() {
        let part = lines.split_off(lines.len() - (1 + usize::try_from(dice.below(lines.len() as u64)).unwrap()));
        let mut ledger = Ledger::new();
        assert_eq!(ledger.extend(part), []);
        merged.merge(&ledger);
    }
    checks::agrees(&world.truth, &all, &merged)?;
    checks::still_hold(&merged)?;
    for ticket in merged.tickets() {
        let found = world.ticket((0, 0), ticket.id);
        let same = found.as_ref() == Some(ticket);
        hold(same, "the order of merging shows nowhere", || format!("{found:?} instead of {ticket:?}"))?;
    }
    let conflicts =
        merged.tickets().flat_map(|ticket| &ticket.conflicts).map(|conflict| format!("conflict: {:?}", conflict.kind));
    let faults = merged.chain_faults().into_iter().map(|fault| format!("chain: {:?}", fault.kind));
    let kinds = all.iter().map(|id| format!("event: {}", world.truth.event(*id).kind));
    let happened: Vec<String> = kinds.chain(conflicts).chain(faults).collect();
    for what in happened {
        world.count(&what);
    }
    Ok(())
}
