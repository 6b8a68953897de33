//! Queries answered: views built from the ledger, the office and the systems. Nothing here changes anything.

mod decision;
mod due;
mod findings;
mod history;
mod matters;
mod people;
mod progress;
mod status;
mod systems;
mod thread;
mod ticket;
mod tickets;

use crate::office::Lang;
use crate::protocol::{Query, Seen, StorageView, Trouble, VisitorQuery, VisitorSeen};

use super::{House, Moment};

/// What every view needs: whose house, which language, what time.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    pub(super) house: &'a House,
    pub(super) lang: Lang,
    pub(super) moment: Moment,
}

impl House {
    /// Answers `query` in `lang`, as things stand at `moment`.
    pub fn see(&self, query: &Query, lang: Lang, moment: Moment) -> Result<Seen, Trouble> {
        let look = Look { house: self, lang, moment };
        Ok(match query {
            Query::Office => Seen::Office(look.office()),
            Query::Status => Seen::Status(look.status()),
            // The back office knows, not the house.
            Query::Storage => Seen::Storage(StorageView::default()),
            Query::Device => Seen::Device(self.device_view()),
            Query::Matters { words } => Seen::Matters(look.matters(words)?),
            Query::Matter(id) => Seen::Matter(Box::new(look.matter(id)?)),
            Query::Decide(registration) => Seen::Decision(Box::new(look.would_decide(registration)?)),
            Query::Progress { number, phone_ending } => Seen::Progress(Box::new(look.progress(number, phone_ending)?)),
            Query::Tickets { filter, offset, limit, whereabouts } => {
                Seen::Tickets(look.tickets(filter, (*offset, *limit), *whereabouts)?)
            }
            Query::Ticket { id, by } => Seen::Ticket(Box::new(look.ticket(id, by.as_ref())?)),
            Query::Findings { by, offset, limit } => Seen::Findings(look.findings(by, *offset, *limit)?),
            Query::Proposal { ticket, finding, bearing } => Seen::Proposal(look.proposal(*ticket, finding, bearing)?),
            Query::People => Seen::People(look.people()?),
            Query::Departments => Seen::Departments(look.departments()?),
            Query::Systems => Seen::Systems(look.systems()),
            Query::System(pack) => Seen::System(Box::new(look.system(pack)?)),
            Query::SystemText { pack, version } => Seen::SystemText(look.system_text(pack, version)?),
            Query::Clause { pack, version, clause } => {
                Seen::Clause(Box::new(look.clause(pack, version.as_deref(), *clause)?))
            }
        })
    }

    /// Answers a query of visitors' screens; see [`House::see`].
    pub fn see_visit(&self, query: &VisitorQuery, lang: Lang, moment: Moment) -> Result<VisitorSeen, Trouble> {
        let look = Look { house: self, lang, moment };
        Ok(match query {
            VisitorQuery::Office => VisitorSeen::Office(look.office()),
            VisitorQuery::Matters { words } => VisitorSeen::Matters(look.matters(words)?),
            VisitorQuery::Matter(id) => VisitorSeen::Matter(Box::new(look.matter(id)?)),
            VisitorQuery::Progress { number, phone_ending } => {
                VisitorSeen::Progress(Box::new(look.progress(number, phone_ending)?))
            }
            VisitorQuery::Clause { pack, version, clause } => {
                VisitorSeen::Clause(Box::new(look.clause(pack, version.as_deref(), *clause)?))
            }
        })
    }
}
