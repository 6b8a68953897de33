//! The house in memory, and what is stored but not yet in it.
//!
//! An acknowledgement leaves as soon as the disk has the lines; folding them into the house comes after it, but before
//! anybody looks.

use std::cell::{Cell, Ref, RefCell, RefMut};

use super::Outbox;
use crate::house::{House, Plan};

/// A house that is never seen without what is stored.
pub(super) struct Occupied {
    house: RefCell<House>,
    owed: Cell<Option<Plan>>,
    outbox: Outbox,
}

impl Occupied {
    /// Moves in. What cannot be taken into the house although it is stored is told by `outbox`.
    pub(super) fn new(house: House, outbox: Outbox) -> Self {
        Self { house: RefCell::new(house), owed: Cell::new(None), outbox }
    }

    /// The house with everything that is stored.
    pub(super) fn borrow(&self) -> Ref<'_, House> {
        self.settle();
        self.house.borrow()
    }

    /// The same, to change it.
    pub(super) fn borrow_mut(&self) -> RefMut<'_, House> {
        self.settle();
        self.house.borrow_mut()
    }

    /// Remembers a plan that is stored; it counts before anybody looks again.
    pub(super) fn owe(&self, plan: Plan) {
        self.settle();
        self.owed.set(Some(plan));
    }

    /// Lets what is owed count.
    pub(super) fn settle(&self) {
        let Some(plan) = self.owed.take() else { return };
        if let Err(trouble) = self.house.borrow_mut().count(plan) {
            self.outbox.ready(Err(trouble));
        }
    }
}
