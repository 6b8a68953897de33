//! The engine's answer, each line with the clause that demands it.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use super::codes::codes;
use super::duty::DutyLine;
use super::grounds::Grounds;

codes! {
    /// Why a person is the owner.
    Basis, "basis":
    FirstAsked "first_asked" "Asked first.",
    OnDuty "on_duty" "On duty on that channel.",
    InCharge "in_charge" "In charge of that meeting or reception.",
    Named "named" "Explicitly chosen by the visitor.",
    Senior "senior" "The most senior of those asked.",
    LongestTenure "longest_tenure" "Longest in the post of those asked.",
    FirstResponse "first_response" "The first to respond.",
    TookOver "took_over" "Took the work over.",
    Appointed "appointed" "Named in advance as first contact.",
}

codes! {
    /// Who must settle a matter (the contract's `handler` of a decision).
    HandlerRole, "handler role":
    Owner "owner" "The first-contact owner.",
    Colleague "colleague" "Another person of his department.",
    Department "department" "The responsible department or its counterpart post.",
    Lead "lead" "A lead department among several.",
    Head "head" "The owner's or that department's head.",
    Leader "leader" "The supervising or main leader of the unit.",
    Superior "superior" "The owner's direct superior.",
    Coordinator "coordinator" "A named post or office that is neither head nor leader.",
    NextHandler "next_handler" "Drawn in by a handler who cannot solve it alone.",
    Upper "upper" "A higher authority.",
    Outside "outside" "A body outside.",
}

codes! {
    /// Who answers to the visitor until the matter is closed.
    Answerable, "answerable":
    Owner "owner" "The first-contact owner.",
    Handler "handler" "The one who settles it.",
    Both "both" "Both; each next one also answers to the one before (逐级问责).",
}

codes! {
    /// A form that is filled in or handed out.
    FormCode, "form":
    Register "register" "Register or ledger (登记表、台账).",
    TransferSlip "transfer_slip" "Transfer slip (转办单、交接表、协调工单).",
    Receipt "receipt" "Receipt (回执).",
    MaterialsNotice "materials_notice" "One-time notice, list of materials (一次性告知书、材料一览表).",
    CoordinationSheet "coordination_sheet" "Coordination sheet (接待事项协调单).",
    ComplaintRecord "complaint_record" "Record of a complaint, suggestion or opinion (投诉、建议、意见记录表).",
    VisitorFile "visitor_file" "The visitor's file (客户服务档案).",
    RefusalFiling "refusal_filing" "Filing of a refusal (否定报备书).",
    Summary "summary" "Summary of questions and complaints (疑问投诉汇总表).",
    ApprovalSheet "approval_sheet" "Approval sheet (审批表).",
}

codes! {
    /// What is expressly forbidden.
    Barred, "barred act":
    Shirk "shirk" "Pushing the visitor away (推诿).",
    Refuse "refuse" "Refusing to take it in (拒绝).",
    Retransfer "retransfer" "Passing it on again (再次转移).",
    Bypass "bypass" "Going over someone's head (越级).",
    Leak "leak" "Telling what must stay secret (泄露).",
    Delay "delay" "Dragging it out (拖延).",
    Obstruct "obstruct" "Making it hard (刁难).",
    Mislead "mislead" "Telling what is not so (误导).",
    PushUp "push_up" "Pushing it to the upper authority (推向上级).",
    PushOut "push_out" "Pushing it to other bodies or into society (推向社会).",
}

/// Where a provision stands in its system: the path of the source's own numbering in digits, e.g. `4.8` or `p2.1`.
///
/// Kept in place (no allocation), at most [`ClauseRef::LENGTH_MAX`] bytes, always valid.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseRef {
    length: u8,
    bytes: [u8; Self::LENGTH_MAX],
}

/// A text that is no clause reference.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "`{found}` is not a clause reference; write the source's numbering in digits with dots, at most {} characters, e.g. `4.8` or `p2.1`",
    ClauseRef::LENGTH_MAX
)]
pub struct ClauseRefError {
    /// What was found, cut to a readable length.
    pub found: String,
}

