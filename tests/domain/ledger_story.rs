//! Random days of an office: people act at several devices, which now and then hear of each other, in part or wholly.

use proptest::prelude::*;
use shouwen::ledger::{Act, Choice, Closing, CorrectedField, EventId, Fact, Standing, Ticket, TicketId, offers};
use shouwen::rules::{Barred, Due, DutyCode};

use crate::ledger_kit::{
    DAY_MS, Device, MINUTE_MS, PEOPLE, START_MS, barring, decision, due, owner_named, standing, to, usual_duties,
};

/// Something that happens in a story.
#[derive(Clone, Debug)]
pub(crate) enum Scene {
    /// A visitor registers.
    Register { device: usize, decided: bool },
    /// A person does one of the things that the screen offers.
    Act { device: usize, who: usize, ticket: usize, choice: usize },
    /// Something is stated that no screen offers.
    Nonsense { device: usize, ticket: usize, what: usize },
    /// A device hears of what another has: of every line, or of those whose place has a bit in the mask.
    Hear { device: usize, from: usize, mask: u8 },
    /// Time passes, or a clock is put back.
    Wait { minutes: i64 },
}

/// How a story is to be.
#[derive(Clone, Copy)]
pub(crate) struct Kind {
    pub(crate) devices: usize,
    pub(crate) nonsense: u32,
}

pub(crate) fn story(kind: Kind) -> impl Strategy<Value = Vec<Scene>> {
    let device = 0..kind.devices;
    let scene = prop_oneof![
        1 => (device.clone(), prop::bool::weighted(0.9)).prop_map(|(device, decided)| Scene::Register { device, decided }),
        12 => (device.clone(), 0..=PEOPLE.len(), 0..4_usize, any::<prop::sample::Index>()).prop_map(|(device, who, ticket, choice)| {
            Scene::Act { device, who, ticket, choice: choice.index(1_000) }
        }),
        kind.nonsense => (device.clone(), 0..4_usize, 0..9_usize)
            .prop_map(|(device, ticket, what)| Scene::Nonsense { device, ticket, what }),
        3 => (device.clone(), device, prop_oneof![Just(u8::MAX), any::<u8>()])
            .prop_map(|(device, from, mask)| Scene::Hear { device, from, mask }),
        2 => (-90..600_i64).prop_map(|minutes| Scene::Wait { minutes }),
    ];
    prop::collection::vec(scene, 1..50)
}

/// Plays a story; each device's clock is wrong by some hours of its own.
pub(crate) fn play(kind: Kind, scenes: &[Scene]) -> Vec<Device> {
    let mut devices: Vec<Device> = (0..kind.devices).map(|seed| Device::new(u8::try_from(seed).unwrap() + 1)).collect();
    let mut now_ms = START_MS;
    // Tickets that everyone knows, so that people can contradict each other from the start: one decided, one not, one
    // handed on.
    devices[0].register(START_MS);
    devices[0].register_with(START_MS, None);
    let passing = devices[0].register(START_MS);
    devices[0].does(START_MS, "wang", passing, Act::Transfer { to: to("permits"), reason: "属许可科".to_owned() });
    let known: Vec<String> = devices[0].ledger.lines().map(str::to_owned).collect();
    for device in &mut devices {
        assert_eq!(device.ledger.extend(&known), []);
    }
    for scene in scenes {
        let skew_ms = |device: &usize| i64::try_from(*device).unwrap() * 47 * MINUTE_MS;
        match scene {
            Scene::Register { device, decided } => {
                let decision = decision("wang", usual_duties());
                let every_third = devices[*device].ledger.len().is_multiple_of(3);
                let decision = if every_third { barring(Barred::Retransfer, decision) } else { decision };
                devices[*device].register_with(now_ms + skew_ms(device), Some(decision).filter(|_| *decided));
            }
            Scene::Act { device, who, ticket, choice } => {
                let at_ms = now_ms + skew_ms(device);
                act(&mut devices[*device], at_ms, &person(*who), *ticket, *choice);
            }
            Scene::Nonsense { device, ticket, what } => {
                let at_ms = now_ms + skew_ms(device);
                if let Some(id) = pick(&devices[*device], *ticket) {
                    let fact = nonsense(&devices[*device], id, *what);
                    devices[*device].assert(at_ms, "wu", id, fact);
                }
            }
            Scene::Hear { device, from, mask } => {
                let lines = devices[*from].ledger.lines().enumerate();
                let heard: Vec<String> =
                    lines.filter(|(place, _)| mask >> (place % 8) & 1 == 1).map(|(_, line)| line.to_owned()).collect();
                assert_eq!(devices[*device].ledger.extend(&heard), []);
            }
            Scene::Wait { minutes } => now_ms += minutes * MINUTE_MS,
        }
    }
    devices
}

