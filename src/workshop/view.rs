//! What the workshop answers, ready to be drawn.

use serde::{Deserialize, Serialize};

use crate::rules::pack::Severity;
use crate::rules::{
    Actor, Answerable, Barred, Basis, ClauseRef, DutyCode, Flags, FormCode, HandlerRole, Held, Limit, Recipient,
    Sanction, Situation, Weight,
};

/// Something about a system that can be read, or what is wrong with its text.
pub type Sound<T> = Result<T, Vec<ProblemView>>;

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// To `Find`.
    Found(Vec<FoundSystem>),
    /// To `Read`.
    Reading(Sound<Reading>),
    /// To `Text` and `Begin`.
    Text(String),
    /// To `Check`.
    Checked(Checked),
    /// To `Cases`.
    Cases(Sound<Vec<CaseRun>>),
    /// To `Try`.
    Trial(Sound<Trial>),
    /// To `Judge`.
    Judgement(Sound<Judgement>),
    /// To `Compare`.
    Comparison(Sound<Comparison>),
    /// To `Compact`: base64.
    Compact(Sound<CompactText>),
}

/// A text in the form that the back office keeps beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompactText {
    /// The system's id.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// The compact form, base64.
    pub base64: String,
}

/// A system in which something was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundSystem {
    /// Its id.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// The clauses that speak of it; none where its title does.
    pub clauses: Vec<FoundClause>,
    /// How many clauses speak of it in all.
    pub count: u32,
}

/// A clause in which something was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundClause {
    /// Which.
    pub clause: ClauseRef,
    /// What it says.
    pub gist: String,
}

/// Who a system is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Its id.
    pub pack: String,
    /// What people call it.
    pub title: String,
    /// For what kind of institution.
    pub sector: String,
    /// Its version.
    pub version: String,
    /// Where the text comes from.
    pub source: String,
    /// What a reader must know; may be empty.
    pub note: String,
    /// The system whose clauses it takes over.
    pub extends: Option<String>,
    /// From when to when it holds, as it is written.
    pub valid: (Option<String>, Option<String>),
}

/// A system, clause by clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Who it is.
    pub head: Head,
    /// Its clauses in reading order.
    pub clauses: Vec<ClauseReading>,
    /// Where its text says nothing, and what a reader must know about that.
    pub silences: Vec<String>,
    /// Tags that it routes by: code and title.
    pub topics: Vec<(String, String)>,
}

/// A clause with what it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseReading {
    /// Which.
    pub clause: ClauseRef,
    /// What it says.
    pub gist: String,
    /// Why nothing follows from it, where nothing does.
    pub unformalised: Option<String>,
    /// What its rules do.
    pub rules: Vec<EffectView>,
    /// What it states outright: what, and the terms.
    pub facts: Vec<(String, Vec<String>)>,
    /// What it says about misconduct.
    pub sanctions: Vec<EffectView>,
    /// The system that it was taken over from, if it was.
    pub from: Option<String>,
}

/// What a rule does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffectView {
    /// When; empty where it always applies.
    pub when: String,
    /// What follows.
    pub follows: Vec<String>,
    /// Over which clauses it prevails.
    pub over: Vec<ClauseRef>,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// Who it is, where that can be told.
    pub head: Option<Head>,
    /// What is wrong, in the order of the text.
    pub problems: Vec<ProblemView>,
    /// How many cases it has, and how many of them pass.
    pub cases: (u32, u32),
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemView {
    /// The line, from 1.
    pub line: u32,
    /// The character in the line, from 1.
    pub column: u32,
    /// How grave.
    pub severity: Graveness,
    /// What it is, with the mend.
    pub words: String,
}

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Graveness {
    /// The system cannot be used.
    Error,
    /// Probably a slip.
    Warning,
    /// Worth a look.
    Note,
}

impl From<Severity> for Graveness {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Note => Self::Note,
        }
    }
}

/// How a case came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRun {
    /// What it is called.
    pub name: String,
    /// Which kind of question: `decide`, `assess`, `fact`, `due`.
    pub kind: String,
    /// The line on which it stands.
    pub line: u32,
    /// What was expected and not answered; nothing where it passes.
    pub misses: Vec<String>,
    /// The situation that it decides, to be tried further.
    pub situation: Option<Situation>,
}

