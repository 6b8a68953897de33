//! From a ticket, as its events made it, and the time to what looks wrong. Costs about a microsecond, so that whole offices
//! can be looked through while someone waits.

use super::FindingKey;
use super::miss::{settles, violation_of};
use crate::ledger::duty::{is_result, outlasts_closing};
use crate::ledger::{By, Closing, Duty, EventId, Mark, RETURNS_MAX, Ticket, Transfer, TransferState};
use crate::office::StaffId;
use crate::rules::{Actor, Barred, ClauseRef, Consequence, Due, DutyCode, Scope, StaffRole, Violation};

/// The most stars that still say the visitor was not satisfied.
const POOR_STARS_MAX: u8 = 2;

/// Something that looks wrong: a question to the person concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What, whose, from what.
    pub key: FindingKey,
    /// In which role the person had the duty.
    pub role: StaffRole,
    /// Whose duty the matter was.
    pub scope: Scope,
    /// The clause of the ticket's system that says what should have been done.
    pub clause: ClauseRef,
    /// The moment from which it is so, milliseconds since 1970 (UTC): the limit that passed, or the act.
    pub since_ms: i64,
    /// The events that show it, in their order.
    pub evidence: Vec<EventId>,
    /// What came of it, as far as the visitor's own words say.
    pub consequence: Vec<Consequence>,
}

/// What looks wrong on a ticket at `now_ms`, in the order of its duties, then of its transfers.
pub fn raise(ticket: &Ticket, now_ms: i64) -> Vec<Finding> {
    let Some(decision) = ticket.decided else { return Vec::new() };
    let look = Look { ticket, decision, now_ms };
    let mut found: Vec<Finding> = ticket.duties.iter().filter_map(|duty| look.missed(duty)).collect();
    found.extend(look.past_the_limit());
    found.extend(look.returned_again());
    found.extend(look.passed_on_again());
    found
}

/// A decided ticket at a moment.
struct Look<'a> {
    ticket: &'a Ticket,
    /// The decision in force.
    decision: EventId,
    now_ms: i64,
}

/// Who had a duty, and as what.
type Holder = (StaffId, StaffRole);

