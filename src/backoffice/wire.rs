//! What travels between page and worker: JSON, or `[JSON, Blob]`.
//!
//! The JSON is a [`Request`](crate::protocol::Request) one way and a [`Post`](crate::protocol::Post) the other. A file
//! rides beside it as a `Blob`, which the browser hands over without copying its bytes. Most messages have none; a bare text is
//! made and taken apart soonest, and somebody waits for it.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

/// One message, either way.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// The message.
    pub json: String,
    /// The file beside it.
    pub blob: Option<Blob>,
}

impl Parcel {
    /// Reads a message as it arrived; `None` when it is not one of ours.
    pub fn unpack(data: &JsValue) -> Option<Self> {
        if let Some(json) = data.as_string() {
            return Some(Self { json, blob: None });
        }
        let both: &Array = data.dyn_ref()?;
        Some(Self { json: both.get(0).as_string()?, blob: both.get(1).dyn_into().ok() })
    }

    /// Makes the value that `postMessage` takes.
    pub fn pack(&self) -> JsValue {
        let json = JsValue::from_str(&self.json);
        match &self.blob {
            None => json,
            Some(blob) => Array::of2(&json, blob).into(),
        }
    }
}
