//! What must hold for every story: agreement, order, and that nothing is lost. A failing story is printed, shrunk.

use proptest::prelude::*;
use shouwen::ledger::{
    Choice, Closing, Conflict, ConflictKind, Event, EventId, Inserted, Ledger, Ticket, TicketId, offers, plan,
};
use shouwen::rules::DutyCode;

use crate::ledger_kit::{Device, MINUTE_MS, PEOPLE, START_MS, ledger_of, seen, standing};
use crate::ledger_story::{Kind, Scene, person, play, story, with_words};

const APART: Kind = Kind { devices: 3, nonsense: 2 };
const SENSIBLE: Kind = Kind { devices: 3, nonsense: 0 };
const ALONE: Kind = Kind { devices: 1, nonsense: 0 };

/// The lines of every device, each once, in the order that `keys` gives.
fn shuffled(devices: &[Device], keys: &[u64]) -> Vec<String> {
    let mut union = Ledger::new();
    for device in devices {
        union.merge(&device.ledger);
    }
    let mut lines: Vec<(u64, String)> = union
        .lines()
        .enumerate()
        .map(|(place, line)| (keys[place % keys.len()].wrapping_mul(place as u64 + 1), line.to_owned()))
        .collect();
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}

fn keys() -> impl Strategy<Value = Vec<u64>> {
    prop::collection::vec(any::<u64>(), 8)
}

fn union(one: &Ledger, other: &Ledger) -> Ledger {
    let mut union = ledger_of(&one.lines().map(str::to_owned).collect::<Vec<_>>());
    union.merge(other);
    union
}

/// Every choice that any screen might ever offer on this ticket.
fn every_choice(ticket: &Ticket) -> Vec<Choice> {
    let events: Vec<EventId> = ticket.transfers.iter().map(|transfer| transfer.mark.event).chain([ticket.id]).collect();
    let conflicting = ticket.conflicts.iter().flat_map(|conflict| conflict.events.clone());
    let settled = conflicting.chain([ticket.id]).flat_map(|event| {
        [ConflictKind::Transfer, ConflictKind::Closing, ConflictKind::Misplaced]
            .map(|kind| Choice::SettleConflict(kind, event))
    });
    let plain = [
        Choice::Transfer,
        Choice::Answer,
        Choice::Extend,
        Choice::FeedBack,
        Choice::Rate,
        Choice::Reopen,
        Choice::Urge,
        Choice::Correct,
    ];
    let replies = events.iter().flat_map(|event| [Choice::AcceptTransfer(*event), Choice::ReturnTransfer(*event)]);
    let duties = DutyCode::ALL.iter().map(|code| Choice::CompleteDuty(*code));
    duties.chain(replies).chain(plain).chain(Closing::ALL.map(Choice::Close)).chain(settled).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(scenes in story(APART)) {
        let devices = play(APART, &scenes);
        let [a, b, c] = [&devices[0].ledger, &devices[1].ledger, &devices[2].ledger];
        prop_assert_eq!(seen(&union(a, b)), seen(&union(b, a)));
        prop_assert_eq!(seen(&union(&union(a, b), c)), seen(&union(a, &union(b, c))));
        prop_assert_eq!(seen(&union(a, a)), seen(a));
        prop_assert_eq!(seen(&union(&union(a, b), b)), seen(&union(a, b)));
    }

    #[test]
    fn a_ledger_depends_on_the_set_of_lines_alone(scenes in story(APART), keys in keys()) {
        let devices = play(APART, &scenes);
        let lines = shuffled(&devices, &keys);
        let mut sorted = lines.clone();
        sorted.sort_unstable();
        let at_once = ledger_of(&sorted);
        let mut one_by_one = Ledger::new();
        for line in &lines {
            prop_assert!(matches!(one_by_one.insert(line), Ok(Inserted::New(_))));
            prop_assert!(matches!(one_by_one.insert(line), Ok(Inserted::Known(_))));
        }
        prop_assert_eq!(seen(&one_by_one), seen(&at_once));
        let mut in_parts = Ledger::new();
        for part in lines.chunks(7) {
            prop_assert_eq!(in_parts.extend(part), []);
        }
        prop_assert_eq!(seen(&in_parts), seen(&at_once));
        let keys: Vec<_> = at_once.lines().map(|line| {
            let event = Event::from_line(line).unwrap();
            (event.at_ms, event.tick, event.device, event.seq, EventId::of_line(line))
        }).collect();
        prop_assert!(keys.is_sorted());
    }

    #[test]
    fn every_prefix_folds_and_nothing_vanishes(scenes in story(APART), keys in keys()) {
        let devices = play(APART, &scenes);
        let lines = shuffled(&devices, &keys);
        let mut ledger = Ledger::new();
        for (place, line) in lines.iter().enumerate() {
            prop_assert!(ledger.insert(line).is_ok());
            prop_assert_eq!(ledger.len(), place + 1);
            let told: usize = ledger.tickets().map(|ticket| ledger.history(ticket.id).len()).sum();
            prop_assert_eq!(told + ledger.orphans(), place + 1);
            for ticket in ledger.tickets() {
                check_ticket(&ledger, ticket);
            }
        }
    }

    #[test]
    fn one_device_never_contradicts_itself(scenes in story(ALONE)) {
        let devices = play(ALONE, &scenes);
        for ticket in devices[0].ledger.tickets() {
            prop_assert_eq!(&ticket.conflicts, &[]);
            prop_assert_eq!(ticket.frontier.len(), 1);
        }
        prop_assert_eq!(devices[0].ledger.chain_faults(), []);
    }

    #[test]
    fn exactly_what_is_offered_is_accepted(scenes in story(SENSIBLE), who in 0..=PEOPLE.len()) {
        let devices = play(SENSIBLE, &scenes);
        for ticket in devices.iter().flat_map(|device| device.ledger.tickets()) {
            let offers = offers(ticket, &person(who));
            for choice in every_choice(ticket) {
                let act = with_words(choice, ticket, 90);
                prop_assert_eq!(plan(ticket, &person(who), &act).is_ok(), offers.contains(&choice), "{:?}", act);
            }
            prop_assert!(offers.iter().all(|choice| every_choice(ticket).contains(choice)
                || matches!(choice, Choice::SettleConflict(..))));
        }
    }

    #[test]
    fn every_conflict_can_be_settled_and_then_all_agree(scenes in story(APART)) {
        let mut devices = play(APART, &scenes);
        let (first, others) = devices.split_first_mut().unwrap();
        for other in others.iter() {
            first.hears(other);
        }
        let mut now_ms = START_MS;
        while let Some((id, conflict)) = a_conflict(&first.ledger) {
            now_ms += MINUTE_MS;
            prop_assert!(now_ms < START_MS + 500 * MINUTE_MS, "settling never ends");
            let choice = Choice::SettleConflict(conflict.kind, *conflict.events.last().unwrap());
            let act = with_words(choice, first.ticket(id), 1);
            prop_assert!(first.act(now_ms, &standing("zheng"), id, &act).is_ok());
        }
        for other in others {
            other.hears(first);
            first.hears(other);
            prop_assert_eq!(seen(&other.ledger), seen(&first.ledger));
        }
    }
}

