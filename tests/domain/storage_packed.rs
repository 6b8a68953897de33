//! A device that packs what has gathered shows what one shows that never packs.

use shouwen::house::{Moment, Papers, Tables};
use shouwen::ledger::finding::{Bearing, FindingKey, Judgement, Plea};
use shouwen::ledger::packed::TablesError;
use shouwen::ledger::{Act, Closing, TicketId};
use shouwen::office::Lang;
use shouwen::protocol::{Command, Done, Filter, FindingsView, Query, Seen, Shelf};
use shouwen::storage::meta::PLAIN;
use shouwen::storage::{Header, Key, Part, Repacked, Store, Value, empty, none_plain, pack, plain_of_json};

use crate::house_kit::{EXAMPLE, MONDAY_10, at_kiosk, house, later};
use crate::storage_disk::{Behind, Disk, Tab, read_whole};

/// Monday a month later: limits have passed.
const A_MONTH_LATER: Moment = Moment { now_ms: MONDAY_10.now_ms + 30 * 86_400_000 };

fn with_office(seed: u8) -> Tab {
    let mut tab = Tab::open(&Disk::default(), seed);
    tab.run(&Command::LoadOffice { json: EXAMPLE.to_owned() }, MONDAY_10).unwrap();
    tab
}

fn register(tab: &mut Tab, nonce: &str, moment: Moment) -> (TicketId, String) {
    match tab.run(&Command::Register(Box::new(at_kiosk("id-lost", nonce))), moment).unwrap() {
        Done::Acknowledged(view) => (view.ticket, view.number),
        other => panic!("expected an acknowledgement, found {other:?}"),
    }
}

fn act(tab: &mut Tab, ticket: TicketId, act: Act, moment: Moment) {
    tab.run(&Command::Act { ticket, by: "s01".into(), act }, moment).unwrap();
}

fn findings(tab: &mut Tab, moment: Moment) -> FindingsView {
    match tab.see(&Query::Findings { by: "s01".into(), offset: 0, limit: 50 }, moment).unwrap() {
        Seen::Findings(view) => view,
        other => panic!("expected findings, found {other:?}"),
    }
}

/// Everything that is shown of these tickets, as text.
fn shown(tab: &mut Tab, tickets: &[(TicketId, String)], moment: Moment) -> String {
    let all = Filter { shelf: Shelf::All, ..Filter::default() };
    let list = Query::Tickets { filter: all, offset: 0, limit: 50, whereabouts: None };
    let mut queries = vec![Query::Status, Query::Findings { by: "s01".into(), offset: 0, limit: 50 }, list];
    for (id, number) in tickets {
        queries.push(Query::Ticket { id: *id, by: Some("s05".into()) });
        queries.push(Query::Progress { number: number.clone(), phone_ending: "1234".to_owned() });
    }
    let shown: Vec<String> = queries.iter().map(|query| format!("{:?}", tab.see(query, moment))).collect();
    shown.join("\n")
}

#[test]
fn packing_at_any_place_changes_nothing_that_is_shown() {
    let texts: Vec<String> = [0, 1, 2, 3]
        .map(|every| {
            let mut tab = with_office(1);
            let mut tickets = Vec::new();
            for step in 0..12_i64 {
                let moment = later(MONDAY_10, step);
                match step {
                    0..6 => tickets.push(register(&mut tab, &format!("n{step}"), moment)),
                    6 => act(&mut tab, tickets[0].0, Act::Answer { text: "可以办理".to_owned() }, moment),
                    7 => act(&mut tab, tickets[0].0, Act::Urge { text: "快".to_owned() }, moment),
                    8 => act(
                        &mut tab,
                        tickets[1].0,
                        Act::Close { closing: Closing::Withdrawn, note: String::new() },
                        moment,
                    ),
                    9 => drop(
                        tab.run(
                            &Command::Rate { number: tickets[0].1.clone(), phone_ending: "1234".to_owned(), stars: 4 },
                            moment,
                        )
                        .unwrap(),
                    ),
                    _ => act(&mut tab, tickets[3].0, Act::Urge { text: "快".to_owned() }, moment),
                }
                if every > 0 && step % every == 0 {
                    tab.pack().unwrap();
                    tab = Tab::open(&tab.disk, 1);
                }
            }
            assert_eq!(register(&mut tab, "n2", later(MONDAY_10, 20)), tickets[2], "a form counts once");
            let mut again = Tab::open(&tab.disk, 1);
            let text = shown(&mut tab, &tickets, A_MONTH_LATER);
            assert_eq!(text, shown(&mut again, &tickets, A_MONTH_LATER));
            assert!(findings(&mut again, A_MONTH_LATER).total > 0);
            text
        })
        .to_vec();
    for (every, text) in texts.iter().enumerate() {
        assert_eq!(text, &texts[0], "packed every {every} steps");
    }
}

