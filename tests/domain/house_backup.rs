//! A device is backed up, lost, and restored on another, which goes on in a chain of its own.

use std::fs::File;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use shouwen::exchange::{BundleRead, BundleReader, BundleWriter, DeviceKey, DeviceLine, Limits, unpack};
use shouwen::house::{ExportParts, Gathering, House, Moment};
use shouwen::office::Lang;
use shouwen::protocol::{
    Command, DeviceRefusal, DeviceView, Filter, ImportView, KeptView, Query, Seen, Shelf, TicketView, Trouble,
};
use shouwen::rules::{load, write_whole};

use crate::house_kit::{MONDAY_10, at_kiosk, empty_house, house, later, register, run, ticket, tickets};

const SYSTEM: &str = r#"
format = 1
[system]
id = "LIB"
title = { zh = "图书馆", en = "Library" }
sector = "library"
source = "house rules"
version = "1"

[[clause]]
ref = "1"
gist = { zh = "先问谁谁负责", en = "whoever is asked first" }

[[clause.rule]]
owner = "first_asked"
handler = "owner"
answerable = "owner"
duties = ["register"]
"#;

/// A device with a system of its own in force, a planned one, two exported tickets and one that was never exported.
fn lived_in() -> House {
    let mut house = house(1);
    let compact = STANDARD.encode(write_whole(&load(SYSTEM).unwrap()).unwrap());
    run(&mut house, &Command::KeepSystem { text: SYSTEM.to_owned(), compact }, MONDAY_10).unwrap();
    let activate = |version: &str, from: &str| Command::ActivateSystem {
        pack: "LIB".to_owned(),
        version: version.to_owned(),
        from: from.to_owned(),
    };
    run(&mut house, &activate("1", "2026-11-23"), MONDAY_10).unwrap();
    register(&mut house, at_kiosk("id-lost", "n1"), MONDAY_10);
    register(&mut house, at_kiosk("estate-sale", "n2"), later(MONDAY_10, 5));
    exported(&mut house, 1, later(MONDAY_10, 6));
    register(&mut house, at_kiosk("marry", "n3"), later(MONDAY_10, 7));
    house
}

fn written(house: &House, seed: u8, parts: &ExportParts) -> Vec<u8> {
    let (mut bytes, key) = (Vec::new(), DeviceKey::from_seed(&[seed; 32]));
    let mut writer = BundleWriter::start(&parts.cover, parts.office.as_ref(), &key, &mut bytes).unwrap();
    if let Some(device) = &parts.device {
        writer.device(device, &mut bytes).unwrap();
    }
    for event in &parts.events {
        writer.event(house.ledger().line(*event).unwrap(), &mut bytes).unwrap();
    }
    writer.seal(&mut bytes).unwrap();
    bytes
}

fn exported(house: &mut House, seed: u8, moment: Moment) -> BundleRead {
    let parts = house.export(moment);
    carried(house, seed, &parts, moment)
}

fn backed_up(house: &mut House, seed: u8, moment: Moment) -> BundleRead {
    let parts = house.back_up(moment).unwrap();
    carried(house, seed, &parts, moment)
}

fn carried(house: &mut House, seed: u8, parts: &ExportParts, moment: Moment) -> BundleRead {
    let bytes = written(house, seed, parts);
    let plan = house.plan_exported(parts.carried).unwrap();
    house.commit(plan, Lang::Hans, moment).unwrap();
    read(&bytes)
}

fn read(bytes: &[u8]) -> BundleRead {
    let mut reader = BundleReader::new(Limits::default());
    assert!(reader.push(bytes).is_ok());
    let read = reader.finish();
    assert!(read.is_sound(), "{:?}", read.problems);
    read
}

fn preview(house: &House, backup: &BundleRead) -> Result<ImportView, Trouble> {
    house.preview_restore(backup, &Gathering::default(), 1, "backup.jsonl.gz")
}

