//! Two devices swap files and show the same.

use shouwen::exchange::{BundleRead, BundleReader, BundleWriter, DeviceKey, Limits};
use shouwen::house::{House, Moment};
use shouwen::ledger::{Act, Receiver};
use shouwen::office::Lang;
use shouwen::protocol::{Command, Filter, Query, Seen, Shelf, TicketView, Trouble};

use crate::house_kit::{MONDAY_10, act, at_kiosk, empty_house, house, later, register, run, ticket, tickets};

fn export(house: &mut House, seed: u8, moment: Moment) -> Vec<u8> {
    let parts = house.export(moment);
    let (mut bytes, key) = (Vec::new(), DeviceKey::from_seed(&[seed; 32]));
    let mut writer = BundleWriter::start(&parts.cover, parts.office.as_ref(), &key, &mut bytes).unwrap();
    for event in parts.events {
        writer.event(house.ledger().line(event).unwrap(), &mut bytes).unwrap();
    }
    writer.seal(&mut bytes).unwrap();
    let plan = house.plan_exported(parts.carried).unwrap();
    house.commit(plan, Lang::Hans, moment).unwrap();
    bytes
}

fn read(bytes: &[u8]) -> BundleRead {
    let mut reader = BundleReader::new(Limits::default());
    let pushed = bytes.chunks(100).try_for_each(|chunk| reader.push(chunk));
    assert!(pushed.is_ok());
    reader.finish()
}

fn import(house: &mut House, bundle: &BundleRead, moment: Moment) {
    for plan in house.plan_import(bundle, true).unwrap() {
        house.commit(plan, Lang::Hans, moment).unwrap();
    }
}

fn everything(house: &House, moment: Moment) -> Vec<TicketView> {
    let all = Filter { shelf: Shelf::All, ..Filter::default() };
    tickets(house, all, moment).rows.iter().map(|row| ticket(house, row.id, Some("s05"), moment)).collect()
}

#[test]
fn a_second_device_shows_the_same_and_importing_twice_changes_nothing() {
    let mut kiosk = house(1);
    register(&mut kiosk, at_kiosk("id-lost", "n1"), MONDAY_10);
    register(&mut kiosk, at_kiosk("estate-sale", "n2"), later(MONDAY_10, 5));
    assert!(kiosk.fresh() > 0);
    let bundle = read(&export(&mut kiosk, 1, later(MONDAY_10, 6)));
    assert_eq!(kiosk.fresh(), 0);

    let mut desk = empty_house(2);
    let preview = desk.preview(&bundle, 7, "a.jsonl.gz");
    assert_eq!((preview.new_tickets, preview.changed_tickets, preview.token), (2, 0, 7));
    assert!(preview.brings_office && preview.signed && preview.problems.is_empty(), "{preview:?}");
    import(&mut desk, &bundle, MONDAY_10);
    assert_eq!(everything(&desk, later(MONDAY_10, 9)), everything(&kiosk, later(MONDAY_10, 9)));
    assert!(kiosk.ledger().lines().eq(desk.ledger().lines()));

    let again = desk.preview(&bundle, 8, "a.jsonl.gz");
    assert_eq!((again.new_events, again.new_tickets, again.brings_office), (0, 0, false));
    assert!(desk.plan_import(&bundle, false).unwrap().is_empty());
    assert_eq!(desk.fresh(), 0, "what came by file is no news of this device");
}

#[test]
fn two_clerks_without_a_network_pass_on_the_same_matter_and_both_see_it() {
    let mut one = house(1);
    let slip = register(&mut one, at_kiosk("id-lost", "n1"), MONDAY_10);
    let me = slip.owner.unwrap().id.0;
    let mut two = empty_house(2);
    import(&mut two, &read(&export(&mut one, 1, MONDAY_10)), MONDAY_10);
    for (house, department) in [(&mut one, "estate"), (&mut two, "hr")] {
        let to = Receiver { department: department.into(), staff: None };
        act(house, slip.ticket, &me, Act::Transfer { to, reason: "另有主管".to_owned() }, later(MONDAY_10, 3)).unwrap();
    }
    let (from_one, from_two) = (read(&export(&mut one, 1, MONDAY_10)), read(&export(&mut two, 2, MONDAY_10)));
    import(&mut one, &from_two, MONDAY_10);
    import(&mut two, &from_one, MONDAY_10);
    let seen = ticket(&one, slip.ticket, Some(&me), later(MONDAY_10, 9));
    assert!(seen.row.conflict);
    assert_eq!(seen.conflicts.len(), 1);
    assert_eq!(everything(&one, later(MONDAY_10, 9)), everything(&two, later(MONDAY_10, 9)));
}