impl Look<'_> {
    /// A duty that was done late, not done in time, or left undone at the closing.
    fn missed(&self, duty: &Duty) -> Option<Finding> {
        let code = duty.code();
        let violation = violation_of(code)?;
        if duty.line.optional || self.another_way_was_gone(duty) || self.is_laid_anew(duty) {
            return None;
        }
        let done = self.done(duty);
        let since_ms = match (&duty.due, done, &self.ticket.closed) {
            (Some(due), done, _) => self.passed(due, done.map(|(_, at_ms)| at_ms))?,
            (None, None, Some(ending)) if was_due_at(ending.closing) && !outlasts_closing(code) => {
                ending.said.mark.at_ms
            }
            _ => return None,
        };
        // Nobody can tell a result that there is not: that the matter is late says it.
        if is_result(code) && !settles(code) && self.ticket.first_answer.is_none() {
            return None;
        }
        let (staff, role) = self.holder(duty.line.by, code, since_ms)?;
        let key = FindingKey { violation, staff, event: self.decision, duty: Some(code) };
        Some(self.finding(key, role, duty.line.clause, since_ms, done.map(|(id, _)| id).as_slice()))
    }

    /// The limit of the matter as a whole, where no duty carries one.
    fn past_the_limit(&self) -> Option<Finding> {
        let settling = || self.ticket.duties.iter().filter(|duty| settles(duty.code()));
        if settling().any(|duty| duty.due.is_some()) {
            return None;
        }
        let since_ms = self.passed(self.ticket.limit.as_ref()?, self.ticket.first_answer.map(|(_, at_ms)| at_ms))?;
        let clause = settling().map(|duty| duty.line.clause).next().or_else(|| self.barred(Barred::Delay));
        let clause = clause.or_else(|| self.ticket.handler.role.map(|role| role.clause))?;
        let (staff, role) = self.holder(Actor::Handler, DutyCode::SettleInTime, since_ms)?;
        let key = FindingKey { violation: Violation::Late, staff, event: self.decision, duty: None };
        Some(self.finding(key, role, clause, since_ms, self.ticket.first_answer.map(|(id, _)| id).as_slice()))
    }

    /// Given back for the second time and again: asked of those who gave it back then. The returns before the last two are not
    /// evidence again: of a hostile file with very many, each would list all.
    fn returned_again(&self) -> Vec<Finding> {
        let returned = self.ticket.transfers.iter().filter(|transfer| transfer.state == TransferState::Returned);
        let mut returned: Vec<&Transfer> = returned.filter(|transfer| transfer.reply.is_some()).collect();
        returned.sort_by_key(|transfer| transfer.reply.as_ref().map(|reply| (reply.mark.at_ms, reply.mark.event)));
        let before = usize::try_from(RETURNS_MAX).unwrap_or(usize::MAX).saturating_sub(1);
        let replies = |transfers: &[&Transfer]| -> Vec<EventId> {
            transfers.iter().filter_map(|transfer| Some(transfer.reply.as_ref()?.mark.event)).collect()
        };
        let again = returned.iter().enumerate().skip(before);
        again
            .filter_map(|(place, transfer)| {
                let mark = &transfer.reply.as_ref()?.mark;
                let clause = self.barred(Barred::Shirk).or(transfer.clause);
                let clause = clause.or_else(|| self.ticket.handler.role.map(|role| role.clause))?;
                let key = act_of(Violation::Shirk, mark)?;
                let evidence = replies(returned.get(place.checked_sub(before)?..=place)?);
                Some(self.finding(key, StaffRole::Handler, clause, mark.at_ms, &evidence))
            })
            .collect()
    }

    /// Passed on once more after someone had taken it, where the system forbids that.
    fn passed_on_again(&self) -> Vec<Finding> {
        let Some(clause) = self.barred(Barred::Retransfer) else { return Vec::new() };
        // Whoever took it no earlier than someone listed before is never the first to be found.
        let mut earliest: Vec<&Mark> = Vec::new();
        let accepted = self.ticket.transfers.iter().filter(|transfer| transfer.state == TransferState::Accepted);
        for reply in accepted.filter_map(|transfer| transfer.reply.as_ref()) {
            if earliest.last().is_none_or(|mark| reply.mark.at_ms < mark.at_ms) {
                earliest.push(&reply.mark);
            }
        }
        let taken = |by_ms: i64| earliest.get(earliest.partition_point(|mark| mark.at_ms >= by_ms)).copied();
        let transfers = self.ticket.transfers.iter().filter(|transfer| transfer.state != TransferState::SetAside);
        let again = transfers.filter_map(|transfer| {
            let before = taken(transfer.mark.at_ms)?;
            let key = act_of(Violation::Retransfer, &transfer.mark)?;
            let role = if before.by == transfer.mark.by { StaffRole::Handler } else { StaffRole::Owner };
            Some(self.finding(key, role, clause, transfer.mark.at_ms, &[before.event, transfer.mark.event]))
        });
        again.collect()
    }

    fn finding(
        &self,
        key: FindingKey,
        role: StaffRole,
        clause: ClauseRef,
        since_ms: i64,
        shown: &[EventId],
    ) -> Finding {
        let mut evidence = vec![self.decision];
        evidence.extend(shown.iter().filter(|id| **id != self.decision));
        let unhappy = self.ticket.feedback.as_ref().is_some_and(|feedback| feedback.satisfied == Some(false))
            || self.ticket.rating.as_ref().is_some_and(|rating| rating.stars <= POOR_STARS_MAX);
        let consequence = if unhappy { vec![Consequence::Dissatisfied] } else { Vec::new() };
        Finding { key, role, scope: self.ticket.scope, clause, since_ms, evidence, consequence }
    }

    /// The moment from which a limit was missed: by what was done, else by the closing or now. A provisional one is not.
    fn passed(&self, due: &Due, done_ms: Option<i64>) -> Option<i64> {
        let closed_ms = self.ticket.closed.as_ref().map(|ending| ending.said.mark.at_ms);
        let until_ms = done_ms.or(closed_ms).unwrap_or(self.now_ms);
        (!due.provisional && until_ms > due.at_ms).then_some(due.at_ms)
    }

    /// What did the duty: for settling the matter the first answer, if it came before.
    fn done(&self, duty: &Duty) -> Option<(EventId, i64)> {
        let ticked = duty.done.as_ref().map(|done| (done.mark.event, done.mark.at_ms));
        let answer = self.ticket.first_answer.filter(|_| settles(duty.code()));
        ticked.into_iter().chain(answer).min_by_key(|(id, at_ms)| (*at_ms, *id))
    }

    fn another_way_was_gone(&self, duty: &Duty) -> bool {
        let beside = |other: &&Duty| {
            duty.line.alternatives.contains(&other.code()) || other.line.alternatives.contains(&duty.code())
        };
        self.ticket.duties.iter().filter(beside).any(|other| other.done.is_some())
    }

    fn is_laid_anew(&self, duty: &Duty) -> bool {
        let kept =
            || self.ticket.first_answer.zip(duty.due.as_ref()).is_none_or(|((_, at_ms), due)| at_ms <= due.at_ms);
        self.ticket.reopened && is_result(duty.code()) && kept()
    }

    fn barred(&self, code: Barred) -> Option<ClauseRef> {
        self.ticket.barred.iter().find(|barred| barred.code == code).map(|barred| barred.clause)
    }

    /// Who had a duty when its limit passed. The handler is whoever had taken it by then; with nobody, the owner still
    /// answers, except for what only a handler can do.
    fn holder(&self, by: Actor, code: DutyCode, at_ms: i64) -> Option<Holder> {
        let owner = || Some((self.ticket.owner.as_ref()?.staff.clone()?, StaffRole::Owner));
        match by {
            Actor::Owner => owner(),
            Actor::Handler => {
                let handed = self.ticket.transfers.iter().filter(|transfer| transfer.mark.at_ms <= at_ms);
                let handed = handed.filter(|transfer| transfer.state != TransferState::SetAside);
                let taken = handed.clone().filter(|transfer| transfer.state == TransferState::Accepted);
                let taken =
                    taken.filter_map(|transfer| transfer.reply.as_ref()).rfind(|reply| reply.mark.at_ms <= at_ms);
                let waits = handed.filter(|transfer| transfer.state == TransferState::Waiting);
                let named = waits.filter_map(|transfer| transfer.to.staff.clone()).next_back();
                match (taken, named) {
                    (Some(reply), _) => Some((staff_of(&reply.mark)?, StaffRole::Handler)),
                    (None, Some(staff)) => Some((staff, StaffRole::Handler)),
                    (None, None) if matches!(code, DutyCode::ConfirmHandover | DutyCode::ContactVisitor) => None,
                    (None, None) => owner(),
                }
            }
            Actor::Head | Actor::Leader | Actor::Coordinator | Actor::Upper => None,
        }
    }
}

/// The finding that one act of a member of staff raises.
fn act_of(violation: Violation, mark: &Mark) -> Option<FindingKey> {
    Some(FindingKey { violation, staff: staff_of(mark)?, event: mark.event, duty: None })
}

fn staff_of(mark: &Mark) -> Option<StaffId> {
    match &mark.by {
        By::Staff(staff) => Some(staff.clone()),
        By::Visitor => None,
    }
}

/// Tells whether everything obligatory was due when the matter ended so.
const fn was_due_at(closing: Closing) -> bool {
    matches!(closing, Closing::Settled | Closing::Declined | Closing::Directed)
}