fn restore(house: &mut House, backup: &BundleRead) {
    for plan in house.plan_restore(backup).unwrap() {
        house.commit(plan, Lang::Hans, MONDAY_10).unwrap();
    }
}

fn import(house: &mut House, bundle: &BundleRead) {
    for plan in house.plan_import(bundle, false).unwrap() {
        house.commit(plan, Lang::Hans, MONDAY_10).unwrap();
    }
}

fn device(house: &House) -> DeviceView {
    match house.see(&Query::Device, Lang::Hans, MONDAY_10).unwrap() {
        Seen::Device(view) => view,
        other => panic!("expected the device, found {other:?}"),
    }
}

fn everything(house: &House, moment: Moment) -> Vec<TicketView> {
    let all = Filter { shelf: Shelf::All, ..Filter::default() };
    tickets(house, all, moment).rows.iter().map(|row| ticket(house, row.id, Some("s05"), moment)).collect()
}

/// Everything that a screen shows of office, systems and people, in JSON.
fn surroundings(house: &House) -> Vec<String> {
    let queries = [Query::Systems, Query::People, Query::Departments, Query::Matters { words: String::new() }];
    let seen = queries.iter().map(|query| house.see(query, Lang::Hans, later(MONDAY_10, 9)).unwrap());
    seen.map(|seen| serde_json::to_string(&seen).unwrap()).collect()
}

#[test]
fn a_backup_makes_a_fresh_device_what_the_old_one_was_under_a_key_of_its_own() {
    let mut old = lived_in();
    let backup = backed_up(&mut old, 1, later(MONDAY_10, 8));
    let mut new = empty_house(2);
    let view = preview(&new, &backup).unwrap();
    assert_eq!((view.tickets, view.new_tickets, view.events), (3, 3, old.ledger().len() as u64));
    assert_eq!(view.device, old.device_id().to_string());
    assert_eq!(view.restores.map(|kept| kept.systems), Some(vec!["LIB 1".to_owned()]));

    restore(&mut new, &backup);
    assert!(new.ledger().lines().eq(old.ledger().lines()), "the same ledger");
    assert_eq!(everything(&new, later(MONDAY_10, 9)), everything(&old, later(MONDAY_10, 9)));
    assert_eq!(surroundings(&new), surroundings(&old), "the same office, systems and what is in force");
    assert_ne!(new.device_id(), old.device_id());
    assert!(new.ledger().chain(&new.device_id()).is_none(), "a chain of its own, with nothing in it yet");
    let seen = device(&new);
    let restored = seen.restored.unwrap();
    assert_eq!((restored.device, restored.later), (old.device_id().to_string(), 0));
    assert_eq!(restored.made_ms, later(MONDAY_10, 8).now_ms);

    let number = register(&mut new, at_kiosk("divorce", "n9"), later(MONDAY_10, 10)).number;
    assert!(everything(&old, later(MONDAY_10, 11)).iter().all(|old| old.row.number != number));
    assert!(new.ledger().chain_faults().is_empty());
}

#[test]
fn a_backup_that_was_kept_makes_a_fresh_device_what_its_own_was() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bundles/v2-backup.jsonl.gz");
    let backup = unpack(File::open(kept).unwrap(), Limits::default()).unwrap();
    let (old, mut new) = (lived_in(), empty_house(2));
    let view = preview(&new, &backup).unwrap();
    assert_eq!((view.new_events, view.new_tickets), (old.events(), 3));
    restore(&mut new, &backup);
    let moment = later(MONDAY_10, 9);
    assert_eq!(everything(&new, moment), everything(&old, moment));
    assert_eq!(surroundings(&new), surroundings(&old));
}

