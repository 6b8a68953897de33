//! What a person may do, and why not: refusals are values with data.

use shouwen::ledger::{
    Act, Choice, Closing, ConflictKind, CorrectedField, EventId, Hold, HoldRole, Receiver, Refusal, Standing,
    TextField, TransferState, offers,
};
use shouwen::rules::{Barred, DutyCode};

use crate::ledger_kit::{Device, START_MS, barring, decision, due, standing, to, usual_duties};

fn refusal(device: &mut Device, who: &str, ticket: EventId, act: &Act) -> Refusal {
    let before = device.ledger.len();
    let refusal = device.act(START_MS, &standing(who), ticket, act).unwrap_err();
    assert_eq!(device.ledger.len(), before);
    refusal
}

fn hand_on(department: &str) -> Act {
    Act::Transfer { to: to(department), reason: "属该科".to_owned() }
}

fn give_back(transfer: EventId) -> Act {
    Act::ReturnTransfer { transfer, reason: "不归本科".to_owned() }
}

fn answer(text: &str) -> Act {
    Act::Answer { text: text.to_owned() }
}

fn close(closing: Closing) -> Act {
    Act::Close { closing, note: String::new() }
}

fn done(duty: DutyCode) -> Act {
    Act::CompleteDuty { duty, note: String::new() }
}

#[test]
fn only_those_who_answer_for_a_ticket_act_on_it() {
    let mut device = Device::new(1);
    let id = device.register(START_MS);
    let who = vec![
        Hold { role: HoldRole::Owner, staff: Some("wang".into()), department: None },
        Hold { role: HoldRole::Handler, staff: None, department: Some("permits".into()) },
    ];
    for act in [hand_on("archive"), answer("好"), close(Closing::Withdrawn), done(DutyCode::Guide)] {
        assert_eq!(refusal(&mut device, "wu", id, &act), Refusal::NotAnswerable { who: who.clone() }, "{act:?}");
        assert!(device.act(START_MS, &Standing::visitor(), id, &act).is_err(), "{act:?}");
    }
    let mine =
        |who: &str, duty: DutyCode| offers(device.ticket(id), &standing(who)).contains(&Choice::CompleteDuty(duty));
    let table = [
        ("wang", DutyCode::Guide, true),
        ("wang", DutyCode::SettleInTime, false),
        ("li", DutyCode::SettleInTime, true),
        ("li", DutyCode::Guide, false),
        ("zhou", DutyCode::Guide, true),
        ("zhao", DutyCode::Guide, false),
        ("zheng", DutyCode::SettleInTime, true),
        ("wu", DutyCode::SettleInTime, false),
    ];
    for (who, duty, expected) in table {
        assert_eq!(mine(who, duty), expected, "{who} {duty}");
    }
}

#[test]
fn a_transfer_is_replied_to_once_by_those_who_got_it() {
    let mut device = Device::new(1);
    let id = device.register(START_MS);
    let transfer = device.does(START_MS, "wang", id, hand_on("permits"));
    assert_eq!(refusal(&mut device, "wang", id, &hand_on("archive")), Refusal::TransferWaiting { transfer });
    assert_eq!(refusal(&mut device, "wang", id, &close(Closing::Withdrawn)), Refusal::TransferWaiting { transfer });
    let accept = Act::AcceptTransfer { transfer };
    assert_eq!(refusal(&mut device, "wang", id, &accept), Refusal::NotReceiver { to: to("permits") });
    assert_eq!(refusal(&mut device, "zheng", id, &accept), Refusal::NotReceiver { to: to("permits") });
    device.does(START_MS, "li", id, accept.clone());
    let accepted = Refusal::NotWaiting { transfer, state: Some(TransferState::Accepted) };
    assert_eq!(refusal(&mut device, "sun", id, &accept), accepted);
    assert_eq!(refusal(&mut device, "sun", id, &give_back(transfer)), accepted);
    assert_eq!(refusal(&mut device, "li", id, &give_back(id)), Refusal::NotWaiting { transfer: id, state: None });
    let back_to_li = Act::Transfer {
        to: Receiver { department: "permits".into(), staff: Some("li".into()) },
        reason: "再转".to_owned(),
    };
    assert_eq!(refusal(&mut device, "wang", id, &back_to_li), Refusal::SameReceiver);
}

