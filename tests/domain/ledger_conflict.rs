//! Acts of people who did not know of each other: what holds, what shows, and how it is settled.

use shouwen::ledger::{Act, Closing, Conflict, ConflictKind, DutyState, EventId, Fact, State, Ticket, TransferState};
use shouwen::rules::DutyCode;

use crate::ledger_kit::{Device, MINUTE_MS, START_MS, agree, decision, due, owner_named, standing, to, usual_duties};

/// Two devices that know the same ticket.
fn pair() -> (Device, Device, EventId) {
    let (mut one, mut other) = (Device::new(1), Device::new(2));
    let id = one.register(START_MS);
    agree(&mut one, &mut other);
    (one, other, id)
}

fn later(minutes: i64) -> i64 {
    START_MS + minutes * MINUTE_MS
}

fn hand_on(department: &str) -> Act {
    Act::Transfer { to: to(department), reason: "属该科".to_owned() }
}

fn settle(kind: ConflictKind, holds: EventId) -> Act {
    Act::SettleConflict { conflict: kind, holds, reason: "经核实".to_owned() }
}

fn states(ticket: &Ticket) -> Vec<TransferState> {
    ticket.transfers.iter().map(|transfer| transfer.state).collect()
}

#[test]
fn of_two_transfers_the_first_holds_until_someone_settles_it() {
    let (mut one, mut other, id) = pair();
    let archive = other.does(later(2), "wang", id, hand_on("archive"));
    let permits = one.does(later(1), "wang", id, hand_on("permits"));
    other.does(later(3), "wu", id, Act::AcceptTransfer { transfer: archive });
    agree(&mut one, &mut other);
    let conflict = Conflict { kind: ConflictKind::Transfer, events: vec![permits, archive], holds: permits };
    assert_eq!(one.ticket(id).conflicts, [conflict]);
    assert_eq!(states(one.ticket(id)), [TransferState::Waiting, TransferState::SetAside]);
    assert_eq!((one.ticket(id).state, one.ticket(id).handler.staff.clone()), (State::Passing, None));

    one.does(later(4), "zheng", id, settle(ConflictKind::Transfer, archive));
    agree(&mut one, &mut other);
    assert_eq!(other.ticket(id).conflicts, []);
    assert_eq!(states(other.ticket(id)), [TransferState::SetAside, TransferState::Accepted]);
    assert_eq!(other.ticket(id).handler.staff, Some("wu".into()));
}

#[test]
fn a_transfer_that_comes_to_light_later_clashes_anew() {
    let (mut one, mut other, id) = pair();
    let mut third = Device::new(3);
    third.hears(&one);
    let late = third.does(later(9), "wang", id, hand_on("hall"));
    let permits = one.does(later(1), "wang", id, hand_on("permits"));
    let archive = other.does(later(2), "wang", id, hand_on("archive"));
    agree(&mut one, &mut other);
    one.does(later(3), "zheng", id, settle(ConflictKind::Transfer, archive));
    assert_eq!(one.ticket(id).conflicts, []);
    agree(&mut one, &mut third);
    let conflict = Conflict { kind: ConflictKind::Transfer, events: vec![archive, late], holds: archive };
    assert_eq!(one.ticket(id).conflicts, [conflict]);
    assert_eq!(states(one.ticket(id)), [TransferState::SetAside, TransferState::Waiting, TransferState::SetAside]);
    assert_eq!(one.ticket(id).transfers[0].mark.event, permits);
}

#[test]
fn two_who_settle_it_differently_contradict_each_other() {
    let (mut one, mut other, id) = pair();
    let permits = one.does(later(1), "wang", id, hand_on("permits"));
    let archive = other.does(later(2), "wang", id, hand_on("archive"));
    agree(&mut one, &mut other);
    one.does(later(3), "zheng", id, settle(ConflictKind::Transfer, permits));
    other.does(later(3), "zhou", id, settle(ConflictKind::Transfer, archive));
    agree(&mut one, &mut other);
    assert_eq!(one.ticket(id).conflicts.len(), 1);
    one.does(later(4), "zheng", id, settle(ConflictKind::Transfer, archive));
    agree(&mut one, &mut other);
    assert_eq!(other.ticket(id).conflicts, []);
    assert_eq!(states(other.ticket(id)), [TransferState::SetAside, TransferState::Waiting]);
}

#[test]
fn what_follows_on_a_transfer_does_not_clash_with_it() {
    let (mut one, mut other, id) = pair();
    let archive = one.does(later(1), "wang", id, hand_on("archive"));
    one.does(later(2), "wu", id, Act::AcceptTransfer { transfer: archive });
    let onward = one.does(later(3), "wu", id, hand_on("permits"));
    let apart = other.does(later(4), "wang", id, hand_on("hall"));
    agree(&mut one, &mut other);
    assert_eq!(one.ticket(id).conflicts[0].events, [archive, onward, apart]);
    assert_eq!(states(one.ticket(id)), [TransferState::Accepted, TransferState::Waiting, TransferState::SetAside]);
    one.does(later(5), "zheng", id, settle(ConflictKind::Transfer, apart));
    assert_eq!(one.ticket(id).conflicts, []);
    assert_eq!(states(one.ticket(id)), [TransferState::SetAside, TransferState::SetAside, TransferState::Waiting]);
}

