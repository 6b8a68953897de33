//! How far a matter has come, for whoever holds the slip.
//!
//! Number and phone ending together open it; where no telephone was given, the number alone. A wrong ending and an unknown
//! number get the same reply, so that nothing can be learnt by trying.

use crate::ledger::{Standing, State, Ticket, TicketNumber};
use crate::protocol::{ProgressView, Trouble};

use super::super::House;
use super::Look;

impl House {
    /// Finds the ticket that a slip's number and the visitor's phone ending open.
    pub(in crate::house) fn opened_by(&self, number: &str, phone_ending: &str) -> Result<&Ticket, Trouble> {
        let unknown = || Trouble::NotFound(number.to_owned());
        let number: TicketNumber = number.parse().map_err(|_| unknown())?;
        self.ledger.by_number(number).find(|ticket| opens(ticket, phone_ending)).ok_or_else(unknown)
    }
}

fn opens(ticket: &Ticket, phone_ending: &str) -> bool {
    let phone = &ticket.intake.visitor.phone;
    phone.is_empty() || (phone_ending.chars().count() == 4 && phone.ends_with(phone_ending))
}

impl Look<'_> {
    /// Shows how far a matter has come.
    pub(super) fn progress(&self, number: &str, phone_ending: &str) -> Result<ProgressView, Trouble> {
        let ticket = self.house.opened_by(number, phone_ending)?;
        let choices = crate::ledger::offers(ticket, &Standing::visitor());
        Ok(ProgressView {
            number: ticket.number().to_string(),
            subject: self.subject(ticket),
            state: ticket.state,
            thread: self.thread(ticket),
            due: ticket.due.as_ref().filter(|_| ticket.state != State::Closed).map(|due| self.due(due)),
            answer: ticket.answer.as_ref().map(|said| said.text.clone()),
            may_rate: choices.contains(&crate::ledger::Choice::Rate),
            rated: ticket.rating.as_ref().map(|rating| rating.stars),
        })
    }
}
