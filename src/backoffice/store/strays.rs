//! Taking away segments and tables that are not packed.

use std::collections::BTreeSet;

use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::TransactionMode;
use wasm_bindgen::JsValue;

use super::append::finish;
use super::{META, SEGMENTS, Store, StoreError, TABLES};
use crate::storage::Header;
use crate::storage::meta::PACKED;

impl Store {
    /// Takes away every segment and table to which what is packed does not refer, in the transaction that reads what is packed.
    pub(crate) async fn forget_strays(&self) -> Result<(), StoreError> {
        let db = self.database()?;
        let transaction = db.transaction([META, SEGMENTS, TABLES]).with_mode(TransactionMode::Readwrite).build()?;
        let packed = transaction.object_store(META)?.get::<String, _, _>(PACKED).await?;
        let header = packed.as_deref().map(Header::of_json).transpose();
        let header = header.map_err(|error| StoreError::Failed(format!("packed: {error}")))?.unwrap_or_default();
        #[allow(clippy::cast_precision_loss)] // keys stay below 2^53
        let packed: BTreeSet<u64> = header.segments.iter().map(|key| (*key as f64).to_bits()).collect();
        let segments = transaction.object_store(SEGMENTS)?;
        let keys: Vec<f64> = segments.get_all_keys::<f64>().await?.collect::<Result<_, _>>()?;
        for key in keys.into_iter().filter(|key| !packed.contains(&key.to_bits())) {
            segments.delete::<JsValue, _>(JsValue::from_f64(key)).build()?;
        }
        drop(segments);
        let laid: BTreeSet<String> = header.keys().map(|(key, _)| key).collect();
        let tables = transaction.object_store(TABLES)?;
        let keys: Vec<String> = tables.get_all_keys::<String>().await?.collect::<Result<_, _>>()?;
        for key in keys.into_iter().filter(|key| !laid.contains(key)) {
            tables.delete::<JsValue, _>(JsValue::from_str(&key)).build()?;
        }
        drop(tables);
        finish(transaction).await
    }
}
