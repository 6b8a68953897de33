//! What only the browser knows about the storage: whether it is promised, how much is used.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageEstimate;

use super::browser;
use crate::protocol::StatusView;

/// Fills in what the browser says; what it would not say stays absent.
pub(super) async fn fill_in(status: &mut StatusView) {
    let Some(storage) = browser::storage() else { return };
    status.persistent = answer(storage.persisted()).await.and_then(|persisted| persisted.as_bool());
    let Some(estimate) = answer(storage.estimate()).await else { return };
    let estimate: StorageEstimate = estimate.unchecked_into();
    status.used_bytes = estimate.get_usage().map(whole);
    status.quota_bytes = estimate.get_quota().map(whole);
}

async fn answer(asked: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(asked.ok()?).await.ok()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // bytes are whole and not negative
fn whole(bytes: f64) -> u64 {
    bytes as u64
}
