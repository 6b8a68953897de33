//! The worker around the service: messages in, messages out, and nothing fails in silence.

use std::panic::PanicHookInfo;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use super::gzip::start_reader;
use super::storer::start_storer;
use super::wing::Wing;
use super::{Assets, Marker, NAME, Outbox, Parcel, Service, tell_visitors};
use crate::json;
use crate::protocol::{Request, Trouble};

/// Whether this runs in a worker, where a back office can be started.
pub fn is_worker() -> bool {
    scope().is_some()
}

/// Does what a helper does, where this runs in one; whether it does.
pub fn help() -> bool {
    start_reader() || start_storer()
}

/// Starts the back office in the worker that this runs in. The page's marker comes as the worker's name.
pub fn start<W: Wing>() {
    std::panic::set_hook(Box::new(report_panic));
    let Some(scope) = scope() else { return };
    let marker = Marker::parse(&scope.name()).unwrap_or_default();
    spawn_local(async move {
        let service = Rc::new(Service::<W>::open(NAME, marker, Assets::Site, Outbox::new(post, W::tell)).await);
        spawn_local({
            let service = Rc::clone(&service);
            async move { W::settle(&service).await }
        });
        let listener = EventListener::new(&scope, "message", move |event| {
            let Some(parcel) = event.dyn_ref::<MessageEvent>().and_then(|event| Parcel::unpack(&event.data())) else {
                return;
            };
            let service = Rc::clone(&service);
            match json::read::<Request<W::Ask>>(&parcel.json) {
                Ok(request) => spawn_local(async move { service.answer(request, parcel.blob).await }),
                Err(error) => broken(format!("a request cannot be read: {error}")),
            }
        });
        // The worker listens until it ends.
        listener.forget();
    });
}

/// The worker that this runs in; nothing in a page.
pub(crate) fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Posts to the page.
pub(crate) fn post(json: String, blob: Option<Blob>) {
    let sent = scope().map_or(Ok(()), |scope| scope.post_message(&Parcel { json, blob }.pack()));
    if let Err(error) = sent {
        web_sys::console::error_1(&error);
    }
}

/// Tells the page that something broke that should not.
pub(crate) fn broken(words: String) {
    Outbox::new(post, tell_visitors).ready(Err(Trouble::Broken(words)));
}

/// The page ends a worker that says so; what is stored is safe.
pub(crate) fn report_panic(info: &PanicHookInfo<'_>) {
    console_error_panic_hook::hook(info);
    broken(info.to_string());
}
