//! What the rules' screens ask of the workshop.

use serde::{Deserialize, Serialize};

use crate::rules::{AssessmentGiven, DutyCode, Sanction, Situation};

/// A question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Which systems speak of these words: one's own, and those that come with the app.
    Find {
        /// What someone typed.
        words: String,
        /// The texts of one's own.
        own: Vec<String>,
    },
    /// What a system says, clause by clause.
    Read(System),
    /// The text of a system that comes with the app.
    Text(String),
    /// What is wrong with a text.
    Check(String),
    /// How a system's own cases come out.
    Cases(System),
    /// What a system demands in a situation.
    Try {
        /// The system.
        system: System,
        /// The situation.
        situation: Situation,
        /// Of what someone wants to know why it is not so.
        why_not: Option<WhyNotAsked>,
    },
    /// What a system says about someone's conduct.
    Judge {
        /// The system.
        system: System,
        /// What was done.
        given: AssessmentGiven,
        /// Of which sanction someone wants to know why it does not follow.
        why_not: Option<Sanction>,
    },
    /// How two systems differ.
    Compare {
        /// The one.
        one: System,
        /// The other.
        other: System,
    },
    /// A text of one's own, begun from another.
    Begin {
        /// The system that it is begun from.
        from: String,
        /// The new id.
        id: String,
    },
    /// A text as the back office takes it.
    Compact(String),
}

/// Which system is meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum System {
    /// One that comes with the app, by its id.
    Shipped(String),
    /// One whose text is at hand.
    Text(String),
}

/// Of what someone wants to know why it is not so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNotAsked {
    /// Why is this not demanded?
    Duty(DutyCode),
    /// Why is this one not the owner?
    Person(String),
}

impl Ask {
    /// The systems that the question is about.
    pub(super) fn systems(&self) -> Vec<System> {
        match self {
            Self::Find { own, .. } => own.iter().cloned().map(System::Text).collect(),
            Self::Read(system) | Self::Cases(system) | Self::Try { system, .. } | Self::Judge { system, .. } => {
                vec![system.clone()]
            }
            Self::Text(id) | Self::Begin { from: id, .. } => vec![System::Shipped(id.clone())],
            Self::Check(text) | Self::Compact(text) => vec![System::Text(text.clone())],
            Self::Compare { one, other } => vec![one.clone(), other.clone()],
        }
    }
}
