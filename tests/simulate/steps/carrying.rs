//! Files come in: once, twice, in any order, whole and spoilt, in chunks with anything between them.

use std::collections::BTreeSet;

use shouwen::dice::Dice;
use shouwen::exchange::{BundleRead, Limits, unpack};
use shouwen::house::IMPORT_CHUNK_LINES;
use shouwen::ledger::{ChainFault, EventId, TicketId};
use shouwen::protocol::{ChainFaultView, ImportView, Trouble};

use super::super::checks::faults_of;
use super::super::failure::{Held, broken, hold};
use super::super::file::{File, Worth};
use super::super::tab::{Intent, Tab};
use super::super::truth::Truth;
use super::super::world::{Place, World};
use super::idle_page;

/// A file is taken in as it was written.
pub(super) fn take_in(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let Some(file) = dice.pick(&world.post).cloned() else { return Ok(()) };
    world.tell(|| format!("  {place:?} a file {} of {} events", file.made, file.ids.len()));
    deliver(world, place, &file, dice)
}

/// A file to which something happened on the way.
pub(super) fn take_spoilt_in(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let Some(file) = dice.pick(&world.post).cloned() else { return Ok(()) };
    let spoilt = file.spoilt(dice);
    world.tell(|| format!("  {place:?} a file {}", spoilt.made));
    deliver(world, place, &spoilt, dice)
}

/// How a file is taken in.
#[derive(Clone, Copy, Debug)]
struct Order {
    adopt_office: bool,
    /// The most lines that are stored together.
    chunk_lines: usize,
}

/// Reads a file and takes it in, in chunks of any size.
fn deliver(world: &mut World, place: Place, file: &File, dice: &mut Dice) -> Held {
    let read = read(file)?;
    let chunk_lines = 1 + usize::try_from(dice.below(12)).unwrap();
    let order = Order { adopt_office: dice.happens(30), chunk_lines };
    take(world, place, file, &read, order)?;
    if dice.happens(world.odds.at_once) { world.finish(place, dice) } else { Ok(()) }
}

/// Takes a file in at once, without the office that it brings.
pub(super) fn deliver_alone(world: &mut World, place: Place, file: &File, dice: &mut Dice) -> Held {
    if world.tab(place).planned.is_some() {
        return Ok(());
    }
    let read = read(file)?;
    take(world, place, file, &read, Order { adopt_office: false, chunk_lines: IMPORT_CHUNK_LINES })?;
    world.finish(place, dice)
}

fn read(file: &File) -> Held<BundleRead> {
    let read = match unpack(file.bytes.as_slice(), Limits::default()) {
        Ok(read) => read,
        Err(error) => return broken("a file in memory can be read", error),
    };
    worth(file, &read)?;
    Ok(read)
}

/// Holds the preview against the truth, and has the page store what is new, where the file is sound.
fn take(world: &mut World, place: Place, file: &File, read: &BundleRead, order: Order) -> Held {
    world.touched.insert(place.0);
    for line in &read.lines {
        world.truth.learn(&line.text);
    }
    world.count(&format!("file {}", file.made));
    let tab = world.tab(place);
    let view = tab.house.preview(read, 1, "file");
    let planned = tab.house.plan_import_in_chunks(read, order.adopt_office, order.chunk_lines);
    if !read.is_sound() {
        let refused = matches!(planned, Err(Trouble::BadFile(_))) && !view.problems.is_empty();
        return hold(refused, "a file that is not sound is refused", || format!("{planned:?}"));
    }
    previewed(&world.truth, tab, &file.ids, &view)?;
    let plans = match planned {
        Ok(plans) => plans,
        Err(trouble) => return broken("a sound file is taken in", format!("{trouble:?}")),
    };
    let mut brought = tab.holds.clone();
    brought.extend(plans.iter().flat_map(|plan| &plan.lines).map(|line| EventId::of_line(line)));
    let missing: Vec<&EventId> = file.ids.difference(&brought).collect();
    hold(missing.is_empty(), "an import plans everything that a file brings", || format!("without {missing:?}"))?;
    world.devices[place.0].tabs[place.1].queue.extend(plans.into_iter().map(Intent::Store));
    Ok(())
}

/// Holds what reading came to against what the file is worth.
fn worth(file: &File, read: &BundleRead) -> Held {
    let ids: BTreeSet<EventId> = read.lines.iter().map(|line| line.id).collect();
    let same = read.is_sound() && ids == file.ids;
    let codes: Vec<&str> = read.problems.iter().map(|at| at.problem.code()).collect();
    let fits = match file.worth {
        Worth::Sound => same,
        Worth::Refused => !read.is_sound() && !codes.is_empty(),
        Worth::Newer => !read.is_sound() && codes == ["too_new"],
        Worth::RefusedOrSame => same || (!read.is_sound() && !codes.is_empty()),
    };
    hold(fits, "a file is read for what it is worth", || format!("{} ({:?}): {codes:?}", file.made, file.worth))
}

/// Holds what would change against what will have changed.
fn previewed(truth: &Truth, tab: &Tab, ids: &BTreeSet<EventId>, view: &ImportView) -> Held {
    let new: BTreeSet<EventId> = ids.difference(&tab.holds).copied().collect();
    let known = || new.iter().map(|id| truth.event(*id));
    let registered = known().filter(|known| known.registers()).count() as u64;
    let here = |id: &TicketId| tab.holds.contains(id) && truth.event(*id).registers();
    let changed = known().filter_map(|known| known.ticket).filter(here).collect::<BTreeSet<_>>().len() as u64;
    let told = (view.new_events, view.new_tickets, view.changed_tickets);
    let expected = (new.len() as u64, registered, changed);
    hold(told == expected, "a preview says what will change", || format!("{told:?} instead of {expected:?}"))?;
    let before = faults_of(truth, &tab.holds);
    let after = faults_of(truth, &tab.holds.union(&new).copied().collect());
    let fresh: Vec<&ChainFault> = after.iter().filter(|fault| !before.contains(fault)).collect();
    let fresh: Vec<ChainFaultView> = fresh.into_iter().map(ChainFaultView::from).collect();
    hold(view.chain_faults == fresh, "a preview says which gaps and forks will be new", || {
        format!("{:?} instead of {fresh:?}", view.chain_faults)
    })
}
