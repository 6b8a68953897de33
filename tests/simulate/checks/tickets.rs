//! A ticket depends on the set of its events alone: wherever that set comes together, in whatever order, it shows the same.

use std::collections::HashMap;
use std::rc::Rc;

use shouwen::dice::Dice;
use shouwen::ledger::{EventId, Ledger, Ticket, TicketId};

use super::state;
use crate::simulate::disk::Disk;
use crate::simulate::failure::{Held, broken, hold};
use crate::simulate::tab::Tab;
use crate::simulate::truth::{Known, Truth};

/// A set of events as one number: their ids, added without order.
pub(crate) type Mixed = u128;

/// What was shown so far for a set of events, to hold the next against it.
#[derive(Default)]
pub(crate) struct Shown {
    tickets: HashMap<(TicketId, Mixed), Ticket>,
    /// What a view said, as JSON, by what it was asked and what it rests on.
    pub(super) views: HashMap<(String, Mixed), String>,
}

/// Mixes a set of events into one number.
pub(crate) fn mixed<'a>(ids: impl IntoIterator<Item = &'a EventId>) -> Mixed {
    ids.into_iter().fold(0, |mixed, id| mixed ^ u128::from_be_bytes(id.0))
}

/// Holds each ticket of a page against what the same events showed before, else against a fold in another order.
pub(super) fn agree(truth: &Truth, shown: &mut Shown, tab: &Tab, dice: &mut Dice) -> Held {
    let events = truth.by_ticket(&tab.holds);
    for ticket in tab.house.ledger().tickets() {
        let Some(known) = events.get(&ticket.id) else { continue };
        let set = (ticket.id, mixed(known.iter().map(|known| &known.id)));
        let before = shown.tickets.entry(set).or_insert_with(|| folded(known, ticket.id, dice));
        hold(before == ticket, "equal sets of events show equal tickets", || {
            format!("{ticket:?} instead of {before:?}")
        })?;
        if let Some(expected) = state::of_one_line(known) {
            state::agrees(ticket, &expected)?;
        }
    }
    Ok(())
}

/// Does the same with a ticket whose lines may lie packed, found by its id, its number and its form.
pub(super) fn agree_packed(truth: &Truth, shown: &mut Shown, tab: &mut Tab, disk: &Disk, dice: &mut Dice) -> Held {
    let events = truth.by_ticket(&tab.holds);
    let registered: Vec<&Rc<Known>> = events.values().flatten().filter(|known| known.registers()).copied().collect();
    let Some(first) = dice.pick(&registered).copied() else { return Ok(()) };
    let known = &events[&first.id];
    let Some(ticket) = tab.ticket(disk, first.id) else {
        return broken("a packed ticket is brought when it is asked for", first.id);
    };
    let set = (ticket.id, mixed(known.iter().map(|known| &known.id)));
    let before = shown.tickets.entry(set).or_insert_with(|| folded(known, ticket.id, dice));
    hold(*before == ticket, "equal sets of events show equal tickets", || format!("{ticket:?} instead of {before:?}"))?;
    let number = first.says("number").parse().expect("a number is one");
    let found = tab.ask(disk, |house| house.ledger().by_number(number).any(|ticket| ticket.id == first.id));
    hold(found, "a ticket is found by its number", || format!("{number:?}"))?;
    let same = |known: &&&Rc<Known>| known.says("nonce") == first.says("nonce");
    let expected = registered.iter().filter(same).map(|known| known.id).min();
    let told = tab.ask(disk, |house| house.ledger().registered_with(first.says("nonce")));
    hold(told == expected, "a form finds its ticket", || format!("{told:?} instead of {expected:?}"))
}

/// Folds a ticket from its lines, come in any order and in several parts.
fn folded(known: &[&Rc<Known>], ticket: TicketId, dice: &mut Dice) -> Ticket {
    let mut lines: Vec<&str> = known.iter().map(|known| &*known.line).collect();
    for place in (1..lines.len()).rev() {
        lines.swap(place, usize::try_from(dice.below(place as u64 + 1)).unwrap());
    }
    let mut ledger = Ledger::new();
    let parts = lines.len().div_ceil(1 + usize::try_from(dice.below(3)).unwrap());
    for part in lines.chunks(parts.max(1)) {
        assert_eq!(ledger.extend(part), []);
    }
    ledger.ticket(ticket).cloned().expect("the registration is among its events")
}
