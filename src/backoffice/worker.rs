//! The worker around the service: messages in, messages out, and nothing fails in silence.

use std::panic::PanicHookInfo;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use super::{Marker, NAME, Outbox, Parcel, Service, words};
use crate::json;
use crate::protocol::{Post, Request, Trouble};

/// Starts the back office in the worker that this runs in. The page's marker comes as the worker's name.
pub fn start() {
    std::panic::set_hook(Box::new(report_panic));
    let Some(scope) = scope() else { return };
    let marker = Marker::parse(&scope.name()).unwrap_or_default();
    spawn_local(async move {
        let service = Rc::new(Service::open(NAME, marker, Outbox::new(|message, blob| post(&message, blob))).await);
        let listener = EventListener::new(&scope, "message", move |event| {
            let Some(parcel) = event.dyn_ref::<MessageEvent>().and_then(|event| Parcel::unpack(&event.data())) else {
                return;
            };
            let service = Rc::clone(&service);
            match json::read::<Request>(&parcel.json) {
                Ok(request) => spawn_local(async move { service.answer(request, parcel.blob).await }),
                Err(error) => broken(format!("a request cannot be read: {error}")),
            }
        });
        // The worker listens until it ends.
        listener.forget();
    });
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

fn post(post: &Post, blob: Option<Blob>) {
    let sent = serde_json::to_string(post)
        .map_err(|error| error.to_string())
        .and_then(|json| Parcel { json, blob }.pack().map_err(|error| words(&error)))
        .and_then(|message| {
            scope().map_or(Ok(()), |scope| scope.post_message(&message).map_err(|error| words(&error)))
        });
    if let Err(error) = sent {
        web_sys::console::error_1(&error.into());
    }
}

fn broken(words: String) {
    post(&Post::Ready(Err(Trouble::Broken(words))), None);
}

/// The page ends a worker that says so; what is stored is safe.
fn report_panic(info: &PanicHookInfo<'_>) {
    console_error_panic_hook::hook(info);
    broken(info.to_string());
}
