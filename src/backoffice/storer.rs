//! Storing an import's segments by a helper.
//!
//! Handing a megabyte to the database takes its thread some milliseconds, and an import has hundreds of them while it reads. The helper
//! has a connection of its own. What it could not store is told as if it had been tried here.

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use tokio::sync::{Mutex, OnceCell};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::helper::{Helper, Place};
use super::{Marker, Store, StoreError};

/// The helper's name.
const NAME: &str = "shouwen.storer";
/// What it posts where the device is full; anything else that is text are words of another error.
const FULL: &str = "full";

/// The helper that stores segments, as the one sees it that has them.
pub(super) struct Storer {
    helper: Mutex<Helper>,
    database: String,
}

impl Storer {
    /// Starts the helper for a database; none where there is no helper.
    pub(super) async fn start(database: &str) -> Option<Self> {
        let helper = Mutex::new(Helper::start(NAME).await?);
        Some(Self { helper, database: database.to_owned() })
    }

    /// Stores segments under their keys; when this returns well, they are on the disk.
    pub(super) async fn store(&self, segments: &[(u64, Uint8Array)]) -> Result<(), StoreError> {
        let mut helper = self.helper.lock().await;
        let message = Array::of1(&JsValue::from_str(&self.database));
        let given = Array::new();
        for (key, bytes) in segments {
            message.push(&JsValue::from_str(&key.to_string()));
            message.push(bytes);
            given.push(&bytes.buffer());
        }
        helper.send(&message, &given)?;
        let heard = helper.hear().await;
        match heard.as_string().as_deref() {
            None if heard.is_truthy() => Ok(()),
            Some(FULL) => Err(StoreError::Full),
            Some(words) => Err(StoreError::Failed(words.to_owned())),
            None => Err(StoreError::Failed("the worker beside stopped".to_owned())),
        }
    }
}

/// Stores segments, where this runs in the helper that does; whether it does.
pub(super) fn start_storer() -> bool {
    let Some(place) = Place::of(NAME).map(Rc::new) else { return false };
    let opened: Rc<OnceCell<Result<Rc<Store>, StoreError>>> = Rc::default();
    place.serve({
        let place = Rc::clone(&place);
        move |message| {
            let (place, opened) = (Rc::clone(&place), Rc::clone(&opened));
            spawn_local(async move {
                let answer = match carry_out(&opened, message).await {
                    Ok(()) => JsValue::TRUE,
                    Err(StoreError::Full) => JsValue::from_str(FULL),
                    Err(error) => JsValue::from_str(&error.to_string()),
                };
                place.post(&answer, &Array::new());
            });
        }
    });
    true
}

async fn carry_out(opened: &OnceCell<Result<Rc<Store>, StoreError>>, message: JsValue) -> Result<(), StoreError> {
    let parts: Array = message.dyn_into()?;
    let mut parts = parts.iter();
    let name = parts.next().and_then(|name| name.as_string()).unwrap_or_default();
    let mut segments = Vec::new();
    while let (Some(key), Some(bytes)) = (parts.next(), parts.next()) {
        let key = key.as_string().and_then(|key| key.parse().ok());
        let key = key.ok_or_else(|| StoreError::Failed("a segment came without its key".to_owned()))?;
        segments.push((key, bytes.dyn_into::<Uint8Array>()?));
    }
    let store = opened.get_or_init(|| open(name)).await.clone()?;
    store.add_segments(&segments).await
}

/// Opens the database that is there, and gives it up when it is taken away; one that is not there is not made.
async fn open(name: String) -> Result<Rc<Store>, StoreError> {
    let there = Marker { events: 1, ..Marker::default() };
    let store = Rc::new(Store::open(&name, there, [0; 32], Box::new(|| {})).await?);
    store.yield_when_asked()?;
    Ok(store)
}
