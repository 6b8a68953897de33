//! Workers beside this one, for work that would keep it busy.
//!
//! A helper is this program once more (`public/helper.js`); its name says what it does. It posts that it is ready, and then answers
//! what it is sent. Outside the site there is no such script; whoever cannot have a helper does the work alone.

use gloo_events::EventListener;
use js_sys::{Array, Reflect};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::worker::scope;

/// The script of all helpers, beside this worker's own.
const SCRIPT: &str = "helper.js";
/// What a helper posts first.
const READY: &str = "ready";

/// A worker beside this one. It ends with this.
pub(super) struct Helper {
    worker: Worker,
    heard: UnboundedReceiver<JsValue>,
    _listeners: [EventListener; 2],
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Helper {
    /// Starts the helper of this name; none where that cannot be.
    pub(super) async fn start(name: &str) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        options.set_name(name);
        let worker = Worker::new_with_options(&script()?, &options).ok()?;
        let (tell, heard) = unbounded_channel();
        let listeners = [hand_on(&worker, "message", tell.clone()), hand_on(&worker, "error", tell)];
        let mut helper = Self { worker, heard, _listeners: listeners };
        // This program, compiled: the helper need neither fetch nor compile it again.
        helper.send(&wasm_bindgen::module(), &Array::new()).ok()?;
        let first = helper.hear().await;
        (first.as_string().as_deref() == Some(READY)).then_some(helper)
    }

    /// Sends a message; what is in `given` belongs to the helper afterwards.
    pub(super) fn send(&self, message: &JsValue, given: &Array) -> Result<(), JsValue> {
        self.worker.post_message_with_transfer(message, given)
    }

    /// What it posts next; nothing where it has failed.
    pub(super) async fn hear(&mut self) -> JsValue {
        self.heard.recv().await.unwrap_or(JsValue::NULL)
    }
}

/// What runs in a helper: answers messages until the worker ends.
pub(super) struct Place {
    scope: DedicatedWorkerGlobalScope,
}

impl Place {
    /// The place, where this runs in the helper of this name.
    pub(super) fn of(name: &str) -> Option<Self> {
        scope().filter(|scope| scope.name() == name).map(|scope| Self { scope })
    }

    /// Says that it is ready, and has every message answered by `answer`.
    pub(super) fn serve(&self, answer: impl Fn(JsValue) + 'static) {
        std::panic::set_hook(Box::new(console_error_panic_hook::hook));
        let listener = EventListener::new(&self.scope, "message", move |event| {
            answer(event.dyn_ref::<MessageEvent>().map_or(JsValue::NULL, MessageEvent::data));
        });
        // It listens until it is ended.
        listener.forget();
        self.post(&JsValue::from_str(READY), &Array::new());
    }

    /// Posts to whoever started it; what is in `given` is theirs afterwards.
    pub(super) fn post(&self, message: &JsValue, given: &Array) {
        if let Err(error) = self.scope.post_message_with_transfer(message, given) {
            web_sys::console::error_1(&error);
        }
    }
}

/// Hands on what a worker posts; of an error nothing but that there was one.
fn hand_on(worker: &Worker, kind: &'static str, tell: UnboundedSender<JsValue>) -> EventListener {
    EventListener::new(worker, kind, move |event| {
        let data = event.dyn_ref::<MessageEvent>().map_or(JsValue::NULL, MessageEvent::data);
        drop(tell.send(data));
    })
}

/// The address of the helpers' script; none outside the site.
fn script() -> Option<String> {
    let location = Reflect::get(&js_sys::global(), &"location".into()).ok()?;
    let href = Reflect::get(&location, &"href".into()).ok()?.as_string()?;
    let (folder, _) = href.rsplit_once('/')?;
    Some(format!("{folder}/{SCRIPT}"))
}
