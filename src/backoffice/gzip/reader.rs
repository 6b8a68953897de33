//! The worker beside: decompresses a file, hashes its lines, and hands both on.
//!
//! It posts that it is ready, gets the file, and posts pieces until it says how the file ended. It goes ahead by no more than
//! [`AHEAD_MAX_PIECES`]; each piece that was taken is answered with a message, whatever it holds.

use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::{Array, Uint8Array};
use tokio::sync::Semaphore;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageEvent};

use super::here::{Drawn, Here};
use super::unpack::fill;
use crate::backoffice::words;
use crate::backoffice::worker::scope;
use crate::exchange::LineHasher;

/// The worker's name, by which it knows what it is for.
pub(super) const NAME: &str = "shouwen.reader";

/// What it posts beside pieces: that it is ready, and how the file ended. Anything else are words of an error.
pub(super) const READY: &str = "ready";
pub(super) const WHOLE: &str = "whole";
pub(super) const CUT_SHORT: &str = "cut_short";
pub(super) const DAMAGED: &str = "damaged";

/// How many pieces may wait to be taken.
const AHEAD_MAX_PIECES: usize = 32;

/// Whether this runs in the worker beside.
pub fn is_reader() -> bool {
    scope().is_some_and(|scope| scope.name() == NAME)
}

/// Starts the worker beside.
pub fn start_reader() {
    std::panic::set_hook(Box::new(console_error_panic_hook::hook));
    let Some(scope) = scope() else { return };
    let room = Rc::new(Semaphore::new(AHEAD_MAX_PIECES));
    let listener = EventListener::new(&scope, "message", {
        let scope = scope.clone();
        move |event| {
            let data = event.dyn_ref::<MessageEvent>().map_or(JsValue::NULL, MessageEvent::data);
            let Ok(file) = data.dyn_into::<Blob>() else { return room.add_permits(1) };
            let (scope, room) = (scope.clone(), Rc::clone(&room));
            spawn_local(async move {
                let ended = hand_over(&scope, &file, &room).await.unwrap_or_else(|error| words(&error));
                post(&scope, &JsValue::from_str(&ended), &Array::new());
            });
        }
    });
    // The worker listens until it is ended.
    listener.forget();
    post(&scope, &JsValue::from_str(READY), &Array::new());
}

/// Hands a file over, piece by piece, and says how it ended.
async fn hand_over(scope: &DedicatedWorkerGlobalScope, file: &Blob, room: &Semaphore) -> Result<String, JsValue> {
    let mut source = Here::open(file)?;
    let (mut hasher, mut bytes, mut hashes) = (LineHasher::default(), Vec::new(), Vec::new());
    loop {
        let piece = match source.next().await {
            Drawn::Piece { bytes, .. } => bytes,
            Drawn::Whole => return Ok(WHOLE.to_owned()),
            Drawn::CutShort => return Ok(CUT_SHORT.to_owned()),
            Drawn::Damaged => return Ok(DAMAGED.to_owned()),
            Drawn::Unreadable(error) => return Err(error),
        };
        fill(&mut bytes, &piece);
        hashes.clear();
        hasher.push(&bytes, &mut hashes);
        if let Ok(place) = room.acquire().await {
            place.forget();
        }
        // What is posted is given away: a piece that shares its memory with others goes as a copy.
        let piece = if piece.buffer().byte_length() == piece.length() { piece } else { piece.slice(0, piece.length()) };
        let made = Uint8Array::from(hashes.as_slice());
        #[allow(clippy::cast_precision_loss)] // a number of bytes
        let message = Array::of3(&piece, &made, &JsValue::from_f64(source.fed() as f64));
        post(scope, &message, &Array::of2(&piece.buffer(), &made.buffer()));
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &JsValue, given: &Array) {
    if let Err(error) = scope.post_message_with_transfer(message, given) {
        web_sys::console::error_1(&error);
    }
}
