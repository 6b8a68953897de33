//! The event's line: what it says, what it refuses, and that a newer version's acts survive.

use serde_json::{Value, json};
use shouwen::ledger::{Clock, DeviceId, Event, EventError, EventId, Fact, Inserted, Ledger, Stamp};
use shouwen::rules::DutyCode;

use crate::ledger_kit::{DAY_MS, Device, START_MS, seen};

/// The line of a registration and of a further act on the ticket.
fn two_lines() -> (String, String) {
    let mut device = Device::new(1);
    let ticket = device.register_with(START_MS, None);
    device.assert(START_MS + 1, "wang", ticket, Fact::Answered { text: "可以办理".to_owned() });
    let lines: Vec<&str> = device.ledger.lines().collect();
    (lines[0].to_owned(), lines[1].to_owned())
}

fn changed(line: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut json: Value = serde_json::from_str(line).unwrap();
    change(&mut json);
    json.to_string()
}

#[test]
fn a_line_has_the_documented_fields_in_their_order() {
    let (first, second) = two_lines();
    let device = Device::new(1).id();
    let start = format!(
        r#"{{"device":"{device}","seq":1,"at":{START_MS},"by":"visitor","fact":{{"registered":{{"number":"XQZW-"#
    );
    assert!(first.starts_with(&start), "{first}");
    let id = EventId::of_line(&first);
    let at = START_MS + 1;
    let expected = format!(
        r#"{{"device":"{device}","seq":2,"at":{at},"by":{{"staff":"wang"}},"ticket":"{id}","prev":"{id}","after":["{id}"],"fact":{{"answered":{{"text":"可以办理"}}}}}}"#
    );
    assert_eq!(second, expected);
    assert_eq!(Event::from_line(&second).unwrap().to_line().unwrap(), second);
}

#[test]
fn an_id_is_the_start_of_the_lines_sha_256() {
    // printf '%s' '首问' | sha256sum
    assert_eq!(EventId::of_line("首问").to_string(), "17c5497d08be7fe2d5897634a26744a7");
    assert_eq!("17c5497d08be7fe2d5897634a26744a7".parse(), Ok(EventId::of_line("首问")));
    for wrong in [
        "",
        "17",
        "17C5497D08BE7FE2D5897634A26744A7",
        "g7c5497d08be7fe2d5897634a26744a7",
        "17c5497d08be7fe2d5897634a26744a7f",
    ] {
        assert!(wrong.parse::<EventId>().is_err(), "{wrong}");
    }
}

#[test]
fn a_device_is_named_by_its_key() {
    // head -c 32 /dev/zero | sha256sum starts with 66687aadf8, which is 01100 11001 10100 00111 10101 01011 01111 11000.
    assert_eq!(DeviceId::from_public_key(&[0; 32]).as_str(), "CSM7NBFR");
    assert!("CSM7NBFR".parse::<DeviceId>().is_ok());
    for wrong in ["", "CSM7NBF", "CSM7NBFRR", "csm7nbfr", "CSM7NBFU"] {
        assert!(wrong.parse::<DeviceId>().is_err(), "{wrong}");
    }
}