#[test]
fn of_a_packed_ticket_only_its_own_lines_are_brought() {
    let mut tab = with_office(1);
    let tickets: Vec<_> = (0..5).map(|n| register(&mut tab, &format!("n{n}"), later(MONDAY_10, n))).collect();
    tab.pack().unwrap();
    assert_eq!(tab.house.ledger().lines().count(), 0);
    act(&mut tab, tickets[2].0, Act::Urge { text: "快".to_owned() }, later(MONDAY_10, 9));
    let here: Vec<TicketId> = tab.house.ledger().tickets().map(|ticket| ticket.id).collect();
    assert_eq!(here, [tickets[2].0]);
    assert!(Tab::open(&tab.disk, 1).house.missed().is_empty(), "a start needs no packed line");
}

#[test]
fn what_was_said_to_findings_counts_wherever_it_lies() {
    let mut tab = with_office(1);
    let tickets: Vec<_> = (0..3).map(|n| register(&mut tab, &format!("n{n}"), later(MONDAY_10, n))).collect();
    let open = findings(&mut tab, A_MONTH_LATER);
    let first = open.rows.iter().find(|row| row.may_decide).unwrap();
    let (ticket, finding): (TicketId, FindingKey) = (first.ticket, first.key.clone());
    tab.pack().unwrap();
    let plea =
        Plea { bearing: Bearing::default(), judgement: Judgement::Upheld(Vec::new()), reason: "属实".to_owned() };
    let decide = Command::DecideFinding { ticket, finding, by: "s01".into(), plea };
    tab.run(&decide, A_MONTH_LATER).unwrap();
    let here = shown(&mut tab, &tickets, A_MONTH_LATER);
    tab.pack().unwrap();
    assert_eq!(shown(&mut tab, &tickets, A_MONTH_LATER), here);
    assert_eq!(findings(&mut tab, A_MONTH_LATER).open + 1, open.open);
    assert!(findings(&mut tab, A_MONTH_LATER).rows.iter().any(|row| row.proposal.earlier > 0));
}

#[test]
fn a_tab_that_did_not_know_of_the_packing_is_behind_and_then_goes_on() {
    let mut one = with_office(1);
    let ticket = register(&mut one, "n1", MONDAY_10);
    let mut other = Tab::open(&one.disk, 1);
    one.pack().unwrap();
    assert_eq!(other.pack(), Err(Behind), "it has packed lines that are packed already");
    register(&mut other, "n2", later(MONDAY_10, 1));
    act(&mut other, ticket.0, Act::Urge { text: "快".to_owned() }, later(MONDAY_10, 2));
    one.catch_up();
    let both = [ticket];
    assert_eq!(shown(&mut one, &both, A_MONTH_LATER), shown(&mut other, &both, A_MONTH_LATER));
    assert_eq!(one.house.ledger().chain_faults(), []);
    let status = |tab: &mut Tab| match tab.see(&Query::Status, MONDAY_10) {
        Ok(Seen::Status(status)) => (status.tickets, status.events, status.fresh),
        other => panic!("expected a status, found {other:?}"),
    };
    assert_eq!(status(&mut one).0, 2);
    assert_eq!(status(&mut one), status(&mut Tab::open(&one.disk, 1)));
}

#[test]
fn a_packing_that_was_overtaken_leaves_everything_as_it_was() {
    let mut one = with_office(1);
    register(&mut one, "n1", MONDAY_10);
    let mut other = Tab::open(&one.disk, 1);
    register(&mut other, "n2", later(MONDAY_10, 1));
    let before = one.disk.header();
    assert_eq!(one.pack(), Err(Behind));
    assert_eq!(one.disk.header(), before);
    one.catch_up();
    one.pack().unwrap();
    assert_eq!(Tab::open(&one.disk, 1).house.events(), one.house.events());
}

