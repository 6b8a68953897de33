//! The part of the protocol that visitors' screens speak.
//!
//! The same JSON as [`Command`](super::Command), [`Query`](super::Query) and [`Reply`](super::Reply), with fewer kinds: the
//! visitors' wing is loaded first, and must not carry what only staff ask for. The screens need not know; they speak the
//! whole protocol, and what this part does not have is refused.

use serde::{Deserialize, Serialize};

use crate::ledger::{Refusal, Visitor};
use crate::office::MatterId;
use crate::rules::{ClauseRef, MatterKind};

use super::{
    AcknowledgedView, ClauseView, Done, MatterCard, MatterView, OfficeView, Problem, ProgressView, Reception,
    Registration, Trouble,
};

/// What visitors' screens ask.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitorAsk {
    /// Changes something.
    Do(VisitorCommand),
    /// Changes nothing.
    See(VisitorQuery),
}

/// What visitors' screens can have done; see [`Command`](super::Command).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitorCommand {
    /// Loads the example office.
    LoadExample,
    /// Registers a matter at the kiosk.
    Register(Box<KioskRegistration>),
    /// Acts the registration of a matter, where nothing is kept; refused once that has been practised enough.
    Practise(Box<KioskRegistration>),
    /// Rates a ticket.
    Rate {
        /// The number on the slip.
        number: String,
        /// The last four digits of the telephone, empty when none was given.
        phone_ending: String,
        /// 1 to 5.
        stars: u8,
    },
    /// Accepts that a vanished database is gone.
    AcceptLoss,
}

/// A matter as it comes in at the kiosk; see [`Registration`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KioskRegistration {
    /// See [`Registration::nonce`].
    pub nonce: String,
    /// See [`Registration::matter`].
    pub matter: Option<MatterId>,
    /// See [`Registration::subject`].
    pub subject: String,
    /// See [`Registration::kind`].
    pub kind: Option<MatterKind>,
    /// See [`Registration::visitor`].
    pub visitor: Visitor,
    /// See [`Registration::details`].
    pub details: String,
    /// Where it is registered.
    pub reception: AtKiosk,
}

/// The one [`Reception`] that visitors have.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AtKiosk {
    /// See [`Reception::Kiosk`].
    Kiosk,
}

impl From<KioskRegistration> for Registration {
    fn from(at_kiosk: KioskRegistration) -> Self {
        let KioskRegistration { nonce, matter, subject, kind, visitor, details, reception: AtKiosk::Kiosk } = at_kiosk;
        Self { nonce, matter, subject, kind, visitor, details, reception: Reception::Kiosk }
    }
}

/// What visitors' screens can ask to see; see [`Query`](super::Query).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitorQuery {
    /// The office: what every screen's frame shows.
    Office,
    /// Matters that match the words.
    Matters {
        /// As typed.
        words: String,
    },
    /// One matter, whole.
    Matter(MatterId),
    /// How far a matter has come.
    Progress {
        /// The number on the slip.
        number: String,
        /// The last four digits of the telephone, empty when none was given.
        phone_ending: String,
    },
    /// One clause.
    Clause {
        /// The pack's id.
        pack: String,
        /// The version that is meant; absent: the one in force.
        #[serde(default)]
        version: Option<String>,
        /// The clause.
        clause: ClauseRef,
    },
}

/// A good reply to visitors' screens; see [`Reply`](super::Reply).
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitorReply {
    /// To a command.
    Done(VisitorDone),
    /// To a query.
    Seen(VisitorSeen),
}

/// What a visitors' command came to; see [`Done`].
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitorDone {
    /// It was done.
    Plain,
    /// The matter is registered and durably stored.
    Acknowledged(Box<AcknowledgedView>),
}

impl VisitorDone {
    /// What a command came to, as visitors are told.
    pub fn of(done: Done) -> Result<Self, Trouble> {
        match done {
            Done::Plain => Ok(Self::Plain),
            Done::Acknowledged(view) => Ok(Self::Acknowledged(view)),
            _ => Err(Trouble::Broken("this reply is not for visitors".to_owned())),
        }
    }
}

/// What a visitors' query found; see [`Seen`](super::Seen).
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitorSeen {
    /// To [`VisitorQuery::Office`]; none before one is loaded.
    Office(Option<OfficeView>),
    /// To [`VisitorQuery::Matters`].
    Matters(Vec<MatterCard>),
    /// To [`VisitorQuery::Matter`].
    Matter(Box<MatterView>),
    /// To [`VisitorQuery::Progress`].
    Progress(Box<ProgressView>),
    /// To [`VisitorQuery::Clause`].
    Clause(Box<ClauseView>),
}

/// Why something could not be done, as visitors are told; see [`Trouble`]. What the rules or the state of a ticket forbid is
/// the same to them: the screens offer only what was allowed a moment ago.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// It is forbidden.
    Refused(()),
    /// See [`Trouble::NoOffice`].
    NoOffice,
    /// See [`Trouble::NotFound`].
    NotFound(String),
    /// See [`Trouble::DiskFull`].
    DiskFull,
    /// See [`Trouble::NotStored`].
    NotStored(String),
    /// See [`Trouble::Vanished`].
    Vanished {
        /// When it was last written.
        last_seen_ms: i64,
        /// How many events it held then.
        events: u64,
    },
    /// See [`Trouble::TooNew`].
    TooNew {
        /// Found version.
        found: u32,
        /// Newest version this build reads.
        known: u32,
    },
    /// See [`Trouble::BadFile`].
    BadFile(Vec<Problem>),
    /// See [`Trouble::Broken`].
    Broken(String),
}

impl From<&Trouble> for Told {
    fn from(trouble: &Trouble) -> Self {
        match trouble {
            Trouble::Refused(_)
            | Trouble::FindingRefused(_)
            | Trouble::SystemRefused(_)
            | Trouble::DeviceRefused(_) => Self::Refused(()),
            Trouble::NoOffice => Self::NoOffice,
            Trouble::NotFound(what) => Self::NotFound(what.clone()),
            Trouble::DiskFull => Self::DiskFull,
            Trouble::NotStored(words) => Self::NotStored(words.clone()),
            Trouble::Vanished { last_seen_ms, events } => {
                Self::Vanished { last_seen_ms: *last_seen_ms, events: *events }
            }
            Trouble::TooNew { found, known } => Self::TooNew { found: *found, known: *known },
            Trouble::BadFile(problems) => Self::BadFile(problems.clone()),
            Trouble::Broken(words) => Self::Broken(words.clone()),
        }
    }
}

impl From<Told> for Trouble {
    fn from(told: Told) -> Self {
        match told {
            Told::Refused(()) => Self::Refused(Refusal::NotOpen),
            Told::NoOffice => Self::NoOffice,
            Told::NotFound(what) => Self::NotFound(what),
            Told::DiskFull => Self::DiskFull,
            Told::NotStored(words) => Self::NotStored(words),
            Told::Vanished { last_seen_ms, events } => Self::Vanished { last_seen_ms, events },
            Told::TooNew { found, known } => Self::TooNew { found, known },
            Told::BadFile(problems) => Self::BadFile(problems),
            Told::Broken(words) => Self::Broken(words),
        }
    }
}
