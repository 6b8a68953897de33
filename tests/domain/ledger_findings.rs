//! What looks wrong follows from the events and the time alone, names its clause and its evidence, and accuses nobody of
//! what the ledger does not say.

use proptest::prelude::*;
use shouwen::ledger::finding::{Bearing, Finding, FindingAnswer, FindingKey, Judgement, Ruling, Sealed, raise};
use shouwen::ledger::{
    Act, Closing, EventId, Fact, Ledger, Mark, Receiver, Said, Ticket, TicketId, Transfer, TransferState,
};
use shouwen::rules::{Actor, Barred, Consequence, DutyCode, DutyLine, Scope, StaffRole, Violation};

use crate::ledger_kit::{
    DAY_MS, Device, MINUTE_MS, START_MS, agree, barring, decision, duty, ledger_of, owner_named, seen, standing, to,
    usual_duties,
};
use crate::ledger_story::{Kind, play, story};

/// Violation, whose, of which duty.
type Raised = (Violation, String, Option<DutyCode>);

fn findings(device: &Device, id: TicketId, now_ms: i64) -> Vec<Finding> {
    raise(device.ticket(id), now_ms)
}

fn raised(device: &Device, id: TicketId, now_ms: i64) -> Vec<Raised> {
    let short = |finding: Finding| (finding.key.violation, finding.key.staff.to_string(), finding.key.duty);
    findings(device, id, now_ms).into_iter().map(short).collect()
}

fn late(staff: &str) -> Raised {
    (Violation::Late, staff.to_owned(), Some(DutyCode::SettleInTime))
}

/// A ticket of `wang`'s that `li` took over at once.
fn taken_by_li(device: &mut Device) -> TicketId {
    let id = device.register(START_MS);
    let transfer = device.does(START_MS + 1, "wang", id, Act::Transfer { to: to("permits"), reason: "归他们".into() });
    device.does(START_MS + 2, "li", id, Act::AcceptTransfer { transfer });
    id
}

fn answer() -> Act {
    Act::Answer { text: "可以办".to_owned() }
}

#[test]
fn a_matter_in_time_raises_nothing() {
    let mut device = Device::new(1);
    let id = taken_by_li(&mut device);
    assert_eq!(raised(&device, id, START_MS + 5 * DAY_MS), []);
    device.does(START_MS + 4 * DAY_MS, "li", id, answer());
    assert_eq!(raised(&device, id, START_MS + 900 * DAY_MS), []);
}

#[test]
fn a_missed_limit_is_raised_to_whoever_had_the_matter_when_it_passed() {
    let mut device = Device::new(1);
    let id = taken_by_li(&mut device);
    let after = START_MS + 5 * DAY_MS + 1;
    assert_eq!(raised(&device, id, after), [late("li")]);
    let found = findings(&device, id, after).remove(0);
    assert_eq!((found.since_ms, found.role), (START_MS + 5 * DAY_MS, StaffRole::Handler));
    assert_eq!((found.clause.as_str(), found.scope), ("4.1", Scope::Own));
    assert_eq!(found.evidence, [device.ticket(id).decided.unwrap()]);
    // The late answer is evidence, and does not make it good.
    let late_answer = device.does(after, "li", id, answer());
    let found = findings(&device, id, after + DAY_MS).remove(0);
    assert_eq!(found.evidence, [device.ticket(id).decided.unwrap(), late_answer]);
    // Whoever takes it over afterwards is not meant.
    let mut device = Device::new(1);
    let id = device.register(START_MS);
    let to_li = Receiver { staff: Some("li".into()), ..to("permits") };
    device.does(after, "wang", id, Act::Transfer { to: to_li, reason: "归他们".into() });
    let transfer = device.ticket(id).transfers[0].mark.event;
    device.does(after + 1, "li", id, Act::AcceptTransfer { transfer });
    assert_eq!(raised(&device, id, after + 2), [late("wang")]);
}

