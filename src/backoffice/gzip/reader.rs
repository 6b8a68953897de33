//! The helper that decompresses a file, hashes its lines, and hands both on.
//!
//! It gets the file, and posts parcels of pieces until it says how the file ended. It goes ahead by no more than [`AHEAD_MAX`] of them;
//! each that was taken is answered with a message, whatever it holds. A message costs both sides a turn, and pieces are small.

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use tokio::sync::Semaphore;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::here::{Drawn, Here};
use super::unpack::fill;
use crate::backoffice::helper::Place;
use crate::backoffice::words;
use crate::exchange::LineHasher;

/// The helper's name.
pub(super) const NAME: &str = "shouwen.reader";

/// What it posts beside pieces: how the file ended. Anything else are words of an error.
pub(super) const WHOLE: &str = "whole";
pub(super) const CUT_SHORT: &str = "cut_short";
pub(super) const DAMAGED: &str = "damaged";

/// How many parcels may wait to be taken.
const AHEAD_MAX: usize = 4;
/// How many bytes make a parcel; only the last may have fewer.
const PARCEL_BYTES: u32 = 512 << 10;

/// Reads files, where this runs in the helper that does; whether it does.
pub(in crate::backoffice) fn start_reader() -> bool {
    let Some(place) = Place::of(NAME).map(Rc::new) else { return false };
    let room = Rc::new(Semaphore::new(AHEAD_MAX));
    place.serve({
        let place = Rc::clone(&place);
        move |message| {
            let Ok(file) = message.dyn_into::<Blob>() else { return room.add_permits(1) };
            let (place, room) = (Rc::clone(&place), Rc::clone(&room));
            spawn_local(async move {
                let ended = hand_over(&place, &file, &room).await.unwrap_or_else(|error| words(&error));
                place.post(&JsValue::from_str(&ended), &Array::new());
            });
        }
    });
    true
}

/// Hands a file over, parcel by parcel, and says how it ended.
async fn hand_over(place: &Place, file: &Blob, room: &Semaphore) -> Result<String, JsValue> {
    let mut source = Here::open(file)?;
    let (mut hasher, mut bytes) = (LineHasher::default(), Vec::new());
    let mut parcel = Parcel::default();
    loop {
        let ended = match source.next().await {
            Drawn::Pieces { pieces, .. } => {
                for piece in pieces {
                    fill(&mut bytes, &[&piece]);
                    hasher.push(&bytes, &mut parcel.hashes);
                    parcel.add(piece);
                }
                None
            }
            Drawn::Whole => Some(WHOLE),
            Drawn::CutShort => Some(CUT_SHORT),
            Drawn::Damaged => Some(DAMAGED),
            Drawn::Unreadable(error) => return Err(error),
        };
        if parcel.bytes >= PARCEL_BYTES || ended.is_some() {
            if let Ok(permit) = room.acquire().await {
                permit.forget();
            }
            std::mem::take(&mut parcel).post(place, source.fed());
        }
        if let Some(ended) = ended {
            return Ok(ended.to_owned());
        }
    }
}

/// Pieces on their way, with the hashes of the lines that end in them.
#[derive(Default)]
struct Parcel {
    pieces: Array,
    given: Array,
    bytes: u32,
    hashes: Vec<u8>,
}

impl Parcel {
    fn add(&mut self, piece: Uint8Array) {
        self.bytes += piece.length();
        // What is posted is given away: a piece that shares its memory with others goes as a copy.
        let alone = piece.buffer().byte_length() == piece.length();
        let piece = if alone { piece } else { piece.slice(0, piece.length()) };
        self.given.push(&piece.buffer());
        self.pieces.push(&piece);
    }

    fn post(self, place: &Place, fed: u64) {
        let hashes = Uint8Array::from(self.hashes.as_slice());
        self.given.push(&hashes.buffer());
        #[allow(clippy::cast_precision_loss)] // a number of bytes
        let message = Array::of3(&self.pieces, &hashes, &JsValue::from_f64(fed as f64));
        place.post(&message, &self.given);
    }
}
