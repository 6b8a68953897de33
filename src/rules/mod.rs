//! The rules: one institution's system as data, and what it demands in a situation.
//!
//! A [`Situation`] goes in, a [`Decision`] comes out, every line of it citing its clause. Nothing about a system is
//! written in code: systems are packs. The module reads no clock and draws no chance, so the same pack and the same
//! situation give the same decision on every device, now and in ten years.

mod codes;
mod decision;
mod due;
mod duty;
mod flags;
mod grounds;
mod limit;
mod situation;

pub use codes::UnknownCode;
pub use decision::{
    Answerable, Barred, Basis, Cited, ClauseRef, ClauseRefError, Decision, DepartmentNamed, FormCode, HandlerRole,
    OwnerNamed, Stamp, WhyLine,
};
pub use due::Due;
pub use duty::{Actor, DutyCode, DutyLine, Recipient};
pub use flags::{Flag, Flags};
pub use grounds::{Field, Fields, Grounds, Held};
pub use limit::{Limit, LimitError};
pub use situation::{Asked, Channel, Eligible, HandlerState, Materials, MatterKind, Scope, Situation};
