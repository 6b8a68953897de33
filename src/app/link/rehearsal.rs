//! The page's part in practising registrations: it asks for them by the same way as a visitor's. Why, and what becomes of them, stands in
//! `backoffice/rehearsal.rs`.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::BackOffice;
use crate::ledger::Visitor;
use crate::office::MatterId;
use crate::protocol::{AtKiosk, KioskRegistration, MatterCard, Query};

/// So many take some milliseconds: whoever touches the screen meanwhile hardly notices.
const AT_ONCE: usize = 8;
const PAUSE_MS: u32 = 16;

/// Practises as soon as there is an office to practise for.
pub(crate) fn rehearse(office: BackOffice) {
    let matters = office.watch::<Vec<MatterCard>>(|| Query::Matters { words: String::new() });
    Effect::new(move |begun: Option<bool>| {
        if begun == Some(true) {
            return true;
        }
        let first = matters.with(|cards| cards?.first().map(|card| card.id.clone()));
        first.map(|matter| spawn_local(practise(office, matter))).is_some()
    });
}

async fn practise(office: BackOffice, matter: MatterId) {
    for round in 0_usize.. {
        if round.is_multiple_of(AT_ONCE) {
            TimeoutFuture::new(PAUSE_MS).await;
        }
        if office.practise(invented(matter.clone(), round.to_string())).await.is_err() {
            break;
        }
    }
}

/// A registration by nobody.
pub(super) fn invented(matter: MatterId, nonce: String) -> KioskRegistration {
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
