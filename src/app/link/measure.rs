//! `window.shouwenMeasure`: the hook by which `cargo xtask measure` times the way of a registration.

use js_sys::{Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::future_to_promise;

use super::BackOffice;
use super::rehearsal::invented;
use crate::app::words::trouble;
use crate::office::{Lang, MatterId};

/// Hangs the hook on the window: `await shouwenMeasure.register(matter, nonce)` registers a matter of the office's list and
/// resolves when it is acknowledged.
pub(super) fn install(office: BackOffice) {
    let register = Closure::<dyn Fn(String, String) -> Promise>::new(move |matter, nonce| {
        let registration = invented(MatterId(matter), nonce);
        future_to_promise(async move {
            match office.register(registration).await {
                Ok(_) => Ok(JsValue::UNDEFINED),
                Err(failed) => Err(trouble(Lang::En, &failed).what.into()),
            }
        })
    });
    let hook = Object::new();
    let hung = Reflect::set(&hook, &"register".into(), &register.into_js_value())
        .and_then(|_| Reflect::set(&window(), &"shouwenMeasure".into(), &hook));
    if let Err(error) = hung {
        web_sys::console::warn_1(&error);
    }
}