#[test]
fn a_limit_that_was_moved_or_may_still_move_shows_nobody_late() {
    let mut device = Device::new(1);
    let id = taken_by_li(&mut device);
    let later = shouwen::rules::Due { at_ms: START_MS + 9 * DAY_MS, ..crate::ledger_kit::due(9) };
    device.does(START_MS + DAY_MS, "li", id, Act::Extend { due: later, reason: "要核实".to_owned() });
    assert_eq!(raised(&device, id, START_MS + 8 * DAY_MS), []);
    let provisional = shouwen::rules::Due { provisional: true, ..crate::ledger_kit::due(1) };
    let mut device = Device::new(2);
    let id = device.register_with(START_MS, None);
    let Fact::OwnerNamed { situation, decision, mut duties, .. } = owner_named(decision("wang", usual_duties())) else {
        panic!("a decision")
    };
    for duty in &mut duties {
        duty.due = Some(provisional.clone());
    }
    device.assert(START_MS, "wang", id, Fact::OwnerNamed { situation, decision, duties, due: Some(provisional) });
    assert_eq!(raised(&device, id, START_MS + 90 * DAY_MS), []);
}

#[test]
fn a_matter_taken_up_again_is_not_late_for_that() {
    let mut device = Device::new(1);
    let id = taken_by_li(&mut device);
    device.does(START_MS + DAY_MS, "li", id, answer());
    device.assert(START_MS + DAY_MS + 1, "li", id, Fact::Closed { closing: Closing::Settled, note: String::new() });
    device.assert(START_MS + 20 * DAY_MS, "zheng", id, Fact::Reopened { reason: "没办好".to_owned() });
    assert!(!raised(&device, id, START_MS + 30 * DAY_MS).iter().any(|(violation, ..)| *violation == Violation::Late));
}

/// Registers a ticket whose only duties are these, each due after a day.
fn with_duties(device: &mut Device, duties: Vec<DutyLine>) -> TicketId {
    let id = device.register_with(START_MS, None);
    let Fact::OwnerNamed { situation, decision, mut duties, .. } = owner_named(decision("wang", duties)) else {
        panic!("a decision")
    };
    for duty in &mut duties {
        duty.due = Some(crate::ledger_kit::due(1));
    }
    device.assert(START_MS, "wang", id, Fact::OwnerNamed { situation, decision, duties, due: None });
    id
}

#[test]
fn each_duty_left_undone_has_its_name() {
    let check = |code: DutyCode, by: Actor, expected: Option<Violation>| {
        let mut device = Device::new(1);
        let id = with_duties(&mut device, vec![duty(code, by)]);
        let expected: Vec<Raised> =
            expected.map(|violation| (violation, "wang".to_owned(), Some(code))).into_iter().collect();
        assert_eq!(raised(&device, id, START_MS + DAY_MS), [], "{code} in time");
        assert_eq!(raised(&device, id, START_MS + 2 * DAY_MS), expected, "{code}");
    };
    check(DutyCode::Forward, Actor::Owner, Some(Violation::NotForwarded));
    check(DutyCode::TellOnce, Actor::Owner, Some(Violation::NotTold));
    check(DutyCode::Guide, Actor::Owner, Some(Violation::NoGuide));
    check(DutyCode::Contact, Actor::Owner, Some(Violation::NotAssisted));
    check(DutyCode::Explain, Actor::Owner, Some(Violation::NoExplanation));
    check(DutyCode::SettleInTime, Actor::Owner, Some(Violation::Late));
    check(DutyCode::SettleInTime, Actor::Handler, Some(Violation::Late));
    check(DutyCode::Progress, Actor::Owner, Some(Violation::NotTold));
    // Nobody can tell a result that there is not.
    check(DutyCode::Feedback, Actor::Owner, None);
    // Nobody has taken it over, so nobody is named for what only a handler does.
    check(DutyCode::ContactVisitor, Actor::Handler, None);
    check(DutyCode::ConfirmHandover, Actor::Handler, None);
    // The ledger does not say who that is.
    check(DutyCode::TellOnce, Actor::Head, None);
    check(DutyCode::Archive, Actor::Owner, None);
}

