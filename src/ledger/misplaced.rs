//! Acts that do not fit what their makers knew: a reply to a transfer that is not here or was replied to, an act on a
//! closed ticket, a second transfer while one waits. No screen offers them; a damaged or a cleverer program may state
//! them. They change nothing and show until someone has looked at them.

use std::collections::BTreeMap;

use super::course::Course;
use super::{Conflict, ConflictKind, EventId, Fact, Ticket};

/// The act against which the step at `place` stands if it does not fit; itself where what it speaks of is not here.
///
/// `ticket` is what the steps before it came to, `closings` the places of the closings that stand.
pub(super) fn stands_against(course: &Course, ticket: &Ticket, closings: &[usize], place: usize) -> Option<EventId> {
    let step = course.steps().get(place)?;
    let fact = &step.event.fact;
    if let Some(closing) = closings.iter().find(|closing| needs_open_ticket(fact) && course.knew(place, **closing)) {
        return course.steps().get(*closing).map(|step| step.id);
    }
    let knew = |event: EventId| course.place(event).is_some_and(|earlier| course.knew(place, earlier));
    match fact {
        Fact::Transferred { .. } => {
            let waiting = ticket.waiting().map(|transfer| transfer.mark.event);
            waiting.filter(|event| knew(*event))
        }
        Fact::TransferAccepted { transfer, .. } | Fact::TransferReturned { transfer, .. } => {
            let Some(transfer) = ticket.transfer(*transfer) else { return Some(step.id) };
            let reply = transfer.reply.as_ref().map(|reply| reply.mark.event)?;
            (knew(reply) && !says_the_same(course, reply, fact)).then_some(reply)
        }
        _ => None,
    }
}

/// Takes out the conflicts that someone who knew their acts has settled.
pub(super) fn without_dismissed(course: &Course, conflicts: Vec<Conflict>) -> Vec<Conflict> {
    let settlements = course.steps().iter().enumerate().filter_map(|(place, step)| match &step.event.fact {
        Fact::ConflictSettled { conflict: ConflictKind::Misplaced, holds, .. } => Some((*holds, place)),
        _ => None,
    });
    let mut words: BTreeMap<EventId, Vec<usize>> = BTreeMap::new();
    for (holds, place) in settlements {
        words.entry(holds).or_default().push(place);
    }
    let knew = |place: usize, event: &EventId| course.place(*event).is_some_and(|earlier| course.knew(place, earlier));
    let dismissed = |conflict: &Conflict| {
        let mut about = conflict.events.iter().filter_map(|event| words.get(event)).flatten();
        about.any(|place| conflict.events.iter().all(|event| knew(*place, event)))
    };
    conflicts.into_iter().filter(|conflict| !dismissed(conflict)).collect()
}

fn needs_open_ticket(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Transferred { .. }
            | Fact::TransferAccepted { .. }
            | Fact::TransferReturned { .. }
            | Fact::Answered { .. }
            | Fact::Extended { .. }
            | Fact::OwnerNamed { .. }
            | Fact::Closed { .. }
    )
}

fn says_the_same(course: &Course, event: EventId, fact: &Fact) -> bool {
    let said = course.place(event).and_then(|place| course.steps().get(place)).map(|step| &step.event.fact);
    match (said, fact) {
        (Some(Fact::TransferAccepted { staff: one, .. }), Fact::TransferAccepted { staff: other, .. }) => one == other,
        (Some(Fact::TransferReturned { .. }), Fact::TransferReturned { .. }) => true,
        _ => false,
    }
}
