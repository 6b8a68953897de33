//! Carrying out transactions, durably.

use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction as Database, TransactionDurability, TransactionMode, TransactionOptions,
};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::IdbTransaction;

use super::{SEGMENTS, Store, StoreError};
use crate::storage::{self, Commit, Header, Key, Repacked, Transaction, Value, Write};

impl Store {
    /// Stores a commit behind everything that was read. When this returns well, it is on the disk.
    ///
    /// [`StoreError::Behind`] when another tab stored a commit that was not read yet: read, think again, store again.
    pub async fn append(&self, commit: Commit<'_>) -> Result<(), StoreError> {
        self.carry_out(storage::commit(self.commits() + 1, commit)).await?;
        self.advance(1);
        Ok(())
    }

    /// Stores a packing behind everything that was read, and `beside` it the lines that it does not pack. Its tables were laid down;
    /// of its segments those in `plain` are not compressed.
    pub(crate) async fn pack(&self, laid: &Header, beside: &[String], plain: &[u64]) -> Result<(), StoreError> {
        let (before, number) = (self.packed(), self.commits() + 1);
        let (packing, header) = storage::pack(Repacked { laid, before: &before, number, beside, plain });
        self.carry_out(packing).await?;
        self.advance_packed(header);
        self.advance(u64::from(!beside.is_empty()));
        Ok(())
    }

    /// Stores segments as [`storage::segments`] has them, out of the browser's own arrays. When this returns well, they are on the disk.
    pub(crate) async fn add_segments(&self, segments: &[(u64, Uint8Array)]) -> Result<(), StoreError> {
        let db = self.database()?;
        let open = db.transaction(SEGMENTS).with_mode(TransactionMode::Readwrite).with_options(strict()).build()?;
        let store = open.object_store(SEGMENTS)?;
        for (key, bytes) in segments {
            drop(store.add(JsValue::from(bytes)).with_key(js_key(Key::Number(*key))).without_key_type().build()?);
        }
        finish(open).await
    }

    /// Makes all writes of a transaction, or none. When this returns well, they are on the disk.
    pub(crate) async fn carry_out(&self, transaction: Transaction) -> Result<(), StoreError> {
        if self.keeps_nothing {
            return Ok(());
        }
        let db = self.database()?;
        let names: Vec<&str> = transaction.stores().map(storage::Store::name).collect();
        let open = db.transaction(names).with_mode(TransactionMode::Readwrite).with_options(strict()).build()?;
        for write in transaction.writes {
            carry_out(&open.object_store(write.store().name())?, write)?;
        }
        finish(open).await
    }
}

/// Waits for the disk, not only for the operating system.
pub(super) fn strict() -> TransactionOptions {
    TransactionOptions::new().with_durability(TransactionDurability::Strict)
}

/// Ends a transaction and waits until it is complete. The reason why one was undone stands on the transaction alone.
pub(super) async fn finish(transaction: Database<'_>) -> Result<(), StoreError> {
    let handle: IdbTransaction = IdbTransaction::clone(transaction.as_sys());
    match transaction.commit().await {
        Ok(()) => Ok(()),
        Err(error) => Err(handle.error().map_or_else(|| error.into(), |reason| StoreError::of_exception(&reason))),
    }
}

pub(super) fn carry_out(store: &ObjectStore<'_>, write: Write) -> Result<(), StoreError> {
    match write {
        Write::Add(_, key, value) => drop(store.add(js_value(value)).with_key(js_key(key)).without_key_type().build()?),
        Write::Put(_, key, value) => drop(store.put(js_value(value)).with_key(js_key(key)).without_key_type().build()?),
        Write::Delete(_, key) => drop(store.delete::<JsValue, _>(js_key(key)).build()?),
    }
    Ok(())
}

#[allow(clippy::cast_precision_loss)] // keys stay below 2^53
pub(super) fn js_key(key: Key) -> JsValue {
    match key {
        Key::Number(number) => JsValue::from_f64(number as f64),
        Key::Name(name) => JsValue::from_str(&name),
    }
}

fn js_value(value: Value) -> JsValue {
    match value {
        Value::Text(text) => JsValue::from_str(&text),
        Value::Bytes(bytes) => Uint8Array::from(bytes.as_slice()).into(),
    }
}