#[test]
fn optional_duties_and_those_done_another_way_are_not_missed() {
    let mut device = Device::new(1);
    let guide = DutyLine { alternatives: vec![DutyCode::Contact], ..duty(DutyCode::Guide, Actor::Owner) };
    let contact = DutyLine { alternatives: vec![DutyCode::Guide], ..duty(DutyCode::Contact, Actor::Owner) };
    let optional = DutyLine { optional: true, ..duty(DutyCode::TellOnce, Actor::Owner) };
    let id = with_duties(&mut device, vec![guide, contact, optional]);
    device.does(START_MS + 1, "wang", id, Act::CompleteDuty { duty: DutyCode::Guide, note: String::new() });
    assert_eq!(raised(&device, id, START_MS + 9 * DAY_MS), []);
}

#[test]
fn a_second_return_is_raised_to_whoever_gave_it_back_then() {
    let mut device = Device::new(1);
    let id = device.register(START_MS);
    let give_back = |device: &mut Device, minute: i64, who: &str| -> EventId {
        let now_ms = START_MS + minute * MINUTE_MS;
        let transfer = device.does(now_ms, "wang", id, Act::Transfer { to: to("permits"), reason: "归他们".into() });
        device.does(now_ms + 1, who, id, Act::ReturnTransfer { transfer, reason: "不归我们".into() })
    };
    let first = give_back(&mut device, 1, "li");
    assert_eq!(raised(&device, id, START_MS + DAY_MS), []);
    let second = give_back(&mut device, 2, "sun");
    assert_eq!(raised(&device, id, START_MS + DAY_MS), [(Violation::Shirk, "sun".to_owned(), None)]);
    let found = findings(&device, id, START_MS + DAY_MS).remove(0);
    assert_eq!(found.key.event, second);
    assert!(found.evidence.contains(&first) && found.evidence.contains(&second));
}

#[test]
fn passing_on_what_was_taken_is_raised_where_the_system_forbids_it() {
    let passed_on = |barred: bool| {
        let mut device = Device::new(1);
        let plain = decision("wang", usual_duties());
        let decision = if barred { barring(Barred::Retransfer, plain) } else { plain };
        let id = device.register_with(START_MS, Some(decision));
        let transfer = device.does(START_MS + 1, "wang", id, Act::Transfer { to: to("permits"), reason: "归".into() });
        device.does(START_MS + 2, "li", id, Act::AcceptTransfer { transfer });
        let on = Fact::Transferred { to: to("archive"), reason: "归".to_owned(), clause: None };
        device.assert(START_MS + 3, "li", id, on);
        findings(&device, id, START_MS + DAY_MS)
    };
    let found = passed_on(true);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].key.violation, found[0].clause.as_str()), (Violation::Retransfer, "5.3"));
    assert_eq!(passed_on(false), []);
}

/// A ticket that was handed on and answered at these moments, whatever the rules say about it.
fn handed_on(state: TransferState, moments: &[(i64, i64)]) -> Ticket {
    let mut device = Device::new(1);
    let barred = barring(Barred::Retransfer, decision("wang", Vec::new()));
    let id = device.register_with(START_MS, Some(barred));
    device.does(START_MS, "wang", id, Act::Transfer { to: to("permits"), reason: "归他们".into() });
    let mut ticket = device.ticket(id).clone();
    let model = ticket.transfers.remove(0);
    ticket.transfers = moments
        .iter()
        .map(|(handed_ms, replied_ms)| {
            let mark = |ms: &i64, what: &str| Mark {
                at_ms: START_MS + ms,
                event: EventId::of_line(&format!("{what} {ms}")),
                ..model.mark.clone()
            };
            let reply = Said { mark: mark(replied_ms, "replied"), text: String::new() };
            Transfer { mark: mark(handed_ms, "handed on"), state, reply: Some(reply), ..model.clone() }
        })
        .collect();
    ticket
}

