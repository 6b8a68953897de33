//! An office's day, played through the house without a browser.

use shouwen::ledger::{Act, Choice, Closing, DutyState, Receiver, State};
use shouwen::office::Lang;
use shouwen::protocol::{
    Command, DeskReception, Done, Filter, Knot, Pace, Query, Reception, Registration, Seen, Shelf, Trouble,
};
use shouwen::rules::{Basis, Channel, DutyCode, Scope, Situation};

use crate::house_kit::{MONDAY_10, act, at_kiosk, empty_house, house, later, register, run, ticket, tickets};

#[test]
fn a_kiosk_registration_names_the_person_at_the_window_and_the_clause() {
    let mut house = house(1);
    let slip = register(&mut house, at_kiosk("id-lost", "n1"), MONDAY_10);
    let owner = slip.owner.expect("somebody sits at the window on Monday morning");
    assert_eq!(owner.window, slip.window);
    let clause = slip.owner_clause.expect("the owner has a clause");
    assert_eq!(clause.pack, "C07");
    assert!(!clause.gist.is_empty());
    assert!(slip.due.is_some_and(|due| due.day && !due.late && due.days_left == 15));
    assert!(!slip.materials.is_empty());
    assert!(slip.number.starts_with("QH-"));
    let seen = ticket(&house, slip.ticket, Some(&owner.id.0), MONDAY_10);
    let decision = seen.decision.expect("the decision came with the registration");
    assert_eq!(decision.owner, Some(owner.name));
    let register = decision.duties.iter().find(|duty| duty.code == DutyCode::Register).expect("registering is a duty");
    assert_eq!(register.state, DutyState::Done);
}

#[test]
fn nothing_counts_before_it_is_committed() {
    let mut house = house(1);
    let command = Command::Register(Box::new(at_kiosk("id-lost", "n1")));
    let plan = house.plan(&command, MONDAY_10).unwrap();
    assert!(!plan.lines.is_empty());
    assert_eq!(house.ledger().len(), 0);
    house.commit(plan, Lang::Hans, MONDAY_10).unwrap();
    assert!(!house.ledger().is_empty());
}

#[test]
fn the_same_form_registers_once() {
    let mut house = house(1);
    let first = register(&mut house, at_kiosk("id-lost", "n1"), MONDAY_10);
    let events = house.ledger().len();
    let again = register(&mut house, at_kiosk("id-lost", "n1"), later(MONDAY_10, 1));
    assert_eq!(first.ticket, again.ticket);
    assert_eq!(house.ledger().len(), events);
    let other = register(&mut house, at_kiosk("id-lost", "n2"), later(MONDAY_10, 2));
    assert_ne!(first.number, other.number);
}

#[test]
fn a_matter_is_worked_to_its_end_by_what_is_offered() {
    let mut house = house(1);
    let slip = register(&mut house, at_kiosk("id-lost", "n1"), MONDAY_10);
    let me = slip.owner.unwrap().id.0;
    let mut moment = MONDAY_10;
    for _ in 0..40 {
        moment = later(moment, 1);
        let seen = ticket(&house, slip.ticket, Some(&me), moment);
        let duty = seen.offers.iter().find_map(|offer| match offer {
            Choice::CompleteDuty(code) if *code != DutyCode::Forward => Some(*code),
            _ => None,
        });
        let Some(duty) = duty else { break };
        act(&mut house, slip.ticket, &me, Act::CompleteDuty { duty, note: String::new() }, moment).unwrap();
    }
    let seen = ticket(&house, slip.ticket, Some(&me), moment);
    if seen.offers.contains(&Choice::Answer) {
        act(&mut house, slip.ticket, &me, Act::Answer { text: "请来取证".to_owned() }, later(moment, 1)).unwrap();
    }
    let close = Act::Close { closing: Closing::Settled, note: String::new() };
    act(&mut house, slip.ticket, &me, close, later(moment, 2)).unwrap();
    let seen = ticket(&house, slip.ticket, Some(&me), later(moment, 3));
    assert_eq!(seen.row.state, State::Closed);
    assert!(seen.row.thread.iter().all(|knot| knot.pace == Pace::Done));
    assert_eq!(tickets(&house, Filter::default(), moment).shelves, [0, 0, 0, 1, 1]);
}

