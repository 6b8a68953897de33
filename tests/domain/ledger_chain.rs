//! Gaps and forks in a device's chain are found, whatever is missing and in whatever order it came.

use std::collections::BTreeMap;

use proptest::prelude::*;
use shouwen::ledger::{ChainFaultKind, Event, Ledger};

use crate::ledger_kit::{Device, MINUTE_MS, START_MS, ledger_of};

/// The lines of a device that registered `count` tickets without a decision, one event each.
fn chain(device: &mut Device, count: usize) -> Vec<String> {
    for _ in 0..count {
        let at_ms = START_MS + i64::try_from(device.ledger.len()).unwrap() * MINUTE_MS;
        device.register_with(at_ms, None);
    }
    device.ledger.lines().map(str::to_owned).collect()
}

/// A device that was copied after `common` events and then went on twice.
fn forked(common: usize, one: usize, other: usize) -> Vec<String> {
    let mut device = Device::new(1);
    let start = chain(&mut device, common);
    let mut copy = Device::with(1, &start);
    copy.register(START_MS - MINUTE_MS);
    let mut lines = chain(&mut device, one);
    lines.extend(chain(&mut copy, other));
    lines.sort_unstable();
    lines.dedup();
    lines
}

fn faults(ledger: &Ledger) -> Vec<(ChainFaultKind, u64, u64)> {
    ledger.chain_faults().iter().map(|fault| (fault.kind, fault.from_seq, fault.to_seq)).collect()
}

/// The faults by their meaning, place by place: nothing here is a gap; more than one event, or one here and another that
/// is named as the one before, is a fork.
fn expected(lines: &[String]) -> Vec<(ChainFaultKind, u64, u64)> {
    let mut claims: BTreeMap<u64, Vec<(String, bool)>> = BTreeMap::new();
    for line in lines {
        let event = Event::from_line(line).unwrap();
        claims.entry(event.seq).or_default().push((shouwen::ledger::EventId::of_line(line).to_string(), true));
        if let Some(prev) = event.prev {
            claims.entry(event.seq - 1).or_default().push((prev.to_string(), false));
        }
    }
    let last =
        claims.iter().filter(|(_, ids)| ids.iter().any(|(_, here)| *here)).map(|(seq, _)| *seq).max().unwrap_or(0);
    let mut faults: Vec<(ChainFaultKind, u64, u64)> = Vec::new();
    for seq in 1..=last {
        let mut ids = claims.get(&seq).cloned().unwrap_or_default();
        let here = ids.iter().any(|(_, here)| *here);
        ids.sort();
        ids.dedup_by(|one, other| one.0 == other.0);
        let kind = match (here, ids.len()) {
            (false, _) => ChainFaultKind::Gap,
            (true, 1) => continue,
            (true, _) => ChainFaultKind::Fork,
        };
        match faults.last_mut().filter(|last| last.0 == kind && last.2 + 1 == seq) {
            Some(last) => last.2 = seq,
            None => faults.push((kind, seq, seq)),
        }
    }
    faults
}

#[test]
fn a_sound_chain_has_no_fault() {
    let mut device = Device::new(1);
    let lines = chain(&mut device, 5);
    assert_eq!(faults(&device.ledger), []);
    let chain = device.ledger.chain(&device.id()).unwrap();
    assert_eq!(chain.highest_seq(), 5);
    assert_eq!(chain.head(), Some(shouwen::ledger::EventId::of_line(&lines[4])));
}

#[test]
fn missing_events_are_a_gap_until_they_come() {
    let lines = chain(&mut Device::new(1), 6);
    let mut ledger = ledger_of([&lines[1], &lines[4], &lines[5]]);
    assert_eq!(faults(&ledger), [(ChainFaultKind::Gap, 1, 1), (ChainFaultKind::Gap, 3, 4)]);
    assert_eq!(ledger.extend([&lines[0], &lines[3], &lines[2]]), []);
    assert_eq!(faults(&ledger), []);
}

#[test]
fn a_device_that_went_on_from_an_old_backup_is_a_fork() {
    let lines = forked(3, 2, 1);
    assert_eq!(faults(&ledger_of(&lines)), [(ChainFaultKind::Fork, 4, 5)]);
}

#[test]
fn a_fork_shows_even_where_one_of_its_branches_is_missing() {
    let mut device = Device::new(1);
    let start = chain(&mut device, 3);
    let mut copy = Device::with(1, &start);
    copy.register_with(START_MS - MINUTE_MS, None);
    let after = copy.register_with(START_MS - MINUTE_MS, None);
    let after = copy.ledger.line(after).unwrap().to_owned();
    let mut lines = chain(&mut device, 1);
    lines.push(after);
    assert_eq!(faults(&ledger_of(&lines)), [(ChainFaultKind::Fork, 4, 4)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_gap_and_fork_is_found_in_any_order(
        lengths in (0..6_usize, 1..6_usize, 0..6_usize),
        kept in prop::collection::vec((prop::bool::weighted(0.7), any::<u32>()), 24),
    ) {
        let lines = forked(lengths.0, lengths.1, lengths.2);
        let mut chosen: Vec<(u32, String)> =
            lines.iter().zip(&kept).filter(|(_, (keep, _))| *keep).map(|(line, (_, key))| (*key, line.clone())).collect();
        chosen.sort();
        let mut ledger = Ledger::new();
        for (_, line) in &chosen {
            prop_assert!(ledger.insert(line).is_ok());
        }
        let chosen: Vec<String> = chosen.into_iter().map(|(_, line)| line).collect();
        prop_assert_eq!(faults(&ledger), expected(&chosen));
    }
}