fn a_conflict(ledger: &Ledger) -> Option<(TicketId, Conflict)> {
    ledger.tickets().find_map(|ticket| Some((ticket.id, ticket.conflicts.first()?.clone())))
}

/// What a ticket says is borne out by its history.
fn check_ticket(ledger: &Ledger, ticket: &Ticket) {
    let history = ledger.history(ticket.id);
    let place = |id: EventId| history.iter().position(|(known, _)| *known == id);
    for (at, (_, event)) in history.iter().enumerate() {
        assert!(
            event.after.iter().filter_map(|id| place(*id)).all(|known| known < at),
            "an event comes before one it knew"
        );
    }
    assert_eq!(place(ticket.id), Some(0));
    assert!(!ticket.frontier.is_empty() && ticket.frontier.iter().all(|id| place(*id).is_some()));
    for conflict in &ticket.conflicts {
        assert!(conflict.events.contains(&conflict.holds));
        assert!(conflict.events.iter().all(|id| place(*id).is_some()));
    }
    let count = |kind: &str| history.iter().filter(|(_, event)| event.fact.kind() == kind).count();
    let misplaced = |kind: &str| {
        let last = ticket.conflicts.iter().filter(|conflict| conflict.kind == ConflictKind::Misplaced);
        last.filter_map(|conflict| conflict.events.last())
            .filter_map(|id| place(*id))
            .filter(|at| history[*at].1.fact.kind() == kind)
            .count()
    };
    assert!(ticket.transfers.len() + misplaced("transferred") <= count("transferred"));
    assert_eq!(ticket.urges.len(), count("urged"));
    assert_eq!(ticket.corrections.len(), count("corrected"));
    assert_eq!(ticket.rating.is_some(), count("rated") > 0);
    assert!(ticket.touched_ms >= ticket.registered.at_ms);
}

#[test]
fn stories_are_about_something() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut kinds = std::collections::BTreeMap::new();
    let mut conflicts = std::collections::BTreeMap::new();
    for _ in 0..96 {
        let scenes: Vec<Scene> = story(APART).new_tree(&mut runner).unwrap().current();
        let mut devices = play(APART, &scenes);
        let (first, others) = devices.split_first_mut().unwrap();
        for other in others.iter() {
            first.hears(other);
        }
        for line in first.ledger.lines() {
            *kinds.entry(Event::from_line(line).unwrap().fact.kind().to_owned()).or_insert(0) += 1;
        }
        for conflict in first.ledger.tickets().flat_map(|ticket| &ticket.conflicts) {
            *conflicts.entry(conflict.kind).or_insert(0) += 1;
        }
    }
    assert_eq!(kinds.len(), 15, "{kinds:?}");
    assert_eq!(conflicts.len(), 5, "{conflicts:?}");
}
