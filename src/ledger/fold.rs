//! From a ticket's events to the ticket.
//!
//! Invariants: the result depends on the set of events alone; every set that holds the registration folds; an event
//! that makes no sense changes nothing but is shown as a [`Conflict`] where it contradicts, and stays in the history.

use std::sync::Arc;

use super::conflict::Verdict;
use super::course::{Course, Step};
use super::duty::{Deed, is_result, next_due, tick_off};
use super::finding::{Remark, RemarkKind, Sealed};
use super::misplaced::{stands_against, without_dismissed};
use super::{
    By, Conflict, ConflictKind, CorrectedField, Correction, Duty, DutyState, Ending, Event, EventId, Fact, Feedback,
    Handler, Mark, Rating, Said, State, Ticket, Transfer, TransferState,
};
use crate::office::StaffId;
use crate::rules::{Decision, HandlerRole, Scope};

/// A fold under way.
struct Fold<'a> {
    course: &'a Course,
    verdict: Verdict,
    ticket: Ticket,
    /// Acts with effect so far, for the duties that they do.
    deeds: Vec<Deed>,
    /// Places of the closings that stand.
    closings: Vec<usize>,
    /// The place of the answer that stands.
    answered: Option<usize>,
    /// Whether a member of staff has touched it.
    touched: bool,
    misplaced: Vec<Conflict>,
}

impl Ticket {
    /// What these events amount to; none where its registration is not among them.
    pub fn of(events: impl IntoIterator<Item = (EventId, Event)>) -> Option<Self> {
        fold(&Course::of(events))
    }
}

/// Folds a ticket; none where its registration is not among the events.
pub(super) fn fold(course: &Course) -> Option<Ticket> {
    let (root, step) =
        course.steps().iter().enumerate().find(|(_, step)| matches!(step.event.fact, Fact::Registered(_)))?;
    let mut fold = Fold {
        course,
        verdict: Verdict::of(course),
        ticket: registered(step)?,
        deeds: vec![Deed { place: root, ticket_was_closed: false }],
        closings: Vec::new(),
        answered: None,
        touched: matches!(step.event.by, By::Staff(_)),
        misplaced: Vec::new(),
    };
    for (place, step) in course.steps().iter().enumerate().filter(|(place, _)| *place != root) {
        fold.take(place, step);
    }
    Some(fold.finish())
}

/// The ticket as it is right after its registration.
fn registered(step: &Step) -> Option<Ticket> {
    let Fact::Registered(intake) = &step.event.fact else { return None };
    Some(Ticket {
        id: step.id,
        intake: Arc::clone(intake),
        registered: mark(step),
        device: step.event.device,
        decided: None,
        system: None,
        scope: Scope::default(),
        owner: None,
        handler: Handler { department: intake.department.clone(), ..Handler::default() },
        answerable: None,
        barred: Vec::new(),
        duties: Vec::new(),
        transfers: Vec::new(),
        state: State::Registered,
        due: None,
        limit: None,
        extended: false,
        answer: None,
        first_answer: None,
        reopened: false,
        feedback: None,
        rating: None,
        closed: None,
        urges: Vec::new(),
        corrections: Vec::new(),
        conflicts: Vec::new(),
        findings: Vec::new(),
        unknown_acts: 0,
        frontier: Vec::new(),
        touched_ms: step.event.at_ms,
    })
}