#[test]
fn a_backup_counts_as_an_export_and_never_carries_the_seed() {
    let mut old = lived_in();
    assert!(old.fresh() > 0);
    let parts = old.back_up(later(MONDAY_10, 8)).unwrap();
    assert!(parts.name.contains("-backup-2026"), "{}", parts.name);
    let text = String::from_utf8(written(&old, 1, &parts)).unwrap();
    let seed = [1; 32];
    for form in [STANDARD.encode(seed), "01".repeat(32), format!("{seed:?}").replace(' ', ""), "\"seed\"".to_owned()] {
        assert!(!text.contains(&form), "{form}");
    }
    backed_up(&mut old, 1, later(MONDAY_10, 8));
    assert_eq!(old.fresh(), 0);
}

#[test]
fn what_the_old_device_never_exported_is_counted_until_the_new_one_exports() {
    let mut old = lived_in();
    let never = old.fresh();
    let backup = backed_up(&mut old, 1, later(MONDAY_10, 8));
    let mut new = empty_house(2);
    let kept = preview(&new, &backup).unwrap().restores;
    assert_eq!(kept, Some(KeptView { fresh: never, systems: vec!["LIB 1".to_owned()] }));
    restore(&mut new, &backup);
    assert_eq!((new.fresh(), device(&new).fresh), (never, never));
    let before = new.ledger().len();
    register(&mut new, at_kiosk("divorce", "n9"), later(MONDAY_10, 10));
    let own = (new.ledger().len() - before) as u64;
    assert_eq!(new.fresh(), never + own);

    // Backed up and restored once more before anything was exported: all three devices' work is counted.
    let second = new.back_up(later(MONDAY_10, 11)).unwrap();
    let mut third = empty_house(3);
    restore(&mut third, &read(&written(&new, 2, &second)));
    assert_eq!(third.fresh(), never + own);
    exported(&mut third, 3, later(MONDAY_10, 12));
    assert_eq!(third.fresh(), 0);
    register(&mut third, at_kiosk("id-lost", "n10"), later(MONDAY_10, 13));
    assert!(third.fresh() > 0, "and what comes later is counted again");
}

#[test]
fn a_backup_is_restored_on_an_empty_device_alone() {
    let mut old = lived_in();
    let backup = backed_up(&mut old, 1, later(MONDAY_10, 8));
    let mut busy = house(2);
    register(&mut busy, at_kiosk("id-lost", "n1"), MONDAY_10);
    let events = busy.ledger().len() as u64;
    let refused = Err(Trouble::DeviceRefused(DeviceRefusal::NotEmpty { events }));
    assert_eq!(preview(&busy, &backup).map(drop), refused);
    assert_eq!(busy.plan_restore(&backup).map(drop), refused);
    assert!(!device(&busy).restorable);

    let mut new = empty_house(3);
    assert!(device(&new).restorable);
    restore(&mut new, &backup);
    assert!(!device(&new).restorable);
    assert!(new.plan_restore(&backup).is_err(), "not even the same one again");
}

#[test]
fn a_device_does_not_go_on_from_its_own_backup() {
    let mut old = lived_in();
    let backup = backed_up(&mut old, 1, later(MONDAY_10, 8));
    let copy = empty_house(1);
    let refused = Err(Trouble::DeviceRefused(DeviceRefusal::SameDevice));
    assert_eq!(preview(&copy, &backup).map(drop), refused);
    assert_eq!(copy.plan_restore(&backup).map(drop), refused);
}

#[test]
fn a_restore_that_was_stopped_goes_on_with_the_same_file_and_no_other() {
    let mut old = lived_in();
    let backup = backed_up(&mut old, 1, later(MONDAY_10, 8));
    let other = backed_up(&mut old, 1, later(MONDAY_10, 9));
    let mut new = empty_house(2);
    let plans = new.plan_restore(&backup).unwrap();
    for plan in plans.into_iter().take(1) {
        new.commit(plan, Lang::Hans, MONDAY_10).unwrap();
    }
    assert_eq!(new.fresh(), 0, "nothing is counted that is not here");
    let line = backup.lines[0].text.clone();
    new.take_in(&[line]).unwrap();
    assert!(device(&new).restorable);
    assert!(matches!(preview(&new, &other), Err(Trouble::DeviceRefused(_))));
    restore(&mut new, &backup);
    assert!(new.ledger().lines().eq(old.ledger().lines()));
    assert_eq!(everything(&new, later(MONDAY_10, 9)), everything(&old, later(MONDAY_10, 9)));
}