/// What a system demands in a situation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trial {
    /// The first-contact owner.
    pub owner: Option<OwnerTried>,
    /// Who must settle it.
    pub handler: Option<Line<HandlerRole>>,
    /// The department that the system names.
    pub department: Option<Line<String>>,
    /// Who answers to the visitor.
    pub answerable: Option<Line<Answerable>>,
    /// What is to be done, in order.
    pub duties: Vec<DutyTried>,
    /// What is to be filled in or handed out.
    pub forms: Vec<Line<FormCode>>,
    /// What is forbidden.
    pub barred: Vec<Line<Barred>>,
    /// Every clause that was used: its gist, and what made it apply.
    pub clauses: Vec<ClauseUsed>,
    /// The way from the visitor to the closing.
    pub flow: Vec<FlowStep>,
    /// Why something is, or is not, so; where that was asked.
    pub why_not: Option<Vec<String>>,
    /// Duties that the system knows and does not demand here.
    pub absent: Vec<DutyCode>,
    /// Tags that it routes by: code and title.
    pub topics: Vec<(String, String)>,
    /// Circumstances that any of its rules looks at.
    pub flags: Flags,
    /// Under what it was decided: id and version.
    pub stamp: String,
}

/// An answer with its clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line<T> {
    /// What is so.
    pub code: T,
    /// The clause that says so.
    pub clause: ClauseRef,
}

/// The owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerTried {
    /// Who.
    pub id: String,
    /// Why.
    pub basis: Basis,
    /// The clause that says so.
    pub clause: ClauseRef,
}

/// A duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyTried {
    /// What is to be done.
    pub code: DutyCode,
    /// Who does it.
    pub by: Actor,
    /// To whom.
    pub to: Option<Recipient>,
    /// The clauses that demand it.
    pub clauses: Vec<ClauseRef>,
    /// How long it may take.
    pub within: Option<Limit>,
    /// Duties of which one is enough, this one aside.
    pub alternatives: Vec<DutyCode>,
    /// Only where necessary.
    pub optional: bool,
}

/// A clause that was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseUsed {
    /// Which.
    pub clause: ClauseRef,
    /// What it says.
    pub gist: String,
    /// What about the situation made it apply; nothing where it always does.
    pub held: Vec<Held>,
}

/// A step on the way from the visitor to the closing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowStep {
    /// With whom it is.
    pub lane: Lane,
    /// What happens.
    pub what: FlowWhat,
    /// The clauses that say so.
    pub clauses: Vec<ClauseRef>,
    /// Only where necessary.
    pub optional: bool,
    /// How long it may take.
    pub within: Option<Limit>,
}

/// With whom a step is, from the visitor inwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    /// The visitor.
    Visitor,
    /// The first-contact owner.
    Owner,
    /// Who settles it.
    Handler,
    /// A head, leader, coordinator or higher authority.
    Above(Actor),
}

/// What happens in a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlowWhat {
    /// A visitor comes.
    Arrival,
    /// This one is the owner; nobody where the system names none.
    Owner(Option<String>),
    /// The matter is with this one now.
    Handler(HandlerRole),
    /// A duty, and others of which one is enough.
    Duty(DutyCode, Vec<DutyCode>),
    /// It is closed.
    Closing,
}

/// What a system says about someone's conduct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// What follows: the sanction, in words, the clauses, whether it is one of several.
    pub sanctions: Vec<SanctionLineView>,
    /// Which way circumstances speak.
    pub weight: Vec<Weight>,
    /// Who is held to account, in words.
    pub liable: Vec<String>,
    /// Sanctions that the system knows and that do not follow here: code and words.
    pub absent: Vec<(Sanction, String)>,
    /// Why a sanction follows or does not, where that was asked.
    pub why_not: Option<Vec<String>>,
    /// Whether the system says anything about misconduct at all.
    pub has_ladder: bool,
}

/// A sanction that follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SanctionLineView {
    /// Which.
    pub code: Sanction,
    /// In words.
    pub name: String,
    /// The clauses.
    pub clauses: Vec<ClauseRef>,
    /// Whether it is one of several among which there is a choice.
    pub alternatives: bool,
}

/// Two systems beside each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// Who they are.
    pub heads: [Head; 2],
    /// What is compared.
    pub rows: Vec<Contrast>,
}

/// One thing in which two systems are compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contrast {
    /// What it is.
    pub about: Aspect,
    /// What each says, a line each with its clauses.
    pub sides: [Vec<Saying>; 2],
    /// Whether both say the same, clauses aside.
    pub same: bool,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// How the owner is found.
    Owner,
    /// What is done with a matter that is this one's duty.
    Route(crate::rules::Scope),
    /// Time limits.
    Limits,
    /// Forms.
    Forms,
    /// What is forbidden.
    Barred,
    /// Sanctions.
    Sanctions,
}

/// A line with its clauses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saying {
    /// What it says.
    pub words: String,
    /// Where it stands.
    pub clauses: Vec<ClauseRef>,
}
