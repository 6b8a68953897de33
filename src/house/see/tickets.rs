//! Lists of tickets: shelves, words, filters, order. All of it is read from the index; no ticket is looked at.

use std::collections::BTreeMap;

use crate::index::{Marks, Question, Row, Sort, What, Who, Words};
use crate::ledger::{State, Ticket, TicketId};
use crate::office::{DepartmentId, MatterId, OfficeId, StaffId};
use crate::protocol::{Filter, Part, Shelf, TicketRow, TicketsView, Trouble};

use super::Look;

/// The most rows that one reply carries.
const ROWS_MAX: u32 = 500;

const SHELVES: [Shelf; 5] = [Shelf::Open, Shelf::Incoming, Shelf::Late, Shelf::Closed, Shelf::All];

impl Look<'_> {
    /// Lists the rows of a shelf that `filter` lets through: open ones by what is due, closed and all newest first, unless
    /// another order is asked for. `window` is the first row and how many; `whereabouts` a ticket whose place is wanted.
    pub(super) fn tickets(
        &self,
        filter: &Filter,
        window: (u32, u32),
        whereabouts: Option<TicketId>,
    ) -> Result<TicketsView, Trouble> {
        let index = self.house.index()?;
        let people = People::of(self, filter);
        let home = self.house.office.as_ref().map(|office| &office.id);
        let words = Words::of(&filter.words);
        let what = |what: &What| {
            home == Some(&what.office) && filter.system.as_ref().is_none_or(|id| what.system.as_ref() == Some(id))
        };
        let who = |who: &Who| people.concerned(who) && people.within(who);
        let marks = |marks: &Marks| filter.state.is_none_or(|state| marks.state == state);
        let due = filter.due_from_ms.is_some() || filter.due_before_ms.is_some();
        let until_ms = filter.due_before_ms.map_or(i64::MAX, |before_ms| before_ms.saturating_sub(1));
        let base = index.find(&Question {
            words: (!words.is_empty()).then_some(&words),
            what: Some(&what),
            who: (filter.person.is_some() || filter.department.is_some()).then_some(&who),
            marks: filter.state.is_some().then_some(&marks),
            due_ms: due.then_some(filter.due_from_ms.unwrap_or(i64::MIN)..=until_ms),
        });
        let is_open = |marks: &Marks| marks.state != State::Closed;
        let open = index.narrow(&base, &Question { marks: Some(&is_open), ..Question::default() });
        let until_now = i64::MIN..=self.moment.now_ms.saturating_sub(1);
        let late = index.narrow(&open, &Question { due_ms: Some(until_now), ..Question::default() });
        let is_incoming = |who: &Who| people.incoming(who);
        let incoming = index.narrow(&base, &Question { who: Some(&is_incoming), ..Question::default() });
        let closed = base.without(&open);
        let on_shelf = |shelf| match shelf {
            Shelf::Open => &open,
            Shelf::Incoming => &incoming,
            Shelf::Late => &late,
            Shelf::Closed => &closed,
            Shelf::All => &base,
        };
        let shelves = SHELVES.map(|shelf| number(on_shelf(shelf).count()));
        let hits = on_shelf(filter.shelf);
        let sort = filter.sort.unwrap_or(match filter.shelf {
            Shelf::Open | Shelf::Late | Shelf::Incoming => Sort::Due,
            Shelf::Closed | Shelf::All => Sort::Touched,
        });
        let [offset, limit] =
            [window.0, window.1.min(ROWS_MAX)].map(|rows| usize::try_from(rows).unwrap_or(usize::MAX));
        Ok(TicketsView {
            total: number(hits.count()),
            rows: index.page(hits, sort, offset, limit).iter().map(|row| self.listed(row)).collect(),
            shelves,
            offset: window.0,
            placed: whereabouts.and_then(|id| Some((id, number(index.position(hits, sort, id)?)))),
        })
    }

    /// Shows a ticket as a row.
    pub(super) fn row(&self, ticket: &Ticket) -> TicketRow {
        TicketRow { thread: self.thread(ticket), ..self.listed(&Row::of(ticket)) }
    }

    /// Shows a row of the index.
    fn listed(&self, row: &Row) -> TicketRow {
        let Marks { state, next, conflict, .. } = row.marks;
        TicketRow {
            id: row.id,
            number: row.number.to_string(),
            subject: self.subject_of(&row.what.office, row.what.matter.as_ref(), &row.subject),
            kind: row.what.kind,
            visitor: row.name.clone(),
            state,
            due: row.due_ms.map(|due_ms| self.due_at(due_ms, row.marks.due_day, row.marks.due_provisional)),
            next,
            thread: self.thread_of(row),
            conflict,
            at_ms: row.registered_ms,
        }
    }

    /// The matter as the office's list names it in the reader's language, or as it was typed.
    pub(super) fn subject(&self, ticket: &Ticket) -> String {
        let intake = &ticket.intake;
        self.subject_of(&intake.office, intake.matter.as_ref(), &intake.subject)
    }

    fn subject_of(&self, office: &OfficeId, matter: Option<&MatterId>, subject: &str) -> String {
        let office = self.house.office.as_ref().filter(|ours| ours.id == *office);
        let listed = matter.and_then(|id| office?.matter(id));
        let as_listed = listed.filter(|matter| matter.name.zh == subject);
        as_listed.map_or_else(|| subject.to_owned(), |matter| matter.name.in_lang(self.lang))
    }
}

