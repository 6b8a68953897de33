//! Acts on a ticket that exists.

use crate::ledger::{Act, Draft, Standing, Ticket, TicketId, Written, plan};
use crate::protocol::Trouble;

use super::plan::Plan;
use super::{House, Moment};

impl House {
    /// The ticket with this id.
    pub(super) fn ticket(&self, id: TicketId) -> Result<&Ticket, Trouble> {
        self.ledger.ticket(id).ok_or_else(|| Trouble::NotFound(id.to_string()))
    }

    /// Plans an act, or hands back the refusal.
    pub(super) fn plan_act(
        &self,
        ticket: &Ticket,
        standing: &Standing,
        act: &Act,
        moment: Moment,
    ) -> Result<Plan, Trouble> {
        let facts = plan(ticket, standing, act).map_err(Trouble::Refused)?;
        let drafts = facts.into_iter().map(|fact| Draft { ticket: Some(ticket.id), by: standing.by(), fact }).collect();
        Ok(self.plan_added(ticket.id, self.write(drafts, moment)?))
    }

    /// Plans to store what was written about a ticket; of one that lies packed, its lines along with it.
    pub(super) fn plan_added(&self, ticket: TicketId, written: Vec<Written>) -> Plan {
        let mut plan = Plan::of(written);
        plan.lines.splice(0..0, self.ledger.lines_away(ticket).map(str::to_owned));
        plan
    }

    /// Plans the visitor's rating of the ticket that the slip opens.
    pub(super) fn plan_rating(
        &self,
        number: &str,
        phone_ending: &str,
        stars: u8,
        moment: Moment,
    ) -> Result<Plan, Trouble> {
        let ticket = self.opened_by(number, phone_ending)?;
        self.plan_act(ticket, &Standing::visitor(), &Act::Rate { stars, text: String::new() }, moment)
    }
}
