//! The few things of the browser that look alike in a page and in a worker.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, LockManager, Performance, StorageManager};

/// The clock that runs evenly and finely.
fn clock() -> Option<Performance> {
    let clock = Reflect::get(&js_sys::global(), &"performance".into()).ok();
    clock.filter(JsValue::is_object).map(JsCast::unchecked_into)
}

/// Milliseconds since 1970 (UTC) by the device's clock.
#[allow(clippy::cast_possible_truncation)]
pub(super) fn now_ms() -> i64 {
    js_sys::Date::now() as i64
}

/// Does a stretch of work that the browser's timeline then shows by its name: `cargo xtask measure` reads it there.
pub(super) fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let clock = clock();
    let begun = clock.as_ref().is_some_and(|clock| clock.mark(name).is_ok());
    let done = work();
    if begun && clock.is_some_and(|clock| clock.measure_with_str(name, name).is_err()) {
        web_sys::console::warn_1(&"a stretch of work could not be timed".into());
    }
    done
}

/// The browser's own words for something that was thrown.
pub fn words(thrown: &JsValue) -> String {
    if let Some(error) = thrown.dyn_ref::<DomException>() {
        return format!("{}: {}", error.name(), error.message());
    }
    if let Some(error) = thrown.dyn_ref::<js_sys::Error>() {
        return String::from(error.to_string());
    }
    thrown.as_string().unwrap_or_else(|| format!("{thrown:?}"))
}

/// The locks that all tabs share; absent in engines without Web Locks.
pub(super) fn locks() -> Option<LockManager> {
    navigator("locks").map(JsCast::unchecked_into)
}

/// The storage that all tabs share; absent outside a secure context.
pub(super) fn storage() -> Option<StorageManager> {
    navigator("storage").map(JsCast::unchecked_into)
}

/// Fetches something that was shipped with the app, by its address beside the worker.
pub(super) fn fetch(url: &str) -> Result<js_sys::Promise, JsValue> {
    let fetch: Function = Reflect::get(&js_sys::global(), &"fetch".into())?.dyn_into()?;
    fetch.call1(&js_sys::global(), &url.into())?.dyn_into()
}

fn navigator(name: &str) -> Option<JsValue> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into()).ok()?;
    Reflect::get(&navigator, &name.into()).ok().filter(JsValue::is_object)
}
