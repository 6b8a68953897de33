//! What screens draw depends on the events, the office and who looks; and every number that was given out opens its ticket.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde::Serialize;
use shouwen::dice::Dice;
use shouwen::house::Moment;
use shouwen::ledger::TicketId;
use shouwen::office::Lang;
use shouwen::protocol::{Filter, Query, Seen, Shelf, StatusView};

use super::tickets::{Mixed, Shown, mixed};
use crate::simulate::device::Promised;
use crate::simulate::disk::Disk;
use crate::simulate::failure::{Held, broken, hold};
use crate::simulate::office::documents;
use crate::simulate::tab::Tab;
use crate::simulate::truth::Truth;

/// The moment at which views are compared, whatever the devices' clocks show: 1 December 2026, 10:00 in UTC+8.
const PROBE: Moment = Moment { now_ms: 1_796_090_400_000 };

/// Compares some views of a page with what they showed before for the same events.
pub(super) fn agree(
    truth: &Truth,
    shown: &mut Shown,
    page: (&mut Tab, &Disk),
    promised: &Promised,
    dice: &mut Dice,
) -> Held {
    let (tab, disk) = page;
    let tickets: Vec<TicketId> = truth.registered(&tab.holds);
    let staff = dice.pick(&documents()[0].office.staff).map(|staff| staff.id.clone());
    let set = mixed(&tab.holds);
    let by = staff.clone().unwrap_or_default();
    let drawn = match dice.below(8) {
        // Its QR code takes longer than all the rest.
        0 => dice.pick(&tickets).map(|id| Query::Ticket { id: *id, by: staff }),
        1 | 2 => Some(Query::Findings { by, offset: 0, limit: 10 }),
        3..=5 => Some(Query::Tickets { filter: filter(dice), offset: 0, limit: 10, whereabouts: None }),
        _ => Some(Query::Status),
    };
    if let Some(query) = drawn {
        same(shown, tab, disk, &query, set)?;
    }
    opens(promised, tab, disk, dice)
}

fn filter(dice: &mut Dice) -> Filter {
    let shelves = [Shelf::Open, Shelf::Incoming, Shelf::Late, Shelf::Closed, Shelf::All];
    let words = ["", "", "赵甲", "QH", "sfz", "身份", "句", "0001"];
    let office = &documents()[0].office;
    Filter {
        shelf: dice.pick(&shelves).copied().unwrap_or_default(),
        person: dice.pick(&office.staff).map(|staff| staff.id.clone()).filter(|_| dice.happens(30)),
        department: dice.pick(&office.departments).map(|department| department.id.clone()).filter(|_| dice.happens(20)),
        words: dice.pick(&words).copied().unwrap_or_default().to_owned(),
        ..Filter::default()
    }
}

fn same(shown: &mut Shown, tab: &mut Tab, disk: &Disk, query: &Query, set: Mixed) -> Held {
    let seen = match tab.ask(disk, |house| house.see(query, Lang::Hans, PROBE)) {
        Ok(seen) => seen,
        Err(trouble) => return broken("what is here can be seen", format!("{query:?}: {trouble:?}")),
    };
    // What belongs to the device and not to the ledger.
    let seen = match seen {
        Seen::Status(status) => Seen::Status(StatusView { system: None, device: String::new(), fresh: 0, ..status }),
        seen => seen,
    };
    let mut office = DefaultHasher::new();
    tab.office.hash(&mut office);
    // A matter of the list is explained by the system in force on the device, also beside a ticket.
    let status = tab.ask(disk, |house| house.see(&Query::Status, Lang::Hans, PROBE));
    if let Ok(Seen::Status(StatusView { system, .. })) = &status {
        json(system).hash(&mut office);
    }
    let asked = (format!("{:x} {}", office.finish(), json(query)), set);
    let told = json(&seen);
    let before = shown.views.entry(asked).or_insert_with(|| told.clone());
    hold(*before == told, "equal ledgers are drawn alike", || {
        let (told, before) = differing(&told, before);
        format!("{told} instead of {before}")
    })
}

/// What two texts say from shortly before the first place where they differ.
fn differing(one: &str, other: &str) -> (String, String) {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let part = |text: &str| text.chars().skip(same.saturating_sub(80)).take(240).collect();
    (part(one), part(other))
}

/// A number that a visitor was given opens the ticket that it was given for.
fn opens(promised: &Promised, tab: &mut Tab, disk: &Disk, dice: &mut Dice) -> Held {
    let given: Vec<_> = promised.numbers.iter().collect();
    let Some((number, ticket)) = dice.pick(&given).copied() else { return Ok(()) };
    // Another page may have registered it, and this one not have heard of it yet.
    let Some(ticket) = tab.ticket(disk, *ticket) else { return Ok(()) };
    let phone = &ticket.intake.visitor.phone;
    let phone_ending = phone.get(phone.len().saturating_sub(4)..).unwrap_or_default().to_owned();
    let query = Query::Progress { number: number.clone(), phone_ending };
    let seen = tab.ask(disk, |house| house.see(&query, Lang::Hans, PROBE));
    hold(seen.is_ok(), "a given number opens its ticket", || format!("{number}: {seen:?}"))
}

fn json(content: &impl Serialize) -> String {
    serde_json::to_string(content).expect("views are JSON")
}
