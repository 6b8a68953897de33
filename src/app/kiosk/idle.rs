//! Silence wipes the screen: a visitor who walks away leaves nothing behind.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::{Visit, visit};
use crate::app::frame::{Frame, frame};
use crate::app::parts::{Look, button, dialog};
use crate::app::route;
use crate::app::words::{fill, words};

/// Silence before the question comes.
const QUIET_MS: f64 = 75_000.0;
/// Time to answer it.
const WARNING_MS: f64 = 15_000.0;
const TICK: Duration = Duration::from_millis(500);

/// Watches for silence while the kiosk is open; `path` tells the screen.
pub(super) fn idle_watch(path: Memo<Vec<String>>) -> AnyView {
    let (frame, visit) = (frame(), visit());
    let last_sign_ms = Rc::new(Cell::new(now_ms()));
    let left_s = RwSignal::new(None::<u32>);
    listen(&last_sign_ms, left_s);
    let tick = move || {
        let quiet_ms = now_ms() - last_sign_ms.get();
        let at_start = path.with_untracked(Vec::is_empty);
        if visit.sending.get_untracked() || quiet_ms < QUIET_MS {
            return;
        }
        if at_start && !visit.holds_anything() {
            frame.choice.forget_visit();
        } else if quiet_ms >= QUIET_MS + WARNING_MS {
            left_s.set(None);
            wipe(frame, visit);
        } else {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 0 and 15.
            left_s.set(Some(((QUIET_MS + WARNING_MS - quiet_ms) / 1000.0).ceil() as u32));
        }
    };
    match set_interval_with_handle(tick, TICK) {
        Ok(ticking) => on_cleanup(move || ticking.clear()),
        Err(error) => leptos::logging::warn!("the screen will not wipe itself: {error:?}"),
    }
    question(frame, visit, left_s)
}

/// Any touch, key or scroll is a sign of life, and answers the question.
fn listen(last_sign_ms: &Rc<Cell<f64>>, left_s: RwSignal<Option<u32>>) {
    let sign = {
        let last_sign_ms = Rc::clone(last_sign_ms);
        move || {
            last_sign_ms.set(now_ms());
            if left_s.get_untracked().is_some() {
                left_s.set(None);
            }
        }
    };
    let handles = [
        window_event_listener(ev::pointerdown, {
            let sign = sign.clone();
            move |_| sign()
        }),
        window_event_listener(ev::keydown, {
            let sign = sign.clone();
            move |_| sign()
        }),
        window_event_listener(ev::input, {
            let sign = sign.clone();
            move |_| sign()
        }),
        window_event_listener(ev::wheel, move |_| sign()),
    ];
    on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
}

fn question(frame: Frame, visit: Visit, left_s: RwSignal<Option<u32>>) -> AnyView {
    let said = move || &words(frame.choice.lang()).kiosk;
    let title = Signal::derive(move || left_s.get().map(|_| said().idle_title.to_owned()));
    let body = move || {
        let words = &frame.words().kiosk;
        let left = move || left_s.get().map(|left_s| fill(words.idle_text, &[&left_s.to_string()]));
        let leave = button(Look::Plain, words.idle_leave, move || {
            left_s.set(None);
            wipe(frame, visit);
        });
        view! {
            <div class="dialog-body"><p class="large" role="timer">{left}</p></div>
            <div class="dialog-foot">{button(Look::Main, words.idle_stay, move || left_s.set(None))}{leave}</div>
        }
        .into_any()
    };
    dialog("idle", title, body, move || left_s.set(None))
}

/// Forgets the visitor and shows the first screen to the next one.
fn wipe(frame: Frame, visit: Visit) {
    visit.clear();
    frame.close_clause();
    frame.choice.forget_visit();
    route::replace("/kiosk");
    frame.announce(frame.words().kiosk.wiped);
}

fn now_ms() -> f64 {
    window().performance().map_or_else(js_sys::Date::now, |clock| clock.now())
}
