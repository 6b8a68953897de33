//! Lists as the desk asks for them: found by anything, in any order, always as the ledger stands.

use shouwen::house::House;
use shouwen::index::Sort;
use shouwen::ledger::{Act, Receiver, State, Visitor};
use shouwen::office::Lang;
use shouwen::protocol::{
    AcknowledgedView, DeskReception, Filter, KnotView, Part, Query, Reception, Registration, Seen, Shelf, TicketRow,
    TicketsView,
};
use shouwen::rules::Situation;

use crate::house_kit::{MONDAY_10, act, at_kiosk, house, later, register, ticket, tickets};

const ALL: Shelf = Shelf::All;

fn at_desk(matter: &str, name: &str, phone: &str) -> Registration {
    let reception = DeskReception {
        by: "s05".into(),
        others: Vec::new(),
        scope: None,
        on_the_spot: None,
        situation: Situation::default(),
    };
    let visitor = Visitor { name: name.to_owned(), phone: phone.to_owned(), anonymous: false };
    Registration { visitor, reception: Reception::Desk(Box::new(reception)), ..at_kiosk(matter, name) }
}

/// A house with three tickets, in the order in which they came.
fn three() -> (House, [AcknowledgedView; 3]) {
    let mut house = house(1);
    let first = register(&mut house, at_desk("estate-sale", "单雄信", "13800001234"), MONDAY_10);
    let second = register(&mut house, at_kiosk("estate-sale", "n2"), later(MONDAY_10, 1));
    let third = register(&mut house, at_desk("estate-sale", "Anna Meier", "13900005678"), later(MONDAY_10, 2));
    (house, [first, second, third])
}

fn found(house: &House, filter: Filter) -> Vec<String> {
    tickets(house, filter, later(MONDAY_10, 5)).rows.into_iter().map(|row| row.visitor).collect()
}

#[test]
fn a_ticket_is_found_by_anything_that_is_known_of_it() {
    let (house, [first, ..]) = three();
    let check = |words: &str, expected: &[&str]| {
        let filter = Filter { shelf: ALL, words: words.to_owned(), ..Filter::default() };
        assert_eq!(found(&house, filter), expected, "{words}");
    };
    check("", &["Anna Meier", "赵甲", "单雄信"]);
    check("雄", &["单雄信"]);
    check("sxx", &["单雄信"]);
    check("danx", &["单雄信"]);
    check("ershoufang", &["Anna Meier", "赵甲", "单雄信"]);
    check("esfgh 赵", &["赵甲"]);
    check("單雄信", &["单雄信"]);
    check("MEIER", &["Anna Meier"]);
    check("5678", &["Anna Meier"]);
    check("1234 卡丢了", &["赵甲", "单雄信"]);
    check(&first.number, &["单雄信"]);
    check(&first.number.replace('-', " ").to_lowercase(), &["单雄信"]);
    check("查无此人", &[]);
}

#[test]
fn filters_hold_together_and_an_order_can_be_asked_for() {
    let (mut house, [first, ..]) = three();
    let moment = later(MONDAY_10, 3);
    let to = Receiver { department: "estate".into(), staff: None };
    act(&mut house, first.ticket, "s05", Act::Transfer { to, reason: "归不动产登记".to_owned() }, moment).unwrap();
    let check = |filter: Filter, expected: &[&str]| {
        assert_eq!(found(&house, Filter { shelf: ALL, ..filter.clone() }), expected, "{filter:?}");
    };
    let any = Filter::default;
    check(any(), &["单雄信", "Anna Meier", "赵甲"]);
    check(Filter { sort: Some(Sort::Registered), ..any() }, &["Anna Meier", "赵甲", "单雄信"]);
    check(Filter { state: Some(State::Passing), ..any() }, &["单雄信"]);
    let owned = Filter { person: Some("s05".into()), part: Part::Owner, ..any() };
    check(owned.clone(), &["单雄信", "Anna Meier"]);
    check(Filter { state: Some(State::Passing), words: "anna".to_owned(), ..owned }, &[]);
    let row = ticket(&house, first.ticket, None, moment).row;
    let due_ms = row.due.unwrap().at_ms;
    check(Filter { due_before_ms: Some(due_ms), state: Some(State::Passing), ..any() }, &[]);
    check(Filter { due_from_ms: Some(due_ms), state: Some(State::Passing), ..any() }, &["单雄信"]);
    let system = |id: &str| Filter { system: Some(id.to_owned()), ..any() };
    check(system("none"), &[]);
    let Seen::Status(status) = house.see(&Query::Status, Lang::Hans, moment).unwrap() else { panic!() };
    check(system(&status.system.unwrap().pack), &["单雄信", "Anna Meier", "赵甲"]);
}

#[test]
fn a_list_says_of_a_ticket_what_its_own_page_says() {
    let (mut house, [first, ..]) = three();
    let moment = later(MONDAY_10, 3);
    let without_moments = |row: TicketRow| TicketRow {
        thread: row.thread.into_iter().map(|knot| KnotView { at_ms: None, ..knot }).collect(),
        ..row
    };
    let check = |house: &House| {
        let all = Filter { shelf: ALL, ..Filter::default() };
        for row in tickets(house, all, moment).rows {
            assert_eq!(row, without_moments(ticket(house, row.id, None, moment).row));
        }
    };
    check(&house);
    let to = Receiver { department: "estate".into(), staff: None };
    act(&mut house, first.ticket, "s05", Act::Transfer { to, reason: "归不动产登记".to_owned() }, moment).unwrap();
    check(&house);
}

#[test]
fn a_page_is_a_part_of_the_list_and_a_ticket_s_place_in_it_is_told() {
    let (house, [first, ..]) = three();
    let filter = Filter { shelf: ALL, ..Filter::default() };
    let ask = |offset, limit| {
        let query = Query::Tickets { filter: filter.clone(), offset, limit, whereabouts: Some(first.ticket) };
        match house.see(&query, Lang::Hans, MONDAY_10).unwrap() {
            Seen::Tickets(view) => view,
            other => panic!("{other:?}"),
        }
    };
    let TicketsView { total, rows, placed, .. } = ask(1, 1);
    assert_eq!((total, rows.len(), placed), (3, 1, Some((first.ticket, 2))));
    assert_eq!(rows[0].visitor, "赵甲");
    assert!(ask(3, 10).rows.is_empty());
}