#[test]
fn the_first_who_took_it_before_it_was_passed_on_is_the_evidence() {
    let ticket = handed_on(TransferState::Accepted, &[(1, 10), (2, 5), (3, 7), (6, 8), (20, 30), (4, 2)]);
    let found = raise(&ticket, START_MS + DAY_MS);
    let evidence: Vec<[EventId; 2]> = found.iter().map(|found| [found.evidence[1], found.evidence[2]]).collect();
    let id = |what: &str, ms: i64| EventId::of_line(&format!("{what} {ms}"));
    let expected = [(2, 3), (5, 6), (10, 20), (2, 4)];
    assert_eq!(evidence, expected.map(|(replied, handed)| [id("replied", replied), id("handed on", handed)]));
}

#[test]
fn a_hostile_number_of_returns_costs_no_more_than_it_weighs() {
    let moments: Vec<(i64, i64)> = (0..20_000).map(|number| (2 * number, 2 * number + 1)).collect();
    for state in [TransferState::Returned, TransferState::Accepted] {
        let found = raise(&handed_on(state, &moments), START_MS + DAY_MS);
        assert_eq!(found.len(), moments.len() - 1);
        assert!(found.iter().all(|found| found.evidence.len() == 3), "{state:?}");
    }
}

#[test]
fn the_visitors_own_words_are_a_consequence() {
    let mut device = Device::new(1);
    let id = taken_by_li(&mut device);
    device.does(START_MS + 6 * DAY_MS, "li", id, answer());
    device.assert(START_MS + 6 * DAY_MS, "wang", id, Fact::FedBack { satisfied: Some(false), text: "太慢".to_owned() });
    let found = findings(&device, id, START_MS + 7 * DAY_MS).remove(0);
    assert_eq!(found.consequence, [Consequence::Dissatisfied]);
}

fn answered(key: &FindingKey, text: &str) -> Fact {
    let answer = FindingAnswer { finding: key.clone(), text: text.to_owned() };
    Fact::FindingAnswered(Sealed::of(&answer).unwrap())
}

fn ruling(key: &FindingKey, judgement: Judgement) -> Fact {
    let ruling = Ruling {
        finding: key.clone(),
        role: StaffRole::Owner,
        scope: Scope::Own,
        since_ms: START_MS,
        pack: "T01".to_owned(),
        version: "1".to_owned(),
        bearing: Bearing::default(),
        judgement,
        reason: "核实过".to_owned(),
    };
    Fact::FindingDecided(Sealed::of(&ruling).unwrap())
}

#[test]
fn of_two_decisions_that_did_not_know_of_each_other_the_first_holds_until_someone_knew_both() {
    let mut here = Device::new(1);
    let id = taken_by_li(&mut here);
    let mut there = Device::new(2);
    agree(&mut here, &mut there);
    let now_ms = START_MS + 6 * DAY_MS;
    let key = findings(&here, id, now_ms).remove(0).key;
    let first = here.assert(now_ms, "zheng", id, ruling(&key, Judgement::Dismissed));
    there.assert(now_ms + 1, "zhou", id, ruling(&key, Judgement::Upheld(Vec::new())));
    agree(&mut here, &mut there);
    let ruled = here.ticket(id).finding_files()[0].ruled.clone().unwrap();
    assert_eq!((ruled.mark.event, ruled.contested), (first, true));
    let last = there.assert(now_ms + 2, "zheng", id, ruling(&key, Judgement::Upheld(Vec::new())));
    agree(&mut here, &mut there);
    let ruled = here.ticket(id).finding_files()[0].ruled.clone().unwrap();
    assert_eq!((ruled.mark.event, ruled.contested), (last, false));
    // What is said to findings is no work on the matter.
    assert!(here.ticket(id).conflicts.is_empty());
}

