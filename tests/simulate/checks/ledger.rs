//! A ledger holds exactly what it was given, in the order that docs/ledger.md lays down, and finds it again.

use std::collections::{BTreeMap, BTreeSet};

use shouwen::ledger::{DeviceId, EventId, Ledger, TicketId};

use super::faults_of;
use crate::simulate::failure::{Held, hold};
use crate::simulate::truth::{Known, Truth};

/// Holds a ledger against the set of events that it must hold.
pub(crate) fn agrees(truth: &Truth, holds: &BTreeSet<EventId>, ledger: &Ledger) -> Held {
    let mut known: Vec<&Known> = holds.iter().map(|id| &**truth.event(*id)).collect();
    known.sort_by_key(|known| key(known));
    let missing: Vec<&EventId> = holds.iter().filter(|id| !ledger.contains(**id)).collect();
    hold(missing.is_empty(), "a ledger holds what it was given", || format!("{} without {missing:?}", ledger.len()))?;
    hold(ledger.len() == holds.len(), "a ledger counts its events", || format!("{} of {}", ledger.len(), holds.len()))?;
    // The others lie packed on the disk.
    let here: BTreeSet<EventId> = ledger.ids().collect();
    let expected: Vec<&&Known> = known.iter().filter(|known| here.contains(&known.id)).collect();
    let ids: Vec<EventId> = expected.iter().map(|known| known.id).collect();
    let found: Vec<EventId> = ledger.ids().collect();
    hold(found == ids, "events stand in the total order", || format!("{found:?} instead of {ids:?}"))?;
    for (known, line) in expected.iter().zip(ledger.lines()) {
        let same = *known.line == *line && ledger.line(known.id) == Some(line);
        hold(same, "a line stays as it was written", || format!("{line} instead of {}", known.line))?;
    }
    let faults = faults_of(truth, holds);
    let told = ledger.chain_faults();
    hold(told == faults, "gaps and forks are reported exactly when there are any", || {
        format!("{told:?} instead of {faults:?}")
    })?;
    heads(&known, ledger)?;
    registrations(&known, ledger)
}

fn key(known: &Known) -> (i64, u64, DeviceId, u64, EventId) {
    (known.at_ms, known.tick, known.device, known.seq, known.id)
}

/// Each chain ends at its highest place, with the greatest id where a fork ends there.
fn heads(known: &[&Known], ledger: &Ledger) -> Held {
    let mut heads: BTreeMap<DeviceId, (u64, EventId)> = BTreeMap::new();
    for known in known {
        let place = (known.seq, known.id);
        heads.entry(known.device).and_modify(|head| *head = place.max(*head)).or_insert(place);
    }
    let told = ledger.devices().filter_map(|device| {
        let chain = ledger.chain(device)?;
        Some((*device, (chain.highest_seq(), chain.head()?)))
    });
    let told: BTreeMap<DeviceId, (u64, EventId)> = told.collect();
    hold(told == heads, "a chain ends at its highest place", || format!("{told:?} instead of {heads:?}"))
}

/// Each registration is a ticket, found by its number and its form; what has no registration waits.
fn registrations(known: &[&Known], ledger: &Ledger) -> Held {
    let registered: BTreeSet<TicketId> = known.iter().filter(|known| known.registers()).map(|known| known.id).collect();
    let unknown: Vec<&TicketId> = registered.iter().filter(|id| !ledger.is_registered(**id)).collect();
    hold(unknown.is_empty(), "each registration is a ticket", || format!("{unknown:?} are none"))?;
    let more: Vec<TicketId> = ledger.tickets().map(|ticket| ticket.id).filter(|id| !registered.contains(id)).collect();
    hold(more.is_empty(), "each ticket has its registration", || format!("{more:?} have none"))?;
    let waiting = known.iter().filter(|known| known.ticket.is_some_and(|ticket| !registered.contains(&ticket))).count();
    hold(ledger.orphans() == waiting, "acts wait for their ticket", || format!("{} of {waiting}", ledger.orphans()))?;
    let mut forms: BTreeMap<&str, TicketId> = BTreeMap::new();
    for known in known.iter().filter(|known| known.registers()) {
        // Whoever lies packed is asked for with the packed ones.
        if !ledger.is_here(known.id) {
            continue;
        }
        let first = forms.entry(known.says("nonce")).or_insert(known.id);
        *first = known.id.min(*first);
        let number = known.says("number").parse().expect("a number is one");
        let found = ledger.by_number(number).any(|ticket| ticket.id == known.id);
        hold(found, "a ticket is found by its number", || format!("{number:?}"))?;
    }
    for (nonce, first) in forms {
        let told = ledger.registered_with(nonce);
        hold(told.is_some_and(|told| told <= first), "a form finds its ticket", || {
            format!("{nonce}: {told:?} instead of {first}")
        })?;
    }
    Ok(())
}
