//! What must hold wherever the lines lie: a ledger with packed tickets shows what one shows that has all lines here.

use std::collections::BTreeMap;

use proptest::prelude::*;
use shouwen::ledger::packed::{Packed, Place};
use shouwen::ledger::{Draft, Event, EventId, Fact, Ledger, Ticket, TicketId};

use crate::ledger_kit::{DAY_MS, Device, MINUTE_MS, START_MS, ledger_of, seen, standing};
use crate::ledger_story::{Kind, play, story};

const APART: Kind = Kind { devices: 3, nonsense: 2 };

/// Segments by their key.
#[derive(Default)]
struct Disk(BTreeMap<u64, String>);

impl Disk {
    /// Packs everything that is here, as it would lie after storing and loading it again.
    fn pack(&mut self, ledger: &Ledger) -> Ledger {
        let packing = ledger.packing(&[]);
        let keys: Vec<u64> = (0..packing.segments() as u64).map(|place| self.0.len() as u64 * 10 + place).collect();
        let mut tickets = Vec::new();
        for (place, key) in keys.iter().enumerate() {
            let (text, packed) = ledger.write_segment(&packing, place, place);
            assert!(self.0.insert(*key, text).is_none());
            tickets.extend(packed);
        }
        let packed = ledger.packed_with(&tickets.iter().collect::<Vec<_>>(), &keys).unwrap();
        let mut stored: BTreeMap<&str, Vec<u8>> = packed.to_tables().into_iter().collect();
        let loaded = Packed::of_tables(|name| stored.remove(name)).unwrap();
        assert_eq!(loaded.to_tables(), packed.to_tables());
        ledger.packed_as(loaded)
    }

    fn lines(&self, ledger: &Ledger, place: Place) -> &str {
        let text = &self.0[&ledger.packed().segment_key(place.segment).unwrap()];
        &text[place.start as usize..(place.start + place.bytes) as usize]
    }

    /// Asks, brings what was missed, and asks again.
    fn ask<T>(&self, ledger: &mut Ledger, look: impl Fn(&Ledger) -> T) -> T {
        assert!(ledger.missed().is_empty());
        for _ in 0..3 {
            let seen = look(ledger);
            let missed = ledger.missed();
            if missed.is_empty() {
                return seen;
            }
            for (ticket, place) in missed {
                let lines = self.lines(ledger, place).to_owned();
                ledger.bring(ticket, &lines).unwrap();
            }
        }
        panic!("the same tickets are missed for ever");
    }
}

fn ids(ledger: &Ledger) -> Vec<TicketId> {
    ledger.tickets().map(|ticket| ticket.id).collect()
}