#[test]
fn a_wrong_line_says_what_and_where() {
    let (first, second) = two_lines();
    let check = |line: &str, expected: &str| {
        assert_eq!(Event::from_line(line).unwrap_err().to_string(), expected, "{line}");
        assert_eq!(Ledger::new().insert(line).unwrap_err().to_string(), expected, "{line}");
    };
    check("", "not JSON in column 1: EOF while parsing a value");
    check(r#"{"device":"#, "not JSON in column 10: EOF while parsing a value");
    check("[]", "not an event in column 1: an event starts with `{`");
    check(&format!(" {second}"), "not an event in column 1: an event starts with `{`");
    check(&format!("{second}{second}"), &format!("not JSON in column {}: trailing characters", second.len() + 1));
    check(r#"{"seq":1}"#, "not an event in column 9: missing field `device`");
    check(&second.replace("\"by\"", "\n\"by\""), "the line breaks in column 49; an event is one line");
    check(&second.replace(&format!("{}", START_MS + 1), "1"), "the time 1 is not between the years 2000 and 2100");
    check(&second.replace("\"seq\":2", "\"seq\":1"), "event 1 of its device names one before it");
    check(&first.replace("\"seq\":1", "\"seq\":2"), "event 2 of its device names none before it");
    check(&second.replace("\"seq\":2", "\"seq\":0"), "0 is no place in a chain; they are counted from 1");
    check(&changed(&second, |json| json["ticket"] = Value::Null), "`answered` must name its ticket");
    let ticket = EventId::of_line(&first).to_string();
    check(&changed(&first, |json| json["ticket"] = json!(ticket)), "`registered` starts a ticket and names none");
    for fact in
        [json!({}), json!([]), json!(1), json!({"answered": {}, "closed": {}}), json!({"": 1}), json!("x".repeat(65))]
    {
        let line = changed(&second, |json| json["fact"] = fact.clone());
        assert!(matches!(Event::from_line(&line), Err(EventError::NotAnEvent { .. })), "{line}");
        assert_eq!(Ledger::new().insert(&line).err(), Event::from_line(&line).err(), "{line}");
    }
}

#[test]
fn a_line_is_bounded_in_length_and_depth() {
    let (_, second) = two_lines();
    let with_text = |text: &str| changed(&second, |json| json["fact"]["answered"]["text"] = json!(text));
    assert!(Event::from_line(&with_text(&"\u{1}".repeat(Event::TEXT_MAX_BYTES))).is_ok());
    let long = with_text(&"x".repeat(Event::TEXT_MAX_BYTES + 1));
    assert!(matches!(Event::from_line(&long), Err(EventError::TextTooLong { max_bytes: Event::TEXT_MAX_BYTES, .. })));
    let event = Event {
        fact: Fact::Answered { text: "x".repeat(Event::TEXT_MAX_BYTES + 1) },
        ..Event::from_line(&second).unwrap()
    };
    assert!(matches!(event.to_line(), Err(EventError::TextTooLong { .. })));
    let huge = changed(&second, |json| json["newer"] = json!(vec!["x".repeat(8_000); 9]));
    assert!(matches!(Event::from_line(&huge), Err(EventError::TooLong { .. })));
    let deep = second.replace(
        "{\"answered\":{\"text\":\"可以办理\"}}",
        &format!("{{\"later\":{}{}}}", "[".repeat(20_000), "]".repeat(20_000)),
    );
    assert!(matches!(Event::from_line(&deep).unwrap().fact, Fact::Unknown { .. }));
    let deep = second.replace("{\"answered\"", &format!("{}{{\"answered\"", "[".repeat(20_000)));
    assert!(matches!(Event::from_line(&deep), Err(EventError::NotJson { .. })));
}

#[test]
fn an_act_of_a_newer_version_is_kept_shown_and_passed_on() {
    let (first, second) = two_lines();
    let newer = [
        changed(&second, |json| json["fact"] = json!({"finding_raised": {"clause": "6.1", "words": "…"}})),
        changed(&second, |json| json["fact"] = json!({"duty_done": {"duty": "a_duty_of_2040"}})),
        changed(&second, |json| json["fact"] = json!("archived")),
    ];
    let kinds = ["finding_raised", "duty_done", "archived"];
    for (line, kind) in newer.iter().zip(kinds) {
        let mut ledger = Ledger::new();
        assert_eq!(ledger.extend([&first, line]), []);
        let ticket = ledger.ticket(EventId::of_line(&first)).unwrap();
        assert_eq!(ticket.unknown_acts, 1);
        assert_eq!(ticket.frontier, [EventId::of_line(line)]);
        assert_eq!(ledger.history(ticket.id)[1].1.fact.kind(), kind);
        assert!(ledger.lines().any(|kept| kept == line));
        assert!(ledger.event(EventId::of_line(line)).unwrap().to_line().is_err());
        let mut other = Ledger::new();
        other.merge(&ledger);
        assert_eq!(seen(&other), seen(&ledger));
    }
}

#[test]
fn fields_that_a_newer_version_adds_do_not_hinder() {
    let (first, second) = two_lines();
    let line = changed(&second, |json| {
        json["place"] = json!("hall");
        json["fact"]["answered"]["tone"] = json!("kind");
    });
    let event = Event::from_line(&line).unwrap();
    assert_eq!(event.fact, Fact::Answered { text: "可以办理".to_owned() });
    let mut ledger = Ledger::new();
    assert_eq!(ledger.extend([&first, &line]), []);
    assert_eq!(ledger.line(EventId::of_line(&line)), Some(line.as_str()));
}

#[test]
fn a_thousand_acts_that_knew_nothing_of_each_other_do_not_freeze_a_ticket() {
    let mut device = Device::new(1);
    let ticket = device.register_with(START_MS, None);
    let strangers = (0..2_000_u32).map(|seed| {
        let mut key = [7; 32];
        key[..4].copy_from_slice(&seed.to_le_bytes());
        let (device, fact) = (DeviceId::from_public_key(&key), Fact::Urged { text: "急".to_owned() });
        let by = shouwen::ledger::By::Visitor;
        Event { device, seq: 1, at_ms: START_MS, tick: 0, by, ticket: Some(ticket), prev: None, after: vec![], fact }
    });
    let lines: Vec<String> = strangers.map(|event| event.to_line().unwrap()).collect();
    assert_eq!(device.ledger.extend(&lines), []);
    assert_eq!((device.ticket(ticket).urges.len(), device.ticket(ticket).frontier.len()), (2_000, 2_000));
    let answered = device.assert(START_MS, "li", ticket, Fact::Answered { text: "可以办理".to_owned() });
    assert_eq!(device.ticket(ticket).answer.as_ref().unwrap().mark.event, answered);
    assert_eq!(device.ticket(ticket).frontier.len(), 2_000 - 64 + 1);
}

#[test]
fn an_act_without_a_ticket_that_this_version_does_not_know_is_kept() {
    let (first, second) = two_lines();
    let line = changed(&second, |json| {
        json["ticket"] = Value::Null;
        json["fact"] = json!({"office_published": {"version": 2}});
    });
    let mut ledger = Ledger::new();
    assert_eq!(ledger.extend([&line, &first]), []);
    assert_eq!((ledger.len(), ledger.tickets().count(), ledger.orphans()), (2, 1, 0));
}

#[test]
fn acts_wait_visibly_for_the_registration_of_their_ticket() {
    let (first, second) = two_lines();
    let mut ledger = Ledger::new();
    let id = EventId::of_line(&first);
    assert_eq!(ledger.insert(&second), Ok(Inserted::New(EventId::of_line(&second))));
    assert_eq!((ledger.orphans(), ledger.ticket(id)), (1, None));
    assert_eq!(ledger.history(id).len(), 1);
    assert_eq!(ledger.insert(&first), Ok(Inserted::New(id)));
    assert_eq!(ledger.orphans(), 0);
    assert_eq!(ledger.ticket(id).unwrap().answer.as_ref().unwrap().text, "可以办理");
    assert_eq!(ledger.insert(&first), Ok(Inserted::Known(id)));
}

#[test]
fn a_line_that_is_no_event_leaves_the_others_alone() {
    let (first, second) = two_lines();
    let mut ledger = Ledger::new();
    let problems = ledger.extend([first.as_str(), "nonsense", second.as_str()]);
    assert_eq!(problems.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [1]);
    assert_eq!(ledger.len(), 2);
}

#[test]
fn a_clock_grows_and_follows_others_by_a_day_at_most() {
    let mut clock = Clock::default();
    let stamp = |at_ms, tick| Stamp { at_ms, tick };
    assert_eq!(clock.tick(START_MS), stamp(START_MS, 0));
    assert_eq!(clock.tick(START_MS), stamp(START_MS, 1));
    assert_eq!(clock.tick(START_MS - DAY_MS), stamp(START_MS, 2));
    clock.observe(stamp(START_MS + DAY_MS, 7), START_MS);
    assert_eq!(clock.tick(START_MS), stamp(START_MS + DAY_MS, 8));
    clock.observe(stamp(START_MS + DAY_MS + 2, 0), START_MS + 1);
    assert_eq!(clock.tick(START_MS + 1), stamp(START_MS + DAY_MS, 9));
    clock.observe(stamp(START_MS + DAY_MS, u32::MAX), START_MS);
    assert_eq!(clock.tick(START_MS), stamp(START_MS + DAY_MS + 1, 0));
    assert_eq!(Clock::default().tick(0).at_ms, Stamp::MIN_MS);
}

#[test]
fn one_device_with_a_wrong_date_does_not_drag_the_others_along() {
    let mut ahead = Device::new(1);
    let mut desk = Device::new(2);
    let year_ms = 365 * DAY_MS;
    let ticket = ahead.register(START_MS + year_ms);
    desk.hears(&ahead);
    desk.assert(START_MS, "wang", ticket, Fact::DutyDone { duty: DutyCode::Track, note: String::new() });
    let history = desk.ledger.history(ticket);
    let times: Vec<i64> = history.iter().map(|(_, event)| event.at_ms - START_MS).collect();
    // What was known comes first, whatever the clocks say.
    assert_eq!(times, [year_ms, year_ms, 0]);
    assert_eq!(desk.ticket(ticket).conflicts, []);
    // The date put right, the device goes on from the right time.
    let later = ahead.register(START_MS + DAY_MS);
    assert_eq!(ahead.ticket(later).registered.at_ms, START_MS + DAY_MS);
    assert_eq!(ahead.ledger.chain_faults(), []);
}
