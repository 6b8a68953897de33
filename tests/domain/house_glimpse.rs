//! What a page may do that has read no more of another's packing than its summary.

use shouwen::house::House;
use shouwen::ledger::packed::Packed;

use crate::house_kit::{MONDAY_10, at_kiosk, house, later, register};

/// The summary of everything that a house holds, packed and read without any table.
fn summary(house: &mut House) -> Packed {
    let packing = house.ledger().packing(&[]);
    let keys: Vec<u64> = (0..packing.segments() as u64).collect();
    let tickets: Vec<_> =
        (0..packing.segments()).flat_map(|place| house.ledger().write_segment(&packing, place, place).1).collect();
    let repacked = house.repacked(&tickets.iter().collect::<Vec<_>>(), &keys, &[]).unwrap();
    let mut tables = repacked.tables.packed.to_tables().into_iter();
    let (name, bytes) = tables.next().unwrap();
    assert_eq!(name, Packed::SUMMARY);
    Packed::of_tables(|table| Some(if table == name { bytes.clone() } else { Vec::new() })).unwrap()
}

fn lines(house: &House) -> Vec<String> {
    house.ledger().lines().map(str::to_owned).collect()
}

/// Two tabs of one device, the first of which has not read the last registration.
fn one_behind() -> (House, House) {
    let (mut behind, mut ahead) = (house(1), house(1));
    register(&mut behind, at_kiosk("id-lost", "n1"), MONDAY_10);
    ahead.take_in(&lines(&behind)).unwrap();
    register(&mut ahead, at_kiosk("id-lost", "n2"), MONDAY_10);
    (behind, ahead)
}

#[test]
fn a_registration_on_a_glimpse_follows_all_that_was_packed() {
    let (mut kiosk, mut staff, mut other) = (house(1), house(1), house(2));
    register(&mut kiosk, at_kiosk("id-lost", "n1"), MONDAY_10);
    staff.take_in(&lines(&kiosk)).unwrap();
    // Another device, whose clock is two hours ahead.
    register(&mut other, at_kiosk("id-lost", "n2"), later(MONDAY_10, 120));
    staff.take_in(&lines(&other)).unwrap();

    assert!(kiosk.glimpse(summary(&mut staff)));
    register(&mut kiosk, at_kiosk("id-lost", "n3"), later(MONDAY_10, 1));
    register(&mut staff, at_kiosk("id-lost", "n3"), later(MONDAY_10, 1));
    let own = |house: &House| lines(house).into_iter().filter(|line| line.contains("n3")).collect::<Vec<_>>();
    assert_eq!(own(&kiosk), own(&staff), "the same as with everything read");
    assert_eq!(own(&kiosk).len(), 1);
}

#[test]
fn a_glimpse_is_not_enough_where_the_device_itself_has_gone_on() {
    let (mut kiosk, mut staff) = one_behind();
    assert!(!kiosk.glimpse(summary(&mut staff)));
    kiosk.take_in(&lines(&staff)).unwrap();
    assert!(kiosk.glimpse(summary(&mut staff)));
}

#[test]
fn a_glimpse_is_not_enough_where_the_chain_has_a_gap() {
    let (before, mut staff) = one_behind();
    let known = lines(&before);
    let later: Vec<String> = lines(&staff).into_iter().filter(|line| !known.contains(line)).collect();
    let mut kiosk = house(1);
    kiosk.take_in(&later).unwrap();
    assert!(!kiosk.glimpse(summary(&mut staff)), "the head is known, and not what came before it");
}
