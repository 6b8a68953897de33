//! Whose tickets lie on which shelf.

use shouwen::ledger::{Act, Receiver};
use shouwen::office::Lang;
use shouwen::protocol::{DeskReception, Filter, Query, Reception, Registration, Seen, Shelf};
use shouwen::rules::{Flag, Situation};

use crate::house_kit::{MONDAY_10, act, at_kiosk, house, later, register, tickets};

/// A matter of the real-estate department, registered by a clerk of another one.
fn at_desk(nonce: &str) -> Registration {
    let reception = DeskReception {
        by: "s05".into(),
        others: Vec::new(),
        scope: None,
        on_the_spot: None,
        situation: Situation::default(),
    };
    Registration { reception: Reception::Desk(Box::new(reception)), ..at_kiosk("estate-sale", nonce) }
}

#[test]
fn a_department_sees_what_its_people_hold_and_what_is_handed_to_it() {
    let mut house = house(1);
    let slip = register(&mut house, at_desk("n1"), MONDAY_10);
    let Seen::People(people) = house.see(&Query::People, Lang::default(), MONDAY_10).unwrap() else { panic!() };
    let own = people.iter().find(|person| person.id.0 == "s05").unwrap().department_id.clone();
    let of = |department: &str, shelf| Filter { shelf, department: Some(department.into()), ..Filter::default() };
    let total = |house: &_, filter| tickets(house, filter, later(MONDAY_10, 2)).total;
    assert_eq!(total(&house, of(&own.0, Shelf::Open)), 1, "the owner's department");
    assert_eq!(total(&house, of("estate", Shelf::Incoming)), 0);
    let to = Receiver { department: "estate".into(), staff: None };
    act(&mut house, slip.ticket, "s05", Act::Transfer { to, reason: "归不动产登记".to_owned() }, later(MONDAY_10, 1))
        .unwrap();
    assert_eq!(total(&house, of("estate", Shelf::Incoming)), 1, "it was handed to the department");
    assert_eq!(total(&house, of(&own.0, Shelf::Incoming)), 0, "it was not handed to the sender");
    let other = people.iter().find(|person| person.department_id != own && person.department_id.0 != "estate").unwrap();
    assert_eq!(total(&house, of(&other.department_id.0, Shelf::All)), 0, "a department without a part in it");
}

#[test]
fn a_system_tells_which_circumstances_it_looks_at() {
    let house = house(1);
    let Seen::Systems(systems) = house.see(&Query::Systems, Lang::default(), MONDAY_10).unwrap() else { panic!() };
    let check = |pack: &str, flag: Flag, expected: bool| {
        let card = systems.iter().find(|card| card.pack == pack).unwrap();
        assert_eq!(card.flags.contains(flag), expected, "{pack} {flag}");
    };
    check("A07", Flag::SeeksLeader, true);
    check("A07", Flag::Objects, true);
    check("A07", Flag::HandedOver, false);
    check("D01", Flag::HandedOver, true);
    check("D01", Flag::BeyondUnit, true);
}
