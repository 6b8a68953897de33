//! `window.shouwenMeasure`: the hook by which `cargo xtask measure` times the way of every registration.

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::future_to_promise;

use super::BackOffice;
use crate::app::words::trouble;
use crate::ledger::Visitor;
use crate::office::Lang;
use crate::protocol::{MatterCard, Query, Reception, Registration, Trouble};

const PAUSE_MS: u32 = 50;

/// Hangs the hook on the window: `await shouwenMeasure.register(n)` gives `n` times in milliseconds, each from submitting a
/// registration to its acknowledgement.
pub(super) fn install(office: BackOffice) {
    let register = Closure::<dyn Fn(u32) -> Promise>::new(move |count: u32| {
        future_to_promise(async move { register(office, count).await.map_err(|trouble| trouble_in_words(&trouble)) })
    });
    let hook = Object::new();
    let hung = Reflect::set(&hook, &"register".into(), &register.into_js_value())
        .and_then(|_| Reflect::set(&window(), &"shouwenMeasure".into(), &hook));
    if let Err(error) = hung {
        web_sys::console::warn_1(&error);
    }
}

async fn register(office: BackOffice, count: u32) -> Result<JsValue, Trouble> {
    let cards: Vec<MatterCard> = office.see_as(Query::Matters { words: String::new() }).await?;
    let matter = cards.first().map(|card| card.id.clone()).ok_or(Trouble::NoOffice)?;
    let times = Array::new();
    for number in 0..count {
        // Visitors come one after the other: what the screens look up after the last one is over when the next submits.
        TimeoutFuture::new(PAUSE_MS).await;
        let start_ms = now_ms();
        #[allow(clippy::cast_possible_truncation)] // Any number will do that no run had before.
        let run = js_sys::Date::now() as i64;
        let registration = Registration {
            nonce: format!("measure {run} {number}"),
            matter: Some(matter.clone()),
            subject: String::new(),
            kind: None,
            visitor: Visitor { name: "测量".to_owned(), phone: "13800000000".to_owned(), anonymous: false },
            details: String::new(),
            reception: Reception::Kiosk,
        };
        office.register(registration).await?;
        times.push(&(now_ms() - start_ms).into());
    }
    Ok(times.into())
}

fn now_ms() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |clock| clock.now())
}

fn trouble_in_words(failed: &Trouble) -> JsValue {
    let said = trouble(Lang::En, failed);
    format!("{}. {}", said.what, said.next).into()
}