#[test]
fn an_exported_bundle_is_no_backup_and_says_what_it_lacks() {
    let mut old = lived_in();
    let bundle = exported(&mut old, 1, later(MONDAY_10, 8));
    let new = empty_house(2);
    let codes: Vec<_> = preview(&new, &bundle).unwrap().problems.into_iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["not_a_backup"]);
    assert!(matches!(new.plan_restore(&bundle), Err(Trouble::BadFile(_))));
}

#[test]
fn an_ordinary_import_passes_over_what_the_device_kept() {
    let mut old = lived_in();
    let backup = backed_up(&mut old, 1, later(MONDAY_10, 8));
    let mut desk = house(2);
    let before = surroundings(&desk);
    import(&mut desk, &backup);
    assert!(desk.ledger().lines().eq(old.ledger().lines()));
    assert_eq!(surroundings(&desk), before, "its own settings and systems stay");
    assert_eq!((desk.fresh(), device(&desk).restored), (0, None));
}

#[test]
fn settings_or_systems_that_cannot_be_read_are_refused_with_their_line() {
    let mut old = lived_in();
    let good = old.back_up(later(MONDAY_10, 8)).unwrap();
    let systems = good.device.as_ref().unwrap().systems.clone().unwrap();
    let check = |device: DeviceLine| {
        let parts = ExportParts { device: Some(device), ..good.clone() };
        let backup = read(&written(&old, 1, &parts));
        let new = empty_house(2);
        let problems = preview(&new, &backup).unwrap().problems;
        let told: Vec<_> = problems.iter().map(|problem| (problem.line, problem.code.as_str())).collect();
        assert_eq!(told, [(3, "bad_device")]);
        assert!(matches!(new.plan_restore(&backup), Err(Trouble::BadFile(_))));
    };
    let line = DeviceLine { last_seq: 3, settings: Some("{}".to_owned()), systems: None };
    check(DeviceLine { settings: Some("{\"exported_seq\":\"many\"}".to_owned()), ..line.clone() });
    check(DeviceLine { systems: Some("[]".to_owned()), ..line.clone() });
    let renamed = systems.replacen("\"pack\":\"LIB\"", "\"pack\":\"C07\"", 1);
    assert_ne!(renamed, systems);
    check(DeviceLine { systems: Some(renamed), ..line });
    register(&mut old, at_kiosk("id-lost", "n7"), later(MONDAY_10, 20));
}

#[test]
fn when_the_old_device_lives_on_it_is_said_and_nothing_is_lost_or_doubled() {
    let mut old = lived_in();
    let backup = backed_up(&mut old, 1, later(MONDAY_10, 8));
    let mut new = empty_house(2);
    restore(&mut new, &backup);
    register(&mut old, at_kiosk("id-lost", "old-1"), later(MONDAY_10, 20));
    register(&mut new, at_kiosk("id-lost", "new-1"), later(MONDAY_10, 20));

    let from_old = exported(&mut old, 1, later(MONDAY_10, 30));
    let lives_on = new.preview(&from_old, 2, "old.jsonl.gz").lives_on.unwrap();
    assert_eq!(lives_on.device, old.device_id().to_string());
    assert!(lives_on.later > 0);
    import(&mut new, &from_old);
    assert_eq!(device(&new).restored.map(|restored| restored.later), Some(lives_on.later));
    assert_eq!(new.preview(&from_old, 3, "old.jsonl.gz").lives_on, None, "no news any more");
    let from_new = exported(&mut new, 2, later(MONDAY_10, 31));
    import(&mut old, &from_new);
    assert_eq!(everything(&new, later(MONDAY_10, 40)), everything(&old, later(MONDAY_10, 40)));
    assert_eq!(everything(&new, later(MONDAY_10, 40)).len(), 5, "three that were shared, one of each");
    assert!(new.ledger().chain_faults().is_empty() && old.ledger().chain_faults().is_empty());
}

