//! Questions about all situations of a pack that the checker gave up, as its conditions overlap in too many ways.

use std::fmt;

use crate::rules::decision::ClauseRef;

/// A question that was given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsearched {
    /// Whether every situation has an owner.
    Owner,
    /// Whether every situation has a handler.
    Handler,
    /// Whether the rules answer wherever a `[[silent]]` says that the text does not tell.
    Silence,
    /// Whether a rule ever counts.
    Counting {
        /// The clause of the rule.
        clause: ClauseRef,
    },
    /// Whether the handlers of two rules contradict each other.
    Contradicting {
        /// The clause of the rule.
        clause: ClauseRef,
        /// The clause of the other rule.
        other: ClauseRef,
        /// The line of the other rule.
        line: u32,
    },
}

impl fmt::Display for Unsearched {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Owner => write!(formatter, "whether every situation has an owner"),
            Self::Handler => write!(formatter, "whether every situation has a handler"),
            Self::Silence => {
                write!(formatter, "whether rules answer where this [[silent]] says that the text is silent")
            }
            Self::Counting { clause } => write!(formatter, "whether this rule of clause {clause} ever counts"),
            Self::Contradicting { clause, other, line } => write!(
                formatter,
                "whether this rule of clause {clause} and clause {other} (line {line}) name different handlers for the same situations"
            ),
        }
    }
}

impl Unsearched {
    /// What the writer can do so that it is searched.
    pub(super) const fn mend(&self) -> &'static str {
        match self {
            Self::Owner | Self::Handler => {
                "let the rules depend on fewer circumstances, or end with a rule or a [[silent]] without `when`"
            }
            Self::Silence => "let its `when` name fewer circumstances",
            Self::Counting { .. } => "let the rules that prevail over it depend on fewer circumstances",
            Self::Contradicting { .. } => "write `over` in the one that is the exception",
        }
    }
}
