//! Data that screens draw.
//!
//! Times are milliseconds since 1970 (UTC); screens show them in the office's time zone (UTC+8).

use serde::{Deserialize, Serialize};

use crate::ledger::{Choice, Closing, Conflict, DutyState, EventId, State, TicketId, TransferState};
use crate::office::{DepartmentId, MatterId, Post, StaffId, WindowId};
use crate::rules::{
    Actor, Barred, Basis, Channel, ClauseRef, DutyCode, Flags, FormCode, HandlerRole, Held, Limit, MatterKind,
    Situation,
};

/// What every screen's frame shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatusView {
    /// The office; absent before one is loaded.
    pub office: Option<OfficeView>,
    /// The system in force.
    pub system: Option<SystemCard>,
    /// This device's id.
    pub device: String,
    /// Tickets on this device.
    pub tickets: u64,
    /// Events on this device.
    pub events: u64,
    /// Events that exist on this device only (never exported).
    pub fresh: u64,
    /// Tickets of other offices on this device.
    pub foreign: u64,
    /// Whether the browser promised to keep the data; absent when it would not say.
    pub persistent: Option<bool>,
    /// Bytes used, absent when not known.
    pub used_bytes: Option<u64>,
    /// Bytes allowed, absent when not known.
    pub quota_bytes: Option<u64>,
    /// Gaps and forks found in devices' chains, in words of data.
    pub chain_faults: Vec<ChainFaultView>,
}

/// A fault in a device's chain of events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainFaultView {
    /// The device.
    pub device: String,
    /// Whether two different events claim the same place (else some are missing).
    pub fork: bool,
    /// The first place concerned.
    pub from_seq: u64,
    /// The last place concerned.
    pub to_seq: u64,
}

/// The office in the frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeView {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub address: String,
    /// The telephone that takes complaints.
    pub complaint_phone: String,
    /// Whether it is the invented example.
    pub example: bool,
}

/// A matter in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterCard {
    /// Its id.
    pub id: MatterId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: MatterKind,
    /// Its picture.
    pub icon: String,
    /// The department that settles it.
    pub department: String,
    /// The window's number.
    pub window: u16,
}

/// A matter, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MatterView {
    /// The card.
    pub card: MatterCard,
    /// The answer.
    pub answer: String,
    /// Every paper.
    pub materials: Vec<MaterialView>,
    /// The published limit.
    pub limit: Option<Limit>,
    /// The day by which it would be settled if registered now.
    pub due: Option<DueView>,
    /// Whether it is usually settled while the visitor waits.
    pub on_the_spot: bool,
    /// What it costs; absent when free.
    pub fee: Option<String>,
    /// Whether it may be brought without a name.
    pub anonymous: bool,
    /// The window's place.
    pub place: String,
    /// The department's telephone.
    pub phone: String,
    /// The clause that has everything told at once, where the system has one.
    pub told_by: Option<ClauseChip>,
}

/// A paper in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaterialView {
    /// What it is.
    pub name: String,
    /// Originals.
    pub originals: u8,
    /// Copies.
    pub copies: u8,
    /// When, or what to watch for.
    pub note: Option<String>,
}

/// A day or moment by which something is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueView {
    /// The moment.
    pub at_ms: i64,
    /// Whether only the day counts (else the minute).
    pub day: bool,
    /// Whether the year's calendar is not published yet.
    pub provisional: bool,
    /// Working days left (calendar days for a limit in such), negative when late.
    pub days_left: i32,
    /// Whether it is past.
    pub late: bool,
}

/// A clause as a chip on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseChip {
    /// The pack's id.
    pub pack: String,
    /// The pack's version.
    pub version: String,
    /// The reference.
    pub clause: ClauseRef,
    /// Its gist.
    pub gist: String,
}

/// A clause, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseView {
    /// The chip.
    pub chip: ClauseChip,
    /// The system's title.
    pub system: String,
    /// The pack's version.
    pub version: String,
    /// Why no rule cites it, where none does.
    pub unformalised: Option<String>,
}

/// A person by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    /// Their id.
    pub id: StaffId,
    /// Their name, or the id where the office does not know them.
    pub name: String,
    /// Their title.
    pub title: String,
    /// Their department's id.
    pub department_id: DepartmentId,
    /// Their department.
    pub department: String,
    /// Their place in the chain.
    pub post: Post,
    /// Their telephone.
    pub phone: String,
    /// Name in pinyin, for finding.
    pub pinyin: String,
    /// The window where they are on duty now.
    pub window: Option<u16>,
}

/// A department by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartmentView {
    /// Its id.
    pub id: DepartmentId,
    /// Its name.
    pub name: String,
    /// What it answers for.
    pub duty: String,
    /// Where.
    pub place: String,
    /// Its telephone.
    pub phone: String,
    /// Who works there.
    pub people: Vec<StaffId>,
    /// Its windows.
    pub windows: Vec<WindowId>,
}

