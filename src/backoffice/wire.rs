//! What travels between page and worker: `{ json, blob? }`.
//!
//! The JSON is a [`Request`](crate::protocol::Request) one way and a [`Post`](crate::protocol::Post) the other. A file
//! rides beside it as a `Blob`, which the browser hands over without copying its bytes.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

const JSON: &str = "json";
const BLOB: &str = "blob";

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
        let json = Reflect::get(data, &JSON.into()).ok()?.as_string()?;
        let blob = Reflect::get(data, &BLOB.into()).ok().and_then(|blob| blob.dyn_into::<Blob>().ok());
        Some(Self { json, blob })
    }

    /// Makes the object that `postMessage` takes.
    pub fn pack(&self) -> Result<JsValue, JsValue> {
        let object = Object::new();
        Reflect::set(&object, &JSON.into(), &JsValue::from_str(&self.json))?;
        if let Some(blob) = &self.blob {
            Reflect::set(&object, &BLOB.into(), blob)?;
        }
        Ok(object.into())
    }
}