#[test]
fn what_another_tab_stores_while_everything_is_packed_stays_beside() {
    let mut one = with_office(1);
    let packed = register(&mut one, "n1", MONDAY_10);
    let mut other = Tab::open(&one.disk, 1);
    let mut tickets = vec![packed.clone()];
    one.pack_beside(|| {
        tickets.push(register(&mut other, "n2", later(MONDAY_10, 1)));
        act(&mut other, packed.0, Act::Urge { text: "快些".to_owned() }, later(MONDAY_10, 2));
    });
    tickets.push(register(&mut one, "n3", later(MONDAY_10, 3)));
    other.catch_up();
    let mut opened = Tab::open(&one.disk, 1);
    opened.bring();
    let seen = shown(&mut one, &tickets, later(MONDAY_10, 4));
    assert_eq!(shown(&mut other, &tickets, later(MONDAY_10, 4)), seen);
    assert_eq!(shown(&mut opened, &tickets, later(MONDAY_10, 4)), seen);
    assert!(seen.contains("快些"), "{seen}");
    for tab in [&one, &other, &opened] {
        assert_eq!(tab.house.ledger().chain_faults(), []);
        assert_eq!(tab.house.events(), one.house.events());
    }
    one.pack().unwrap();
    assert_eq!(shown(&mut one, &tickets, later(MONDAY_10, 4)), seen);
}

#[test]
fn a_ticket_that_changes_while_it_is_packed_counts_once() {
    let mut tab = with_office(1);
    let ticket = register(&mut tab, "n1", MONDAY_10);
    let ledger = tab.house.ledger();
    let (_, mut tickets) = ledger.write_segment(&ledger.packing(&[]), 0, 0);
    act(&mut tab, ticket.0, Act::Urge { text: "快".to_owned() }, later(MONDAY_10, 1));
    let ledger = tab.house.ledger();
    tickets.extend(ledger.write_segment(&ledger.packing(&tickets), 0, 1).1);
    assert_eq!(tickets.len(), 2);
    let repacked = tab.house.repacked(&tickets.iter().collect::<Vec<_>>(), &[1, 2], &[]).unwrap();
    tab.house.take_repacked(repacked);
    assert_eq!(tab.house.export(MONDAY_10).cover.contents.tickets, 1);
    assert_eq!(tab.house.ledger().packed_away().len(), 1);
}

#[test]
fn a_packed_commit_is_emptied_and_never_removed() {
    let mut tab = with_office(1);
    (0..4).for_each(|n| drop(register(&mut tab, &format!("n{n}"), later(MONDAY_10, n))));
    tab.pack().unwrap();
    let records = tab.disk.records();
    let commits: Vec<_> = records.iter().filter(|((store, _), _)| *store == Store::Events).collect();
    assert_eq!(commits.len(), 6);
    assert!(commits.iter().all(|(_, value)| **value == Value::Text(String::new())));
    let tables = |disk: &Disk| disk.records().keys().filter(|(store, _)| *store == Store::Tables).count();
    let first = tables(&tab.disk);
    assert!(first > 6);
    register(&mut tab, "n9", later(MONDAY_10, 9));
    tab.pack().unwrap();
    assert_eq!(tables(&tab.disk), first, "the tables before are taken away");
}

#[test]
fn which_segments_are_not_compressed_is_known_import_by_import() {
    let tab = with_office(1);
    let plain = |disk: &Disk| -> Vec<Vec<u64>> {
        let is_plain = |key: &Key| matches!(key, Key::Name(name) if name.starts_with(PLAIN));
        let of_json = |value| match value {
            Value::Text(json) => plain_of_json(&json).unwrap(),
            Value::Bytes(bytes) => panic!("{bytes:?} is no text"),
        };
        disk.records().into_iter().filter(|((_, key), _)| is_plain(key)).map(|(_, value)| of_json(value)).collect()
    };
    for (number, keys) in [(2, &[70, 71, 72][..]), (3, &[]), (4, &[90])] {
        let none = Header::default();
        let (packing, _) = pack(Repacked { laid: &none, before: &none, number, beside: &[], plain: keys });
        tab.disk.carry_out(packing).unwrap();
    }
    assert_eq!(plain(&tab.disk), [vec![70, 71, 72], vec![90]]);
    tab.disk.carry_out(none_plain(format!("{PLAIN}70"))).unwrap();
    assert_eq!(plain(&tab.disk), [[90]]);
    tab.disk.empty(empty(4, 4, &[2; 32])).unwrap();
    assert!(plain(&tab.disk).is_empty(), "an emptied device has no segments");
}

