//! What the rules answer, line by line with clauses, as a preview while a matter is typed and as it stands on a ticket.

use crate::ledger::{DutyState, Ticket};
use crate::office::{DepartmentId, Post, StaffId};
use crate::protocol::{DecisionView, DutyView, Registration, Trouble, WhyView};
use crate::rules::{Actor, ClauseRef, Decision, Due, DutyLine, HandlerRole, Situation};

use super::super::registering::Judged;
use super::Look;

impl Look<'_> {
    /// Shows what the rules would say to `registration` now.
    pub(super) fn would_decide(&self, registration: &Registration) -> Result<DecisionView, Trouble> {
        let judged = self.house.judge(registration, self.moment)?;
        let Judged { situation, decision, duties, .. } = &judged;
        let department = judged.department.clone();
        let lines = decision.duties.iter().zip(duties);
        let shown = lines.map(|(line, due)| self.duty(decision, line, due.due.as_ref(), department.as_ref())).collect();
        Ok(DecisionView {
            handler_name: self.handler_name(decision, department.as_ref()),
            ..self.decision(decision, situation, shown)
        })
    }

    /// Shows the decision in force on a ticket, its duties as they now stand.
    pub(super) fn ticket_decision(
        &self,
        ticket: &Ticket,
        decision: &Decision,
        situation: &Situation,
        by: &[crate::ledger::Choice],
    ) -> DecisionView {
        let handler = ticket.handler.department.as_ref();
        let show = |duty: &crate::ledger::Duty| {
            let mut view = self.duty(decision, &duty.line, duty.due.as_ref(), handler);
            view.state = duty.state;
            view.note = duty.done.as_ref().map(|said| said.text.clone()).unwrap_or_default();
            view.mine = by.contains(&crate::ledger::Choice::CompleteDuty(duty.line.code));
            if let (Actor::Handler, Some(staff)) = (duty.line.by, &ticket.handler.staff) {
                view.person = Some(self.name_of(staff));
            }
            view
        };
        let duties = ticket.duties.iter().map(show).collect();
        let taken = ticket.handler.staff.as_ref().map(|staff| self.name_of(staff));
        DecisionView {
            handler_name: taken.or_else(|| self.handler_name(decision, handler)),
            ..self.decision(decision, situation, duties)
        }
    }

    fn decision(&self, decision: &Decision, situation: &Situation, duties: Vec<DutyView>) -> DecisionView {
        let chip = |clause: ClauseRef| self.stamped_chip(&decision.stamp, clause);
        let owner = decision.owner.as_ref();
        let why =
            decision.why.iter().map(|line| WhyView { chip: chip(line.clause), held: line.grounds.held(situation) });
        let stamp = &decision.stamp;
        DecisionView {
            owner: owner.map(|owner| self.name_of(&StaffId(owner.id.clone()))),
            basis: owner.map(|owner| owner.basis),
            owner_clause: owner.map(|owner| chip(owner.clause)),
            handler: decision.handler.map(|handler| handler.code),
            handler_name: None,
            handler_clause: decision.handler.map(|handler| chip(handler.clause)),
            duties,
            forms: decision.forms.iter().map(|form| (form.code, chip(form.clause))).collect(),
            barred: decision.barred.iter().map(|barred| (barred.code, chip(barred.clause))).collect(),
            why: why.collect(),
            situation: situation.clone(),
            stamp: format!("{} {} · {}", stamp.pack, stamp.version, stamp.calendar),
        }
    }

    fn duty(
        &self,
        decision: &Decision,
        line: &DutyLine,
        due: Option<&Due>,
        department: Option<&DepartmentId>,
    ) -> DutyView {
        let clauses = std::iter::once(&line.clause).chain(&line.also);
        DutyView {
            code: line.code,
            by: line.by,
            person: self.doer(decision, line.by, department),
            clauses: clauses.map(|clause| self.stamped_chip(&decision.stamp, *clause)).collect(),
            within: line.within,
            due: due.map(|due| self.due(due)),
            alternatives: line.alternatives.clone(),
            optional: line.optional,
            state: DutyState::Open,
            note: String::new(),
            mine: false,
        }
    }

    /// Who does what the rules lay on `actor`, by name, as far as the office's lists tell.
    fn doer(&self, decision: &Decision, actor: Actor, department: Option<&DepartmentId>) -> Option<String> {
        let office = self.house.office.as_ref()?;
        let owner = decision.owner.as_ref().map(|owner| StaffId(owner.id.clone()));
        match actor {
            Actor::Owner => owner.map(|id| self.name_of(&id)),
            Actor::Handler => self.handler_name(decision, department),
            Actor::Head => {
                let home = owner.and_then(|id| office.person(&id).map(|staff| staff.department.clone()));
                let head = office.department(home.as_ref().or(department)?)?;
                Some(self.name_of(&head.head))
            }
            Actor::Leader => {
                office.staff.iter().find(|staff| staff.post == Post::Leader).map(|staff| staff.name.clone())
            }
            Actor::Coordinator | Actor::Upper => None,
        }
    }

    /// The handler by name: the owner, the department that the system or the office's list names.
    fn handler_name(&self, decision: &Decision, department: Option<&DepartmentId>) -> Option<String> {
        match decision.handler?.code {
            HandlerRole::Owner => decision.owner.as_ref().map(|owner| self.name_of(&StaffId(owner.id.clone()))),
            HandlerRole::Head => self.doer(decision, Actor::Head, department),
            HandlerRole::Leader | HandlerRole::Superior => self.doer(decision, Actor::Leader, department),
            HandlerRole::Department | HandlerRole::Colleague | HandlerRole::Lead | HandlerRole::NextHandler => {
                let named = decision.department.as_ref().map(|department| department.name.to_string());
                named.or_else(|| department.map(|id| self.department_name(id)))
            }
            HandlerRole::Coordinator | HandlerRole::Upper | HandlerRole::Outside => None,
        }
    }
}
