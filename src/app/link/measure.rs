//! `window.shouwenMeasure`: the hook by which `cargo xtask measure` times the way of a registration.

use std::cell::Cell;

use js_sys::{Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::future_to_promise;

use super::BackOffice;
use crate::app::words::trouble;
use crate::ledger::Visitor;
use crate::office::{Lang, MatterId};
use crate::protocol::{AtKiosk, KioskRegistration, MatterCard, Query, Trouble};

/// Hangs the hook on the window: `await shouwenMeasure.registrar()` gives a function that registers one matter and resolves
/// when it is acknowledged.
pub(super) fn install(office: BackOffice) {
    let registrar = Closure::<dyn Fn() -> Promise>::new(move || future_to_promise(registrar(office)));
    let hook = Object::new();
    let hung = Reflect::set(&hook, &"registrar".into(), &registrar.into_js_value())
        .and_then(|_| Reflect::set(&window(), &"shouwenMeasure".into(), &hook));
    if let Err(error) = hung {
        web_sys::console::warn_1(&error);
    }
}

async fn registrar(office: BackOffice) -> Result<JsValue, JsValue> {
    let cards: Result<Vec<MatterCard>, Trouble> = office.see_as(Query::Matters { words: String::new() }).await;
    let cards = cards.map_err(|trouble| in_words(&trouble))?;
    let matter = cards.into_iter().next().map(|card| card.id).ok_or_else(|| in_words(&Trouble::NoOffice))?;
    let begun_ms = js_sys::Date::now();
    let number = Cell::new(0_u32);
    let register = Closure::<dyn Fn() -> Promise>::new(move || {
        number.set(number.get() + 1);
        let registration = registration(matter.clone(), format!("measure {begun_ms} {}", number.get()));
        future_to_promise(async move {
            let acknowledged = office.register(registration).await;
            acknowledged.map(|_| JsValue::UNDEFINED).map_err(|trouble| in_words(&trouble))
        })
    });
    Ok(register.into_js_value())
}

fn registration(matter: MatterId, nonce: String) -> KioskRegistration {
    KioskRegistration {
        nonce,
        matter: Some(matter),
        subject: String::new(),
        kind: None,
        visitor: Visitor { name: "测量".to_owned(), phone: "13800000000".to_owned(), anonymous: false },
        details: String::new(),
        reception: AtKiosk::Kiosk,
    }
}

fn in_words(failed: &Trouble) -> JsValue {
    let said = trouble(Lang::En, failed);
    format!("{}. {}", said.what, said.next).into()
}