#[test]
fn a_named_person_or_their_head_replies() {
    let mut device = Device::new(1);
    for (who, may) in [("sun", true), ("zhou", true), ("li", false)] {
        let id = device.register(START_MS);
        let to = Receiver { department: "permits".into(), staff: Some("sun".into()) };
        let transfer = device.does(START_MS, "wang", id, Act::Transfer { to, reason: "专办".to_owned() });
        assert_eq!(device.act(START_MS, &standing(who), id, &Act::AcceptTransfer { transfer }).is_ok(), may, "{who}");
    }
}

#[test]
fn a_matter_is_given_back_twice_and_then_only_by_a_leader() {
    let mut device = Device::new(1);
    let id = device.register(START_MS);
    for (department, who) in [("permits", "li"), ("archive", "wu")] {
        let transfer = device.does(START_MS, "wang", id, hand_on(department));
        device.does(START_MS, who, id, give_back(transfer));
    }
    let transfer = device.does(START_MS, "wang", id, hand_on("permits"));
    assert_eq!(refusal(&mut device, "li", id, &give_back(transfer)), Refusal::BouncedOut { max: 2 });
    device.does(START_MS, "zheng", id, give_back(transfer));
}

#[test]
fn a_system_that_bars_passing_on_again_is_obeyed() {
    let mut device = Device::new(1);
    let barred = barring(Barred::Retransfer, decision("wang", usual_duties()));
    let id = device.register_with(START_MS, Some(barred));
    let first = device.does(START_MS, "wang", id, hand_on("archive"));
    device.does(START_MS, "wu", id, give_back(first));
    let second = device.does(START_MS, "wang", id, hand_on("permits"));
    device.does(START_MS, "li", id, Act::AcceptTransfer { transfer: second });
    let expected = Refusal::BarredByRules { barred: Barred::Retransfer, clause: "5.3".parse().unwrap() };
    assert_eq!(refusal(&mut device, "li", id, &hand_on("archive")), expected);
    assert!(!offers(device.ticket(id), &standing("li")).contains(&Choice::Transfer));
}

#[test]
fn a_matter_is_closed_when_its_obligatory_duties_are_done() {
    let mut device = Device::new(1);
    let id = device.register(START_MS);
    let codes = vec![
        DutyCode::Forward,
        DutyCode::Guide,
        DutyCode::Contact,
        DutyCode::ConfirmHandover,
        DutyCode::SettleInTime,
        DutyCode::Feedback,
    ];
    assert_eq!(refusal(&mut device, "wang", id, &close(Closing::Settled)), Refusal::DutiesOpen { codes });
    let ways = |device: &Device| -> Vec<Closing> {
        let offers = offers(device.ticket(id), &standing("wang"));
        offers
            .iter()
            .filter_map(|choice| if let Choice::Close(closing) = choice { Some(*closing) } else { None })
            .collect()
    };
    assert_eq!(ways(&device), [Closing::Withdrawn, Closing::Duplicate]);
    device.does(START_MS, "zheng", id, answer("办好了"));
    for code in [DutyCode::Forward, DutyCode::Contact, DutyCode::ConfirmHandover] {
        device.does(START_MS, "zheng", id, done(code));
    }
    assert_eq!(refusal(&mut device, "wang", id, &done(DutyCode::Guide)), Refusal::AlreadyDone);
    assert_eq!(
        refusal(&mut device, "wang", id, &done(DutyCode::Rectify)),
        Refusal::NoSuchDuty { duty: DutyCode::Rectify }
    );
    assert_eq!(ways(&device), Closing::ALL);
    device.does(START_MS, "wang", id, close(Closing::Settled));
    for act in [hand_on("permits"), answer("又"), close(Closing::Settled), Act::AcceptTransfer { transfer: id }] {
        assert_eq!(refusal(&mut device, "wang", id, &act), Refusal::NotOpen, "{act:?}");
    }
}