pub(crate) fn person(who: usize) -> Standing {
    PEOPLE.get(who).map_or_else(Standing::visitor, |(id, _, _)| standing(id))
}

/// Does what the screen offers; where it offers nothing, nothing.
fn act(device: &mut Device, at_ms: i64, who: &Standing, ticket: usize, choice: usize) {
    let Some(id) = pick(device, ticket) else { return };
    let mut offers = offers(device.ticket(id), who);
    // Every other time one of the acts that can contradict others.
    let grave = |offer: &Choice| match offer {
        Choice::CompleteDuty(_) | Choice::Urge | Choice::Correct => false,
        Choice::Close(_) => choice.is_multiple_of(7),
        _ => true,
    };
    if choice.is_multiple_of(2) && offers.iter().any(grave) {
        offers.retain(grave);
    }
    let Some(choice) = (choice / 2).checked_rem(offers.len()).map(|choice| offers[choice]) else { return };
    let act = with_words(choice, device.ticket(id), device.ledger.len());
    device.act(at_ms, who, id, &act).unwrap();
}

fn pick(device: &Device, ticket: usize) -> Option<TicketId> {
    let ids: Vec<TicketId> = device.ledger.tickets().map(|ticket| ticket.id).collect();
    ticket.checked_rem(ids.len()).map(|ticket| ids[ticket])
}

/// The act that a choice becomes once words are given; `unlike` makes them unlike those before. A later limit is later
/// than the ticket's own, which another device may have set.
pub(crate) fn with_words(choice: Choice, ticket: &Ticket, unlike: usize) -> Act {
    let later_ms = due(100 + i64::try_from(unlike).unwrap()).at_ms;
    let later_ms = ticket.limit.as_ref().map_or(later_ms, |limit| later_ms.max(limit.at_ms + DAY_MS));
    let words = format!("第 {unlike} 句");
    match choice {
        Choice::CompleteDuty(duty) => Act::CompleteDuty { duty, note: words },
        Choice::Transfer => Act::Transfer { to: to(["permits", "archive", "hall"][unlike % 3]), reason: words },
        Choice::AcceptTransfer(transfer) => Act::AcceptTransfer { transfer },
        Choice::ReturnTransfer(transfer) => Act::ReturnTransfer { transfer, reason: words },
        Choice::Answer => Act::Answer { text: words },
        Choice::Extend => Act::Extend { due: Due { at_ms: later_ms, ..due(0) }, reason: words },
        Choice::FeedBack => Act::FeedBack { satisfied: Some(unlike.is_multiple_of(2)), text: words },
        Choice::Rate => Act::Rate { stars: 4, text: words },
        Choice::Close(closing) => Act::Close { closing, note: words },
        Choice::Reopen => Act::Reopen { reason: words },
        Choice::Urge => Act::Urge { text: words },
        Choice::Correct => Act::Correct { field: CorrectedField::Phone, value: format!("{unlike}"), reason: words },
        Choice::SettleConflict(conflict, holds) => Act::SettleConflict { conflict, holds, reason: words },
    }
}

/// A fact that does not fit.
fn nonsense(device: &Device, id: TicketId, what: usize) -> Fact {
    let any_transfer = device.ticket(id).transfers.first().map_or(EventId([9; 16]), |transfer| transfer.mark.event);
    let reason = "乱".to_owned();
    match what {
        0 => Fact::TransferAccepted { transfer: EventId([3; 16]), staff: "li".into() },
        1 => Fact::TransferAccepted { transfer: any_transfer, staff: "wu".into() },
        2 => Fact::TransferReturned { transfer: any_transfer, reason },
        3 => Fact::Transferred { to: to("nowhere"), reason, clause: None },
        4 => Fact::Closed { closing: Closing::Directed, note: reason },
        5 => Fact::Reopened { reason },
        6 => Fact::DutyDone { duty: DutyCode::Rectify, note: reason },
        7 => owner_named(decision(PEOPLE[device.ledger.len() % PEOPLE.len()].0, Vec::new())),
        _ => Fact::Extended { due: due(-i64::try_from(what).unwrap() * DAY_MS), reason },
    }
}