impl Fold<'_> {
    /// Takes the next step.
    fn take(&mut self, place: usize, step: &Step) {
        self.ticket.touched_ms = self.ticket.touched_ms.max(step.event.at_ms);
        self.touched |= matches!(step.event.by, By::Staff(_)) && touches(&step.event.fact);
        if self.verdict.void.contains(&place) {
            return self.set_aside(step);
        }
        if let Some(against) = stands_against(self.course, &self.ticket, &self.closings, place) {
            let events = if against == step.id { vec![against] } else { vec![against, step.id] };
            return self.misplaced.push(Conflict { kind: ConflictKind::Misplaced, events, holds: against });
        }
        if self.replies_to_set_aside(&step.event.fact) {
            return;
        }
        self.deeds.push(Deed { place, ticket_was_closed: !self.closings.is_empty() });
        self.apply(place, step);
    }

    fn replies_to_set_aside(&self, fact: &Fact) -> bool {
        let (Fact::TransferAccepted { transfer, .. } | Fact::TransferReturned { transfer, .. }) = fact else {
            return false;
        };
        self.ticket.transfer(*transfer).is_some_and(|transfer| transfer.state == TransferState::SetAside)
    }

    /// Shows a transfer that does not hold; other acts without effect are seen in the history.
    fn set_aside(&mut self, step: &Step) {
        if let Fact::Transferred { .. } = &step.event.fact {
            self.hand_on(step, TransferState::SetAside);
        }
    }

    fn apply(&mut self, place: usize, step: &Step) {
        let said = |text: &str| Said { mark: mark(step), text: text.to_owned() };
        match &step.event.fact {
            Fact::OwnerNamed { .. } => self.decide(step),
            Fact::Transferred { .. } => self.hand_on(step, TransferState::Waiting),
            Fact::TransferAccepted { transfer, staff } => self.accept(*transfer, staff, said("")),
            Fact::TransferReturned { transfer, reason } => self.give_back(*transfer, said(reason)),
            Fact::Answered { text } => {
                self.answered = Some(place);
                self.ticket.answer = Some(said(text));
                self.ticket.first_answer.get_or_insert((step.id, step.event.at_ms));
            }
            Fact::Extended { due, .. } => {
                self.ticket.limit = Some(due.clone());
                self.ticket.extended = true;
            }
            Fact::FedBack { satisfied, text } => {
                self.ticket.feedback = Some(Feedback { said: said(text), satisfied: *satisfied });
            }
            Fact::Rated { stars, text } => self.ticket.rating = Some(Rating { said: said(text), stars: *stars }),
            Fact::Closed { .. } => self.closings.push(place),
            Fact::Reopened { .. } => self.reopen(place),
            Fact::Urged { text } => self.ticket.urges.push(said(text)),
            Fact::Corrected { field, value, reason } => self.correct(*field, value, said(reason)),
            Fact::Unknown { .. } => self.ticket.unknown_acts += 1,
            Fact::FindingAnswered(content) => self.remark(place, step, RemarkKind::Answer, content),
            Fact::FindingDecided(content) => self.remark(place, step, RemarkKind::Decision, content),
            Fact::Registered(_) | Fact::DutyDone { .. } | Fact::ConflictSettled { .. } => {}
        }
    }

    /// Lets the decision hold: whoever already took the matter keeps it.
    fn decide(&mut self, step: &Step) {
        let Fact::OwnerNamed { situation, decision, duties, due } = &step.event.fact else { return };
        let ticket = &mut self.ticket;
        ticket.decided = Some(step.id);
        ticket.system = Some(decision.stamp.pack.clone());
        ticket.scope = situation.scope;
        ticket.owner = decision.owner.as_ref().map(|owner| super::Owner {
            id: owner.id.clone(),
            staff: situation.asked.iter().any(|asked| asked.id == owner.id).then(|| StaffId(owner.id.clone())),
            basis: owner.basis,
            clause: owner.clause,
            at_ms: step.event.at_ms,
        });
        ticket.answerable = decision.answerable;
        ticket.barred.clone_from(&decision.barred);
        let taken = ticket.transfers.iter().any(|transfer| transfer.state == TransferState::Accepted);
        ticket.handler = if taken {
            Handler { role: decision.handler, ..std::mem::take(&mut ticket.handler) }
        } else {
            named_by(decision, ticket)
        };
        let due_of = |place: usize, code| {
            let same_place = duties.get(place).filter(|duty| duty.code == code);
            same_place.or_else(|| duties.iter().find(|duty| duty.code == code)).and_then(|duty| duty.due.clone())
        };
        let lines = decision.duties.iter().enumerate();
        ticket.duties = lines
            .map(|(place, line)| Duty {
                due: due_of(place, line.code),
                line: line.clone(),
                state: DutyState::Open,
                done: None,
            })
            .collect();
        if !ticket.extended {
            ticket.limit.clone_from(due);
        }
    }

    fn hand_on(&mut self, step: &Step, state: TransferState) {
        let Fact::Transferred { to, reason, clause } = &step.event.fact else { return };
        let (to, reason, clause) = (to.clone(), reason.clone(), *clause);
        self.ticket.transfers.push(Transfer { mark: mark(step), to, reason, clause, state, reply: None });
    }

    fn accept(&mut self, transfer: EventId, staff: &StaffId, reply: Said) {
        if let Some(transfer) = self.reply(transfer, TransferState::Accepted, reply) {
            let department = Some(transfer.to.department.clone());
            let role = self.ticket.handler.role;
            self.ticket.handler = Handler { role, department, staff: Some(staff.clone()) };
        }
    }

    fn give_back(&mut self, transfer: EventId, reply: Said) {
        self.reply(transfer, TransferState::Returned, reply);
    }

    /// Lets a waiting transfer be replied to, and returns it.
    fn reply(&mut self, transfer: EventId, state: TransferState, reply: Said) -> Option<Transfer> {
        let waits = |known: &&mut Transfer| known.mark.event == transfer && known.state == TransferState::Waiting;
        let transfer = self.ticket.transfers.iter_mut().find(waits)?;
        transfer.state = state;
        transfer.reply = Some(reply);
        Some(transfer.clone())
    }

    /// Ends the closings that the reopening knew, and lays the result's duties anew.
    fn reopen(&mut self, place: usize) {
        let course = self.course;
        let before = self.closings.len();
        self.closings.retain(|closing| !course.knew(place, *closing));
        if self.closings.len() == before {
            return;
        }
        self.ticket.reopened = true;
        self.answered = self.answered.filter(|answer| !course.knew(place, *answer));
        let lasts = |deed: &Deed| {
            !course.knew(place, deed.place)
                || course.steps().get(deed.place).is_some_and(|step| match &step.event.fact {
                    Fact::DutyDone { duty, .. } => !is_result(*duty),
                    fact => !matches!(fact, Fact::Answered { .. } | Fact::FedBack { .. } | Fact::Closed { .. }),
                })
        };
        self.deeds.retain(lasts);
    }

    fn correct(&mut self, field: CorrectedField, value: &str, said: Said) {
        let intake = Arc::make_mut(&mut self.ticket.intake);
        let word = match field {
            CorrectedField::Name => &mut intake.visitor.name,
            CorrectedField::Phone => &mut intake.visitor.phone,
            CorrectedField::Subject => &mut intake.subject,
            CorrectedField::Details => &mut intake.details,
        };
        let before = std::mem::replace(word, value.to_owned());
        self.ticket.corrections.push(Correction { said, field, before, value: value.to_owned() });
    }

    /// Keeps what was said to a finding, with the decisions that its maker knew.
    fn remark(&mut self, place: usize, step: &Step, kind: RemarkKind, content: &Sealed) {
        if self.ticket.findings.len() >= Remark::KEPT_MAX {
            return;
        }
        let course = self.course;
        let decisions = self.ticket.findings.iter().filter(|remark| remark.kind == RemarkKind::Decision);
        let events = decisions.map(|remark| remark.mark.event);
        let knew = events.filter(|event| course.place(*event).is_some_and(|earlier| course.knew(place, earlier)));
        let knew = if kind == RemarkKind::Decision { knew.collect() } else { Vec::new() };
        self.ticket.findings.push(Remark { mark: mark(step), kind, content: content.clone(), knew });
    }

    fn finish(mut self) -> Ticket {
        self.ticket.closed = self.ending();
        tick_off(&mut self.ticket, self.course, &self.deeds);
        self.ticket.state = self.state();
        self.ticket.due = next_due(&self.ticket, self.answered.is_some());
        let (course, misplaced) = (self.course, std::mem::take(&mut self.misplaced));
        self.ticket.conflicts = std::mem::take(&mut self.verdict.conflicts);
        self.ticket.conflicts.extend(without_dismissed(course, misplaced));
        self.ticket.frontier = course.frontier();
        self.ticket
    }

    /// The first of the closings that stand.
    fn ending(&self) -> Option<Ending> {
        let step = self.course.steps().get(*self.closings.first()?)?;
        let Fact::Closed { closing, note } = &step.event.fact else { return None };
        Some(Ending { said: Said { mark: mark(step), text: note.clone() }, closing: *closing })
    }

    fn state(&self) -> State {
        match (self.closings.is_empty(), self.ticket.waiting(), self.answered) {
            (false, _, _) => State::Closed,
            (true, Some(_), _) => State::Passing,
            (true, None, Some(_)) => State::Answered,
            (true, None, None) if self.touched => State::InHand,
            (true, None, None) => State::Registered,
        }
    }
}

/// Who must settle it by the decision alone: the owner where it says so or says nothing, else the department of the
/// matter; someone outside is not known by name.
fn named_by(decision: &Decision, ticket: &Ticket) -> Handler {
    let role = decision.handler.map(|handler| handler.code);
    let owner = ticket.owner.as_ref().and_then(|owner| owner.staff.clone());
    let (staff, department) = match role {
        None | Some(HandlerRole::Owner) if owner.is_some() => (owner, None),
        Some(HandlerRole::Upper | HandlerRole::Outside) => (None, None),
        _ => (None, ticket.intake.department.clone()),
    };
    Handler { role: decision.handler, department, staff }
}

/// Tells whether a fact that staff state means that someone is at the matter.
const fn touches(fact: &Fact) -> bool {
    !matches!(fact, Fact::OwnerNamed { .. } | Fact::FindingAnswered(_) | Fact::FindingDecided(_))
}

fn mark(step: &Step) -> Mark {
    Mark { event: step.id, at_ms: step.event.at_ms, by: step.event.by.clone() }
}
