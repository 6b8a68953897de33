//! What happened: events, and the tickets folded from them.
//!
//! Invariants: the ledger is a *set* of events, so merging is union; a ticket is a fold of its events in an order that
//! depends on the set alone; an event is never changed or removed; two acts that contradict each other without having
//! known of each other stay visible as a [`Conflict`] until someone settles it.
//!
//! Deliberately absent: time, chance, storage. They come as arguments.

mod act;
mod clock;
mod crockford;
mod event;
mod fact;
mod id;
mod intake;
mod number;
mod spelling;
mod ticket;

pub use act::{Act, Choice, Refusal, Standing, TextField};
pub use clock::{Clock, Stamp};
pub use event::{Event, EventError};
pub use fact::{By, Closing, ConflictKind, CorrectedField, DueDuty, Fact, Receiver};
pub use id::{DeviceId, EventId, IdError, TicketId};
pub use intake::{Intake, Visitor};
pub use number::{NumberError, TicketNumber};
pub use ticket::{
    Conflict, Correction, Duty, DutyState, Ending, Feedback, Handler, Hold, HoldRole, Mark, Owner, Rating, Said, State,
    Ticket, Transfer, TransferState,
};