#[test]
fn taken_and_given_back_at_once_is_a_conflict_but_given_back_twice_is_not() {
    let (mut one, mut other, id) = pair();
    let transfer = one.does(later(1), "wang", id, hand_on("permits"));
    agree(&mut one, &mut other);
    let back = Act::ReturnTransfer { transfer, reason: "不归本科".to_owned() };
    let returned = one.does(later(2), "li", id, back.clone());
    let taken = other.does(later(3), "sun", id, Act::AcceptTransfer { transfer });
    agree(&mut one, &mut other);
    let conflict = Conflict { kind: ConflictKind::Reply, events: vec![returned, taken], holds: returned };
    assert_eq!(
        (states(one.ticket(id)), &one.ticket(id).conflicts[..]),
        (vec![TransferState::Returned], &[conflict][..])
    );
    one.does(later(4), "zhou", id, settle(ConflictKind::Reply, taken));
    assert_eq!((states(one.ticket(id)), one.ticket(id).conflicts.len()), (vec![TransferState::Accepted], 0));

    let (mut one, mut other, id) = pair();
    let transfer = one.does(later(1), "wang", id, hand_on("permits"));
    agree(&mut one, &mut other);
    let back = Act::ReturnTransfer { transfer, reason: "不归本科".to_owned() };
    one.does(later(2), "li", id, back.clone());
    other.does(later(2), "sun", id, back);
    agree(&mut one, &mut other);
    assert_eq!((states(one.ticket(id)), one.ticket(id).conflicts.len()), (vec![TransferState::Returned], 0));
}

#[test]
fn two_colleagues_who_both_took_it_are_told() {
    let (mut one, mut other, id) = pair();
    let transfer = one.does(later(1), "wang", id, hand_on("permits"));
    agree(&mut one, &mut other);
    let li = one.does(later(2), "li", id, Act::AcceptTransfer { transfer });
    let sun = other.does(later(3), "sun", id, Act::AcceptTransfer { transfer });
    agree(&mut one, &mut other);
    let conflict = Conflict { kind: ConflictKind::Reply, events: vec![li, sun], holds: li };
    assert_eq!(one.ticket(id).conflicts, [conflict]);
    assert_eq!(one.ticket(id).handler.staff, Some("li".into()));
}

#[test]
fn closing_does_not_hold_against_work_that_it_did_not_know_of() {
    let (mut one, mut other, id) = pair();
    let closed = one.does(later(1), "wang", id, Act::Close { closing: Closing::Withdrawn, note: String::new() });
    let answered = other.does(later(2), "li", id, Act::Answer { text: "可以".to_owned() });
    agree(&mut one, &mut other);
    let conflict = Conflict { kind: ConflictKind::Closing, events: vec![closed, answered], holds: answered };
    assert_eq!((one.ticket(id).state, &one.ticket(id).conflicts[..]), (State::Answered, &[conflict][..]));

    let mut settled = Device::new(3);
    settled.hears(&one);
    settled.does(later(3), "zheng", id, settle(ConflictKind::Closing, closed));
    assert_eq!((settled.ticket(id).state, settled.ticket(id).conflicts.len()), (State::Closed, 0));
    assert_eq!(settled.ticket(id).answer.as_ref().unwrap().text, "可以");

    one.does(later(3), "zheng", id, settle(ConflictKind::Closing, answered));
    assert_eq!((one.ticket(id).state, one.ticket(id).conflicts.len()), (State::Answered, 0));
}

#[test]
fn urging_rating_and_late_duties_do_not_contradict_a_closing() {
    let (mut one, mut other, id) = pair();
    one.does(later(1), "wang", id, Act::Close { closing: Closing::Withdrawn, note: String::new() });
    other.does(later(2), "wu", id, Act::Urge { text: "急".to_owned() });
    other.does(later(2), "wang", id, Act::CompleteDuty { duty: DutyCode::Track, note: String::new() });
    agree(&mut one, &mut other);
    assert_eq!((one.ticket(id).state, one.ticket(id).conflicts.len()), (State::Closed, 0));
    assert_eq!(one.ticket(id).urges.len(), 1);
}

#[test]
fn two_ways_of_ending_contradict_each_other_and_two_like_ones_do_not() {
    for (closing, conflicts) in [(Closing::Withdrawn, 0), (Closing::Duplicate, 1)] {
        let (mut one, mut other, id) = pair();
        one.does(later(1), "wang", id, Act::Close { closing: Closing::Withdrawn, note: String::new() });
        other.does(later(2), "wang", id, Act::Close { closing, note: String::new() });
        agree(&mut one, &mut other);
        let ticket = one.ticket(id);
        assert_eq!((ticket.state, ticket.conflicts.len()), (State::Closed, conflicts), "{closing:?}");
        assert_eq!(ticket.closed.as_ref().unwrap().closing, Closing::Withdrawn);
    }
}

