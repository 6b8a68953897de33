//! Findings are answered by those concerned and decided by those who lead.

use shouwen::dice::Dice;
use shouwen::ledger::TicketId;
use shouwen::ledger::finding::{Bearing, ChosenSanction, FindingKey, Judgement, Plea, raise};
use shouwen::office::{Post, StaffId};
use shouwen::protocol::Command;
use shouwen::rules::Sanction;

use super::super::failure::Held;
use super::super::office::documents;
use super::super::world::{Place, World};
use super::idle_page;

/// The person concerned answers.
pub(super) fn answer(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let Some((ticket, finding)) = raised(world, place, dice) else { return Ok(()) };
    let by = finding.staff.clone();
    world.counter += 1;
    let text = format!("说明 {}", world.counter);
    world.tell(|| format!("  {place:?} {finding:?} of {ticket}"));
    world.command(place, Command::AnswerFinding { ticket, finding, by, text }, dice)
}

/// Someone decides; mostly someone who may.
pub(super) fn decide(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let Some((ticket, finding)) = raised(world, place, dice) else { return Ok(()) };
    let staff = documents()[0].office.staff.iter().filter(|staff| staff.post != Post::Clerk || dice.happens(5));
    let leaders: Vec<StaffId> = staff.map(|staff| staff.id.clone()).collect();
    let by = dice.pick(&leaders).cloned().unwrap_or_default();
    let chosen = ChosenSanction { code: Sanction::ALL[0], clause: None };
    let judgement = match dice.below(3) {
        0 => Judgement::Dismissed,
        1 => Judgement::Upheld(Vec::new()),
        _ => Judgement::Upheld(vec![chosen]),
    };
    world.counter += 1;
    let plea = Plea { bearing: Bearing::default(), judgement, reason: format!("理由 {}", world.counter) };
    world.tell(|| format!("  {place:?} {by} {finding:?} of {ticket}"));
    world.command(place, Command::DecideFinding { ticket, finding, by, plea }, dice)
}

/// Something that the ledger of a page raises as its clock stands.
fn raised(world: &mut World, place: Place, dice: &mut Dice) -> Option<(TicketId, FindingKey)> {
    let now_ms = world.moment(place.0).now_ms;
    let ids: Vec<TicketId> = world.truth.registered(&world.tab(place).holds);
    let ticket = world.ticket(place, *dice.pick(&ids)?)?;
    let found: Vec<FindingKey> = raise(&ticket, now_ms).into_iter().map(|finding| finding.key).collect();
    Some((ticket.id, dice.pick(&found)?.clone()))
}
