//! Practising registrations while nobody waits for one.
//!
//! A browser compiles what runs often a second time, and better, beside the very call that has made it often. Were those the first
//! registrations of the morning, visitors would wait for it. So the page registers an invented matter a thousand times, by the same
//! way as a visitor's, and the back office acts it on a stage: a house that has this one's papers and packs and nothing else, over a
//! store that keeps nothing, and that is thrown away.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{Marker, Outbox, Store, Writer, tell_visitors};
use crate::house::House;
use crate::protocol::Trouble;

/// After so many a browser has compiled nearly all that it ever will.
const REHEARSALS: u32 = 1_200;
/// After so many the stage is built anew, so that it stays small.
const TICKETS_MAX: u32 = 120;

/// What a writer knows of its rehearsal.
#[derive(Default)]
pub(super) struct Rehearsal {
    played: Cell<u32>,
    stage: RefCell<Option<Rc<Writer>>>,
}

impl Writer {
    /// The stage for one more registration; refused once it has been practised enough.
    pub(super) async fn stage(&self) -> Result<Rc<Self>, Trouble> {
        let Rehearsal { played, stage } = &self.rehearsal;
        let round = played.replace(played.get() + 1);
        let built = stage.take();
        if round >= REHEARSALS {
            return Err(Trouble::NotFound("a reason to practise".to_owned()));
        }
        let ready = match built {
            Some(built) if !round.is_multiple_of(TICKETS_MAX) => built,
            _ => self.build_stage().await?,
        };
        stage.replace(Some(Rc::clone(&ready)));
        Ok(ready)
    }

    async fn build_stage(&self) -> Result<Rc<Self>, Trouble> {
        let house = House::open(&self.house.borrow().without_tickets())?;
        let nowhere = Outbox::new(|_, _| {}, tell_visitors);
        let stage = Self::new(self.name(), house, Store::that_keeps_nothing(), Marker::default(), self.assets, nowhere);
        stage.shelve_missing().await?;
        Ok(stage)
    }
}
