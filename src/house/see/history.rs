//! Everything that happened to a ticket, as lines that screens put into words.

use crate::ledger::{By, Closing, Event, Fact, Ticket};
use crate::protocol::HistoryLine;

use super::Look;

impl Look<'_> {
    /// Lists a ticket's events, oldest first. An act that this build cannot read is listed by its kind alone.
    pub(super) fn history(&self, ticket: &Ticket) -> Vec<HistoryLine> {
        self.house.ledger.history(ticket.id).into_iter().map(|(id, event)| self.line(id, &event)).collect()
    }

    /// Who did something: a name; empty for the visitor.
    pub(super) fn by(&self, by: &By) -> String {
        match by {
            By::Visitor => String::new(),
            By::Staff(id) => self.name_of(id),
        }
    }

    fn line(&self, id: crate::ledger::EventId, event: &Event) -> HistoryLine {
        HistoryLine {
            id,
            at_ms: event.at_ms,
            by: self.by(&event.by),
            device: event.device.to_string(),
            kind: event.fact.kind().to_owned(),
            words: self.said(&event.fact),
        }
    }

    /// The words that belong to a fact: its text, reason or code.
    fn said(&self, fact: &Fact) -> String {
        match fact {
            Fact::Registered(intake) => intake.subject.clone(),
            Fact::OwnerNamed { decision, .. } => {
                let owner = decision.owner.as_ref().map(|owner| crate::office::StaffId(owner.id.clone()));
                owner.map(|id| self.name_of(&id)).unwrap_or_default()
            }
            Fact::DutyDone { duty, note } if note.is_empty() => duty.as_str().to_owned(),
            Fact::DutyDone { duty, note } => format!("{}\n{note}", duty.as_str()),
            Fact::Transferred { to, reason, .. } => format!("{}\n{reason}", self.department_name(&to.department)),
            Fact::TransferAccepted { staff, .. } => self.name_of(staff),
            Fact::Extended { due, reason } => format!("{}\n{reason}", due.at_ms),
            Fact::TransferReturned { reason, .. }
            | Fact::Reopened { reason }
            | Fact::ConflictSettled { reason, .. } => reason.clone(),
            Fact::Answered { text } | Fact::Urged { text } => text.clone(),
            Fact::FedBack { satisfied, text } => coded(heard(*satisfied), text),
            Fact::Rated { stars, text } => coded(&stars.to_string(), text),
            Fact::Closed { closing, note } => coded(ended(*closing), note),
            Fact::Corrected { value, reason, .. } => format!("{value}\n{reason}"),
            // What was said to a finding is for those whom it concerns; the findings' own list shows it.
            Fact::FindingAnswered(_) | Fact::FindingDecided(_) | Fact::Unknown { .. } => String::new(),
        }
    }
}

/// A code on the first line, the person's words after it.
fn coded(code: &str, words: &str) -> String {
    if words.is_empty() { code.to_owned() } else { format!("{code}\n{words}") }
}

const fn heard(satisfied: Option<bool>) -> &'static str {
    match satisfied {
        Some(true) => "satisfied",
        Some(false) => "dissatisfied",
        None => "silent",
    }
}

const fn ended(closing: Closing) -> &'static str {
    match closing {
        Closing::Settled => "settled",
        Closing::Declined => "declined",
        Closing::Directed => "directed",
        Closing::Withdrawn => "withdrawn",
        Closing::Duplicate => "duplicate",
    }
}
