//! A bundle's new tickets are packed while it is read, and show what they show when they come as lines.

use std::collections::BTreeMap;

use shouwen::exchange::{BundleReader, BundleWriter, DeviceKey, Limits};
use shouwen::house::{Gathering, House, Repacked, Scattered};
use shouwen::ledger::TicketId;
use shouwen::office::Lang;
use shouwen::protocol::{Filter, Query, Seen, Shelf};

use crate::house_kit::{MONDAY_10, at_kiosk, empty_house, house, later, register};

/// A bundle as a device writes it: its text.
fn text_of(house: &House) -> Vec<u8> {
    let parts = house.export(MONDAY_10);
    let (mut bytes, key) = (Vec::new(), DeviceKey::from_seed(&[1; 32]));
    let mut writer = BundleWriter::start(&parts.cover, parts.office.as_ref(), &key, &mut bytes).unwrap();
    for event in parts.events {
        writer.event(house.ledger().line(event).unwrap(), &mut bytes).unwrap();
    }
    writer.seal(&mut bytes).unwrap();
    bytes
}

/// Reads a bundle as the back office does, in pieces of any size.
fn gather(house: &House, text: &[u8], piece: usize) -> Result<(Gathering, Vec<String>, usize), Scattered> {
    let mut reader = BundleReader::new(Limits::default());
    let (mut gathering, mut segments, mut left) = (Gathering::default(), Vec::new(), 0);
    for piece in text.chunks(piece) {
        let mut scattered = Ok(());
        let take = |line, text: &str, event| match gathering.take(house.ledger(), line, text, event) {
            Ok(line) => left += usize::from(line.is_some_and(|line| !line.text.is_empty())),
            Err(error) => scattered = Err(error),
        };
        reader.push_each(piece, take).unwrap();
        scattered?;
        segments.extend(std::iter::from_fn(|| gathering.full_segment()));
    }
    segments.extend(gathering.last_segment());
    assert!(reader.finish().is_sound());
    Ok((gathering, segments, left))
}

fn repacked(house: &mut House, gathering: &Gathering, keys: &[u64]) -> Repacked {
    let mut tickets: Vec<_> = gathering.tickets().to_vec();
    assert!(
        house.ledger().is_empty()
            || house.repacked(&tickets.iter().collect::<Vec<_>>(), keys, gathering.rows()).is_err(),
        "what is here is left out"
    );
    // What is here is packed along.
    let packing = house.ledger().packing(&[]);
    let mut keys = keys.to_vec();
    for place in 0..packing.segments() {
        tickets.extend(house.ledger().write_segment(&packing, place, keys.len()).1);
        keys.push(1_000 + keys.len() as u64);
    }
    house.repacked(&tickets.iter().collect::<Vec<_>>(), &keys, gathering.rows()).unwrap()
}

/// What is shown of a house whose packed lines lie in `segments`.
fn shown(house: &mut House, segments: &BTreeMap<u64, String>, tickets: &[TicketId]) -> Vec<String> {
    let filter = Filter { shelf: Shelf::All, ..Filter::default() };
    let mut queries = vec![Query::Tickets { filter, offset: 0, limit: 50, whereabouts: None }];
    queries.extend(tickets.iter().map(|id| Query::Ticket { id: *id, by: Some("s01".into()) }));
    let mut answers = Vec::new();
    for query in queries {
        let answer = loop {
            let seen = house.see(&query, Lang::Hans, later(MONDAY_10, 90));
            let missed = house.missed();
            if missed.is_empty() {
                break seen.unwrap();
            }
            for (ticket, place) in missed {
                let text = &segments[&house.ledger().packed().segment_key(place.segment).unwrap()];
                let lines = text[place.start as usize..(place.start + place.bytes) as usize].to_owned();
                house.bring(ticket, &lines).unwrap();
            }
        };
        answers.push(format!("{answer:?}"));
    }
    answers
}

fn full(tickets: i64) -> (House, Vec<TicketId>) {
    let mut full = house(1);
    let register = |n| register(&mut full, at_kiosk("id-lost", &format!("n{n}")), later(MONDAY_10, n)).ticket;
    let ids = (0..tickets).map(register).collect();
    (full, ids)
}