#[test]
fn a_damaged_table_is_noticed() {
    let mut tab = with_office(1);
    register(&mut tab, "n1", MONDAY_10);
    tab.pack().unwrap();
    let header = tab.disk.header();
    for ((store, key), value) in tab.disk.records() {
        let (Store::Tables, Key::Name(name), Value::Bytes(mut bytes)) = (store, key.clone(), value) else { continue };
        let Some(byte) = bytes.last_mut() else { continue };
        *byte ^= 1;
        let disk = Disk::default();
        disk.damage(store, key, Value::Bytes(bytes));
        let (_, table) = name.split_once('/').unwrap();
        let read = |asked: &str| match disk.records().into_values().next() {
            Some(Value::Bytes(bytes)) if asked == table => Some(bytes),
            _ => tab.disk.records().into_iter().find_map(|((_, key), value)| match (key, value) {
                (Key::Name(name), Value::Bytes(bytes)) if name.ends_with(&format!("/{asked}")) => Some(bytes),
                _ => None,
            }),
        };
        match header.open(Part::Whole, |asked| read(asked).map(|bytes| read_whole(asked, bytes))) {
            Err(_) => assert!(!Header::is_of_rows(table), "{name}"),
            Ok(tables) => assert!(!house(1).keep_lists_of(tables.rows), "{name}"),
        }
    }
}

#[test]
fn lists_the_office_and_its_people_are_shown_before_the_ledger_is_there() {
    let mut tab = with_office(1);
    let (one, _) = register(&mut tab, "n1", MONDAY_10);
    register(&mut tab, "n2", later(MONDAY_10, 1));
    tab.pack().unwrap();
    act(&mut tab, one, Act::Urge { text: "请快一点".to_owned() }, later(MONDAY_10, 2));
    register(&mut tab, "n3", later(MONDAY_10, 3));
    let mut early = Tab::open_on_lists(&tab.disk, 1);
    let list = |filter| Query::Tickets { filter, offset: 0, limit: 50, whereabouts: Some(one) };
    let of_one = Filter { person: Some("s01".into()), words: "补换".to_owned(), ..Filter::default() };
    let all = Filter { shelf: Shelf::All, ..Filter::default() };
    let queries = [Query::Office, Query::People, Query::Departments, list(all), list(of_one)];
    let show = |tab: &mut Tab| format!("{:?}", queries.each_ref().map(|query| tab.see(query, A_MONTH_LATER).unwrap()));
    assert!(queries.iter().all(Query::rests_on_lists));
    assert!(matches!(early.see(&queries[3], A_MONTH_LATER), Ok(Seen::Tickets(view)) if view.total == 3));
    assert_eq!(show(&mut early), show(&mut tab));
    early.bring_packed();
    assert_eq!(show(&mut early), show(&mut tab));
    assert_eq!(early.house.events(), tab.house.events());
    assert_eq!(early.house.ledger().chain_faults(), []);
}

#[test]
fn tables_of_lists_that_are_gone_are_missed() {
    let mut tab = with_office(1);
    register(&mut tab, "n1", MONDAY_10);
    tab.pack().unwrap();
    let opened = tab.disk.header().open(Part::Rows, |_| None);
    assert_eq!(opened.unwrap_err(), TablesError::Missing("rows"));
}

