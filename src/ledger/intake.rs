//! What was written down when a matter came in.

use serde::{Deserialize, Serialize};

use super::TicketNumber;
use crate::office::{DepartmentId, MatterId, OfficeId};
use crate::rules::MatterKind;

/// Who came, as far as they said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visitor {
    /// Their name; empty when anonymous.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Their telephone; empty when anonymous or not given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Whether they chose to give no name.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anonymous: bool,
}

/// What was written down when a matter came in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Intake {
    /// The number given to the visitor.
    pub number: TicketNumber,
    /// Made by the form that was filled in, so that a repeated submit registers once.
    pub nonce: String,
    /// The institution.
    pub office: OfficeId,
    /// The matter of the office's list; absent for one that the list does not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterId>,
    /// The matter in words, 简体 as listed or as typed.
    pub subject: String,
    /// What kind of matter it is.
    pub kind: MatterKind,
    /// Who came.
    pub visitor: Visitor,
    /// What they said, in their words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub details: String,
    /// The department that settles such matters, by the office's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentId>,
    /// Whether the person registering was told the complete list at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub told_once: bool,
}
