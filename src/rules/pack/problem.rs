//! What is wrong with a pack: where, what was found, and the mend.

use std::fmt;

use thiserror::Error;

use super::model::{Place, Words};
use super::unsearched::Unsearched;
use crate::rules::case_run::Miss;
use crate::rules::codes::UnknownCode;
use crate::rules::decision::{ClauseRef, ClauseRefError};
use crate::rules::duty::DutyCode;
use crate::rules::limit::LimitError;

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub kind: ProblemKind,
}

/// Whether a pack with the problem can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It cannot be used.
    Error,
    /// It can be used, but something in it is probably a slip.
    Warning,
    /// It may well be meant; worth a look.
    Note,
}

/// What may be wrong with a pack.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ProblemKind {
    /// The text is longer than packs may be.
    #[error("the pack has {bytes} bytes; at most {max} are read. Split it, or leave out what is not the system's")]
    TooLarge {
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        max: usize,
    },
    /// The text is not TOML.
    #[error("this is not TOML: {0}")]
    Syntax(String),
    /// A newer format than this program knows.
    #[error("the pack is written in format {found}, this program reads format {known}; use a newer program")]
    TooNew {
        /// Which format it is in.
        found: i64,
        /// Which format is known.
        known: i64,
    },
    /// A key that means nothing here.
    #[error("{inside} has no `{key}`{}", mend(.nearest.as_deref()))]
    UnknownKey {
        /// The key.
        key: String,
        /// In what it stands.
        inside: &'static str,
        /// The most similar key that means something here.
        nearest: Option<String>,
    },
    /// A key that is needed is not there.
    #[error("{inside} needs `{key}`")]
    Missing {
        /// The key.
        key: &'static str,
        /// In what it is needed.
        inside: &'static str,
    },
    /// A value of another type than the key needs.
    #[error("`{key}` needs {expected}, but here is {found}")]
    WrongType {
        /// The key.
        key: String,
        /// What it needs.
        expected: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// A word that is not in its list.
    #[error(transparent)]
    UnknownCode(#[from] UnknownCode),
    /// A text that is no clause reference.
    #[error(transparent)]
    ClauseRef(#[from] ClauseRefError),
    /// A limit that cannot be one.
    #[error(transparent)]
    Limit(#[from] LimitError),
    /// A text longer than texts may be.
    #[error("`{key}` has {found} characters, at most {max} are allowed")]
    TextTooLong {
        /// The key.
        key: String,
        /// How long it is.
        found: usize,
        /// How long it may be.
        max: usize,
    },
    /// More items than a pack may have.
    #[error("the pack has more than {max} {what}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many it may have.
        max: usize,
    },
    /// A list with nothing in it.
    #[error("`{key}` is empty; name at least one, or leave the key out")]
    Empty {
        /// The key.
        key: String,
    },
    /// A condition that nothing can meet.
    #[error("`{key}` allows no value, so the rule never applies")]
    NothingLeft {
        /// The key.
        key: String,
    },
    /// A rule that says nothing.
    #[error("this rule has no consequence; give it an owner, handler, answerable, duties, waives, forms or barred")]
    NoConsequence,
    /// An owner rule that depends on the owner.
    #[error("a rule that names the owner cannot depend on who the owner is; choose with `among` instead")]
    OwnerDependsOnOwner,
    /// The same clause twice.
    #[error("clause {0} is already written above; join the two")]
    DuplicateClause(ClauseRef),
    /// A clause that the pack does not have.
    #[error("there is no clause {found}{}", mend(.nearest.as_ref().map(ClauseRef::as_str)))]
    UnknownClause {
        /// What was cited.
        found: ClauseRef,
        /// The most similar clause of the pack.
        nearest: Option<ClauseRef>,
    },
    /// A tag that the pack does not declare.
    #[error("`{found}` is not one of the pack's topics{}; declare it under [[topic]]", mend(.nearest.as_deref()))]
    UnknownTopic {
        /// The tag.
        found: String,
        /// The most similar tag of the pack.
        nearest: Option<String>,
    },
    /// A clause from which nothing follows and that does not say why.
    #[error("nothing follows from clause {0}; give it a rule, facts or a sanction, or say why not with `unformalised`")]
    Unexplained(ClauseRef),
    /// A clause that says why nothing follows although something does.
    #[error("clause {0} says why nothing follows from it, but something does; remove `unformalised`")]
    NeedlesslyExplained(ClauseRef),
    /// A pack that says nothing.
    #[error("the pack has no clauses")]
    NoClauses,
    /// The pack says that it extends another, which is not known.
    #[error("there is no pack `{found}` to extend{}", mend(.nearest.as_deref()))]
    UnknownParent {
        /// The pack's id.
        found: String,
        /// The most similar id.
        nearest: Option<String>,
    },
    /// Packs that extend each other in a circle.
    #[error("the pack extends itself by way of {0}")]
    ExtendsCycle(String),
    /// Rules that prevail over each other in a circle.
    #[error("clauses {} prevail over each other in a circle; remove one `over`", list(.0))]
    PrecedenceCycle(Vec<ClauseRef>),
    /// A date that is none, or an end before its beginning.
    #[error("`{key}` needs a date such as 2026-01-31{}", .hint)]
    Date {
        /// The key.
        key: &'static str,
        /// What else is wrong.
        hint: &'static str,
    },
    /// A case that could not be read.
    #[error("the case cannot be read: {0}")]
    Case(String),
    /// A case whose answer is not what it expects.
    #[error("the case “{}” fails: {}", .name.en, each(.misses))]
    CaseFails {
        /// What the case is called.
        name: Words,
        /// What was expected and found.
        misses: Vec<Miss>,
    },
    /// Situations in which nobody is the owner although someone was asked.
    #[error("nobody is the owner where {example}; add a rule, or say with [[silent]] that the text does not tell")]
    NoOwner {
        /// The smallest example.
        example: String,
    },
    /// Situations in which nobody must settle the matter.
    #[error(
        "nobody must settle the matter where {example}; add a rule, or say with [[silent]] that the text does not tell"
    )]
    NoHandler {
        /// The smallest example.
        example: String,
    },
    /// A rule that no situation can meet.
    #[error("this rule never applies: it wants a flag that it also excludes")]
    NeverApplies,
    /// A rule that says nothing that another does not say otherwise before it.
    #[error(
        "this rule never counts: in all its situations clause {by} (line {line}) says otherwise and prevails; narrow that one, or write `over = \"{by}\"` here"
    )]
    NeverCounts {
        /// The clause that prevails.
        by: ClauseRef,
        /// The line of its rule.
        line: u32,
    },
    /// Two rules that name different handlers, neither being an exception to the other.
    #[error(
        "where {example}, this rule says {this}, clause {other} (line {line}) says {that} and prevails as it comes first; if it is the exception, write `over` there"
    )]
    Contradiction {
        /// The plainest situation in which both apply.
        example: String,
        /// What this rule says.
        this: &'static str,
        /// The clause that prevails.
        other: ClauseRef,
        /// The line of its rule.
        line: u32,
        /// What that one says.
        that: &'static str,
    },
    /// A statement of silence about what rules do say.
    #[error(
        "the pack says that the text does not tell, but its rules do in all these situations; remove this [[silent]]"
    )]
    NeedlesslySilent,
    /// A question about all situations that takes too long.
    #[error("too many circumstances are combined to find out {}; {}", .0, .0.mend())]
    NotSearched(Unsearched),
    /// A ladder that leaves out a number between its rungs.
    #[error("for the same, there are sanctions for time {before} and time {after}, but none for time {missing}")]
    LadderGap {
        /// The rung below.
        before: u32,
        /// The number without a rung.
        missing: u32,
        /// The rung above.
        after: u32,
    },
    /// Two rungs of a ladder for the same number.
    #[error("for the same, line {line} already has sanctions for time {time}; join the two, or change `time`")]
    LadderOverlap {
        /// The number.
        time: u32,
        /// The line of the other rung.
        line: u32,
    },
    /// A ladder that ends.
    #[error("after time {last} nothing follows; if the text means that time and later, add `or_later = true`")]
    LadderEnds {
        /// The last number.
        last: u32,
    },
    /// `or_later` without `time`.
    #[error("`or_later` means nothing without `time`")]
    LaterThanNothing,
    /// A weight that no circumstance brings about.
    #[error("this weight never applies; name circumstances with `mitigating` or `aggravating`")]
    WeightWithoutCircumstance,
    /// Rungs that hide each other.
    #[error("the sanctions of clauses {} hide each other, so that neither follows; remove one `over`", list(.0))]
    RungsHideEachOther(Vec<ClauseRef>),
    /// Two versions of a pack that hold on the same day.
    #[error("this version and {other} both hold on {day}; end the earlier one with `valid_to`")]
    VersionsOverlap {
        /// The other version and its file.
        other: String,
        /// The first day on which both hold.
        day: String,
    },
    /// The same duty demanded and waived by the same rule.
    #[error("this rule both demands and waives `{0}`")]
    DemandedAndWaived(DutyCode),
}

impl ProblemKind {
    /// Tells whether a pack with this problem can be used.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Unexplained(_)
            | Self::NeedlesslyExplained(_)
            | Self::NoOwner { .. }
            | Self::NoHandler { .. }
            | Self::NeverApplies
            | Self::NeverCounts { .. }
            | Self::NeedlesslySilent
            | Self::LadderGap { .. }
            | Self::LadderOverlap { .. }
            | Self::LaterThanNothing
            | Self::WeightWithoutCircumstance
            | Self::RungsHideEachOther(_) => Severity::Warning,
            Self::Contradiction { .. } | Self::NotSearched(_) | Self::LadderEnds { .. } => Severity::Note,
            _ => Severity::Error,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.place.line, self.place.column, self.kind)
    }
}

/// Words the mend, where a similar word is known.
fn mend(nearest: Option<&str>) -> String {
    nearest.map(|nearest| format!("; did you mean `{nearest}`?")).unwrap_or_default()
}

/// Lists what a case missed in one line.
fn each(misses: &[Miss]) -> String {
    misses.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// Lists clauses in one line.
fn list(clauses: &[ClauseRef]) -> String {
    clauses.iter().map(ClauseRef::to_string).collect::<Vec<_>>().join(", ")
}
