//! Emptying the database, which then is that of a new device.

use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::TransactionMode;

use super::append::{carry_out, finish, strict};
use super::{Store, StoreError};
use crate::storage;

impl Store {
    /// Takes everything out and puts `seed` in, in one transaction; this store is of no use afterwards.
    ///
    /// [`StoreError::Behind`] when another tab stored a commit that was not read yet: then nothing was taken out.
    pub(crate) async fn empty(&self, seed: &[u8; 32]) -> Result<(), StoreError> {
        let database = self.database()?;
        let names = storage::Store::ALL.map(storage::Store::name);
        let open = database.transaction(names).with_mode(TransactionMode::Readwrite).with_options(strict()).build()?;
        let storage::Emptying { cleared, writes } = storage::empty(self.commits(), self.packed().commits, seed);
        for store in cleared {
            open.object_store(store.name())?.clear()?;
        }
        for write in writes {
            carry_out(&open.object_store(write.store().name())?, write)?;
        }
        finish(open).await
    }
}
