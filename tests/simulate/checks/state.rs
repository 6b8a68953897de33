//! Where a ticket stands, told from its events one after the other; only where each event knew all before it, so that
//! nothing contradicts anything.

use std::rc::Rc;

use shouwen::ledger::{State, Ticket};

use crate::simulate::failure::{Held, hold};
use crate::simulate::truth::Known;

/// What a ticket must show.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Expected {
    state: Option<State>,
    answer: Option<String>,
    stars: Option<u64>,
    urges: usize,
    transfers: usize,
    unknown: u32,
    corrections: usize,
}

/// What follows from events of which each names exactly the one before; none where they are not such a line.
pub(super) fn of_one_line(known: &[&Rc<Known>]) -> Option<Expected> {
    let mut line: Vec<&Rc<Known>> = Vec::with_capacity(known.len());
    let mut next = known.iter().find(|known| known.registers());
    while let Some(event) = next {
        line.push(event);
        let mut followers = known.iter().filter(|known| known.after == [event.id]);
        next = followers.next();
        if followers.next().is_some() {
            return None;
        }
    }
    (line.len() == known.len()).then(|| tell(&line))
}

fn tell(line: &[&Rc<Known>]) -> Expected {
    let mut expected = Expected::default();
    let (mut closed, mut waiting, mut answered, mut touched) = (false, false, false, false);
    for event in line {
        let text = |key: &str| Some(event.says(key).to_owned());
        let is_act = !matches!(event.kind.as_str(), "owner_named" | "finding_answered" | "finding_decided");
        touched |= event.by_staff && is_act;
        match event.kind.as_str() {
            "closed" => closed = true,
            "reopened" => (closed, answered) = (false, false),
            "transferred" => (waiting, expected.transfers) = (true, expected.transfers + 1),
            "transfer_accepted" | "transfer_returned" => waiting = false,
            "answered" => (answered, expected.answer) = (true, text("text")),
            "rated" => expected.stars = event.content.get("stars").and_then(serde_json::Value::as_u64),
            "urged" => expected.urges += 1,
            "corrected" => expected.corrections += 1,
            "teleported" => expected.unknown += 1,
            _ => {}
        }
    }
    expected.state = Some(match (closed, waiting, answered, touched) {
        (true, ..) => State::Closed,
        (_, true, ..) => State::Passing,
        (_, _, true, _) => State::Answered,
        (.., true) => State::InHand,
        _ => State::Registered,
    });
    expected
}

/// Holds a ticket against what must be shown.
pub(super) fn agrees(ticket: &Ticket, expected: &Expected) -> Held {
    let found = Expected {
        state: Some(ticket.state),
        answer: ticket.answer.as_ref().map(|said| said.text.clone()),
        stars: ticket.rating.as_ref().map(|rating| rating.stars.into()),
        urges: ticket.urges.len(),
        transfers: ticket.transfers.len(),
        unknown: ticket.unknown_acts,
        corrections: ticket.corrections.len(),
    };
    hold(found == *expected, "a ticket shows what happened", || format!("{found:?} instead of {expected:?}"))?;
    hold(ticket.conflicts.is_empty(), "who knew everything contradicts nobody", || format!("{:?}", ticket.conflicts))
}
