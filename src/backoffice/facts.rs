//! What only the browser knows about the storage: whether it is promised, how much is used.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageEstimate;

use super::browser;
use crate::protocol::StorageView;

/// What the browser says; what it would not say is absent.
pub(super) async fn storage() -> StorageView {
    let mut view = StorageView::default();
    let Some(storage) = browser::storage() else { return view };
    view.persistent = answer(storage.persisted()).await.and_then(|persisted| persisted.as_bool());
    if let Some(estimate) = answer(storage.estimate()).await {
        let estimate: StorageEstimate = estimate.unchecked_into();
        view.used_bytes = estimate.get_usage().map(whole);
        view.quota_bytes = estimate.get_quota().map(whole);
    }
    view
}

async fn answer(asked: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(asked.ok()?).await.ok()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // bytes are whole and not negative
fn whole(bytes: f64) -> u64 {
    bytes as u64
}