#[test]
fn a_file_that_is_not_sound_has_no_effect_at_all() {
    let mut kiosk = house(1);
    register(&mut kiosk, at_kiosk("id-lost", "n1"), MONDAY_10);
    let mut bytes = export(&mut kiosk, 1, MONDAY_10);
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    let desk = empty_house(2);
    let bundle = read(&bytes);
    assert!(!desk.preview(&bundle, 1, "b").problems.is_empty());
    assert!(matches!(desk.plan_import(&bundle, true), Err(Trouble::BadFile(problems)) if !problems.is_empty()));
}

#[test]
fn the_example_office_cannot_be_replaced_by_nonsense() {
    let mut house = house(1);
    let bad = run(&mut house, &Command::LoadOffice { json: "{}".to_owned() }, MONDAY_10);
    assert!(matches!(bad, Err(Trouble::BadFile(_))));
    assert!(matches!(house.see(&Query::People, Lang::En, MONDAY_10), Ok(Seen::People(people)) if people.len() >= 40));
}

#[test]
fn what_one_house_remembers_another_over_an_empty_database_gets_back() {
    let mut memory = house(1);
    register(&mut memory, at_kiosk("id-lost", "n1"), MONDAY_10);
    export(&mut memory, 1, MONDAY_10);
    let mut anew = empty_house(1);
    for plan in anew.plan_missing(&memory).unwrap() {
        anew.commit(plan, Lang::Hans, MONDAY_10).unwrap();
    }
    assert_eq!(everything(&anew, MONDAY_10), everything(&memory, MONDAY_10));
    assert_eq!((anew.fresh(), anew.device_id()), (0, memory.device_id()));
    assert!(anew.plan_missing(&memory).unwrap().is_empty());
}

#[test]
fn two_pages_that_remember_differently_count_what_neither_exported() {
    let mut knew_less = house(1);
    register(&mut knew_less, at_kiosk("id-lost", "n1"), MONDAY_10);
    let mut knew_more = house(1);
    commit_lines(&mut knew_more, &knew_less);
    register(&mut knew_more, at_kiosk("estate-sale", "n2"), later(MONDAY_10, 1));
    let unexported = knew_more.fresh();

    // The database is gone. The page that knew less gives back what it remembers, goes on and exports.
    let mut anew = empty_house(1);
    give_back(&mut anew, &knew_less);
    register(&mut anew, at_kiosk("marry", "n3"), later(MONDAY_10, 2));
    register(&mut anew, at_kiosk("divorce", "n4"), later(MONDAY_10, 3));
    export(&mut anew, 1, later(MONDAY_10, 4));
    assert_eq!(anew.fresh(), 0);

    let known = knew_less.ledger().len() as u64;
    give_back(&mut anew, &knew_more);
    assert!(anew.fresh() >= unexported - known, "{} fresh of {unexported} that no file holds", anew.fresh());
    assert!(!anew.ledger().chain_faults().is_empty(), "and the device is seen to have gone two ways");
    export(&mut anew, 1, later(MONDAY_10, 5));
    assert_eq!(anew.fresh(), 0);
}

#[test]
fn a_device_under_a_new_key_counts_all_that_it_makes_as_never_exported() {
    let mut memory = house(1);
    register(&mut memory, at_kiosk("id-lost", "n1"), MONDAY_10);
    export(&mut memory, 1, MONDAY_10);
    let mut anew = empty_house(2);
    give_back(&mut anew, &memory);
    assert_eq!(anew.fresh(), 0, "it has made nothing yet");
    register(&mut anew, at_kiosk("marry", "n2"), later(MONDAY_10, 1));
    assert_eq!(anew.fresh(), (anew.ledger().len() - memory.ledger().len()) as u64);
}

fn give_back(anew: &mut House, memory: &House) {
    for plan in anew.plan_missing(memory).unwrap() {
        anew.commit(plan, Lang::Hans, MONDAY_10).unwrap();
    }
}

fn commit_lines(house: &mut House, other: &House) {
    let lines: Vec<String> = other.ledger().lines().map(str::to_owned).collect();
    house.take_in(&lines).unwrap();
}
