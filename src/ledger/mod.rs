//! What happened: events, and the tickets folded from them.
//!
//! Invariants: the ledger is a *set* of events, so merging is union; a ticket is a fold of its events in an order that
//! depends on the set alone; an event is never changed or removed; two acts that contradict each other without having
//! known of each other stay visible as a [`Conflict`] until someone settles it.
//!
//! Deliberately absent: time, chance, storage. They come as arguments.

mod act;
mod chain;
mod clock;
mod event;
mod fact;
mod fold;
mod number;
mod set;
mod ticket;

pub use act::{plan, Act, Refusal};
pub use chain::{Chain, ChainFault};
pub use clock::{Clock, Stamp};
pub use event::{DeviceId, Event, EventError, EventId, TicketId};
pub use fact::{
    By, Closing, ConflictKind, CorrectedField, DueDuty, Fact, Intake, Receiver, Visitor,
};
pub use number::TicketNumber;
pub use set::Ledger;
pub use ticket::{Conflict, Duty, DutyState, Hold, State, Ticket, Transfer, TransferState};