#[test]
fn a_reopening_ends_only_the_closings_that_it_knew() {
    // The other closing was made before the reopening or after it, by the clocks.
    for minutes in [0, 3] {
        let (mut one, mut other, id) = pair();
        let withdrawn = || Act::Close { closing: Closing::Withdrawn, note: String::new() };
        one.does(later(1), "wang", id, withdrawn());
        one.does(later(2), "wang", id, Act::Reopen { reason: "误关".to_owned() });
        assert_eq!(one.ticket(id).state, State::InHand);
        let apart = other.does(later(minutes), "wang", id, withdrawn());
        agree(&mut one, &mut other);
        assert_eq!((one.ticket(id).state, one.ticket(id).conflicts.len()), (State::InHand, 1));
        one.does(later(4), "zheng", id, settle(ConflictKind::Closing, apart));
        assert_eq!((one.ticket(id).state, one.ticket(id).conflicts.len()), (State::Closed, 0));
        assert_eq!(one.ticket(id).closed.as_ref().unwrap().said.mark.event, apart);
    }
}

#[test]
fn two_decisions_that_name_different_owners_are_told() {
    let (mut one, mut other) = (Device::new(1), Device::new(2));
    let id = one.register_with(START_MS, None);
    agree(&mut one, &mut other);
    let wang = one.assert(later(1), "wang", id, owner_named(decision("wang", usual_duties())));
    let li = other.assert(later(2), "li", id, owner_named(decision("li", usual_duties())));
    agree(&mut one, &mut other);
    let conflict = Conflict { kind: ConflictKind::Owner, events: vec![wang, li], holds: wang };
    assert_eq!((one.ticket(id).decided, &one.ticket(id).conflicts[..]), (Some(wang), &[conflict][..]));
    one.does(later(3), "zheng", id, settle(ConflictKind::Owner, li));
    assert_eq!(one.ticket(id).owner.as_ref().unwrap().id, "li");
    // Who decides anew and knows what was decided contradicts nobody.
    one.assert(later(4), "zheng", id, owner_named(decision("sun", usual_duties())));
    assert_eq!((one.ticket(id).owner.as_ref().unwrap().id.as_str(), one.ticket(id).conflicts.len()), ("sun", 0));
}

#[test]
fn acts_that_make_no_sense_change_nothing_and_show() {
    let mut device = Device::new(1);
    let id = device.register(START_MS);
    let accept = |transfer| Fact::TransferAccepted { transfer, staff: "li".into() };
    let nowhere = device.assert(START_MS, "li", id, accept(EventId([7; 16])));
    let not_a_transfer = device.assert(START_MS, "li", id, accept(id));
    let first = device.does(START_MS, "wang", id, hand_on("permits"));
    let hand_on = |department| Fact::Transferred { to: to(department), reason: "又".to_owned(), clause: None };
    let second = device.assert(START_MS, "wang", id, hand_on("archive"));
    let taken = device.does(START_MS, "sun", id, Act::AcceptTransfer { transfer: first });
    let again = device.assert(START_MS, "li", id, accept(first));
    let closed = device.does(START_MS, "wang", id, Act::Close { closing: Closing::Withdrawn, note: String::new() });
    let after = device.assert(START_MS, "wang", id, Fact::Extended { due: due(30), reason: "晚".to_owned() });
    device.assert(START_MS, "wang", id, Fact::Reopened { reason: "r".to_owned() });
    device.assert(START_MS, "wang", id, Fact::Reopened { reason: "r".to_owned() });
    device.assert(START_MS, "wang", id, Fact::DutyDone { duty: DutyCode::Rectify, note: String::new() });
    let misplaced =
        |events: &[EventId]| Conflict { kind: ConflictKind::Misplaced, events: events.to_vec(), holds: events[0] };
    let expected =
        [&[nowhere][..], &[not_a_transfer], &[first, second], &[taken, again], &[closed, after]].map(misplaced);
    assert_eq!(device.ticket(id).conflicts, expected);
    let ticket = device.ticket(id);
    assert_eq!((states(ticket), ticket.handler.staff.clone()), (vec![TransferState::Accepted], Some("sun".into())));
    assert_eq!((ticket.state, ticket.extended), (State::InHand, false));
    assert!(ticket.duties.iter().all(|duty| duty.state != DutyState::Done || duty.code() != DutyCode::SettleInTime));
    assert_eq!(device.ledger.history(id).len(), device.ledger.len());
    for conflict in expected {
        let holds = conflict.holds;
        let settle = settle(ConflictKind::Misplaced, holds);
        device.act(START_MS, &standing("zheng"), id, &settle).unwrap();
    }
    assert_eq!(device.ticket(id).conflicts, []);
}
