//! The part of the protocol that visitors' screens speak.
//!
//! The same JSON as [`Command`](super::Command), [`Query`](super::Query) and [`Reply`](super::Reply), with fewer kinds: the
//! visitors' wing is loaded first, and must not carry what only staff ask for. The screens need not know; they speak the
//! whole protocol, and what this part does not have is refused.

use serde::{Deserialize, Serialize};

use crate::ledger::Visitor;
use crate::office::MatterId;
use crate::rules::{ClauseRef, MatterKind};

use super::{AcknowledgedView, ClauseView, MatterCard, MatterView, ProgressView, Reception, Registration, StatusView};

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
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitorCommand {
    /// Loads the example office.
    LoadExample,
    /// Registers a matter at the kiosk.
    Register(Box<KioskRegistration>),
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
#[derive(Clone, Debug, Deserialize)]
pub struct KioskRegistration {
    nonce: String,
    matter: Option<MatterId>,
    subject: String,
    kind: Option<MatterKind>,
    visitor: Visitor,
    details: String,
    reception: AtKiosk,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AtKiosk {
    Kiosk,
}

impl From<KioskRegistration> for Registration {
    fn from(at_kiosk: KioskRegistration) -> Self {
        let KioskRegistration { nonce, matter, subject, kind, visitor, details, reception: AtKiosk::Kiosk } = at_kiosk;
        Self { nonce, matter, subject, kind, visitor, details, reception: Reception::Kiosk }
    }
}

/// What visitors' screens can ask to see; see [`Query`](super::Query).
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitorQuery {
    /// What every screen's frame shows.
    Status,
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

/// What a visitors' command came to; see [`Done`](super::Done).
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitorDone {
    /// It was done.
    Plain,
    /// The matter is registered and durably stored.
    Acknowledged(Box<AcknowledgedView>),
}

/// What a visitors' query found; see [`Seen`](super::Seen).
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitorSeen {
    /// To [`VisitorQuery::Status`].
    Status(Box<StatusView>),
    /// To [`VisitorQuery::Matters`].
    Matters(Vec<MatterCard>),
    /// To [`VisitorQuery::Matter`].
    Matter(Box<MatterView>),
    /// To [`VisitorQuery::Progress`].
    Progress(Box<ProgressView>),
    /// To [`VisitorQuery::Clause`].
    Clause(Box<ClauseView>),
}
