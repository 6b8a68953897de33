//! What people do with tickets: mostly what a screen offers them, now and then what it does not.

use shouwen::dice::Dice;
use shouwen::ledger::{
    Act, Choice, Closing, ConflictKind, CorrectedField, EventId, Receiver, Standing, Ticket, TicketId, offers,
};
use shouwen::office::StaffId;
use shouwen::protocol::Command;
use shouwen::rules::{Due, DutyCode};

use super::super::failure::Held;
use super::super::office::{documents, office_of, standing};
use super::super::world::{Place, World};
use super::idle_page;

const DAY_MS: i64 = 86_400_000;

/// Someone does what a screen offers.
pub(super) fn act(world: &mut World, dice: &mut Dice) -> Held {
    match idle_page(world, dice)? {
        Some(place) => act_on(world, place, dice),
        None => Ok(()),
    }
}

/// The same on a certain page.
pub(super) fn act_on(world: &mut World, place: Place, dice: &mut Dice) -> Held {
    let Some(ticket) = pick(world, place, dice) else { return Ok(()) };
    let office = world.tab(place).office.as_deref().map(office_of);
    let by = somebody(&ticket, dice);
    let mut offered = offers(&ticket, &standing(office, &by));
    let grave = |choice: &Choice| !matches!(choice, Choice::CompleteDuty(_) | Choice::Urge | Choice::Correct);
    if dice.happens(70) && offered.iter().any(grave) {
        offered.retain(grave);
    }
    let Some(choice) = dice.pick(&offered).copied() else { return Ok(()) };
    does(world, place, &ticket, by, choice, dice)
}

/// Someone does whatever comes to mind; mostly it is refused.
pub(super) fn act_out_of_turn(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let Some(ticket) = pick(world, place, dice) else { return Ok(()) };
    let transfer = ticket.transfers.first().map_or(EventId([9; 16]), |transfer| transfer.mark.event);
    let choices = [
        Choice::CompleteDuty(DutyCode::Rectify),
        Choice::Transfer,
        Choice::AcceptTransfer(transfer),
        Choice::ReturnTransfer(transfer),
        Choice::Answer,
        Choice::Extend,
        Choice::FeedBack,
        Choice::Rate,
        Choice::Close(Closing::Withdrawn),
        Choice::Reopen,
        Choice::SettleConflict(ConflictKind::Closing, ticket.id),
    ];
    let Some(choice) = dice.pick(&choices).copied() else { return Ok(()) };
    let by = anybody(dice);
    does(world, place, &ticket, by, choice, dice)
}

/// A visitor rates the service at the kiosk.
pub(super) fn rate(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let Some(ticket) = pick(world, place, dice) else { return Ok(()) };
    if !offers(&ticket, &Standing::visitor()).contains(&Choice::Rate) {
        return Ok(());
    }
    let phone = &ticket.intake.visitor.phone;
    let phone_ending = phone.get(phone.len().saturating_sub(4)..).unwrap_or_default().to_owned();
    let stars = 1 + u8::try_from(dice.below(5)).unwrap();
    let number = ticket.number().to_string();
    world.tell(|| format!("  {place:?} {number} {stars}"));
    world.command(place, Command::Rate { number, phone_ending, stars }, dice)
}

fn does(world: &mut World, place: Place, ticket: &Ticket, by: StaffId, choice: Choice, dice: &mut Dice) -> Held {
    world.counter += 1;
    let act = with_words(choice, ticket, world.counter, dice);
    world.tell(|| format!("  {place:?} {by} {act:?} on {}", ticket.id));
    world.command(place, Command::Act { ticket: ticket.id, by, act }, dice)
}

fn pick(world: &mut World, place: Place, dice: &mut Dice) -> Option<Ticket> {
    let ids: Vec<TicketId> = world.truth.registered(&world.tab(place).holds);
    // Mostly one of the first few, so that much happens to the same ticket on several devices.
    let few = ids.get(..ids.len().min(3)).unwrap_or_default();
    let id = if dice.happens(60) { dice.pick(few) } else { dice.pick(&ids) };
    world.ticket(place, *id?)
}

/// Someone who is likely to have something to do with a ticket.
fn somebody(ticket: &Ticket, dice: &mut Dice) -> StaffId {
    let office = &documents()[0].office;
    let receiver = ticket.waiting().map(|transfer| &transfer.to);
    let called =
        receiver.and_then(|to| to.staff.clone().or_else(|| Some(office.department(&to.department)?.head.clone())));
    let holds = ticket.answerable_now();
    let held = holds.iter().find_map(|hold| hold.staff.clone());
    match (dice.below(10), called, held) {
        (0..=5, Some(called), _) => called,
        (0..=7, _, Some(held)) => held,
        _ => anybody(dice),
    }
}

fn anybody(dice: &mut Dice) -> StaffId {
    dice.pick(&documents()[0].office.staff).map(|staff| staff.id.clone()).unwrap_or_default()
}

/// The act that a choice becomes once words are given, unlike those before.
fn with_words(choice: Choice, ticket: &Ticket, unlike: u64, dice: &mut Dice) -> Act {
    let words = format!("第 {unlike} 句");
    match choice {
        Choice::CompleteDuty(duty) => Act::CompleteDuty { duty, note: words },
        Choice::Transfer => {
            let office = &documents()[0].office;
            let department = dice.pick(&office.departments).map(|department| department.id.clone()).unwrap_or_default();
            let people: Vec<_> = office.staff.iter().filter(|staff| staff.department == department).collect();
            let staff = dice.pick(&people).map(|staff| staff.id.clone()).filter(|_| dice.happens(40));
            Act::Transfer { to: Receiver { department, staff }, reason: words }
        }
        Choice::AcceptTransfer(transfer) => Act::AcceptTransfer { transfer },
        Choice::ReturnTransfer(transfer) => Act::ReturnTransfer { transfer, reason: words },
        Choice::Answer => Act::Answer { text: words },
        Choice::Extend => {
            let settling = ticket.duties.iter().filter_map(|duty| duty.due.as_ref()).map(|due| due.at_ms);
            let latest = settling.chain(ticket.limit.as_ref().map(|due| due.at_ms)).max().unwrap_or_default();
            let due = Due { at_ms: latest + DAY_MS, day: true, provisional: false, calendar: "cn".to_owned() };
            Act::Extend { due, reason: words }
        }
        Choice::FeedBack => Act::FeedBack { satisfied: dice.happens(80).then_some(dice.happens(50)), text: words },
        Choice::Rate => Act::Rate { stars: 4, text: words },
        Choice::Close(closing) => Act::Close { closing, note: words },
        Choice::Reopen => Act::Reopen { reason: words },
        Choice::Urge => Act::Urge { text: words },
        Choice::Correct => match dice.below(3) {
            0 => Act::Correct { field: CorrectedField::Phone, value: format!("10{unlike:09}"), reason: words },
            1 => Act::Correct { field: CorrectedField::Name, value: words.clone(), reason: words },
            _ => Act::Correct { field: CorrectedField::Details, value: words.clone(), reason: words },
        },
        Choice::SettleConflict(conflict, holds) => Act::SettleConflict { conflict, holds, reason: words },
    }
}
