//! One writer at a time, across all tabs of this device, where several write at once.
//!
//! The lock is about fairness: writers queue in the order in which they came, so a registration waits for one chunk of
//! another tab's import at most. A tab that writes alone goes without, since asking takes longer than storing. That two tabs never store the same commit does not hang on it; see
//! [`store`](super::store). So an engine without Web Locks may go without.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use tokio::sync::oneshot;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{LockMode, LockOptions};

use super::browser;

/// A lock that is held until this is dropped.
pub(super) struct Held {
    release: Option<Function>,
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = self.release.take()
            && let Err(error) = release.call0(&JsValue::UNDEFINED)
        {
            web_sys::console::error_1(&error);
        }
    }
}

/// Waits until no other tab holds the lock `name`, and holds it.
pub(super) async fn hold(name: &str) -> Held {
    let release = match browser::locks() {
        Some(locks) => ask(|grant| locks.request(name, grant.unchecked_ref())).await,
        None => None,
    };
    Held { release }
}

/// Waits until no tab holds the lock `name` for itself alone, and holds it together with whoever else does so.
pub(super) async fn share(name: &str) -> Held {
    let options = LockOptions::new();
    options.set_mode(LockMode::Shared);
    let release = match browser::locks() {
        Some(locks) => ask(|grant| locks.request_with_options(name, &options, grant.unchecked_ref())).await,
        None => None,
    };
    Held { release }
}

/// Holds the lock `name` alone, where nobody holds or shares it now; never in an engine without Web Locks.
pub(super) async fn hold_if_free(name: &str) -> Option<Held> {
    let options = LockOptions::new();
    options.set_if_available(true);
    let locks = browser::locks()?;
    let release = ask(|grant| locks.request_with_options(name, &options, grant.unchecked_ref())).await?;
    Some(Held { release: Some(release) })
}

/// Asks for a lock; what comes back releases it. `None` when it is not free and nobody wants to wait, or the browser refuses
/// (a page that is being closed).
async fn ask(request: impl FnOnce(&JsValue) -> Promise) -> Option<Function> {
    let (granted, wait) = oneshot::channel();
    let granted = Rc::new(Cell::new(Some(granted)));
    // The browser holds the lock for as long as the promise that this gives back is open.
    let grant = Closure::once_into_js({
        let granted = Rc::clone(&granted);
        move |lock: JsValue| {
            Promise::new(&mut |release, _| {
                let Some(granted) = granted.take() else { return };
                if lock.is_null() {
                    drop(granted.send(None));
                    drop(Held { release: Some(release) });
                } else {
                    drop(granted.send(Some(release)));
                }
            })
        }
    });
    let ended = JsFuture::from(request(&grant));
    spawn_local(async move {
        if let Err(error) = ended.await {
            web_sys::console::warn_1(&error);
        }
        if let Some(granted) = granted.take() {
            drop(granted.send(None));
        }
    });
    wait.await.ok().flatten()
}