/// One line of a decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DutyView {
    /// The duty.
    pub code: DutyCode,
    /// Whose.
    pub by: Actor,
    /// The person, where known.
    pub person: Option<String>,
    /// The clauses.
    pub clauses: Vec<ClauseChip>,
    /// The limit.
    pub within: Option<Limit>,
    /// The day it falls due.
    pub due: Option<DueView>,
    /// Others of which one is enough.
    pub alternatives: Vec<DutyCode>,
    /// Whether only where necessary.
    pub optional: bool,
    /// Whether and how it was done (open on a preview).
    pub state: DutyState,
    /// What was done.
    pub note: String,
    /// Whether the person looking may tick it off.
    pub mine: bool,
}

/// What the rules answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DecisionView {
    /// The owner's name; absent where nobody was asked yet.
    pub owner: Option<String>,
    /// How the owner was found.
    pub basis: Option<Basis>,
    /// The clause that names the owner.
    pub owner_clause: Option<ClauseChip>,
    /// Who must settle it; absent where the system does not say.
    pub handler: Option<HandlerRole>,
    /// The handler by name: person or department.
    pub handler_name: Option<String>,
    /// The clause.
    pub handler_clause: Option<ClauseChip>,
    /// The duties, in order.
    pub duties: Vec<DutyView>,
    /// The forms.
    pub forms: Vec<(FormCode, ClauseChip)>,
    /// What is forbidden here.
    pub barred: Vec<(Barred, ClauseChip)>,
    /// One line for each clause used: the clause and the fields of the situation that made it hold.
    pub why: Vec<WhyView>,
    /// The situation decided.
    pub situation: Situation,
    /// Pack, version, calendar: what it was decided under.
    pub stamp: String,
}

/// Why a clause holds here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyView {
    /// The clause.
    pub chip: ClauseChip,
    /// What about the situation made it hold.
    pub held: Vec<Held>,
}

/// One knot of the thread (责任链).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnotView {
    /// Which knot.
    pub role: Knot,
    /// Who: a name or a department; empty when not known.
    pub who: String,
    /// Where: window or department.
    pub place: String,
    /// When it was reached.
    pub at_ms: Option<i64>,
    /// Done, now, or still to come.
    pub pace: Pace,
}

/// A knot of the thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Knot {
    /// The visitor came.
    Visitor,
    /// The first-contact owner.
    Owner,
    /// Handed on, waiting to be accepted.
    Passing,
    /// The handler.
    Handler,
    /// The visitor has the answer.
    Answer,
    /// Closed.
    Closed,
}

/// How far a knot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// Behind us.
    Done,
    /// The matter is here.
    Now,
    /// To come.
    Next,
}

/// What a visitor gets on registering.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AcknowledgedView {
    /// The ticket.
    pub ticket: TicketId,
    /// The number, grouped for reading aloud.
    pub number: String,
    /// The matter.
    pub subject: String,
    /// When.
    pub at_ms: i64,
    /// When it will be settled.
    pub due: Option<DueView>,
    /// Who owns it, and where they are.
    pub owner: Option<PersonView>,
    /// The window to go to.
    pub window: Option<u16>,
    /// Its place.
    pub place: String,
    /// The clause that names the owner.
    pub owner_clause: Option<ClauseChip>,
    /// The papers to bring.
    pub materials: Vec<MaterialView>,
    /// The thread.
    pub thread: Vec<KnotView>,
    /// The office's name.
    pub office: String,
    /// The telephone that takes complaints.
    pub complaint_phone: String,
    /// The QR code: an SVG path on a grid of `qr_size` × `qr_size`.
    pub qr: String,
    /// Modules on a side, without the quiet zone.
    pub qr_size: u32,
}

/// How far a matter has come, for its visitor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProgressView {
    /// The number.
    pub number: String,
    /// The matter.
    pub subject: String,
    /// Where it stands.
    pub state: State,
    /// The thread.
    pub thread: Vec<KnotView>,
    /// When it is due.
    pub due: Option<DueView>,
    /// The answer, once given.
    pub answer: Option<String>,
    /// Whether the visitor may rate it now.
    pub may_rate: bool,
    /// Whether it was rated.
    pub rated: Option<u8>,
}

/// A page of a list of tickets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TicketsView {
    /// How many match.
    pub total: u32,
    /// The rows asked for.
    pub rows: Vec<TicketRow>,
    /// How many lie on each shelf for the same person, in the order Open, Incoming, Late, Closed, All.
    pub shelves: [u32; 5],
}

