//! A copy of a database that is about to go, so that it can be written back.

use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::TransactionMode;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::append::{finish, strict};
use super::{Store, StoreError};
use crate::storage;

/// All records of a database, as the browser holds them.
pub(super) struct Rescued {
    /// Keys and values of each of [`storage::Store::ALL`].
    stores: Vec<(Array, Array)>,
}

impl Rescued {
    /// Copies a database as it is at one moment.
    pub(super) async fn of(database: &Database) -> Result<Self, StoreError> {
        let transaction = database.transaction(names()).build()?;
        let mut stores = Vec::new();
        for name in names() {
            let store = transaction.object_store(name)?;
            let keys = store.get_all_keys::<JsValue>().await?.collect::<Result<Array, _>>()?;
            stores.push((keys, store.get_all::<JsValue>().await?.collect::<Result<Array, _>>()?));
        }
        Ok(Self { stores })
    }

    /// A segment as it was stored; none where there was none with that key.
    #[allow(clippy::cast_precision_loss)] // keys stay below 2^53
    pub(super) fn segment(&self, key: u64) -> Option<Uint8Array> {
        let place = storage::Store::ALL.iter().position(|store| *store == storage::Store::Segments)?;
        let (keys, values) = self.stores.get(place)?;
        let at = u32::try_from(keys.index_of(&JsValue::from_f64(key as f64), 0)).ok()?;
        values.get(at).dyn_into().ok()
    }
}

impl Store {
    /// Writes everything back that another store rescued, seed and all, where this database is new; whether it did. Where it
    /// is not new, or where nothing was rescued, it stays as it is.
    pub(crate) async fn put_back(&self, other: &Self) -> Result<bool, StoreError> {
        let stores = other.rescued.borrow().as_ref().map(|rescued| rescued.stores.clone());
        let Some(stores) = stores else { return Ok(false) };
        let database = self.database()?;
        let transaction =
            database.transaction(names()).with_mode(TransactionMode::Readwrite).with_options(strict()).build()?;
        if transaction.object_store(super::EVENTS)?.count().await? > 0 {
            return Ok(false);
        }
        for (name, (keys, values)) in names().into_iter().zip(stores) {
            let store = transaction.object_store(name)?;
            for (key, value) in keys.iter().zip(values) {
                store.put(value).with_key(key).without_key_type().build()?;
            }
        }
        finish(transaction).await?;
        Ok(true)
    }
}

fn names() -> [&'static str; 4] {
    storage::Store::ALL.map(storage::Store::name)
}
