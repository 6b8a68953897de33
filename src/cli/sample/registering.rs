//! How an invented matter comes in.

use shouwen::office::{Matter, Office, Post, Staff};
use shouwen::protocol::{DeskReception, Reception, Registration};
use shouwen::rules::{Channel, Materials, Situation};

use super::people;
use shouwen::dice::Dice;

/// How many of a hundred come in at the kiosk.
const AT_KIOSK_PERCENT: u64 = 55;
/// How many of a hundred are matters of the office's list.
const LISTED_PERCENT: u64 = 92;

/// Invents a registration.
pub(super) fn registration(office: &Office, nonce: String, dice: &mut Dice) -> Registration {
    let listed = dice.happens(LISTED_PERCENT);
    let matter = dice.pick(&office.matters).filter(|_| listed);
    let (subject, kind) = people::subject(dice);
    Registration {
        nonce,
        visitor: people::visitor(dice, matter.is_some_and(|matter| matter.anonymous)),
        details: people::details(dice),
        reception: reception(office, matter, dice),
        kind: if listed { None } else { Some(kind) },
        subject: if listed { String::new() } else { subject },
        matter: matter.map(|matter| matter.id.clone()),
    }
}

fn reception(office: &Office, matter: Option<&Matter>, dice: &mut Dice) -> Reception {
    if dice.happens(AT_KIOSK_PERCENT) {
        return Reception::Kiosk;
    }
    let at_home = dice.happens(80);
    let clerks: Vec<&Staff> = office.staff.iter().filter(|staff| staff.post == Post::Clerk).collect();
    let near: Vec<&Staff> = match matter {
        Some(matter) if at_home => {
            clerks.iter().copied().filter(|staff| staff.department == matter.department).collect()
        }
        _ => Vec::new(),
    };
    let Some(by) = dice.pick(if near.is_empty() { &clerks } else { &near }) else { return Reception::Kiosk };
    let channels = [Channel::Visit, Channel::Visit, Channel::Visit, Channel::Phone, Channel::Phone, Channel::Online];
    let incomplete = dice.happens(12);
    let situation = Situation {
        channel: dice.pick(&channels).copied().unwrap_or_default(),
        materials: if incomplete { Materials::Incomplete } else { Materials::Complete },
        ..Situation::default()
    };
    Reception::Desk(Box::new(DeskReception {
        by: by.id.clone(),
        others: Vec::new(),
        scope: None,
        on_the_spot: None,
        situation,
    }))
}