/// Whose tickets are meant, and who belongs to which department.
struct People<'a> {
    filter: &'a Filter,
    departments: BTreeMap<&'a StaffId, &'a DepartmentId>,
    /// The department of the person meant.
    own: Option<&'a DepartmentId>,
}

impl<'a> People<'a> {
    fn of(look: &'a Look<'_>, filter: &'a Filter) -> Self {
        let staff = look.house.office.iter().flat_map(|office| &office.staff);
        let departments: BTreeMap<_, _> = staff.map(|staff| (&staff.id, &staff.department)).collect();
        let own = filter.person.as_ref().and_then(|id| departments.get(id).copied());
        Self { filter, departments, own }
    }

    /// Whether the person meant has, had or is offered a part in it, as `filter` says.
    fn concerned(&self, who: &Who) -> bool {
        let Some(person) = &self.filter.person else { return true };
        let owns = who.owner_staff.as_ref() == Some(person);
        let handles = who.handler_staff.as_ref() == Some(person);
        match self.filter.part {
            Part::Owner => owns,
            Part::Handler => handles,
            Part::Answerable => owns && who.owner_answers || handles && who.handler_answers,
            Part::Any => {
                let nobodys = who.owner.is_none() && who.department.as_ref() == self.own && self.own.is_some();
                owns || handles || self.offered(who, person) || nobodys
            }
        }
    }

    fn offered(&self, who: &Who, person: &StaffId) -> bool {
        let named = || who.offered_staff.as_ref();
        who.offered_department.as_ref().is_some_and(|to| named().map_or(self.own == Some(to), |named| named == person))
    }

    /// Whether the department meant has a part in it: it or one of its people owns or handles it, or is to take it.
    fn within(&self, who: &Who) -> bool {
        let Some(department) = &self.filter.department else { return true };
        let here = |staff: Option<&StaffId>| staff.and_then(|id| self.departments.get(id)) == Some(&department);
        let handled = match &who.handler_staff {
            Some(staff) => here(Some(staff)),
            None => who.handler_department.as_ref() == Some(department),
        };
        handled || who.offered_department.as_ref() == Some(department) || here(who.owner_staff.as_ref())
    }

    /// Whether it waits to be taken by the person or the department meant.
    fn incoming(&self, who: &Who) -> bool {
        let Some(to) = &who.offered_department else { return false };
        match &self.filter.person {
            Some(person) => self.offered(who, person),
            None => self.filter.department.as_ref().is_none_or(|id| id == to),
        }
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