#[test]
fn a_real_fork_of_the_old_chain_is_still_reported() {
    let mut old = lived_in();
    let backup = backed_up(&mut old, 1, later(MONDAY_10, 8));
    let mut copy = empty_house(1);
    import(&mut copy, &backup);
    let mut new = empty_house(2);
    restore(&mut new, &backup);
    register(&mut old, at_kiosk("id-lost", "old-1"), later(MONDAY_10, 20));
    run(&mut copy, &Command::LoadOffice { json: crate::house_kit::EXAMPLE.to_owned() }, MONDAY_10).unwrap();
    register(&mut copy, at_kiosk("marry", "copy-1"), later(MONDAY_10, 21));
    import(&mut new, &exported(&mut old, 1, later(MONDAY_10, 30)));
    let forked = exported(&mut copy, 1, later(MONDAY_10, 30));
    assert!(new.preview(&forked, 2, "copy.jsonl.gz").chain_faults.iter().any(|fault| fault.fork));
    import(&mut new, &forked);
    assert!(!new.ledger().chain_faults().is_empty());
}

#[test]
fn a_new_key_after_a_loss_goes_on_counting_what_was_never_exported() {
    let mut memory = house(1);
    register(&mut memory, at_kiosk("id-lost", "n1"), MONDAY_10);
    let never = memory.fresh();
    let mut anew = empty_house(2);
    for plan in anew.plan_missing(&memory).unwrap() {
        anew.commit(plan, Lang::Hans, MONDAY_10).unwrap();
    }
    assert_eq!(anew.fresh(), never);
    exported(&mut anew, 2, later(MONDAY_10, 1));
    assert_eq!(anew.fresh(), 0);
}

#[test]
fn a_restored_device_that_is_lost_keeps_what_it_knew_of_its_backup() {
    let mut old = lived_in();
    let backup = backed_up(&mut old, 1, later(MONDAY_10, 8));
    let mut memory = empty_house(2);
    restore(&mut memory, &backup);
    let mut anew = empty_house(2);
    for plan in anew.plan_missing(&memory).unwrap() {
        anew.commit(plan, Lang::Hans, MONDAY_10).unwrap();
    }
    assert_eq!((anew.fresh(), device(&anew).restored), (memory.fresh(), device(&memory).restored));
    assert!(anew.plan_missing(&memory).unwrap().is_empty());
}

#[test]
fn only_who_types_the_device_and_knows_how_much_goes_may_empty_it() {
    let house = lived_in();
    let (device, events) = (house.device_id().to_string(), house.ledger().len() as u64);
    let not_typed = Trouble::DeviceRefused(DeviceRefusal::NotTyped { device: device.clone() });
    for typed in ["", " ", "yes", &device[..7], &format!("{device}{device}"), "清空"] {
        assert_eq!(house.check_emptying(typed, events), Err(not_typed.clone()), "{typed:?}");
    }
    let changed = Trouble::DeviceRefused(DeviceRefusal::Changed { events });
    assert_eq!(house.check_emptying(&device, events - 1), Err(changed));
    assert_eq!(house.check_emptying(&device, events), Ok(()));
    assert_eq!(house.check_emptying(&format!(" {} ", device.to_lowercase()), events), Ok(()));
    for command in [Command::EmptyDevice { typed: device, events }, Command::BackUp, Command::PreviewRestore] {
        assert!(house.plan(&command, MONDAY_10).is_err(), "that is the back office's");
    }
}
