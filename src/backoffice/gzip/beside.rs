//! A file that is decompressed and hashed in a worker beside this one, so that reading goes on meanwhile.
//!
//! The worker is this program once more (`public/reader.js`), see [`start_reader`](super::start_reader). Where it cannot be started, or
//! does not say that it is ready, the file is read here.

use gloo_events::EventListener;
use js_sys::{Array, Reflect, Uint8Array};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::here::Drawn;
use super::reader::{CUT_SHORT, DAMAGED, NAME, READY, WHOLE};

/// The worker's script, beside this worker's own.
const SCRIPT: &str = "reader.js";

/// A file and the worker that reads it. The worker ends with this.
pub(super) struct Beside {
    worker: Worker,
    heard: UnboundedReceiver<JsValue>,
    fed: u64,
    _listeners: [EventListener; 2],
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Beside {
    /// Starts with a file; none where no worker can be started.
    pub(super) async fn open(file: &Blob) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        options.set_name(NAME);
        let worker = Worker::new_with_options(&script()?, &options).ok()?;
        let (tell, heard) = unbounded_channel();
        let listeners = [listen(&worker, "message", tell.clone()), listen(&worker, "error", tell)];
        let mut beside = Self { worker, heard, fed: 0, _listeners: listeners };
        // This program, compiled: the worker need neither fetch nor compile it again.
        beside.worker.post_message(&wasm_bindgen::module()).ok()?;
        let first = beside.heard.recv().await?;
        if first.as_string().as_deref() != Some(READY) {
            return None;
        }
        beside.worker.post_message(file).ok()?;
        Some(beside)
    }

    /// How many compressed bytes were read.
    pub(super) fn fed(&self) -> u64 {
        self.fed
    }

    /// What comes out of the file next.
    pub(super) async fn next(&mut self) -> Drawn {
        let Some(heard) = self.heard.recv().await else { return Drawn::Damaged };
        if let Some(ended) = heard.as_string() {
            return match ended.as_str() {
                WHOLE => Drawn::Whole,
                CUT_SHORT => Drawn::CutShort,
                DAMAGED => Drawn::Damaged,
                _ => Drawn::Unreadable(heard),
            };
        }
        let Ok(parts) = heard.dyn_into::<Array>() else {
            return Drawn::Unreadable(JsValue::from_str("the worker beside stopped"));
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a number of bytes
        let fed = parts.get(2).as_f64().unwrap_or_default() as u64;
        self.fed = fed;
        // There is room for one more.
        match (parts.get(0).dyn_into::<Uint8Array>(), self.worker.post_message(&JsValue::NULL)) {
            (Ok(bytes), Ok(())) => Drawn::Piece { bytes, hashes: parts.get(1).dyn_into().ok() },
            (Err(other), _) | (_, Err(other)) => Drawn::Unreadable(other),
        }
    }
}

/// Hands on what a worker posts; of an error nothing but that there was one.
fn listen(worker: &Worker, kind: &'static str, tell: UnboundedSender<JsValue>) -> EventListener {
    EventListener::new(worker, kind, move |event| {
        let data = event.dyn_ref::<MessageEvent>().map_or(JsValue::NULL, MessageEvent::data);
        drop(tell.send(data));
    })
}

/// The address of the worker's script; none outside the site.
fn script() -> Option<String> {
    let location = Reflect::get(&js_sys::global(), &"location".into()).ok()?;
    let href = Reflect::get(&location, &"href".into()).ok()?.as_string()?;
    let (folder, _) = href.rsplit_once('/')?;
    Some(format!("{folder}/{SCRIPT}"))
}
