//! A matter comes in: situation, decision, due days, number.

use std::sync::Arc;

use crate::ledger::{By, Draft, DueDuty, Fact, Intake};
use crate::office::DepartmentId;
use crate::protocol::{Reception, Registration, Trouble};
use crate::rules::{Decision, Due, DutyCode, Limit, MatterKind, Situation, decide};

use super::plan::{Outcome, Plan};
use super::reception::receive;
use super::wall_clock::WallClock;
use super::{House, Moment};

/// A day, in milliseconds; China has no summer time, so every day has as many.
const DAY_MS: i64 = 86_400_000;

/// What the kiosk itself has done by the time it registers a matter of the list: it shows the complete list of papers
/// before the form, and hands out the slip, which is a receipt, with the acknowledgement.
const AT_KIOSK: [DutyCode; 2] = [DutyCode::TellOnce, DutyCode::IssueReceipt];

/// What a registration amounts to.
pub(super) struct Judged {
    /// What the rules were asked.
    pub(super) situation: Situation,
    /// What they answered.
    pub(super) decision: Decision,
    /// When each duty is due, in the decision's order.
    pub(super) duties: Vec<DueDuty>,
    /// When the matter is due by the limit published for it.
    pub(super) due: Option<Due>,
    /// The department that settles such matters.
    pub(super) department: Option<DepartmentId>,
    /// The matter's name as listed, or as typed.
    subject: String,
    kind: MatterKind,
}

impl House {
    /// Decides `registration` as things stand at `moment`; changes nothing.
    pub(super) fn judge(&self, registration: &Registration, moment: Moment) -> Result<Judged, Trouble> {
        let office = self.office()?;
        let pack = self.pack(moment)?;
        let received = receive(office, registration, WallClock::at(moment, self.calendar));
        if let (Some(id), None) = (&registration.matter, received.matter) {
            return Err(Trouble::NotFound(id.to_string()));
        }
        let published = received.matter.and_then(|matter| matter.limit);
        let decision = decide(pack, &received.situation);
        let due_of = |limit: Option<Limit>| self.due_by(limit, published, moment);
        let duties = decision.duties.iter();
        let duties = duties.map(|line| DueDuty { code: line.code, due: due_of(line.within) }).collect();
        let matter = received.matter;
        let here = received.window.map(|window| window.department.clone());
        Ok(Judged {
            duties,
            due: due_of(published),
            department: matter.map(|matter| matter.department.clone()).or(here),
            subject: matter.map_or_else(|| registration.subject.trim().to_owned(), |matter| matter.name.zh.clone()),
            kind: received.kind,
            situation: received.situation,
            decision,
        })
    }

    /// A limit as a moment; the promised time is the one that the office publishes for the matter.
    fn due_by(&self, limit: Option<Limit>, published: Option<Limit>, moment: Moment) -> Option<Due> {
        match limit? {
            Limit::Promised => self.due_at(published?, moment),
            limit => self.due_at(limit, moment),
        }
    }

    /// A limit that starts now as a moment; none where it is not one of time.
    ///
    /// What must be done at once is late only when its working day is over: nobody is shown as late while the visitor
    /// still stands at the window, or for a matter left at the kiosk on a day off.
    pub(super) fn due_at(&self, limit: Limit, moment: Moment) -> Option<Due> {
        if limit != Limit::Now {
            return self.calendar.due(moment.now_ms, limit).ok();
        }
        let works_today = WallClock::at(moment, self.calendar).weekday.is_some();
        let start_ms = if works_today { moment.now_ms - DAY_MS } else { moment.now_ms };
        let within = if works_today { Limit::Days(1) } else { Limit::WorkingDays(1) };
        self.calendar.due(start_ms, within).ok()
    }

    /// Plans the registration of a matter. A form that was already registered gets its ticket again.
    pub(super) fn plan_register(&self, registration: &Registration, moment: Moment) -> Result<Plan, Trouble> {
        if let Some(ticket) = self.ledger.registered_with(&registration.nonce) {
            return Ok(Plan { outcome: Outcome::Registered(ticket), ..Plan::default() });
        }
        let judged = self.judge(registration, moment)?;
        let office = self.office()?;
        let number = self.ledger.next_number(&office.code, &self.device_id(), moment.now_ms);
        let number = number.map_err(|error| Trouble::Broken(error.to_string()))?;
        let by = match &registration.reception {
            Reception::Kiosk => By::Visitor,
            Reception::Desk(desk) => By::Staff(desk.by.clone()),
        };
        let told_once = registration.reception == Reception::Kiosk && registration.matter.is_some();
        let intake = Intake {
            number,
            nonce: registration.nonce.clone(),
            office: office.id.clone(),
            matter: registration.matter.clone(),
            subject: judged.subject,
            kind: judged.kind,
            visitor: registration.visitor.clone(),
            details: registration.details.trim().to_owned(),
            department: judged.department,
            told_once,
        };
        let given: &[DutyCode] = if told_once { &AT_KIOSK } else { &[] };
        let given = given.iter().filter(|code| judged.decision.duties.iter().any(|line| line.code == **code));
        let given: Vec<Fact> = given.map(|duty| Fact::DutyDone { duty: *duty, note: String::new() }).collect();
        let decided = Fact::OwnerNamed {
            situation: Box::new(judged.situation),
            decision: Arc::new(judged.decision),
            duties: judged.duties,
            due: judged.due,
        };
        let facts = [Fact::Registered(Arc::new(intake)), decided].into_iter().chain(given);
        let drafts = facts.map(|fact| Draft { ticket: None, by: by.clone(), fact }).collect();
        let written = self.write(drafts, moment)?;
        let ticket = written.first().map(|first| first.id);
        let outcome = ticket.map_or(Outcome::Plain, Outcome::Registered);
        Ok(Plan { outcome, ..Plan::of(written) })
    }
}
