//! What happened: events, and the tickets folded from them.
//!
//! Invariants: the ledger is a *set* of events, so merging is union; a ticket is a fold of its events in an order that
//! depends on the set alone; an event is never changed or removed; two acts that contradict each other without having
//! known of each other stay visible as a [`Conflict`] until someone settles it.
//!
//! Deliberately absent: time, chance, storage. They come as arguments.

mod act;
mod ask;
mod chain;
mod clock;
mod conflict;
mod course;
mod crockford;
mod duty;
mod event;
mod fact;
pub mod finding;
mod fold;
mod foretell;
mod id;
mod id_set;
mod intake;
mod lend;
mod line;
mod misplaced;
mod number;
mod pack;
pub mod packed;
mod plan;
mod quick;
mod said;
mod set;
mod spelling;
mod standing;
mod ticket;
mod write;

pub use act::{Act, Choice, Refusal, Standing, TextField};
pub use chain::{Chain, ChainFault, ChainFaultKind, ChainStep};
pub use clock::{Clock, Stamp};
pub use event::{Event, EventError};
pub use fact::{By, Closing, ConflictKind, CorrectedField, DueDuty, Fact, Receiver};
pub use id::{DeviceId, EventId, IdError, TicketId};
pub use id_set::{IdHasher, IdMap, IdSet};
pub use intake::{Intake, Visitor};
pub use number::{NumberError, TicketNumber};
pub use pack::{Packing, describe};
pub use plan::{RETURNS_MAX, STARS_MAX, offers, plan};
pub use quick::{LineReader, Nesting};
pub use said::{Correction, Ending, Feedback, Mark, Rating, Said};
pub use set::{Inserted, Ledger};
pub use ticket::{Conflict, Duty, DutyState, Handler, Hold, HoldRole, Owner, State, Ticket, Transfer, TransferState};
pub use write::{Draft, WriteError, Written};
