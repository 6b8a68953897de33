//! A row: what lists show of a ticket and find it by.

use serde::{Deserialize, Serialize};

use super::Phone;
use crate::ledger::{HoldRole, Receiver, State, Ticket, TicketId, TicketNumber};
use crate::office::{DepartmentId, MatterId, OfficeId, StaffId};
use crate::rules::{DutyCode, MatterKind};

/// What lists show of a ticket and find it by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The ticket.
    pub id: TicketId,
    /// Its number.
    pub number: TicketNumber,
    /// When it was registered, milliseconds since 1970.
    pub registered_ms: i64,
    /// The latest moment of its events, milliseconds since 1970.
    pub touched_ms: i64,
    /// When it is due next, milliseconds since 1970; absent once closed or where nothing sets a limit.
    pub due_ms: Option<i64>,
    /// The visitor's telephone; without digits where none was given.
    pub phone: Phone,
    /// The visitor's name; empty when anonymous.
    pub name: String,
    /// The matter in words.
    pub subject: String,
    /// What the visitor said.
    pub details: String,
    /// What it is about.
    pub what: What,
    /// Who has to do with it.
    pub who: Who,
    /// Where it stands.
    pub marks: Marks,
}

/// What a ticket is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct What {
    /// The institution.
    pub office: OfficeId,
    /// The matter of the office's list.
    pub matter: Option<MatterId>,
    /// Its kind.
    pub kind: MatterKind,
    /// The system by which it was decided.
    pub system: Option<String>,
}

/// Who has to do with a ticket.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Who {
    /// The person, window or team that is the owner.
    pub owner: Option<String>,
    /// The same as a person.
    pub owner_staff: Option<StaffId>,
    /// The department that settles such matters.
    pub department: Option<DepartmentId>,
    /// The person who must settle it.
    pub handler_staff: Option<StaffId>,
    /// The department that must settle it.
    pub handler_department: Option<DepartmentId>,
    /// To which department it was handed on, where that waits to be accepted.
    pub offered_department: Option<DepartmentId>,
    /// To whom there.
    pub offered_staff: Option<StaffId>,
    /// Whether the owner answers to the visitor now.
    pub owner_answers: bool,
    /// Whether the handler answers to the visitor now.
    pub handler_answers: bool,
}

/// Where a ticket stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(clippy::struct_excessive_bools)]
pub struct Marks {
    /// Its state.
    pub state: State,
    /// The next duty; absent once closed.
    pub next: Option<DutyCode>,
    /// Whether only the day of its limit counts.
    pub due_day: bool,
    /// Whether the calendar does not reach its limit.
    pub due_provisional: bool,
    /// Whether acts contradict each other.
    pub conflict: bool,
    /// Whether it was taken up again after an end.
    pub reopened: bool,
    /// Whether its limit was moved.
    pub extended: bool,
}

impl Row {
    /// The row of a ticket.
    pub fn of(ticket: &Ticket) -> Self {
        let intake = &ticket.intake;
        let open = ticket.state != State::Closed;
        let due = ticket.due.as_ref().filter(|_| open);
        Self {
            id: ticket.id,
            number: intake.number,
            registered_ms: ticket.registered.at_ms,
            touched_ms: ticket.touched_ms,
            due_ms: due.map(|due| due.at_ms),
            phone: Phone::of(&intake.visitor.phone),
            name: intake.visitor.name.clone(),
            subject: intake.subject.clone(),
            details: intake.details.clone(),
            what: What {
                office: intake.office.clone(),
                matter: intake.matter.clone(),
                kind: intake.kind,
                system: ticket.system.clone(),
            },
            who: Who::of(ticket),
            marks: Marks {
                state: ticket.state,
                next: ticket.next_duty().filter(|_| open).map(crate::ledger::Duty::code),
                due_day: due.is_some_and(|due| due.day),
                due_provisional: due.is_some_and(|due| due.provisional),
                conflict: !ticket.conflicts.is_empty(),
                reopened: ticket.reopened,
                extended: ticket.extended,
            },
        }
    }
}

impl What {
    /// Bytes of the texts in it.
    pub(super) fn text_bytes(&self) -> usize {
        let matter = self.matter.as_ref().map_or(0, |matter| matter.0.len());
        self.office.0.len() + matter + self.system.as_ref().map_or(0, String::len)
    }
}

impl Who {
    fn of(ticket: &Ticket) -> Self {
        let offered = ticket.waiting().map(|transfer| transfer.to.clone());
        let (offered_department, offered_staff) =
            offered.map_or((None, None), |Receiver { department, staff }| (Some(department), staff));
        let answers = ticket.answerable_now();
        let answers_as = |role| answers.iter().any(|hold| hold.role == role);
        Self {
            owner: ticket.owner.as_ref().map(|owner| owner.id.clone()),
            owner_staff: ticket.owner.as_ref().and_then(|owner| owner.staff.clone()),
            department: ticket.intake.department.clone(),
            handler_staff: ticket.handler.staff.clone(),
            handler_department: ticket.handler.department.clone(),
            offered_department,
            offered_staff,
            owner_answers: answers_as(HoldRole::Owner),
            handler_answers: answers_as(HoldRole::Handler),
        }
    }

    /// Bytes of the texts in it.
    pub(super) fn text_bytes(&self) -> usize {
        let staff = [&self.owner_staff, &self.handler_staff, &self.offered_staff];
        let departments = [&self.department, &self.handler_department, &self.offered_department];
        let staff = staff.into_iter().flatten().map(|id| id.0.len());
        let departments = departments.into_iter().flatten().map(|id| id.0.len());
        staff.chain(departments).sum::<usize>() + self.owner.as_ref().map_or(0, String::len)
    }

    /// To whom it was handed on, where that waits to be accepted.
    pub fn offered(&self) -> Option<Receiver> {
        Some(Receiver { department: self.offered_department.clone()?, staff: self.offered_staff.clone() })
    }
}

/// Invents a row, for tests.
#[cfg(test)]
pub(super) fn invented(nth: u8) -> Row {
    let device = "EB6PX112".parse().unwrap();
    let at_ms = 1_772_413_200_000 + i64::from(nth);
    Row {
        id: crate::ledger::EventId([nth; 16]),
        number: TicketNumber::new("XQZW", &device, at_ms, u16::from(nth) + 1).unwrap(),
        registered_ms: at_ms,
        touched_ms: at_ms,
        due_ms: nth.is_multiple_of(3).then_some(at_ms),
        phone: Phone::of(&format!("1380000{nth:04}")),
        name: format!("王{}", nth % 7),
        subject: "办理身份证".to_owned(),
        details: format!("第{nth}次"),
        what: What { office: "here".into(), matter: None, kind: MatterKind::Business, system: None },
        who: Who { owner: Some(format!("s{nth}")), ..Who::default() },
        marks: Marks {
            state: State::Registered,
            next: None,
            due_day: false,
            due_provisional: false,
            conflict: false,
            reopened: false,
            extended: false,
        },
    }
}
