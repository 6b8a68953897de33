//! A ticket's way from the kiosk to its end, and who answers for it meanwhile.

use shouwen::ledger::{Act, Closing, CorrectedField, DutyState, EventId, HoldRole, State, Ticket, TransferState};
use shouwen::rules::{Actor, DutyCode, DutyLine, Recipient};

use crate::ledger_kit::{DAY_MS, Device, MINUTE_MS, START_MS, decision, due, duty, seen, standing, to, usual_duties};

fn state_of(ticket: &Ticket, code: DutyCode) -> DutyState {
    ticket.duties.iter().find(|duty| duty.code() == code).unwrap().state
}

fn who_answers(ticket: &Ticket) -> Vec<String> {
    let name = |hold: &shouwen::ledger::Hold| {
        let role = if hold.role == HoldRole::Owner { "owner" } else { "handler" };
        let staff = hold.staff.as_ref().map(ToString::to_string);
        format!("{role} {}", staff.or(hold.department.as_ref().map(ToString::to_string)).unwrap())
    };
    ticket.answerable_now().iter().map(name).collect()
}

fn hand_on(device: &mut Device, ticket: EventId) -> EventId {
    device.does(
        START_MS + MINUTE_MS,
        "wang",
        ticket,
        Act::Transfer { to: to("permits"), reason: "属许可科".to_owned() },
    )
}

fn answer() -> Act {
    Act::Answer { text: "可当场换领".to_owned() }
}

fn close(closing: Closing) -> Act {
    Act::Close { closing, note: String::new() }
}

#[test]
fn a_matter_goes_from_the_kiosk_to_its_end() {
    let mut device = Device::new(1);
    let id = device.register(START_MS);
    let check = |device: &Device, state: State, next: Option<DutyCode>, due_days: Option<i64>, answers: &[&str]| {
        let ticket = device.ticket(id);
        assert_eq!(ticket.state, state);
        assert_eq!(ticket.next_duty().map(shouwen::ledger::Duty::code), next);
        assert_eq!(ticket.due, due_days.map(due));
        assert_eq!(who_answers(ticket), answers);
        assert_eq!(ticket.conflicts, []);
    };
    check(&device, State::Registered, Some(DutyCode::SettleInTime), Some(5), &["owner wang"]);
    assert_eq!(state_of(device.ticket(id), DutyCode::Register), DutyState::Done);

    device.does(START_MS, "wang", id, Act::CompleteDuty { duty: DutyCode::Guide, note: "带到 12 号窗口".to_owned() });
    check(&device, State::InHand, Some(DutyCode::SettleInTime), Some(5), &["owner wang"]);
    assert_eq!(state_of(device.ticket(id), DutyCode::Contact), DutyState::NotNeeded);
    let guided = device.ticket(id).duties.iter().find(|duty| duty.code() == DutyCode::Guide).unwrap();
    assert_eq!(guided.done.as_ref().unwrap().text, "带到 12 号窗口");

    let transfer = hand_on(&mut device, id);
    check(&device, State::Passing, Some(DutyCode::SettleInTime), Some(5), &["owner wang"]);
    assert_eq!(device.ticket(id).transfers[0].clause, Some("4.1".parse().unwrap()));

    device.does(START_MS + DAY_MS, "li", id, Act::AcceptTransfer { transfer });
    check(&device, State::InHand, Some(DutyCode::SettleInTime), Some(5), &["owner wang", "handler li"]);
    assert_eq!(state_of(device.ticket(id), DutyCode::ConfirmHandover), DutyState::Done);

    device.does(START_MS + DAY_MS, "li", id, Act::Extend { due: due(9), reason: "须外调".to_owned() });
    check(&device, State::InHand, Some(DutyCode::SettleInTime), Some(9), &["owner wang", "handler li"]);

    device.does(START_MS + DAY_MS, "li", id, answer());
    check(&device, State::Answered, Some(DutyCode::Track), None, &["owner wang", "handler li"]);

    device.does(START_MS + DAY_MS, "wang", id, close(Closing::Settled));
    check(&device, State::Closed, None, None, &[]);
    assert_eq!(state_of(device.ticket(id), DutyCode::Track), DutyState::Done);
    assert_eq!(state_of(device.ticket(id), DutyCode::ReportHead), DutyState::NotNeeded);

    device
        .act(START_MS + DAY_MS, &shouwen::ledger::Standing::visitor(), id, &Act::Rate { stars: 5, text: String::new() })
        .unwrap();
    assert_eq!(device.ticket(id).rating.as_ref().unwrap().stars, 5);
    assert_eq!(device.ledger.history(id).len(), 9);
}