#[test]
fn nobody_decides_about_himself_and_only_heads_and_leaders_decide() {
    let mut device = Device::new(1);
    let id = taken_by_li(&mut device);
    let key = findings(&device, id, START_MS + 6 * DAY_MS).remove(0).key;
    let check = |concerned: &str, who: &str, answers: bool, decides: bool| {
        let key = FindingKey { staff: concerned.into(), ..key.clone() };
        let standing = standing(who);
        let may = (key.may_be_answered_by(None, &standing), key.may_be_decided_by(None, &standing));
        assert_eq!(may, (answers, decides), "{who} about {concerned}");
    };
    check("li", "li", true, false);
    check("li", "sun", false, false);
    check("li", "zhou", false, true);
    check("li", "zheng", false, true);
    check("zhou", "zhou", true, false);
    check("zheng", "zheng", true, false);
    check("zheng", "zhou", false, true);
}

#[test]
fn a_decision_survives_its_line() {
    let mut device = Device::new(1);
    let id = taken_by_li(&mut device);
    let key = findings(&device, id, START_MS + 6 * DAY_MS).remove(0).key;
    device.assert(START_MS + 6 * DAY_MS, "li", id, answered(&key, "病了"));
    device.assert(START_MS + 6 * DAY_MS, "zheng", id, ruling(&key, Judgement::Dismissed));
    let again = ledger_of(&device.ledger.lines().map(str::to_owned).collect::<Vec<_>>());
    assert_eq!(again.ticket(id).unwrap().findings, device.ticket(id).findings);
    assert_eq!(again.ticket(id).unwrap().finding_files()[0].answers[0].text, "病了");
    assert_eq!(again.ticket(id).unwrap().unknown_acts, 0);
}

const APART: Kind = Kind { devices: 3, nonsense: 2 };

/// Everything that a ledger raises at a moment.
fn all(ledger: &Ledger, now_ms: i64) -> Vec<(TicketId, Vec<Finding>)> {
    ledger.tickets().map(|ticket| (ticket.id, raise(ticket, now_ms))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn findings_depend_on_the_set_of_events_and_the_time_alone(
        scenes in story(APART), turn in any::<u64>(), days in 0..60_i64,
    ) {
        let mut devices = play(APART, &scenes);
        let now_ms = START_MS + days * DAY_MS;
        // Each device says something to what it sees, without knowing of the others.
        for (number, device) in (0_i64..).zip(devices.iter_mut()) {
            for (id, found) in all(&device.ledger, now_ms) {
                for finding in found {
                    let text = format!("{number}");
                    let staff = finding.key.staff.to_string();
                    let fact = answered(&finding.key, &text);
                    if crate::ledger_kit::PEOPLE.iter().any(|(person, ..)| *person == staff) {
                        device.assert(now_ms + number, &staff, id, fact);
                    }
                    device.assert(now_ms + number, "zheng", id, ruling(&finding.key, Judgement::Dismissed));
                }
            }
        }
        let mut lines: Vec<String> =
            devices.iter().flat_map(|device| device.ledger.lines().map(str::to_owned)).collect();
        let sorted = ledger_of(&lines);
        lines.sort_by_key(|line| EventId::of_line(line).to_string().bytes().fold(turn, |sum, byte| {
            sum.wrapping_mul(31).wrapping_add(u64::from(byte))
        }));
        let mut turned = Ledger::new();
        prop_assert_eq!(lines.iter().filter(|line| turned.insert(line).is_err()).count(), 0);
        prop_assert_eq!(seen(&sorted), seen(&turned));
        prop_assert_eq!(all(&sorted, now_ms), all(&turned, now_ms));
    }

    #[test]
    fn every_finding_has_its_evidence_in_the_ledger_and_happened_before_now(scenes in story(APART), days in 0..60_i64) {
        let now_ms = START_MS + days * DAY_MS;
        for device in play(APART, &scenes) {
            for (id, found) in all(&device.ledger, now_ms) {
                let keys: std::collections::BTreeSet<_> = found.iter().map(|finding| finding.key.clone()).collect();
                prop_assert_eq!(keys.len(), found.len(), "no finding twice");
                for finding in found {
                    let here = device.ledger.history(id);
                    prop_assert!(!finding.evidence.is_empty());
                    prop_assert!(finding.evidence.iter().all(|event| here.iter().any(|(known, _)| known == event)));
                    prop_assert!(here.iter().any(|(known, _)| *known == finding.key.event));
                }
            }
        }
    }
}
