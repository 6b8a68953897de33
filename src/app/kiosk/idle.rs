//! Silence wipes the screen: a visitor who walks away leaves nothing behind.

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
    let watch = Watch { last_sign_ms: StoredValue::new(now_ms()), left_s: RwSignal::new(None) };
    watch.listen();
    let tick = move || {
        let quiet_ms = now_ms() - watch.last_sign_ms.get_value();
        let at_start = path.with_untracked(Vec::is_empty);
        if visit.sending.get_untracked() || quiet_ms < QUIET_MS {
            return;
        }
        if at_start && !visit.holds_anything() {
            frame.choice.forget_visit();
        } else if quiet_ms >= QUIET_MS + WARNING_MS {
            watch.go_on();
            wipe(frame, visit);
        } else {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 0 and 15.
            watch.left_s.set(Some(((QUIET_MS + WARNING_MS - quiet_ms) / 1000.0).ceil() as u32));
        }
    };
    match set_interval_with_handle(tick, TICK) {
        Ok(ticking) => on_cleanup(move || ticking.clear()),
        Err(_) => leptos::logging::warn!("the screen will not wipe itself"),
    }
    question(frame, visit, watch)
}

#[derive(Clone, Copy)]
struct Watch {
    last_sign_ms: StoredValue<f64>,
    /// Seconds left to answer; `None` while nothing is asked.
    left_s: RwSignal<Option<u32>>,
}

impl Watch {
    /// Any touch, key or scroll is a sign of life. Once the question stands, it wants an answer.
    fn listen(self) {
        let sign = move || {
            if self.left_s.get_untracked().is_none() {
                self.last_sign_ms.set_value(now_ms());
            }
        };
        let handles = [
            window_event_listener(ev::pointerdown, move |_| sign()),
            window_event_listener(ev::keydown, move |_| sign()),
            window_event_listener(ev::input, move |_| sign()),
            window_event_listener(ev::wheel, move |_| sign()),
        ];
        on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
    }

    /// Takes the question back and starts to count anew.
    fn go_on(self) {
        self.last_sign_ms.set_value(now_ms());
        self.left_s.set(None);
    }
}

fn question(frame: Frame, visit: Visit, watch: Watch) -> AnyView {
    let said = move || &words(frame.choice.lang()).kiosk;
    let title = Signal::derive(move || watch.left_s.get().map(|_| said().idle_title.to_owned()));
    let body = move || {
        let words = &frame.words().kiosk;
        let left = move || watch.left_s.get().map(|left_s| fill(words.idle_text, &[&left_s.to_string()]));
        let leave = button(Look::Plain, words.idle_leave, move || {
            watch.go_on();
            wipe(frame, visit);
        });
        view! {
            <div class="dialog-body"><p class="large" role="timer">{left}</p></div>
            <div class="dialog-foot">{button(Look::Main, words.idle_stay, move || watch.go_on())}{leave}</div>
        }
        .into_any()
    };
    // Closing the dialog is an answer too; where the answer closed it, silence is counted from the answer.
    let closed = move || {
        if watch.left_s.get_untracked().is_some() {
            watch.go_on();
        }
    };
    dialog("idle", title, body, closed)
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