#[test]
fn a_transfer_that_is_given_back_leaves_the_matter_where_it_was() {
    let mut device = Device::new(1);
    let id = device.register(START_MS);
    let transfer = hand_on(&mut device, id);
    device.does(START_MS + DAY_MS, "sun", id, Act::ReturnTransfer { transfer, reason: "不归本科".to_owned() });
    let ticket = device.ticket(id);
    assert_eq!((ticket.state, ticket.transfers[0].state), (State::InHand, TransferState::Returned));
    assert_eq!(ticket.transfers[0].reply.as_ref().unwrap().text, "不归本科");
    assert_eq!(who_answers(ticket), ["owner wang"]);
    assert_eq!(ticket.handler.staff, None);
}

#[test]
fn taking_a_matter_up_again_lays_the_result_anew() {
    let mut device = Device::new(1);
    let id = device.register(START_MS);
    let transfer = hand_on(&mut device, id);
    device.does(START_MS, "li", id, Act::AcceptTransfer { transfer });
    device.does(START_MS, "wang", id, Act::CompleteDuty { duty: DutyCode::Guide, note: String::new() });
    device.does(START_MS, "li", id, answer());
    device.does(START_MS, "wang", id, close(Closing::Settled));
    device.does(START_MS + DAY_MS, "wang", id, Act::Reopen { reason: "未解决".to_owned() });
    let ticket = device.ticket(id);
    assert_eq!((ticket.state, &ticket.closed), (State::InHand, &None));
    for code in [DutyCode::SettleInTime, DutyCode::Feedback, DutyCode::Track] {
        assert_eq!(state_of(ticket, code), DutyState::Open, "{code}");
    }
    for code in [DutyCode::Forward, DutyCode::Guide, DutyCode::ConfirmHandover] {
        assert_eq!(state_of(ticket, code), DutyState::Done, "{code}");
    }
    assert_eq!(ticket.due, Some(due(5)));
    device.does(START_MS + DAY_MS, "li", id, answer());
    device.does(START_MS + DAY_MS, "li", id, close(Closing::Declined));
    assert_eq!(device.ticket(id).closed.as_ref().unwrap().closing, Closing::Declined);
    assert_eq!(device.ticket(id).conflicts, []);
}

#[test]
fn a_correction_shows_the_right_word_and_keeps_the_first() {
    let mut device = Device::new(1);
    let id = device.register(START_MS);
    let correct = |value: &str| Act::Correct {
        field: CorrectedField::Name,
        value: value.to_owned(),
        reason: "身份证".to_owned(),
    };
    device.does(START_MS, "wang", id, correct("章三"));
    device.does(START_MS, "wang", id, correct("章山"));
    let ticket = device.ticket(id);
    assert_eq!(ticket.intake.visitor.name, "章山");
    let words: Vec<[&str; 2]> =
        ticket.corrections.iter().map(|one| [one.before.as_str(), one.value.as_str()]).collect();
    assert_eq!(words, [["张三", "章三"], ["章三", "章山"]]);
    assert!(device.ledger.line(id).unwrap().contains("张三"));
}