#[test]
fn a_transfer_waits_until_it_is_taken() {
    let mut house = house(1);
    let registration = Registration {
        reception: Reception::Desk(Box::new(DeskReception {
            by: "s05".into(),
            others: Vec::new(),
            scope: None,
            on_the_spot: None,
            situation: Situation { channel: Channel::Visit, ..Situation::default() },
        })),
        ..at_kiosk("estate-sale", "n1")
    };
    let slip = register(&mut house, registration, MONDAY_10);
    let seen = ticket(&house, slip.ticket, Some("s05"), MONDAY_10);
    let decision = seen.decision.unwrap();
    assert_eq!(decision.situation.scope, Scope::Department);
    assert_eq!(decision.basis, Some(Basis::FirstAsked));
    let to = Receiver { department: "estate".into(), staff: None };
    act(&mut house, slip.ticket, "s05", Act::Transfer { to, reason: "属不动产登记".to_owned() }, later(MONDAY_10, 1))
        .unwrap();
    let seen = ticket(&house, slip.ticket, Some("s05"), later(MONDAY_10, 2));
    assert_eq!(seen.row.state, State::Passing);
    assert!(seen.row.thread.iter().any(|knot| knot.role == Knot::Passing && knot.pace == Pace::Now));
    let clerk = match house.see(&Query::People, Lang::Hans, MONDAY_10).unwrap() {
        Seen::People(people) => people.into_iter().find(|one| one.department_id.0 == "estate").unwrap(),
        other => panic!("{other:?}"),
    };
    let incoming = Filter { shelf: Shelf::Incoming, person: Some(clerk.id.clone()), ..Filter::default() };
    assert_eq!(tickets(&house, incoming, later(MONDAY_10, 2)).total, 1);
    let transfer = seen.transfers[0].id;
    act(&mut house, slip.ticket, &clerk.id.0, Act::AcceptTransfer { transfer }, later(MONDAY_10, 3)).unwrap();
    let seen = ticket(&house, slip.ticket, Some(&clerk.id.0), later(MONDAY_10, 4));
    assert_eq!(seen.row.state, State::InHand);
    assert!(seen.row.thread.iter().any(|knot| knot.role == Knot::Handler && knot.who == clerk.name));
}

#[test]
fn a_slip_opens_its_ticket_only_with_the_phone_ending() {
    let mut house = house(1);
    let slip = register(&mut house, at_kiosk("id-lost", "n1"), MONDAY_10);
    let ask = |number: &str, ending: &str| {
        let query = Query::Progress { number: number.to_owned(), phone_ending: ending.to_owned() };
        house.see(&query, Lang::En, MONDAY_10)
    };
    assert!(matches!(ask(&slip.number, "1234"), Ok(Seen::Progress(_))));
    let spoken = slip.number.to_lowercase().replace('-', " ");
    assert!(matches!(ask(&spoken, "1234"), Ok(Seen::Progress(_))));
    for (number, ending) in [(slip.number.as_str(), "9999"), (&slip.number, ""), (&slip.number, "34"), ("QH-1", "1234")]
    {
        assert!(matches!(ask(number, ending), Err(Trouble::NotFound(_))), "{number} {ending}");
    }
}

#[test]
fn an_office_can_go_and_its_tickets_stay() {
    let mut house = house(1);
    let slip = register(&mut house, at_kiosk("id-lost", "n1"), MONDAY_10);
    run(&mut house, &Command::RemoveOffice, MONDAY_10).unwrap();
    let seen = ticket(&house, slip.ticket, None, MONDAY_10);
    assert_eq!(seen.row.number, slip.number);
    assert!(matches!(
        run(&mut house, &Command::Register(Box::new(at_kiosk("id-lost", "n2"))), MONDAY_10),
        Err(Trouble::NoOffice)
    ));
}

#[test]
fn a_first_start_has_no_office_and_says_so() {
    let house = empty_house(3);
    assert!(matches!(house.see(&Query::People, Lang::Hans, MONDAY_10), Err(Trouble::NoOffice)));
    assert!(matches!(house.see(&Query::Office, Lang::Hans, MONDAY_10), Ok(Seen::Office(None))));
    let Ok(Seen::Status(status)) = house.see(&Query::Status, Lang::Hans, MONDAY_10) else { panic!("a status") };
    assert_eq!((status.events, status.fresh), (0, 0));
}

#[test]
fn every_matter_of_the_example_is_decided_under_every_system() {
    let mut house = house(1);
    for system in ["A07", "C07", "D01"] {
        run(&mut house, &Command::ChooseSystem { pack: system.to_owned() }, MONDAY_10).unwrap();
        let Ok(Seen::Matters(cards)) = house.see(&Query::Matters { words: String::new() }, Lang::Hans, MONDAY_10)
        else {
            panic!("a list of matters")
        };
        assert!(cards.len() >= 60);
        for (place, card) in cards.iter().enumerate() {
            let form = at_kiosk(&card.id.0, &format!("{system}{place}"));
            match house.see(&Query::Decide(Box::new(form.clone())), Lang::Hant, MONDAY_10).unwrap() {
                Seen::Decision(decision) => assert!(decision.owner.is_some(), "{system} {}", card.name),
                other => panic!("{other:?}"),
            }
            let done = run(&mut house, &Command::Register(Box::new(form)), later(MONDAY_10, 1)).unwrap();
            assert!(matches!(done, Done::Acknowledged(_)));
        }
    }
}

#[test]
fn what_is_due_at_once_is_late_only_when_its_working_day_is_over() {
    let mut house = house(1);
    let sunday = later(MONDAY_10, -24 * 60);
    for (start, last_ok_min, late_min) in [(MONDAY_10, 13 * 60, 15 * 60), (sunday, 37 * 60, 39 * 60)] {
        let form = at_kiosk("ask-where", &format!("n{}", start.now_ms));
        let slip = register(&mut house, form, start);
        let due_at = |minutes| ticket(&house, slip.ticket, None, later(start, minutes)).row.due.expect("it is due");
        assert!(!due_at(last_ok_min).late && due_at(last_ok_min).day);
        assert!(due_at(late_min).late);
    }
}
