//! Reading a bundle out of a compressed file of unknown origin.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::beside::Beside;
use super::here::{Drawn, Here};
use crate::backoffice::browser::now_ms;
use crate::exchange::{BundleRead, BundleReader, Limits, Piece, Stopped, gzip_problem};

/// How long it is until progress is told again: a message costs the page a turn and a picture.
const PROGRESS_PAUSE_MS: i64 = 100;
/// From so many bytes on a file is decompressed, hashed and stored by helpers: for less it is not worth starting any.
const LARGE_FROM_BYTES: f64 = 262_144.0;

/// Whether helpers are to work on a file.
pub(in crate::backoffice) fn is_large(file: &Blob) -> bool {
    file.size() >= LARGE_FROM_BYTES
}

/// Reads a bundle into memory. What is wrong with the file is in the answer; an error is a failure of the browser's.
///
/// `progress` is told how many bytes of the file are read, of how many.
pub async fn unpack(file: &Blob, limits: Limits, progress: impl Fn(u64, u64)) -> Result<BundleRead, JsValue> {
    unpack_by(file, limits, progress, async |reader, piece| reader.push(piece.bytes)).await
}

/// Reads a bundle whose pieces are pushed into the reader by `push`; it ends where that has stopped.
pub(in crate::backoffice) async fn unpack_by(
    file: &Blob,
    limits: Limits,
    progress: impl Fn(u64, u64),
    mut push: impl AsyncFnMut(&mut BundleReader, Piece<'_>) -> Result<(), Stopped>,
) -> Result<BundleRead, JsValue> {
    let mut reader = BundleReader::new(limits);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a file's size is a whole number
    let size = file.size() as u64;
    if let Err(problem) = limits.check_packed(size) {
        return Ok(reader.finish_with(problem));
    }
    if let Some(problem) = gzip_problem(&first_bytes(file).await?) {
        return Ok(reader.finish_with(problem));
    }
    let mut source = Source::open(file).await?;
    let mut told_ms = 0;
    let (mut bytes, mut hashes) = (Vec::new(), Vec::new());
    loop {
        let (pieces, made) = match source.next().await {
            Drawn::Pieces { pieces, hashes } => (pieces, hashes),
            Drawn::Whole => return Ok(reader.finish()),
            Drawn::CutShort => return Ok(reader.finish_cut()),
            Drawn::Damaged => return Ok(reader.finish_damaged()),
            Drawn::Unreadable(error) => return Err(error),
        };
        let fed = source.fed();
        let now = now_ms();
        if now - told_ms >= PROGRESS_PAUSE_MS {
            told_ms = now;
            progress(fed, size);
        }
        let drawn: u64 = pieces.iter().map(|piece| u64::from(piece.length())).sum();
        let read = if let Err(problem) = limits.check_ratio(fed, reader.whole_bytes() + drawn) {
            reader.finish_with(problem)
        } else {
            fill(&mut bytes, &pieces);
            fill(&mut hashes, made.as_slice());
            match push(&mut reader, Piece { bytes: &bytes, hashes: &hashes }).await {
                Ok(()) => continue,
                Err(Stopped) => reader.finish(),
            }
        };
        source.cancel().await;
        return Ok(read);
    }
}

/// Where a file is decompressed.
enum Source {
    Here(Here),
    Beside(Beside),
}

impl Source {
    async fn open(file: &Blob) -> Result<Self, JsValue> {
        if is_large(file)
            && let Some(beside) = Beside::open(file).await
        {
            return Ok(Self::Beside(beside));
        }
        Here::open(file).map(Self::Here)
    }

    async fn next(&mut self) -> Drawn {
        match self {
            Self::Here(here) => here.next().await,
            Self::Beside(beside) => beside.next().await,
        }
    }

    fn fed(&self) -> u64 {
        match self {
            Self::Here(here) => here.fed(),
            Self::Beside(beside) => beside.fed(),
        }
    }

    async fn cancel(&self) {
        match self {
            Self::Here(here) => here.cancel().await,
            // Its worker ends with it.
            Self::Beside(_) => {}
        }
    }
}

/// Puts the bytes of arrays, one behind the other, in the place of what was there.
pub(super) fn fill<A: AsRef<Uint8Array>>(to: &mut Vec<u8>, from: &[A]) {
    to.clear();
    for array in from.iter().map(A::as_ref) {
        let start = to.len();
        to.resize(start + usize::try_from(array.length()).unwrap_or_default(), 0);
        if let Some(place) = to.get_mut(start..) {
            array.copy_to(place);
        }
    }
}

async fn first_bytes(file: &Blob) -> Result<Vec<u8>, JsValue> {
    let start = file.slice_with_i32_and_i32(0, 8)?;
    let buffer: ArrayBuffer = JsFuture::from(start.array_buffer()).await?.dyn_into()?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
