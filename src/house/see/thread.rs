//! The thread (责任链): from visitor to owner to handler to answer, and where the matter is now.

use std::cmp::Ordering;

use crate::ledger::{Receiver, State, Ticket};
use crate::protocol::{Knot, KnotView, Pace};

use super::Look;
use crate::index::{Row, Who};
use crate::office::{DepartmentId, StaffId};

/// What a thread is drawn from, of a ticket or of a row.
struct Cord<'a> {
    visitor: &'a str,
    /// The person, window or team, and the same as a person.
    owner: Option<(&'a str, Option<&'a StaffId>)>,
    department: Option<&'a DepartmentId>,
    offered: Option<Receiver>,
    handler: (Option<&'a StaffId>, Option<&'a DepartmentId>),
    state: State,
}

impl Look<'_> {
    /// Draws a ticket's thread, with the moments at which its knots were reached.
    pub(super) fn thread(&self, ticket: &Ticket) -> Vec<KnotView> {
        let mut knots = self.draw(&Cord {
            visitor: &ticket.intake.visitor.name,
            owner: ticket.owner.as_ref().map(|owner| (owner.id.as_str(), owner.staff.as_ref())),
            department: ticket.intake.department.as_ref(),
            offered: ticket.waiting().map(|transfer| transfer.to.clone()),
            handler: (ticket.handler.staff.as_ref(), ticket.handler.department.as_ref()),
            state: ticket.state,
        });
        for knot in &mut knots {
            knot.at_ms = reached_ms(ticket, knot.role);
        }
        knots
    }

    /// Draws a row's thread, without moments.
    pub(super) fn thread_of(&self, row: &Row) -> Vec<KnotView> {
        let Who { owner, owner_staff, department, handler_staff, handler_department, .. } = &row.who;
        self.draw(&Cord {
            visitor: &row.name,
            owner: owner.as_ref().map(|owner| (owner.as_str(), owner_staff.as_ref())),
            department: department.as_ref(),
            offered: row.who.offered(),
            handler: (handler_staff.as_ref(), handler_department.as_ref()),
            state: row.marks.state,
        })
    }

    fn draw(&self, cord: &Cord<'_>) -> Vec<KnotView> {
        let mut knots = vec![knot(Knot::Visitor, cord.visitor.to_owned(), String::new()), self.owner_knot(cord)];
        knots.extend(cord.offered.as_ref().map(|to| self.receiver_knot(Knot::Passing, to)));
        knots.extend(self.handler_knot(cord));
        knots.push(knot(Knot::Answer, String::new(), String::new()));
        knots.push(knot(Knot::Closed, String::new(), String::new()));
        let now = now_at(cord, &knots);
        for (place, knot) in knots.iter_mut().enumerate() {
            knot.pace = match place.cmp(&now) {
                Ordering::Equal if cord.state != State::Closed => Pace::Now,
                Ordering::Less | Ordering::Equal => Pace::Done,
                Ordering::Greater => Pace::Next,
            };
        }
        knots
    }

    fn owner_knot(&self, cord: &Cord<'_>) -> KnotView {
        let Some((owner, staff)) = cord.owner else {
            let place = cord.department.map(|id| self.department_name(id)).unwrap_or_default();
            return knot(Knot::Owner, String::new(), place);
        };
        // Name and department alone: where a person sits today takes long to find out, and a list has many rows.
        let person = staff.and_then(|id| self.house.office.as_ref()?.person(id));
        let who = staff.map_or_else(|| owner.to_owned(), |id| self.name_of(id));
        knot(Knot::Owner, who, person.map(|person| self.department_name(&person.department)).unwrap_or_default())
    }

    /// The handler, where that is someone other than the owner.
    fn handler_knot(&self, cord: &Cord<'_>) -> Option<KnotView> {
        let owner = cord.owner.and_then(|(_, staff)| staff);
        let (staff, department) = cord.handler;
        if staff.is_some() && staff == owner {
            return None;
        }
        let place = department.map(|id| self.department_name(id)).unwrap_or_default();
        let who = staff.map(|id| self.name_of(id)).unwrap_or_default();
        (!who.is_empty() || !place.is_empty()).then(|| knot(Knot::Handler, who, place))
    }

    pub(super) fn receiver_knot(&self, role: Knot, to: &Receiver) -> KnotView {
        let who = to.staff.as_ref().map(|id| self.name_of(id)).unwrap_or_default();
        knot(role, who, self.department_name(&to.department))
    }
}

/// When a knot of a ticket was reached.
fn reached_ms(ticket: &Ticket, role: Knot) -> Option<i64> {
    match role {
        Knot::Visitor => Some(ticket.registered.at_ms),
        Knot::Owner => ticket.owner.as_ref().map(|owner| owner.at_ms),
        Knot::Passing => ticket.waiting().map(|transfer| transfer.mark.at_ms),
        Knot::Handler => {
            let accepted = ticket.transfers.iter().rev().find_map(|transfer| transfer.reply.as_ref());
            accepted.map(|said| said.mark.at_ms)
        }
        Knot::Answer => ticket.answer.as_ref().map(|said| said.mark.at_ms),
        Knot::Closed => ticket.closed.as_ref().map(|ending| ending.said.mark.at_ms),
    }
}

/// Which knot the matter is at.
fn now_at(cord: &Cord<'_>, knots: &[KnotView]) -> usize {
    let of = |role| knots.iter().position(|knot| knot.role == role);
    let handled = cord.handler.0.is_some();
    let at = match cord.state {
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
