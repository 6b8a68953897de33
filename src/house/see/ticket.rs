//! One ticket, whole, and what the person looking may do with it.

use crate::ledger::{self, Receiver, Said, Ticket, TicketId, Transfer, TransferState};
use crate::office::{Matter, StaffId};
use crate::protocol::{AcknowledgedView, TicketView, TransferView, Trouble};
use crate::rules::Stamp;

use super::super::wall_clock::WallClock;
use super::super::{Moment, reception};
use super::Look;

impl Look<'_> {
    /// Shows one ticket to `by`.
    pub(super) fn ticket(&self, id: &TicketId, by: Option<&StaffId>) -> Result<TicketView, Trouble> {
        let ticket = self.house.ticket(*id)?;
        let offers = by.map(|by| ledger::offers(ticket, &self.house.standing(by))).unwrap_or_default();
        let matter: Option<&Matter> = ticket
            .intake
            .matter
            .as_ref()
            .and_then(|id| self.house.office.as_ref().and_then(|office| office.matter(id)));
        let decided = self.house.ledger.decided(ticket);
        let decision = decided
            .as_ref()
            .map(|(situation, decision)| Box::new(self.ticket_decision(ticket, decision, situation, &offers)));
        let holds = ticket.answerable_now();
        let answerable = holds.iter().filter_map(|hold| hold.staff.as_ref().map(|id| self.person(id)));
        Ok(TicketView {
            row: self.row(ticket),
            phone: ticket.intake.visitor.phone.clone(),
            anonymous: ticket.intake.visitor.anonymous,
            details: ticket.intake.details.clone(),
            channel: decided.map(|(situation, _)| situation.channel).unwrap_or_default(),
            matter: matter.map(|matter| Box::new(self.whole_matter(matter))),
            decision,
            answerable: answerable.collect(),
            transfers: ticket.transfers.iter().map(|transfer| self.transfer(transfer)).collect(),
            answer: ticket.answer.as_ref().map(|said| said.text.clone()),
            closing: ticket.closed.as_ref().map(|ending| ending.closing),
            rated: ticket.rating.as_ref().map(|rating| rating.stars),
            conflicts: ticket.conflicts.clone(),
            history: self.history(ticket),
            offers,
        })
    }

    /// What a visitor gets on registering, where the ticket was decided by the system of this stamp.
    pub(in crate::house) fn acknowledged(
        &self,
        ticket: &Ticket,
        stamp: Option<&Stamp>,
    ) -> Result<AcknowledgedView, Trouble> {
        let office = self.house.office()?;
        let now = WallClock::at(Moment { now_ms: ticket.registered.at_ms }, self.house.calendar);
        let matter = ticket.intake.matter.as_ref().and_then(|id| office.matter(id));
        let owner = ticket.owner.as_ref();
        let person = owner.and_then(|owner| owner.staff.as_ref());
        let window = matter.and_then(|matter| office.window(&matter.window));
        let window = window.or_else(|| person.and_then(|id| reception::sits_at(office, id, now)));
        Ok(AcknowledgedView {
            ticket: ticket.id,
            number: ticket.number().to_string(),
            subject: self.subject(ticket),
            at_ms: ticket.registered.at_ms,
            due: ticket.due.as_ref().map(|due| self.due(due)),
            owner: person.map(|id| self.person(id)),
            window: window.map(|window| window.number),
            place: window.map(|window| window.place.in_lang(self.lang)).unwrap_or_default(),
            owner_clause: owner.zip(stamp).map(|(owner, stamp)| self.stamped_chip(stamp, owner.clause)),
            materials: matter.map(|matter| self.materials(&matter.materials)).unwrap_or_default(),
            thread: self.thread(ticket),
            office: office.name.in_lang(self.lang),
            complaint_phone: office.complaint_phone.clone(),
        })
    }

    fn transfer(&self, transfer: &Transfer) -> TransferView {
        let Receiver { department, staff } = &transfer.to;
        let department = self.department_name(department);
        let to = staff.as_ref().map_or_else(|| department.clone(), |id| format!("{department} · {}", self.name_of(id)));
        let reply = |said: &Said| match transfer.state {
            TransferState::Returned => said.text.clone(),
            _ => self.by(&said.mark.by),
        };
        TransferView {
            id: transfer.mark.event,
            from: self.by(&transfer.mark.by),
            to,
            reason: transfer.reason.clone(),
            at_ms: transfer.mark.at_ms,
            state: transfer.state,
            reply: transfer.reply.as_ref().map(reply).unwrap_or_default(),
        }
    }
}
