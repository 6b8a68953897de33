//! What a screen can ask to see.

use serde::{Deserialize, Serialize};

use crate::index::Sort;
use crate::ledger::finding::{Bearing, FindingKey};
use crate::ledger::{State, TicketId};
use crate::office::{DepartmentId, MatterId, StaffId};

use super::{
    ClauseView, DecisionView, DepartmentView, DeviceView, FindingsView, MatterCard, MatterView, OfficeView, PersonView,
    ProgressView, ProposalView, Registration, StatusView, StorageView, SystemCard, SystemTextView, SystemView,
    TicketView, TicketsView,
};

/// Asks to see something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Query {
    /// The office: what every screen's frame shows.
    Office,
    /// The system in force, the device and its ledger: what staff's screens show.
    Status,
    /// What the browser says of the storage. It takes longer than all else, so it is asked where it is shown.
    Storage,
    /// The device as a whole: what is backed up, restored, or taken off it.
    Device,
    /// Matters that match the words; all, grouped by department, when empty.
    Matters {
        /// As typed: words, pinyin, initials.
        words: String,
    },
    /// One matter, whole.
    Matter(MatterId),
    /// What the rules would say to this registration, while it is being typed.
    Decide(Box<Registration>),
    /// How far a matter has come, for its visitor.
    Progress {
        /// The number on the slip.
        number: String,
        /// The last four digits of the telephone, empty when none was given.
        phone_ending: String,
    },
    /// Tickets on a shelf.
    Tickets {
        /// Which.
        filter: Filter,
        /// First row, 0-based.
        offset: u32,
        /// How many rows at most.
        limit: u32,
        /// A ticket whose place in the list is wanted, too.
        #[serde(default)]
        whereabouts: Option<TicketId>,
    },
    /// One ticket, whole.
    Ticket {
        /// Which.
        id: TicketId,
        /// Who looks: decides which acts are offered.
        by: Option<StaffId>,
    },
    /// What looks as if someone had not done what the system demands, as far as the person may see it.
    Findings {
        /// Who looks.
        by: StaffId,
        /// First row, 0-based.
        offset: u32,
        /// How many rows at most.
        limit: u32,
    },
    /// What the ladder says about a finding, with what bears on it.
    Proposal {
        /// The ticket.
        ticket: TicketId,
        /// Which of its findings.
        finding: FindingKey,
        /// What bears on it.
        bearing: Bearing,
    },
    /// Everyone who works here.
    People,
    /// Every department.
    Departments,
    /// The systems that the app knows.
    Systems,
    /// One system, clause by clause.
    System(String),
    /// The text of a system of one's own.
    SystemText {
        /// The pack's id.
        pack: String,
        /// The version.
        version: String,
    },
    /// One clause.
    Clause {
        /// The pack's id.
        pack: String,
        /// The version that is meant; absent: the one in force, else the newest.
        #[serde(default)]
        version: Option<String>,
        /// The clause.
        clause: crate::rules::ClauseRef,
    },
}

impl Query {
    /// Tells whether the answer rests on the office and its systems alone: it stays the same while tickets come and go, and
    /// while time passes.
    pub const fn rests_on_papers(&self) -> bool {
        matches!(
            self,
            Self::Office | Self::Matters { .. } | Self::Departments | Self::SystemText { .. } | Self::Clause { .. }
        )
    }

    /// Tells whether lists, the office and its people are enough to answer it, without a ledger.
    pub const fn rests_on_lists(&self) -> bool {
        matches!(self, Self::Office | Self::People | Self::Departments | Self::Storage | Self::Tickets { .. })
    }
}

/// Which tickets.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Filter {
    /// The shelf.
    pub shelf: Shelf,
    /// Whose tickets; everyone's when absent.
    pub person: Option<StaffId>,
    /// The department whose people's tickets are meant; any when absent.
    pub department: Option<DepartmentId>,
    /// As what the person has to do with them.
    #[serde(default)]
    pub part: Part,
    /// The state; any when absent.
    #[serde(default)]
    pub state: Option<State>,
    /// The system that they were decided by, a pack's id; any when absent.
    #[serde(default)]
    pub system: Option<String>,
    /// Due then or later, milliseconds since 1970.
    #[serde(default)]
    pub due_from_ms: Option<i64>,
    /// Due before then, milliseconds since 1970.
    #[serde(default)]
    pub due_before_ms: Option<i64>,
    /// Words to look for: number, name, phone ending, anything said, pinyin of name and subject.
    pub words: String,
    /// The order; the shelf's own when absent.
    #[serde(default)]
    pub sort: Option<Sort>,
}

/// As what someone has to do with a ticket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// As anything: it is theirs, was handed to them, or waits for someone of their department.
    #[default]
    Any,
    /// As the first-contact owner.
    Owner,
    /// As the handler.
    Handler,
    /// As one who answers to the visitor now.
    Answerable,
}

/// A shelf of tickets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shelf {
    /// Everything that is not closed, by what is due.
    #[default]
    Open,
    /// Handed to me or my department and not yet accepted.
    Incoming,
    /// Past its limit.
    Late,
    /// Closed, newest first.
    Closed,
    /// Everything, newest first.
    All,
}

/// What a query found. Built once and moved once into the reply's JSON, so its size costs nothing.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// To [`Query::Office`]; none before one is loaded.
    Office(Option<OfficeView>),
    /// To [`Query::Status`].
    Status(StatusView),
    /// To [`Query::Storage`].
    Storage(StorageView),
    /// To [`Query::Device`].
    Device(DeviceView),
    /// To [`Query::Matters`].
    Matters(Vec<MatterCard>),
    /// To [`Query::Matter`].
    Matter(Box<MatterView>),
    /// To [`Query::Decide`].
    Decision(Box<DecisionView>),
    /// To [`Query::Progress`].
    Progress(Box<ProgressView>),
    /// To [`Query::Tickets`].
    Tickets(TicketsView),
    /// To [`Query::Ticket`].
    Ticket(Box<TicketView>),
    /// To [`Query::Findings`].
    Findings(FindingsView),
    /// To [`Query::Proposal`].
    Proposal(ProposalView),
    /// To [`Query::People`].
    People(Vec<PersonView>),
    /// To [`Query::Departments`].
    Departments(Vec<DepartmentView>),
    /// To [`Query::Systems`].
    Systems(Vec<SystemCard>),
    /// To [`Query::System`].
    System(Box<SystemView>),
    /// To [`Query::SystemText`].
    SystemText(SystemTextView),
    /// To [`Query::Clause`].
    Clause(Box<ClauseView>),
}
