//! One institution: its departments, staff, windows, roster, and the matters it settles with their materials and limits.
//!
//! An office is a document ([`Office`], JSON, documented in docs/office.md) that an institution writes once and devices
//! share; it is not part of the ledger. Events name people and departments by id; what the office no longer knows is
//! shown by its id, never dropped.
//!
//! Deliberately absent: rules. Which of these people owns a matter is for [`crate::rules`] to say.

mod check;
mod document;
mod findings;
mod icon;
mod lookup;
mod parse;
mod pinyin;
mod problem;
mod raw;
mod roster;
mod search;
mod text;

pub use document::{
    Department, DepartmentId, FORMAT, FORMAT_VERSION, Hours, Material, Matter, MatterId, Office, OfficeId, Post, Shift,
    Staff, StaffId, Window, WindowId,
};
pub use icon::ICONS;
pub use problem::{Fault, OfficeError, Problem};
pub use roster::tenure_months;
pub use search::{Group, find_matters, groups};
pub use text::{Lang, Text};
