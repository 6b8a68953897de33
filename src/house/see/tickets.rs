//! Lists of tickets: shelves, words, order.

use crate::ledger::{State, Ticket, TicketNumber};
use crate::office::{DepartmentId, StaffId};
use crate::protocol::{Filter, Shelf, TicketRow, TicketsView};

use super::Look;
use crate::script::small;

/// The most rows that one reply carries.
const ROWS_MAX: u32 = 500;

impl Look<'_> {
    /// Lists the rows of a shelf that `filter` lets through: open ones by what is due, closed and all newest first.
    pub(super) fn tickets(&self, filter: &Filter, offset: u32, limit: u32) -> TicketsView {
        let words = Words::of(&filter.words);
        let home = self.house.office.as_ref().map(|office| &office.id);
        let department = filter.person.as_ref().and_then(|id| self.department_of(id));
        let mut shelves = [0; 5];
        let mut found: Vec<&Ticket> = Vec::new();
        for ticket in self.house.ledger.tickets() {
            let here = home == Some(&ticket.intake.office);
            let concerned = filter.person.as_ref().is_none_or(|id| concerns(ticket, id, department.as_ref()));
            let within = filter.department.as_ref().is_none_or(|id| self.touches(ticket, id));
            if !here || !concerned || !within || !words.match_(ticket) {
                continue;
            }
            for (count, shelf) in shelves.iter_mut().zip(SHELVES) {
                *count += u32::from(self.lies_on(shelf, ticket, filter, department.as_ref()));
            }
            if self.lies_on(filter.shelf, ticket, filter, department.as_ref()) {
                found.push(ticket);
            }
        }
        found.sort_unstable_by_key(|ticket| match filter.shelf {
            Shelf::Open | Shelf::Late | Shelf::Incoming => by_due(ticket),
            Shelf::Closed | Shelf::All => (-ticket.touched_ms, 0, ticket.id),
        });
        let skip = usize::try_from(offset).unwrap_or(usize::MAX);
        let take = usize::try_from(limit.min(ROWS_MAX)).unwrap_or_default();
        TicketsView {
            total: u32::try_from(found.len()).unwrap_or(u32::MAX),
            rows: found.into_iter().skip(skip).take(take).map(|ticket| self.row(ticket)).collect(),
            shelves,
        }
    }

    /// Shows a ticket as a row.
    pub(super) fn row(&self, ticket: &Ticket) -> TicketRow {
        TicketRow {
            id: ticket.id,
            number: ticket.number().to_string(),
            subject: self.subject(ticket),
            kind: ticket.intake.kind,
            visitor: ticket.intake.visitor.name.clone(),
            state: ticket.state,
            due: ticket.due.as_ref().filter(|_| ticket.state != State::Closed).map(|due| self.due(due)),
            next: ticket.next_duty().filter(|_| ticket.state != State::Closed).map(crate::ledger::Duty::code),
            thread: self.thread(ticket),
            conflict: !ticket.conflicts.is_empty(),
            at_ms: ticket.registered.at_ms,
        }
    }

    /// The matter as the office's list names it in the reader's language, or as it was typed.
    pub(super) fn subject(&self, ticket: &Ticket) -> String {
        let office = self.house.office.as_ref().filter(|office| office.id == ticket.intake.office);
        let listed = ticket.intake.matter.as_ref().and_then(|id| office?.matter(id));
        let as_listed = listed.filter(|matter| matter.name.zh == ticket.intake.subject);
        as_listed.map_or_else(|| ticket.intake.subject.clone(), |matter| matter.name.in_lang(self.lang))
    }

    pub(super) fn department_of(&self, id: &StaffId) -> Option<DepartmentId> {
        self.house.office.as_ref()?.person(id).map(|staff| staff.department.clone())
    }

    /// Whether a department has a part in a ticket: it or one of its people owns or handles it, or is to take it.
    fn touches(&self, ticket: &Ticket, department: &DepartmentId) -> bool {
        let here = |staff: Option<&StaffId>| staff.and_then(|id| self.department_of(id)).as_ref() == Some(department);
        let owner = ticket.owner.as_ref().and_then(|owner| owner.staff.as_ref());
        let handled = match ticket.handler.staff.as_ref() {
            Some(staff) => here(Some(staff)),
            None => ticket.handler.department.as_ref() == Some(department),
        };
        let offered = ticket.waiting().is_some_and(|transfer| transfer.to.department == *department);
        handled || offered || here(owner)
    }

    fn lies_on(&self, place: Shelf, case: &Ticket, by: &Filter, department: Option<&DepartmentId>) -> bool {
        let open = case.state != State::Closed;
        match place {
            Shelf::Open => open,
            Shelf::Late => open && case.due.as_ref().is_some_and(|due| due.at_ms < self.moment.now_ms),
            Shelf::Incoming => case.waiting().is_some_and(|transfer| match (&by.person, &transfer.to.staff) {
                (Some(person), Some(named)) => person == named,
                (Some(_), None) => department == Some(&transfer.to.department),
                (None, _) => by.department.as_ref().is_none_or(|id| *id == transfer.to.department),
            }),
            Shelf::Closed => !open,
            Shelf::All => true,
        }
    }
}

const SHELVES: [Shelf; 5] = [Shelf::Open, Shelf::Incoming, Shelf::Late, Shelf::Closed, Shelf::All];

/// Whether a person has, had or is offered a part in a ticket.
fn concerns(ticket: &Ticket, person: &StaffId, department: Option<&DepartmentId>) -> bool {
    let owner = ticket.owner.as_ref();
    let owns = owner.is_some_and(|owner| owner.staff.as_ref() == Some(person));
    let handles = ticket.handler.staff.as_ref() == Some(person);
    let offered = ticket.waiting().is_some_and(|transfer| match &transfer.to.staff {
        Some(named) => named == person,
        None => Some(&transfer.to.department) == department,
    });
    let nobodys = owner.is_none() && ticket.intake.department.as_ref() == department && department.is_some();
    owns || handles || offered || nobodys
}

/// What is due first comes first; what has no limit comes last, the oldest first.
fn by_due(ticket: &Ticket) -> (i64, i64, crate::ledger::TicketId) {
    (ticket.due.as_ref().map_or(i64::MAX, |due| due.at_ms), ticket.registered.at_ms, ticket.id)
}

/// Words typed into the search box: all of them must be found.
struct Words {
    number: Option<TicketNumber>,
    parts: Vec<String>,
}

impl Words {
    fn of(typed: &str) -> Self {
        let parts = typed.split_whitespace().map(in_small_letters).collect();
        Self { number: typed.parse().ok(), parts }
    }

    fn match_(&self, ticket: &Ticket) -> bool {
        let intake = &ticket.intake;
        let number = ticket.number().to_string().to_ascii_lowercase();
        let says = |part: &String| {
            let digits = part.len() >= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
            in_small_letters(&intake.visitor.name).contains(part)
                || in_small_letters(&intake.subject).contains(part)
                || in_small_letters(&intake.details).contains(part)
                || number.contains(part)
                || (digits && intake.visitor.phone.ends_with(part.as_str()))
        };
        self.number.as_ref() == Some(ticket.number()) || self.parts.iter().all(says)
    }
}

fn in_small_letters(text: &str) -> String {
    text.chars().map(small).collect()
}
