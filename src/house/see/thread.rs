//! The thread (责任链): from visitor to owner to handler to answer, and where the matter is now.

use std::cmp::Ordering;

use crate::ledger::{Receiver, State, Ticket};
use crate::protocol::{Knot, KnotView, Pace};

use super::Look;

impl Look<'_> {
    /// Draws a ticket's thread.
    pub(super) fn thread(&self, ticket: &Ticket) -> Vec<KnotView> {
        let mut knots = vec![visitor_knot(ticket), self.owner_knot(ticket)];
        knots.extend(ticket.waiting().map(|transfer| KnotView {
            at_ms: Some(transfer.mark.at_ms),
            ..self.receiver_knot(Knot::Passing, &transfer.to)
        }));
        knots.extend(self.handler_knot(ticket));
        knots.push(KnotView {
            at_ms: ticket.answer.as_ref().map(|said| said.mark.at_ms),
            ..knot(Knot::Answer, String::new(), String::new())
        });
        knots.push(KnotView {
            at_ms: ticket.closed.as_ref().map(|ending| ending.said.mark.at_ms),
            ..knot(Knot::Closed, String::new(), String::new())
        });
        let now = now_at(ticket, &knots);
        for (place, knot) in knots.iter_mut().enumerate() {
            knot.pace = match place.cmp(&now) {
                Ordering::Equal if ticket.state != State::Closed => Pace::Now,
                Ordering::Less | Ordering::Equal => Pace::Done,
                Ordering::Greater => Pace::Next,
            };
        }
        knots
    }

    fn owner_knot(&self, ticket: &Ticket) -> KnotView {
        let Some(owner) = &ticket.owner else {
            let place = ticket.intake.department.as_ref().map(|id| self.department_name(id)).unwrap_or_default();
            return knot(Knot::Owner, String::new(), place);
        };
        let person = owner.staff.as_ref().map(|id| self.person(id));
        let (who, place) = person.map_or((owner.id.clone(), String::new()), |person| (person.name, person.department));
        KnotView { at_ms: Some(owner.at_ms), ..knot(Knot::Owner, who, place) }
    }

    /// The handler, where that is someone other than the owner.
    fn handler_knot(&self, ticket: &Ticket) -> Option<KnotView> {
        let owner = ticket.owner.as_ref().and_then(|owner| owner.staff.as_ref());
        let handler = &ticket.handler;
        if handler.staff.is_some() && handler.staff.as_ref() == owner {
            return None;
        }
        let place = handler.department.as_ref().map(|id| self.department_name(id)).unwrap_or_default();
        let who = handler.staff.as_ref().map(|id| self.name_of(id)).unwrap_or_default();
        if who.is_empty() && place.is_empty() {
            return None;
        }
        let accepted = ticket.transfers.iter().rev().find_map(|transfer| transfer.reply.as_ref());
        Some(KnotView { at_ms: accepted.map(|said| said.mark.at_ms), ..knot(Knot::Handler, who, place) })
    }

    pub(super) fn receiver_knot(&self, role: Knot, to: &Receiver) -> KnotView {
        let who = to.staff.as_ref().map(|id| self.name_of(id)).unwrap_or_default();
        knot(role, who, self.department_name(&to.department))
    }
}

fn visitor_knot(ticket: &Ticket) -> KnotView {
    let at_ms = Some(ticket.registered.at_ms);
    KnotView { at_ms, ..knot(Knot::Visitor, ticket.intake.visitor.name.clone(), String::new()) }
}

/// Which knot the matter is at.
fn now_at(ticket: &Ticket, knots: &[KnotView]) -> usize {
    let of = |role| knots.iter().position(|knot| knot.role == role);
    let handled = ticket.handler.staff.is_some();
    let at = match ticket.state {
        State::Closed => of(Knot::Closed),
        State::Answered => of(Knot::Answer),
        State::Passing => of(Knot::Passing),
        State::Registered | State::InHand if handled => of(Knot::Handler).or_else(|| of(Knot::Owner)),
        State::Registered | State::InHand => of(Knot::Owner),
    };
    at.unwrap_or_default()
}

fn knot(role: Knot, who: String, place: String) -> KnotView {
    KnotView { role, who, place, at_ms: None, pace: Pace::Next }
}
