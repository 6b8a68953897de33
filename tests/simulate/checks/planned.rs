//! What a device is about to write: the next places of its chain, times that only grow, forms and numbers used once.

use std::collections::BTreeSet;
use std::rc::Rc;

use shouwen::ledger::{Clock, EventId, Stamp};

use super::decisions;
use crate::simulate::failure::{Held, hold};
use crate::simulate::tab::{Intent, Planned, Tab};
use crate::simulate::truth::{Known, Truth};

const HOUR_MS: i64 = 3_600_000;
/// How many forerunners an event names at most.
const AFTER_MAX: usize = 64;

/// Takes note of planned lines, and holds those of the device's own against what it knew.
pub(crate) fn planned(truth: &mut Truth, tab: &Tab, planned: &Planned) -> Held {
    let lines = planned.plan.lines.iter().map(|line| truth.learn(line));
    // Whoever adds to packed tickets stores their lines along.
    let lines: Vec<Rc<Known>> = lines.filter(|known| !tab.holds.contains(&known.id)).collect();
    if !matches!(planned.intent, Intent::Do(_)) {
        return Ok(());
    }
    let device = tab.house.device_id();
    let known = || tab.holds.iter().map(|id| truth.event(*id));
    let head = known().filter(|known| known.device == device).map(|known| (known.seq, known.id)).max();
    let now_ms = planned.moment.now_ms;
    let bound_ms = now_ms + Clock::AHEAD_MAX_MS;
    // A clock begins at the earliest moment, which it has given away by that.
    let newest_until = |bound_ms: i64| {
        let followed = known().map(|known| (known.at_ms, known.tick)).filter(|(at_ms, _)| *at_ms <= bound_ms);
        followed.max().unwrap_or((Stamp::MIN_MS, 0))
    };
    let mut newest = newest_until(bound_ms);
    // Of packed events the hour is known: those of the hour in which the bound lies may be followed as well.
    let of_hour = newest_until((bound_ms.div_euclid(HOUR_MS) + 1) * HOUR_MS - 1);
    let (mut seq, mut prev) = head.map_or((0, None), |(seq, id)| (seq, Some(id)));
    let mut before: Option<&Known> = None;
    for line in &lines {
        seq += 1;
        let place = (line.device, line.seq, line.prev);
        hold(place == (device, seq, prev), "an event takes the next place of its chain", || {
            format!("{place:?} instead of {:?}", (device, seq, prev))
        })?;
        let wall = (now_ms.clamp(Stamp::MIN_MS, Stamp::END_MS - 1), 0);
        let follows = |newest: (i64, u64)| wall.max((newest.0, newest.1 + 1));
        let (mut stamp, by_hour) = (follows(newest), follows(of_hour));
        if before.is_none() && !tab.house.ledger().packed().is_empty() && (line.at_ms, line.tick) == by_hour {
            stamp = by_hour;
        }
        hold((line.at_ms, line.tick) == stamp, "an event is later than all that its device knew", || {
            format!("{:?} instead of {stamp:?}", (line.at_ms, line.tick))
        })?;
        forerunners(truth, tab, before, line)?;
        (prev, newest, before) = (Some(line.id), stamp, Some(&**line));
    }
    if let Some(first) = lines.first().filter(|first| first.registers()) {
        registration(truth, tab, first)?;
        decisions::taken(tab, first, &lines, planned.moment)?;
    }
    Ok(())
}

/// An event names the newest events of its ticket that its device knew.
fn forerunners(truth: &Truth, tab: &Tab, before: Option<&Known>, line: &Known) -> Held {
    let expected: BTreeSet<EventId> = match before {
        _ if line.registers() => BTreeSet::new(),
        Some(before) => BTreeSet::from([before.id]),
        None => {
            let ids = tab.holds.iter().map(|id| truth.event(*id)).filter(|known| known.ticket == line.ticket);
            let of_ticket: Vec<&Rc<Known>> = ids.collect();
            let named: BTreeSet<EventId> = of_ticket.iter().flat_map(|known| names(known)).collect();
            of_ticket.iter().map(|known| known.id).filter(|id| !named.contains(id)).collect()
        }
    };
    let found: BTreeSet<EventId> = line.after.iter().copied().collect();
    let fits = if expected.len() <= AFTER_MAX { found == expected } else { found.is_subset(&expected) };
    hold(fits, "an event names what its device knew", || format!("{found:?} instead of {expected:?}"))
}

/// The events that an event says it knew.
fn names(known: &Known) -> Vec<EventId> {
    let spoken_of = match known.kind.as_str() {
        "transfer_accepted" | "transfer_returned" => known.says("transfer").parse().ok(),
        "conflict_settled" => known.says("holds").parse().ok(),
        _ => None,
    };
    let ticket = known.ticket.filter(|ticket| *ticket != known.id);
    known.after.iter().copied().chain(ticket).chain(spoken_of).collect()
}

/// A form registers once, and a number is given once along a chain.
fn registration(truth: &Truth, tab: &Tab, first: &Known) -> Held {
    let (nonce, number) = (first.says("nonce"), first.says("number"));
    let again =
        tab.holds.iter().map(|id| truth.event(*id)).find(|known| known.registers() && known.says("nonce") == nonce);
    hold(again.is_none(), "a form registers once", || format!("{nonce} did already"))?;
    let mut before = first.prev;
    // An event before that never came here ends the walk: whoever goes on from a copy cannot know it.
    while let Some(known) = before.filter(|id| tab.holds.contains(id)).map(|id| truth.event(id)) {
        let same = known.registers() && known.says("number") == number;
        hold(!same, "a number is given once along a chain", || format!("{number} was given before"))?;
        before = known.prev;
    }
    Ok(())
}