/// A ticket in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TicketRow {
    /// The ticket.
    pub id: TicketId,
    /// Its number.
    pub number: String,
    /// The matter.
    pub subject: String,
    /// Its kind.
    pub kind: MatterKind,
    /// The visitor's name; empty when anonymous.
    pub visitor: String,
    /// Where it stands.
    pub state: State,
    /// When it is due.
    pub due: Option<DueView>,
    /// The next duty.
    pub next: Option<DutyCode>,
    /// The thread, short.
    pub thread: Vec<KnotView>,
    /// Whether acts contradict each other.
    pub conflict: bool,
    /// When it came in.
    pub at_ms: i64,
}

/// A ticket, whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TicketView {
    /// The row.
    pub row: TicketRow,
    /// The visitor's telephone.
    pub phone: String,
    /// Whether the visitor chose to give no name.
    pub anonymous: bool,
    /// What they said.
    pub details: String,
    /// How it arrived.
    pub channel: Channel,
    /// The matter of the list.
    pub matter: Option<Box<MatterView>>,
    /// The decision, with the duties as they now stand; absent while the event that holds it has not arrived.
    pub decision: Option<Box<DecisionView>>,
    /// Who answers to the visitor now.
    pub answerable: Vec<PersonView>,
    /// Every transfer.
    pub transfers: Vec<TransferView>,
    /// The answer, once given.
    pub answer: Option<String>,
    /// How it was closed.
    pub closing: Option<Closing>,
    /// 1 to 5, once rated.
    pub rated: Option<u8>,
    /// Contradicting acts.
    pub conflicts: Vec<Conflict>,
    /// Everything that happened, oldest first.
    pub history: Vec<HistoryLine>,
    /// What the person looking may do now.
    pub offers: Vec<Choice>,
    /// The slip's QR code: an SVG path on a grid of `qr_size` × `qr_size`.
    pub qr: String,
    /// Modules on a side, without the quiet zone.
    pub qr_size: u32,
}

/// A transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferView {
    /// Its id.
    pub id: EventId,
    /// From whom.
    pub from: String,
    /// To which department, and person where named.
    pub to: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at_ms: i64,
    /// Where it stands.
    pub state: TransferState,
    /// Why it was returned, or who accepted it.
    pub reply: String,
}

/// One line of a ticket's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryLine {
    /// The event.
    pub id: EventId,
    /// When.
    pub at_ms: i64,
    /// Who: a name; empty for the visitor.
    pub by: String,
    /// The device.
    pub device: String,
    /// The fact's kind, as in the event (`transfer_accepted`).
    pub kind: String,
    /// Words that belong to it: the answer, the reason, the duty's code.
    pub words: String,
}

/// A system in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SystemCard {
    /// The pack's id.
    pub pack: String,
    /// Its title.
    pub title: String,
    /// Its sector's code.
    pub sector: String,
    /// Its version.
    pub version: String,
    /// How many clauses it has.
    pub clauses: u32,
    /// What a reader must know about it; may be empty.
    pub about: String,
    /// The circumstances that its rules look at.
    pub flags: Flags,
    /// Whether it is in force on this device.
    pub active: bool,
    /// Whether it is one's own (else it comes with the program).
    pub own: bool,
    /// The first day for which it is planned, `YYYY-MM-DD` in Chinese standard time; absent where it is not.
    pub from: Option<String>,
    /// Whether it was made ready by another version of the app: it decides nothing until its text is kept anew. A card
    /// of such a system has its id as its title.
    pub stale: bool,
}

/// The text of a system of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SystemTextView {
    /// The pack's id.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// The text, as it was kept.
    pub text: String,
}

/// A system, clause by clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SystemView {
    /// The card.
    pub card: SystemCard,
    /// Where it comes from.
    pub source: String,
    /// Its clauses in order.
    pub clauses: Vec<ClauseView>,
}

/// What a bundle would change, or changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportView {
    /// Names the preview; 0 once taken in.
    pub token: u32,
    /// The file's name.
    pub file: String,
    /// The office it comes from.
    pub office: String,
    /// The device that wrote it.
    pub device: String,
    /// When it was written.
    pub made_ms: i64,
    /// Events in it.
    pub events: u64,
    /// Events that are new here.
    pub new_events: u64,
    /// Tickets that are new here.
    pub new_tickets: u64,
    /// Tickets here that it changes.
    pub changed_tickets: u64,
    /// Whether it brings an office that this device lacks or has in an older form.
    pub brings_office: bool,
    /// Whether its signature is good.
    pub signed: bool,
    /// What forbids taking it in; with any of these, it has no effect at all.
    pub problems: Vec<super::Problem>,
    /// What is worth knowing about it; does not keep it from being taken in.
    pub notes: Vec<super::Problem>,
    /// Gaps and forks in devices' chains that would stand afterwards and do not stand now.
    pub chain_faults: Vec<ChainFaultView>,
}