#[test]
fn words_are_needed_and_bounded() {
    let mut device = Device::new(1);
    let id = device.register(START_MS);
    let empty = |field| Refusal::EmptyReason { field };
    assert_eq!(refusal(&mut device, "wang", id, &answer(" \n")), empty(TextField::Text));
    let reasonless = Act::Transfer { to: to("permits"), reason: String::new() };
    assert_eq!(refusal(&mut device, "wang", id, &reasonless), empty(TextField::Reason));
    let nameless = |value: &str, reason: &str| Act::Correct {
        field: CorrectedField::Name,
        value: value.to_owned(),
        reason: reason.to_owned(),
    };
    assert_eq!(refusal(&mut device, "wang", id, &nameless("", "r")), empty(TextField::Value));
    assert_eq!(refusal(&mut device, "wang", id, &nameless("章三", "")), empty(TextField::Reason));
    assert_eq!(refusal(&mut device, "wang", id, &nameless(" 张三", "r")), Refusal::AlreadyDone);
    let long = "长".repeat(8 * 1024 / 3 + 1);
    let expected = Refusal::TooLong { field: TextField::Text, max_bytes: 8 * 1024 };
    assert_eq!(refusal(&mut device, "wang", id, &answer(&long)), expected);
    device.does(START_MS, "wang", id, answer(&"\u{1}".repeat(8 * 1024)));
}

#[test]
fn the_rest_is_refused_with_its_reason() {
    let mut device = Device::new(1);
    let id = device.register(START_MS);
    let extend = |days| Act::Extend { due: due(days), reason: "须外调".to_owned() };
    assert_eq!(refusal(&mut device, "wang", id, &extend(7)), Refusal::NotLater { than: due(7) });
    device.does(START_MS, "wang", id, extend(8));
    assert_eq!(refusal(&mut device, "wang", id, &extend(8)), Refusal::NotLater { than: due(8) });
    let ask = Act::FeedBack { satisfied: None, text: String::new() };
    assert_eq!(refusal(&mut device, "wang", id, &ask), Refusal::NotAnswered);
    assert_eq!(refusal(&mut device, "wang", id, &Act::Reopen { reason: "r".to_owned() }), Refusal::NotClosed);
    let settle = Act::SettleConflict { conflict: ConflictKind::Transfer, holds: id, reason: "r".to_owned() };
    assert_eq!(refusal(&mut device, "zheng", id, &settle), Refusal::NothingToSettle);
    let rate = |stars| Act::Rate { stars, text: String::new() };
    let mut as_visitor = |act: &Act| device.act(START_MS, &Standing::visitor(), id, act);
    assert_eq!(as_visitor(&rate(5)), Err(Refusal::NotAnswered));
    assert!(as_visitor(&Act::Urge { text: String::new() }).is_ok());
    device.does(START_MS, "wang", id, answer("好"));
    assert_eq!(refusal(&mut device, "wang", id, &rate(5)), Refusal::NotAnswerable { who: Vec::new() });
    let mut as_visitor = |act: &Act| device.act(START_MS, &Standing::visitor(), id, act);
    for stars in [0, 6] {
        assert_eq!(as_visitor(&rate(stars)), Err(Refusal::StarsOutOfRange { max: 5 }));
    }
    assert!(as_visitor(&rate(1)).is_ok());
    assert_eq!(as_visitor(&rate(5)), Err(Refusal::AlreadyDone));
}

#[test]
fn refusals_travel_as_json() {
    let check = |refusal: &Refusal, expected: &str| {
        let json = serde_json::to_string(refusal).unwrap();
        assert_eq!(json, expected);
        assert_eq!(serde_json::from_str::<Refusal>(&json).unwrap(), *refusal);
    };
    check(&Refusal::NotOpen, r#""not_open""#);
    check(&Refusal::DutiesOpen { codes: vec![DutyCode::Guide] }, r#"{"duties_open":{"codes":["guide"]}}"#);
    let barred = Refusal::BarredByRules { barred: Barred::Retransfer, clause: "5.3".parse().unwrap() };
    check(&barred, r#"{"barred_by_rules":{"barred":"retransfer","clause":"5.3"}}"#);
}
