//! The back office comes in two wings, like the app: one answers visitors' screens, one answers everything.
//!
//! Both write the same database in the same way. The visitors' wing is loaded first and leaves out what only staff ask for:
//! acts, lists, files. A page starts the worker of its own wing.

mod staff;
mod visitors;

use std::rc::Rc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use web_sys::Blob;

use super::{Begun, Outbox, Service, Store, Writer};
use crate::protocol::{Request, Trouble};

pub use staff::Staff;
pub use visitors::Visitors;

/// The writer, or why there is none.
pub(super) type Opened = Result<Rc<Writer>, Trouble>;

/// A reply with the file beside it, or why there is none.
pub(super) type Answered<R> = Result<(R, Option<Blob>), Trouble>;

/// What a back office can be asked.
pub trait Wing: Sized + 'static {
    /// What it understands.
    type Ask: DeserializeOwned;
    /// How it replies.
    type Reply: Serialize;

    /// Whether all packs that come with the app are wanted at once, or only the one in force.
    const ALL_PACKS: bool;
    /// Whether lists are asked for.
    const LISTS: bool;

    /// Whether texts in simplified characters must be compared with, or written in, traditional ones to answer this.
    fn needs_script(ask: &Self::Ask) -> bool;

    /// Builds a house on what is stored, as far as it is needed first.
    fn read(store: &Store, outbox: &Outbox) -> impl Future<Output = Result<Begun, Trouble>>;

    /// Waits until everything is there, where something else was needed first.
    fn whole(writer: &Rc<Writer>) -> impl Future<Output = Result<(), Trouble>>;

    /// Whether this can be answered before everything is there.
    fn is_soon(ask: &Self::Ask) -> bool;

    /// The JSON of why something could not be done.
    fn tell(trouble: &Trouble) -> String;

    /// Does what can wait until the back office is ready, beside the first requests.
    fn settle(service: &Service<Self>) -> impl Future<Output = ()>;

    /// Answers a request.
    fn answer(
        service: &Service<Self>,
        opened: Opened,
        request: Request<Self::Ask>,
        blob: Option<Blob>,
    ) -> impl Future<Output = Answered<Self::Reply>>;
}