#[test]
fn an_act_does_the_duties_that_it_plainly_is() {
    let mut device = Device::new(1);
    let to_owner = DutyLine { to: Some(Recipient::Owner), ..duty(DutyCode::Feedback, Actor::Handler) };
    let lines = vec![
        duty(DutyCode::Respond, Actor::Owner),
        duty(DutyCode::SettleNow, Actor::Owner),
        to_owner,
        duty(DutyCode::ConfirmSatisfaction, Actor::Owner),
        duty(DutyCode::CallBack, Actor::Owner),
        duty(DutyCode::Urge, Actor::Owner),
        duty(DutyCode::Archive, Actor::Owner),
    ];
    let id = device.register_with(START_MS, Some(decision("wang", lines)));
    let done = |device: &Device| -> Vec<DutyCode> {
        device
            .ticket(id)
            .duties
            .iter()
            .filter(|duty| duty.state == DutyState::Done)
            .map(shouwen::ledger::Duty::code)
            .collect()
    };
    let urge = Act::Urge { text: String::new() };
    device.act(START_MS, &shouwen::ledger::Standing::visitor(), id, &urge).unwrap();
    assert_eq!(done(&device), []);
    device.does(START_MS, "wu", id, urge);
    assert_eq!(done(&device), [DutyCode::Urge]);
    device.does(START_MS, "wang", id, answer());
    assert_eq!(done(&device), [DutyCode::Respond, DutyCode::SettleNow, DutyCode::Urge]);
    let ask = |satisfied| Act::FeedBack { satisfied: Some(satisfied), text: String::new() };
    device.does(START_MS, "wang", id, ask(false));
    assert!(done(&device).contains(&DutyCode::ConfirmSatisfaction) && !done(&device).contains(&DutyCode::CallBack));
    device.does(START_MS, "li", id, Act::CompleteDuty { duty: DutyCode::Feedback, note: String::new() });
    device.does(START_MS, "wang", id, close(Closing::Settled));
    assert_eq!(state_of(device.ticket(id), DutyCode::CallBack), DutyState::Open);
    device.does(START_MS, "wang", id, ask(true));
    assert_eq!(done(&device).len(), 7);
}

#[test]
fn a_matter_without_owner_is_answered_for_by_its_department() {
    let mut device = Device::new(1);
    let unnamed = shouwen::rules::Decision { owner: None, ..decision("", usual_duties()) };
    let id = device.register_with(START_MS, Some(unnamed));
    assert_eq!(who_answers(device.ticket(id)), ["handler permits"]);
    let window = device.register_with(START_MS, Some(decision("window-3", usual_duties())));
    assert_eq!(who_answers(device.ticket(window)), ["owner permits"]);
    assert_eq!(device.ticket(window).owner.as_ref().unwrap().id, "window-3");
    device.does(START_MS, "li", window, Act::CompleteDuty { duty: DutyCode::Guide, note: String::new() });
}

#[test]
fn a_ticket_whose_decision_has_not_come_can_be_worked_on() {
    let mut device = Device::new(1);
    let id = device.register_with(START_MS, None);
    assert_eq!((device.ticket(id).owner.clone(), device.ticket(id).duties.len()), (None, 0));
    device.does(START_MS, "li", id, answer());
    let fact = crate::ledger_kit::owner_named(decision("wang", usual_duties()));
    device.assert(START_MS, "li", id, fact);
    let ticket = device.ticket(id);
    assert_eq!(state_of(ticket, DutyCode::SettleInTime), DutyState::Done);
    assert_eq!(device.ledger.decided(ticket).unwrap().1, decision("wang", usual_duties()));
}

#[test]
fn what_was_written_in_one_go_starts_a_ticket_and_goes_on_with_it() {
    let mut device = Device::new(1);
    let one = device.register(START_MS);
    let other = device.register(START_MS);
    let history = device.ledger.history(other);
    assert_eq!(history.iter().map(|(_, event)| event.seq).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(history[1].1.after, [other]);
    assert_eq!(history[0].1.prev, Some(device.ledger.history(one)[1].0));
    assert_eq!(device.ledger.registered_with(&device.ticket(one).intake.nonce), Some(one));
    let before = seen(&device.ledger);
    let unknown = shouwen::ledger::Draft {
        ticket: Some(EventId([1; 16])),
        by: standing("wang").by(),
        fact: shouwen::ledger::Fact::Urged { text: String::new() },
    };
    let none = shouwen::ledger::Draft { ticket: None, ..unknown.clone() };
    assert!(device.ledger.write(device.id(), START_MS, vec![unknown]).is_err());
    assert!(device.ledger.write(device.id(), START_MS, vec![none]).is_err());
    assert_eq!(seen(&device.ledger), before);
}
