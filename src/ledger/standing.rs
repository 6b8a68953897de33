//! Who may act on a ticket: the owner, the handler, and those above them.
//!
//! The ledger knows people by what its events say and by the standing that the caller gives; it does not read the office.

use super::{Hold, Receiver, Standing, Ticket};
use crate::office::{DepartmentId, Post};
use crate::rules::Actor;

impl Ticket {
    /// Tells whether the person answers for the ticket: as owner, as handler, or above them. Where neither owner nor
    /// handler is known, any member of staff does.
    pub(super) fn is_answered_for_by(&self, standing: &Standing) -> bool {
        self.is_owner(standing)
            || self.is_handler(standing)
            || self.is_supervisor(standing)
            || self.is_nobodys(standing)
    }

    /// Tells whether a duty of this actor is the person's to tick off. What someone without a desk does (a head, a
    /// leader, a higher authority) is written down by the owner or handler, who follow the matter to the end.
    pub(super) fn is_duty_of(&self, actor: Actor, standing: &Standing) -> bool {
        let theirs = match actor {
            Actor::Owner => self.is_owner(standing),
            Actor::Handler => self.is_handler(standing) || (self.handler_hold().is_none() && self.is_owner(standing)),
            Actor::Head | Actor::Leader | Actor::Coordinator | Actor::Upper => {
                self.is_owner(standing) || self.is_handler(standing)
            }
        };
        theirs || self.is_supervisor(standing) || self.is_nobodys(standing)
    }

    /// Those who answer for the ticket, by name, for a refusal to tell.
    pub(super) fn those_who_answer(&self) -> Vec<Hold> {
        self.owner_hold().into_iter().chain(self.handler_hold()).collect()
    }

    fn is_owner(&self, standing: &Standing) -> bool {
        match &self.owner {
            Some(owner) if owner.staff.is_some() => owner.staff == standing.staff,
            // A window or team: whoever works where such matters are settled.
            Some(_) => standing.staff.is_some() && of_department(self.intake.department.as_ref(), standing),
            None => false,
        }
    }

    fn is_handler(&self, standing: &Standing) -> bool {
        match (&self.handler.staff, &self.handler.department) {
            (Some(staff), _) => standing.staff.as_ref() == Some(staff),
            (None, Some(department)) => standing.staff.is_some() && standing.department.as_ref() == Some(department),
            (None, None) => false,
        }
    }

    fn is_supervisor(&self, standing: &Standing) -> bool {
        let departments = [&self.handler.department, &self.intake.department];
        match standing.post {
            Post::Leader => standing.staff.is_some(),
            Post::Head => {
                let theirs = departments
                    .into_iter()
                    .flatten()
                    .any(|department| standing.department.as_ref() == Some(department));
                standing.staff.is_some() && (theirs || departments.into_iter().flatten().next().is_none())
            }
            Post::Clerk | Post::Operator => false,
        }
    }

    fn is_nobodys(&self, standing: &Standing) -> bool {
        standing.staff.is_some() && self.those_who_answer().is_empty()
    }
}

impl Receiver {
    /// Tells whether it was handed to this person: by name, to their department, or to the department that they head.
    pub(super) fn is(&self, standing: &Standing) -> bool {
        let theirs = standing.department.as_ref() == Some(&self.department);
        match &self.staff {
            _ if standing.staff.is_none() => false,
            Some(staff) => standing.staff.as_ref() == Some(staff) || (theirs && standing.post == Post::Head),
            None => theirs,
        }
    }
}

fn of_department(department: Option<&DepartmentId>, standing: &Standing) -> bool {
    department.is_none_or(|department| standing.department.as_ref() == Some(department))
}
