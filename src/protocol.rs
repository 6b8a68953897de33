//! What the screens ask of the back office, and what they get to draw.
//!
//! One way: gesture → [`Command`] → back office → change → [`Query`] → view → screen. The screens hold no ledger and know
//! no rule. Messages are JSON inside `postMessage`; a file rides beside the JSON as a `Blob`, never inside it.
//!
//! Words of data (names, gists, answers) arrive in the language of the request; codes (duties, states) arrive as codes and
//! the screens' message tables say them.

mod command;
mod device_refusal;
mod finding_view;
mod import;
mod query;
mod system_refusal;
mod view;
mod visitors;

pub use command::{Command, DeskReception, Done, Reception, Registration};
pub use device_refusal::DeviceRefusal;
pub use finding_view::{FindingView, FindingsView, ProposalView, RemarkView, RulingView, SanctionView};
pub use query::{Filter, Part, Query, Seen, Shelf};
pub use system_refusal::SystemRefusal;
pub use view::*;
pub use visitors::{
    AtKiosk, KioskRegistration, Told, VisitorAsk, VisitorCommand, VisitorDone, VisitorQuery, VisitorReply, VisitorSeen,
};

use serde::{Deserialize, Serialize};

use crate::ledger::Refusal;
use crate::ledger::finding::FindingRefusal;
use crate::office::Lang;

/// A request from a screen.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Request<A = Ask> {
    /// Pairs the reply with the request; unique in a page.
    pub id: u32,
    /// The language for words of data.
    pub lang: Lang,
    /// What is asked.
    pub ask: A,
}

/// A command changes something, a query does not.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Changes something.
    Do(Command),
    /// Changes nothing.
    See(Query),
}

/// What the back office posts, in lists: what belongs together comes in one message.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Post<R = Reply, T = Trouble> {
    /// The back office is open (or could not open).
    Ready(Result<(), T>),
    /// The reply to a request.
    Reply {
        /// The request's id.
        id: u32,
        /// What came of it.
        reply: Result<R, T>,
    },
    /// Something changed, here or in another tab: ask again for what is on the screen.
    Changed {
        /// Whether the office, the settings or the systems of its own are among it.
        papers: bool,
    },
    /// Something is durably stored: what the page writes into its marker outside the database.
    Stored {
        /// When, milliseconds since 1970 (UTC).
        at_ms: i64,
        /// How many lines of events the database now holds.
        events: u64,
    },
    /// How far a long piece of work has come.
    Progress {
        /// The request's id.
        id: u32,
        /// Steps done.
        done: u64,
        /// Steps in all, 0 when not known.
        total: u64,
    },
}

/// A good reply.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// To a command.
    Done(Done),
    /// To a query.
    Seen(Box<Seen>),
}

/// Why something could not be done. The screens turn each into a sentence with the next step for the person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// The rules or the state of the ticket forbid it.
    Refused(Refusal),
    /// An answer to a finding, or a decision on one, is not accepted.
    FindingRefused(FindingRefusal),
    /// A system cannot be kept, forgotten or put in force.
    SystemRefused(SystemRefusal),
    /// A backup is not restored, or the device not emptied.
    DeviceRefused(DeviceRefusal),
    /// No office has been loaded yet.
    NoOffice,
    /// There is no such thing (a ticket, a clause, a matter): what was asked for.
    NotFound(String),
    /// The device is full; nothing was stored.
    DiskFull,
    /// Storing failed; nothing was stored. The browser's own words.
    NotStored(String),
    /// The database that was here is gone; when it was last seen (milliseconds since 1970, UTC) and how many events it held.
    Vanished {
        /// When it was last written.
        last_seen_ms: i64,
        /// How many events it held then.
        events: u64,
    },
    /// The database was made by a newer version of the app.
    TooNew {
        /// Found version.
        found: u32,
        /// Newest version this build reads.
        known: u32,
    },
    /// A file cannot be read; what, where, and the mend.
    BadFile(Vec<Problem>),
    /// Something that should not happen did; for the report to the makers.
    Broken(String),
}

/// One thing wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Line in the file, 1-based; 0 when the whole file is meant.
    pub line: u64,
    /// A stable code, so that screens can say it in the person's language.
    pub code: String,
    /// What was found, in English, with place and mend (for logs and for codes that a screen does not know).
    pub words: String,
}
