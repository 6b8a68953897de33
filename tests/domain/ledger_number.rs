//! Ticket numbers: made offline, read aloud, typed wrong.

use std::collections::BTreeSet;

use shouwen::ledger::{DeviceId, NumberError, TicketNumber};

use crate::ledger_kit::{DAY_MS, Device, START_MS};

fn number(office: &str, counter: u16) -> TicketNumber {
    TicketNumber::new(office, &DeviceId::from_public_key(&[9; 32]), START_MS, counter).unwrap()
}

fn symbols(number: TicketNumber) -> Vec<char> {
    number.to_string().chars().filter(|symbol| *symbol != '-').collect()
}

/// Every symbol that stands for something at some place of a number.
const TYPED: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

#[test]
fn a_number_shows_office_device_local_day_and_counter() {
    let device: DeviceId = "7K3QFXYZ".parse().unwrap();
    let shown = TicketNumber::new("XQ", &device, START_MS, 42).unwrap().to_string();
    assert!(shown.starts_with("XQ-7K3QF-260302-0042"), "{shown}");
    assert_eq!(shown.len(), "XQ-7K3QF-260302-0042".len() + 1);
    // 16:00 in UTC is midnight in UTC+8.
    let evening = START_MS + 15 * 60 * 60 * 1000 - 1;
    assert!(TicketNumber::new("XQ", &device, evening, 1).unwrap().to_string().contains("-260302-"));
    assert!(TicketNumber::new("XQ", &device, evening + 1, 1).unwrap().to_string().contains("-260303-"));
}

#[test]
fn a_number_is_read_as_people_type_it() {
    let number = number("XQZW", 10);
    let shown = number.to_string();
    let check = |typed: &str| assert_eq!(TicketNumber::parse(typed), Ok(number), "{typed}");
    check(&shown);
    check(&shown.to_lowercase());
    check(&shown.replace('-', ""));
    check(&shown.replace('-', " "));
    check(&format!("  {} ", shown.replace('-', "－")));
    check(&shown.replace('0', "o"));
    check(&shown.replace('0', "O").replace('1', "l"));
    check(&shown.replace('1', "I"));
    check(
        &shown
            .chars()
            .map(|c| if c == '-' { c } else { char::from_u32(u32::from(c) + 0xFEE0).unwrap() })
            .collect::<String>(),
    );
}

#[test]
fn every_single_wrong_character_is_found() {
    for office in ["XQ", "LOU", "ILOU", "ZWFW"] {
        let right = number(office, 1234);
        let symbols = symbols(right);
        for place in 0..symbols.len() {
            for wrong in TYPED.chars() {
                let mut typed = symbols.clone();
                typed[place] = wrong;
                let typed: String = typed.into_iter().collect();
                match TicketNumber::parse(&typed) {
                    // O for 0 and the like are no mistakes.
                    Ok(read) => assert_eq!(read, right, "{typed}"),
                    Err(NumberError::Length { .. }) => panic!("{typed}"),
                    Err(_) => {}
                }
            }
        }
    }
}

#[test]
fn every_swap_of_two_neighbours_is_found() {
    let letters: Vec<char> = ('A'..='Z').collect();
    // Every pair of an office's letters, and every pair at the border of office and device.
    let mut numbers = Vec::new();
    for one in &letters {
        for other in &letters {
            numbers.push(number(&format!("{one}{other}"), 7));
        }
    }
    for seed in 0..=255 {
        let device = DeviceId::from_public_key(&[seed; 32]);
        for letter in &letters {
            numbers.push(
                TicketNumber::new(&format!("A{letter}"), &device, START_MS + i64::from(seed) * DAY_MS, 9_081).unwrap(),
            );
        }
    }
    let borders: BTreeSet<String> = numbers.iter().map(|number| symbols(*number)[1..3].iter().collect()).collect();
    assert_eq!(borders.len(), 26 * 32, "not every pair at the border is tried");
    for right in numbers {
        let symbols = symbols(right);
        for place in 1..symbols.len() {
            let mut typed = symbols.clone();
            typed.swap(place - 1, place);
            let typed: String = typed.into_iter().collect();
            if let Ok(read) = TicketNumber::parse(&typed) {
                assert_eq!(read, right, "{typed}");
            }
        }
    }
}

#[test]
fn what_is_no_number_says_why() {
    let check = |typed: &str, expected: &str| {
        assert_eq!(TicketNumber::parse(typed).unwrap_err().to_string(), expected, "{typed}");
    };
    check("", "a ticket number has 18 to 20 characters, this one 0");
    check("ABCDE-7K3QF-260302-0042X", "a ticket number has 18 to 20 characters, this one 21");
    check("X2-7K3QF-260302-0042X", "`2` cannot stand at place 2 of a ticket number");
    check("XQ-7K3QU-260302-0042X", "`U` cannot stand at place 7 of a ticket number");
    check("XQ-7K3QF-26O3号2-0042X", "`号` cannot stand at place 12 of a ticket number");
    let shown = number("XQ", 1).to_string();
    let last = shown.chars().last().unwrap();
    let other = if last == 'X' { 'Y' } else { 'X' };
    check(
        &format!("{}{other}", &shown[..shown.len() - 1]),
        "the ticket number's check character does not fit: a character is wrong or two are swapped",
    );
    assert_eq!(
        TicketNumber::new("xq", &Device::new(1).id(), START_MS, 1),
        Err(NumberError::OfficeCode("xq".to_owned()))
    );
    assert_eq!(TicketNumber::new("XQ", &Device::new(1).id(), START_MS, 10_000), Err(NumberError::DayFull));
    assert_eq!(TicketNumber::new("XQ", &Device::new(1).id(), i64::MAX, 1), Err(NumberError::TimeOutOfRange(i64::MAX)));
}

#[test]
fn a_clock_that_jumps_back_repeats_no_number() {
    let mut device = Device::new(1);
    let one = device.register(START_MS);
    let next_day = device.register(START_MS + DAY_MS);
    let back = device.register(START_MS - 60_000);
    let number = |id| *device.ticket(id).number();
    assert_eq!([one, next_day, back].map(|id| number(id).counter()), [1, 1, 2]);
    assert_eq!(device.ledger.by_number(number(back)).map(|ticket| ticket.id).collect::<Vec<_>>(), [back]);
}

#[test]
fn devices_count_apart() {
    let mut one = Device::new(1);
    let mut other = Device::new(2);
    let (here, there) = (one.register(START_MS), other.register(START_MS));
    crate::ledger_kit::agree(&mut one, &mut other);
    let numbers = [here, there].map(|id| *one.ticket(id).number());
    assert_ne!(numbers[0], numbers[1]);
    assert_eq!(one.ledger.next_number("XQZW", &one.id(), START_MS).unwrap().counter(), 2);
}