/// Compares everything that both ledgers show; `whole` has all lines here.
fn check(disk: &Disk, ledger: &mut Ledger, whole: &Ledger) {
    assert_eq!(ledger.len(), whole.len());
    assert_eq!(ledger.chain_faults(), whole.chain_faults());
    assert_eq!(ledger.orphans(), whole.orphans());
    assert_eq!(ledger.tickets_by_office(), whole.tickets_by_office());
    assert_eq!(ledger.span_ms(), whole.span_ms());
    assert!(whole.ids().all(|id| ledger.contains(id)));
    let heads = |ledger: &Ledger| -> Vec<_> {
        let head = |device| ledger.chain(device).map(|chain| (chain.highest_seq(), chain.head()));
        ledger.devices().map(|device| (*device, head(device))).collect()
    };
    assert_eq!(heads(ledger), heads(whole));
    for id in ids(whole) {
        let ticket = whole.ticket(id).unwrap();
        assert_eq!(disk.ask(ledger, |ledger| ledger.ticket(id).cloned()).as_ref(), Some(ticket));
        assert_eq!(disk.ask(ledger, |ledger| ledger.history(id)), whole.history(id));
        assert_eq!(disk.ask(ledger, |ledger| ledger.decided(ticket)), whole.decided(ticket));
        let numbered = |ledger: &Ledger| -> Vec<TicketId> {
            ledger.by_number(*ticket.number()).map(|ticket: &Ticket| ticket.id).collect()
        };
        assert_eq!(disk.ask(ledger, numbered), numbered(whole));
        let nonce = &ticket.intake.nonce;
        assert_eq!(disk.ask(ledger, |ledger| ledger.registered_with(nonce)), whole.registered_with(nonce));
    }
    for seed in 0..3 {
        let device = Device::new(seed).id();
        for now_ms in [START_MS - 30 * DAY_MS, START_MS, START_MS + 100 * DAY_MS] {
            let next = |ledger: &Ledger| ledger.next_number("XQZW", &device, now_ms).unwrap();
            assert_eq!(next(ledger), next(whole));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn it_shows_the_same_wherever_lines_lie(scenes in story(APART), cuts in prop::collection::vec(0..100_usize, 0..4)) {
        let devices = play(APART, &scenes);
        let mut whole = Ledger::new();
        for device in &devices {
            whole.merge(&device.ledger);
        }
        let lines: Vec<String> = whole.lines().map(str::to_owned).collect();
        let mut cuts: Vec<usize> = cuts.into_iter().map(|percent| lines.len() * percent / 100).collect();
        cuts.sort_unstable();
        let (mut disk, mut ledger, mut from) = (Disk::default(), Ledger::new(), 0);
        for cut in cuts.into_iter().chain([lines.len()]) {
            prop_assert_eq!(ledger.extend(&lines[from..cut]), []);
            for (ticket, place) in ledger.lacking() {
                let text = disk.lines(&ledger, place).to_owned();
                ledger.bring(ticket, &text).unwrap();
            }
            prop_assert_eq!(ledger.lacking(), []);
            check(&disk, &mut ledger, &ledger_of(&lines[..cut]));
            ledger = disk.pack(&ledger);
            prop_assert_eq!(ledger.lines().count(), 0);
            check(&disk, &mut ledger, &ledger_of(&lines[..cut]));
            from = cut;
        }
    }

    #[test]
    fn a_lacking_ticket_is_not_shown_half(scenes in story(APART), percent in 1..99_usize) {
        let devices = play(APART, &scenes);
        let mut whole = Ledger::new();
        for device in &devices {
            whole.merge(&device.ledger);
        }
        let lines: Vec<String> = whole.lines().map(str::to_owned).collect();
        let cut = lines.len() * percent / 100;
        let mut disk = Disk::default();
        let mut ledger = disk.pack(&ledger_of(&lines[..cut]));
        prop_assert_eq!(ledger.extend(&lines[cut..]), []);
        let lacking: Vec<TicketId> = ledger.lacking().into_iter().map(|(ticket, _)| ticket).collect();
        prop_assert!(ledger.tickets().all(|ticket| !lacking.contains(&ticket.id)));
        prop_assert!(ledger.missed().is_empty());
        check(&disk, &mut ledger, &whole);
    }
}

#[test]
fn what_is_lent_is_stored_along_with_what_is_added() {
    let mut device = Device::new(1);
    let ticket = device.register(START_MS);
    let lines: Vec<String> = device.ledger.lines().map(str::to_owned).collect();
    let mut disk = Disk::default();
    let mut ledger = disk.pack(&device.ledger);
    assert_eq!(ledger.ticket(ticket), None);
    assert_eq!(ledger.missed().len(), 1);
    assert!(disk.ask(&mut ledger, |ledger| ledger.ticket(ticket).is_some()));
    let urged = Fact::Urged { text: "请尽快".to_owned() };
    let draft = Draft { ticket: Some(ticket), by: standing("wang").by(), fact: urged };
    let written = ledger.write(device.id(), START_MS + MINUTE_MS, vec![draft]).unwrap();
    let mut stored: Vec<String> = ledger.lines_away(ticket).map(str::to_owned).collect();
    assert_eq!(stored, lines);
    stored.push(written[0].line.clone());
    assert_eq!(ledger.extend(&stored), []);
    assert_eq!(ledger.lacking(), []);
    assert_eq!(ledger.len(), lines.len() + 1);
    let fresh = ledger_of(&stored);
    assert_eq!(seen(&ledger), seen(&fresh));
    assert_eq!(ledger.lines_away(ticket).count(), 0);
}

#[test]
fn the_clock_follows_packed_events() {
    let mut device = Device::new(1);
    device.register(START_MS + 20 * 60 * MINUTE_MS);
    let mut disk = Disk::default();
    let packed = disk.pack(&device.ledger);
    let stamp = |ledger: &Ledger, now_ms| {
        let intake = device.ledger.tickets().next().unwrap().intake.clone();
        let draft = Draft { ticket: None, by: standing("wang").by(), fact: Fact::Registered(intake) };
        ledger.write(device.id(), now_ms, vec![draft]).unwrap()[0].event.stamp()
    };
    for now_ms in [START_MS - 300 * DAY_MS, START_MS, START_MS + DAY_MS] {
        assert_eq!(stamp(&packed, now_ms), stamp(&device.ledger, now_ms), "{now_ms}");
    }
}

#[test]
fn damaged_tables_are_refused_and_never_panic() {
    let mut device = Device::new(1);
    for minute in 0..20 {
        device.register(START_MS + minute * MINUTE_MS);
    }
    let packed = Disk::default().pack(&device.ledger);
    let tables = packed.packed().to_tables();
    for (place, (name, bytes)) in tables.iter().enumerate() {
        for cut in [0, 1, bytes.len() / 2, bytes.len().saturating_sub(1)] {
            let mut damaged: BTreeMap<&str, Vec<u8>> = tables.iter().cloned().collect();
            damaged.insert(name, bytes[..cut].to_vec());
            if let Ok(packed) = Packed::of_tables(|name| damaged.remove(name)) {
                let ledger = Ledger::of_packed(packed);
                ledger.chain_faults();
                assert_eq!(ledger.ticket(EventId([0; 16])), None, "{place}");
            }
        }
        let mut missing: BTreeMap<&str, Vec<u8>> = tables.iter().cloned().collect();
        missing.remove(name);
        assert!(Packed::of_tables(|name| missing.remove(name)).is_err());
    }
}

#[test]
fn an_act_of_a_newer_build_without_a_ticket_is_packed_too() {
    let device = Device::new(1);
    let line = format!(
        r#"{{"device":"{}","seq":1,"at":{START_MS},"by":"visitor","fact":{{"opened_day":{{}}}}}}"#,
        device.id()
    );
    let whole = ledger_of(std::slice::from_ref(&line));
    let mut disk = Disk::default();
    let ledger = disk.pack(&whole);
    assert_eq!((ledger.len(), ledger.lines().count(), ledger.orphans()), (1, 0, 0));
    assert_eq!(disk.0.values().collect::<Vec<_>>(), [&format!("{line}\n")]);
    assert!(Event::from_line(&line).is_ok() && ledger.contains(EventId::of_line(&line)));
}
