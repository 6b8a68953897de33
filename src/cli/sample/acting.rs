//! How an invented ticket is worked on: the step that comes next, by someone who may take it.

use shouwen::house::{House, Moment};
use shouwen::ledger::{Act, CorrectedField, Receiver, Refusal, Ticket, TicketId, TransferState};
use shouwen::office::{DepartmentId, Office, Post, StaffId};
use shouwen::protocol::{Command, Trouble};

use super::course::Step;
use super::people;
use shouwen::dice::Dice;

/// How many duties are ticked off before a closing is given up.
const DUTIES_MAX: usize = 12;

/// Takes a step, first ticking off the duties that must be done before. Tells whether the rules let it.
pub(super) fn act(
    house: &mut House,
    office: &Office,
    dice: &mut Dice,
    (id, step): (TicketId, Step),
    moment: Moment,
) -> Result<bool, String> {
    for _ in 0..DUTIES_MAX {
        let Some(ticket) = house.ledger().ticket(id) else { return Err(format!("{id} has not come")) };
        let Some(by) = actor(ticket, office, step) else { return Ok(false) };
        let Some(act) = words(ticket, office, dice, step) else { return Ok(false) };
        match take(house, id, &by, act, moment)? {
            None => return Ok(true),
            Some(Refusal::DutiesOpen { codes }) => {
                let Some(duty) = codes.first() else { return Ok(false) };
                let act = Act::CompleteDuty { duty: *duty, note: String::new() };
                if take(house, id, &by, act, moment)?.is_some() {
                    return Ok(false);
                }
            }
            Some(_) => return Ok(false),
        }
    }
    Ok(false)
}

/// Has an act stored and counted, or hands back why the rules refuse it.
fn take(
    house: &mut House,
    ticket: TicketId,
    by: &StaffId,
    act: Act,
    moment: Moment,
) -> Result<Option<Refusal>, String> {
    match house.plan(&Command::Act { ticket, by: by.clone(), act }, moment) {
        Ok(plan) => match house.take_in(&plan.lines) {
            Ok(()) => Ok(None),
            Err(trouble) => Err(format!("{trouble:?}")),
        },
        Err(Trouble::Refused(refusal)) => Ok(Some(refusal)),
        Err(trouble) => Err(format!("{trouble:?}")),
    }
}

/// Who takes the step: the receiver of a transfer, else who answers for the ticket, else the head of its department.
fn actor(ticket: &Ticket, office: &Office, step: Step) -> Option<StaffId> {
    let waiting = ticket.transfers.iter().find(|transfer| transfer.state == TransferState::Waiting);
    if let (Step::Accept | Step::Return, Some(transfer)) = (step, waiting) {
        return transfer.to.staff.clone().or_else(|| clerk_of(office, &transfer.to.department));
    }
    let holds = ticket.answerable_now();
    let named = holds.iter().find_map(|hold| hold.staff.clone());
    let department = || holds.iter().find_map(|hold| hold.department.clone()).or(ticket.intake.department.clone());
    named
        .or_else(|| clerk_of(office, &department()?))
        .or_else(|| office.staff.iter().find(|staff| staff.post == Post::Leader).map(|staff| staff.id.clone()))
}

fn clerk_of(office: &Office, department: &DepartmentId) -> Option<StaffId> {
    let of_department = || office.staff.iter().filter(|staff| staff.department == *department);
    let clerk = of_department().find(|staff| staff.post == Post::Clerk).or_else(|| of_department().next());
    clerk.map(|staff| staff.id.clone())
}

/// The act that takes the step, with invented words.
fn words(ticket: &Ticket, office: &Office, dice: &mut Dice, step: Step) -> Option<Act> {
    let waiting = ticket.transfers.iter().find(|transfer| transfer.state == TransferState::Waiting);
    let transfer = waiting.map(|transfer| transfer.mark.event);
    let reason = people::reason(dice);
    Some(match step {
        Step::Answer => Act::Answer { text: people::answer(dice) },
        Step::FeedBack => Act::FeedBack { satisfied: Some(dice.happens(90)), text: String::new() },
        Step::Close(closing) => Act::Close { closing, note: String::new() },
        Step::Transfer => {
            let department = dice.pick(&office.departments)?.id.clone();
            Act::Transfer { to: Receiver { department, staff: None }, reason }
        }
        Step::Accept => Act::AcceptTransfer { transfer: transfer? },
        Step::Return => Act::ReturnTransfer { transfer: transfer?, reason },
        Step::Urge => Act::Urge { text: reason },
        Step::Correct => {
            let value = people::visitor(dice, false).name;
            Act::Correct { field: CorrectedField::Name, value, reason }
        }
        Step::Reopen => Act::Reopen { reason },
    })
}