#[test]
fn rows_that_cannot_be_read_change_nothing() {
    let mut one = with_office(1);
    register(&mut one, "n1", MONDAY_10);
    let mut other = Tab::open(&one.disk, 1);
    one.pack().unwrap();
    let packed = one.house.ledger().packed().clone();
    assert!(!packed.is_empty());
    let (before, events) = (other.house.ledger().lines().count(), other.house.events());
    let damaged = Tables { packed, rows: vec![b"nonsense".to_vec()] };
    assert_eq!(other.house.catch_up_packed(damaged, &[], Papers::default()), Ok(false));
    assert_eq!((other.house.ledger().lines().count(), other.house.events()), (before, events));
    assert!(other.house.ledger().packed().is_empty(), "and its lines are still here");
}

#[test]
fn an_export_finds_packed_lines_also_after_the_tables_were_made_anew() {
    let mut one = with_office(1);
    register(&mut one, "n1", MONDAY_10);
    one.pack().unwrap();
    let packed = one.disk.segment_lines();
    let parts = one.house.export(MONDAY_10);
    register(&mut one, "n2", later(MONDAY_10, 1));
    // Everything was read as lines and packed anew, so that places count other segments.
    assert_eq!(one.house.catch_up_packed(Tables::default(), &packed, Papers::default()), Ok(true));
    one.pack().unwrap();
    assert_ne!(one.house.ledger().packed().segment_keys(), parts.segments);
    let texts = parts.packed.iter().map(|(place, _)| one.text_at(parts.segments[place.segment as usize], *place));
    let lines: Vec<String> = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    assert_eq!(lines, packed);
}

#[test]
fn packed_lines_that_are_taken_back_can_be_given_to_another_database() {
    let mut lost = with_office(1);
    register(&mut lost, "n1", MONDAY_10);
    lost.pack().unwrap();
    register(&mut lost, "n2", later(MONDAY_10, 1));
    let packed: Vec<String> = lost.disk.segment_lines();
    lost.house.take_in(&packed).unwrap();
    let mut anew = with_office(1);
    register(&mut anew, "n3", later(MONDAY_10, 2));
    let before = anew.house.events();
    for plan in anew.house.plan_missing(&lost.house).unwrap() {
        anew.house.count(plan).unwrap();
    }
    assert_eq!(anew.house.events(), before + lost.house.events());
}

#[test]
fn a_bundle_that_adds_to_packed_tickets_is_taken_in_whole() {
    use shouwen::exchange::{BundleReader, BundleWriter, DeviceKey, Limits};
    let mut one = with_office(1);
    let ticket = register(&mut one, "n1", MONDAY_10);
    let bundle = |tab: &Tab, seed: u8| {
        let parts = tab.house.export(MONDAY_10);
        let (mut bytes, key) = (Vec::new(), DeviceKey::from_seed(&[seed; 32]));
        let mut writer = BundleWriter::start(&parts.cover, parts.office.as_ref(), &key, &mut bytes).unwrap();
        parts
            .events
            .iter()
            .for_each(|event| writer.event(tab.house.ledger().line(*event).unwrap(), &mut bytes).unwrap());
        writer.seal(&mut bytes).unwrap();
        let mut reader = BundleReader::new(Limits::default());
        reader.push(&bytes).unwrap();
        reader.finish()
    };
    let mut two = with_office(2);
    for plan in two.house.plan_import(&bundle(&one, 1), false).unwrap() {
        two.house.commit(plan, Lang::Hans, MONDAY_10).unwrap();
    }
    act(&mut two, ticket.0, Act::Urge { text: "快".to_owned() }, later(MONDAY_10, 5));
    one.pack().unwrap();
    let back = bundle(&two, 2);
    let preview = one.house.preview(&back, 1, "a");
    assert_eq!((preview.new_tickets, preview.changed_tickets, preview.new_events), (0, 1, 1));
    assert!(one.house.missed().is_empty(), "a preview needs no packed line");
    let unready = one.house.plan_import(&back, false).unwrap();
    assert_eq!(unready.len(), 1);
    assert!(one.bring(), "its lines are missed");
    for plan in one.house.plan_import(&back, false).unwrap() {
        one.house.commit(plan, Lang::Hans, MONDAY_10).unwrap();
    }
    assert_eq!(one.house.missed(), []);
    let query = Query::Ticket { id: ticket.0, by: None };
    assert_eq!(format!("{:?}", one.see(&query, MONDAY_10)), format!("{:?}", two.see(&query, MONDAY_10)));
}
