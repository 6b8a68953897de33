//! What a screen can have done.

use serde::{Deserialize, Serialize};

use crate::ledger::finding::{FindingKey, Plea};
use crate::ledger::{Act, TicketId, Visitor};
use crate::office::{MatterId, StaffId};
use crate::rules::{MatterKind, Scope, Situation};

use super::{AcknowledgedView, ImportView};

/// Has something done.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Loads the example office that is shipped with the app.
    LoadExample,
    /// Loads an office document.
    LoadOffice {
        /// The document, JSON.
        json: String,
    },
    /// Takes the office off this device; its tickets stay.
    RemoveOffice,
    /// Chooses the system under which matters are decided from now on: puts its newest version in force today.
    ChooseSystem {
        /// The pack's id.
        pack: String,
    },
    /// Keeps a system of one's own on this device, beside its other versions.
    KeepSystem {
        /// The text as it was written.
        text: String,
        /// The same made ready by [`write_compact`](crate::rules::write_compact), in base64: the back office reads no texts.
        compact: String,
    },
    /// Takes a version of one's own system off this device, where nothing rests on it.
    ForgetSystem {
        /// The pack's id.
        pack: String,
        /// The version.
        version: String,
    },
    /// Puts a system in force from a day on: one's own, or one that comes with the program.
    ActivateSystem {
        /// The pack's id.
        pack: String,
        /// The version, as listed.
        version: String,
        /// The first day, `YYYY-MM-DD` in Chinese standard time; today or later.
        from: String,
    },
    /// Takes back what was planned for a day that has not come.
    CancelActivation {
        /// The day, `YYYY-MM-DD`.
        from: String,
    },
    /// Registers a matter. Acknowledged only when it is durably stored.
    Register(Box<Registration>),
    /// Acts on a ticket.
    Act {
        /// The ticket.
        ticket: TicketId,
        /// Who acts.
        by: StaffId,
        /// What they do.
        act: Act,
    },
    /// Answers a finding about oneself.
    AnswerFinding {
        /// The ticket.
        ticket: TicketId,
        /// Which of its findings.
        finding: FindingKey,
        /// Who answers.
        by: StaffId,
        /// What they say.
        text: String,
    },
    /// Decides on a finding about someone else.
    DecideFinding {
        /// The ticket.
        ticket: TicketId,
        /// Which of its findings.
        finding: FindingKey,
        /// Who decides.
        by: StaffId,
        /// What, and why.
        plea: Plea,
    },
    /// Rates a ticket at the kiosk, by number and phone ending.
    Rate {
        /// The number on the slip.
        number: String,
        /// The last four digits of the telephone, empty when none was given.
        phone_ending: String,
        /// 1 to 5.
        stars: u8,
    },
    /// Writes a bundle of everything on this device; the file rides beside the reply.
    Export,
    /// Writes a bundle that also carries what this device keeps beside office and events; the file rides beside the reply.
    BackUp,
    /// Reads the bundle that rides beside this request and says what it would change. Changes nothing.
    PreviewImport,
    /// Reads the backup that rides beside this request and says what restoring it here would bring. Changes nothing.
    PreviewRestore,
    /// Takes in the bundle previewed under `token`, or restores it where it was previewed for that.
    ConfirmImport {
        /// From the preview.
        token: u32,
        /// Whether to take over the office that the bundle brings, where this device has none or an older one; a backup that
        /// is restored always brings its own.
        adopt_office: bool,
    },
    /// Forgets a preview, or ends an import that is under way: what is in stays in, whole.
    CancelImport {
        /// From the preview; absent for whatever is being read or taken in.
        token: Option<u32>,
    },
    /// Takes everything off this device, which then is a new one.
    EmptyDevice {
        /// The device's id as the person typed it.
        typed: String,
        /// How many events the person was told of.
        events: u64,
    },
    /// Accepts that a vanished database is gone and starts a new one.
    AcceptLoss,
}

/// A matter as it comes in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Registration {
    /// Made by the screen once per form, so that a repeated submit cannot register twice.
    pub nonce: String,
    /// The matter of the office's list, where it is one.
    pub matter: Option<MatterId>,
    /// The matter in words, where it is not in the list.
    pub subject: String,
    /// What kind it is, where it is not in the list.
    pub kind: Option<MatterKind>,
    /// Who came.
    pub visitor: Visitor,
    /// What they said.
    pub details: String,
    /// How and by whom it was received.
    pub reception: Reception,
}

/// How a matter was received.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reception {
    /// By the visitor at the kiosk: the window's staff on duty are those asked.
    Kiosk,
    /// By a member of staff.
    Desk(Box<DeskReception>),
}

/// What a member of staff says about a matter while taking it in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DeskReception {
    /// Who registers, and was asked first.
    pub by: StaffId,
    /// Others who were asked as well, in order.
    pub others: Vec<StaffId>,
    /// Whose duty it is; absent: judged from the matter's department and the registering person's.
    pub scope: Option<Scope>,
    /// Whether it can be settled at once; absent: as the office's list says.
    pub on_the_spot: Option<bool>,
    /// The rest of the situation as the clerk sees it; its `asked`, `matter`, `scope` and `on_the_spot` are not read.
    pub situation: Situation,
}

/// What a command came to.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// It was done; nothing more to say.
    Plain,
    /// The matter is registered and durably stored.
    Acknowledged(Box<AcknowledgedView>),
    /// The bundle rides beside this reply.
    Exported {
        /// The proposed file name.
        name: String,
        /// How many events it holds.
        events: u64,
        /// How many of them had never been exported.
        fresh: u64,
    },
    /// What the bundle would change.
    Preview(Box<ImportView>),
    /// What the bundle changed.
    Imported(Box<ImportView>),
}