#[test]
fn gathered_tickets_show_what_they_show_on_the_device_that_wrote_them() {
    let (mut one, ids) = full(12);
    let text = text_of(&one);
    let expected = shown(&mut one, &BTreeMap::new(), &ids);
    for piece in [97, 4_096, text.len()] {
        let mut two = house(2);
        let (gathering, texts, left) = gather(&two, &text, piece).unwrap();
        assert_eq!((gathering.len(), left, two.events()), (12, 0, 0));
        let keys: Vec<u64> = (0..texts.len() as u64).collect();
        let repacked = repacked(&mut two, &gathering, &keys);
        assert_eq!(two.events(), 0, "nothing counts before it is stored");
        assert!(gathering.is_new_to(&two));
        two.take_repacked(repacked);
        assert!(!gathering.is_new_to(&two));
        assert_eq!((two.events(), two.ledger().chain_faults()), (one.events(), Vec::new()));
        let segments = keys.into_iter().zip(texts).collect();
        assert_eq!(shown(&mut two, &segments, &ids), expected);
    }
}

#[test]
fn segments_are_cut_between_tickets() {
    let mut one = house(1);
    let long = "字".repeat(2_000);
    for n in 0..300 {
        let registration = at_kiosk("id-lost", &format!("n{n}"));
        register(
            &mut one,
            shouwen::protocol::Registration { details: long.clone(), ..registration },
            later(MONDAY_10, n),
        );
    }
    let two = empty_house(2);
    let (gathering, texts, _) = gather(&two, &text_of(&one), 30_000).unwrap();
    assert!(texts.len() > 1 && texts.iter().all(|text| text.ends_with('\n')));
    for entry in gathering.tickets() {
        let text = &texts[entry.place.segment as usize];
        let lines = &text[entry.place.start as usize..(entry.place.start + entry.place.bytes) as usize];
        let first = lines.lines().next().unwrap();
        assert_eq!(shouwen::ledger::EventId::of_line(first), entry.ticket());
        assert!(lines.lines().skip(1).all(|line| line.contains(&entry.ticket().to_string())));
    }
}

#[test]
fn what_adds_to_a_ticket_that_is_here_is_left_to_commits() {
    let (one, ids) = full(3);
    let mut two = house(2);
    let lines: Vec<String> = one.ledger().lines().map(str::to_owned).collect();
    let of_first = |line: &&String| line.contains(&ids[0].to_string());
    let registered = lines.iter().find(|line| shouwen::ledger::EventId::of_line(line) == ids[0]).unwrap();
    two.take_in(std::slice::from_ref(registered)).unwrap();
    let (gathering, _, left) = gather(&two, &text_of(&one), 500).unwrap();
    assert_eq!((gathering.len(), left), (2, lines.iter().filter(of_first).count()));
}

#[test]
fn events_that_do_not_come_ticket_by_ticket_are_noticed() {
    let (one, _) = full(3);
    let parts = one.export(MONDAY_10);
    let (mut bytes, key) = (Vec::new(), DeviceKey::from_seed(&[1; 32]));
    let mut writer = BundleWriter::start(&parts.cover, None, &key, &mut bytes).unwrap();
    let mut events = parts.events;
    events.rotate_left(1);
    for event in events {
        writer.event(one.ledger().line(event).unwrap(), &mut bytes).unwrap();
    }
    writer.seal(&mut bytes).unwrap();
    assert_eq!(gather(&empty_house(2), &bytes, 1_000).err(), Some(Scattered));
}

#[test]
fn a_list_of_gathered_tickets_is_a_list_of_all() {
    let (one, _) = full(5);
    let mut two = house(2);
    register(&mut two, at_kiosk("id-lost", "here"), MONDAY_10);
    let (gathering, texts, _) = gather(&two, &text_of(&one), 1_000).unwrap();
    let keys: Vec<u64> = (0..texts.len() as u64).collect();
    let repacked = repacked(&mut two, &gathering, &keys);
    two.take_repacked(repacked);
    let filter = Filter { shelf: Shelf::All, ..Filter::default() };
    let list = Query::Tickets { filter, offset: 0, limit: 50, whereabouts: None };
    let Ok(Seen::Tickets(list)) = two.see(&list, Lang::Hans, MONDAY_10) else { panic!("a list") };
    assert_eq!((list.total, list.rows.len()), (6, 6));
}