impl ClauseRef {
    /// The longest reference, in bytes.
    pub const LENGTH_MAX: usize = 15;

    /// Spells the reference.
    pub fn as_str(&self) -> &str {
        self.bytes.get(..usize::from(self.length)).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// Tells whether citing this clause also cites `other`: itself or one that contains it (`2.2.2` satisfies `2.2`).
    pub fn satisfies(&self, other: &Self) -> bool {
        let rest = self.as_str().strip_prefix(other.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }
}

impl FromStr for ClauseRef {
    type Err = ClauseRefError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || ClauseRefError { found: text.chars().take(60).collect() };
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let numbers = text.strip_prefix('p').unwrap_or(text);
        let mut bytes = [0; Self::LENGTH_MAX];
        let target = bytes.get_mut(..text.len()).filter(|_| numbers.split('.').all(digits)).ok_or_else(error)?;
        target.copy_from_slice(text.as_bytes());
        Ok(Self { length: u8::try_from(text.len()).map_err(|_| error())?, bytes })
    }
}

impl fmt::Display for ClauseRef {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Debug for ClauseRef {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "§{}", self.as_str())
    }
}

impl Serialize for ClauseRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ClauseRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A code with the clause that gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited<T> {
    /// What is so.
    pub code: T,
    /// The clause that says so.
    pub clause: ClauseRef,
}

/// The owner, why he is, and the clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnerNamed {
    /// The person, window or team.
    pub id: String,
    /// Why it is he.
    pub basis: Basis,
    /// The clause that says so.
    pub clause: ClauseRef,
}

/// A department that the system itself names for the topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DepartmentNamed {
    /// Its name as the system gives it.
    pub name: Arc<str>,
    /// The clause that says so.
    pub clause: ClauseRef,
}

/// One clause that was used, and what about the situation made it apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhyLine {
    /// The clause.
    pub clause: ClauseRef,
    /// The place of its first rule that applied among the rules of the pack, from 0.
    pub rule: u16,
    /// What its rules looked at and found.
    pub grounds: Grounds,
}

/// Under what a decision was taken, so that it can be taken again years later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// The pack's id.
    pub pack: String,
    /// The pack's version.
    pub version: String,
    /// The pack's hash: SHA-256 of its text, hexadecimal.
    pub hash: String,
    /// The working-day calendar's version.
    pub calendar: String,
}

/// What a system demands in one situation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The first-contact owner; none where nobody was asked and the system names no window or team.
    pub owner: Option<OwnerNamed>,
    /// Who must settle it.
    pub handler: Option<Cited<HandlerRole>>,
    /// The department, where the system names it for the topic.
    pub department: Option<DepartmentNamed>,
    /// Who answers to the visitor until it is closed.
    pub answerable: Option<Cited<Answerable>>,
    /// What is to be done, in the order in which a person would do it.
    pub duties: Vec<DutyLine>,
    /// What is to be filled in or handed out.
    pub forms: Vec<Cited<FormCode>>,
    /// What is expressly forbidden.
    pub barred: Vec<Cited<Barred>>,
    /// One line per clause used.
    pub why: Vec<WhyLine>,
    /// Under what the decision was taken.
    pub stamp: Arc<Stamp>,
}

impl Decision {
    /// Lists every clause that the decision cites, each once, in the order of first use.
    pub fn clauses(&self) -> Vec<ClauseRef> {
        let mut seen = Vec::new();
        let mut note = |clause: ClauseRef| {
            if !seen.contains(&clause) {
                seen.push(clause);
            }
        };
        self.owner.iter().for_each(|owner| note(owner.clause));
        self.handler.iter().for_each(|handler| note(handler.clause));
        self.department.iter().for_each(|department| note(department.clause));
        self.answerable.iter().for_each(|answerable| note(answerable.clause));
        self.duties.iter().for_each(|duty| {
            note(duty.clause);
            duty.also.iter().for_each(|clause| note(*clause));
        });
        self.forms.iter().for_each(|form| note(form.clause));
        self.barred.iter().for_each(|barred| note(barred.clause));
        self.why.iter().for_each(|line| note(line.clause));
        seen
    }
}
