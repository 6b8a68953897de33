//! Reading a bundle out of a compressed file of unknown origin.
//!
//! Two parts run side by side: one feeds the browser's decompression in small pieces, the other takes what comes out. The
//! pieces are small because the browser decompresses each one whole: what waits between the two parts is bounded by the
//! piece times the largest ratio of gzip (about 1000), whatever the file holds.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::{ArrayBuffer, Reflect, Uint8Array};
use tokio::sync::oneshot;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, CompressionFormat, DecompressionStream, ReadableStream, ReadableStreamDefaultReader,
    WritableStreamDefaultWriter,
};

use crate::exchange::{BundleRead, BundleReader, Limits, Stopped, gzip_problem};

/// How much compressed data is handed to the browser at once, in bytes.
const PIECE_BYTES: u32 = 16 << 10;

/// How often progress is told of one file.
const PROGRESS_STEPS: u64 = 100;

/// Reads a bundle into memory. What is wrong with the file is in the answer; an error is a failure of the browser's.
///
/// `progress` is told how many bytes of the file are read, of how many.
pub async fn unpack(file: &Blob, limits: Limits, progress: impl Fn(u64, u64)) -> Result<BundleRead, JsValue> {
    unpack_by(file, limits, progress, async |reader, piece| reader.push(piece)).await
}

/// Reads a bundle whose pieces are pushed into the reader by `push`; it ends where that has stopped.
pub(in crate::backoffice) async fn unpack_by(
    file: &Blob,
    limits: Limits,
    progress: impl Fn(u64, u64),
    push: impl AsyncFnMut(&mut BundleReader, &[u8]) -> Result<(), Stopped>,
) -> Result<BundleRead, JsValue> {
    let reader = BundleReader::new(limits);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a file's size is a whole number
    let size = file.size() as u64;
    if let Err(problem) = limits.check_packed(size) {
        return Ok(reader.finish_with(problem));
    }
    if let Some(problem) = gzip_problem(&first_bytes(file).await?) {
        return Ok(reader.finish_with(problem));
    }
    let stream = DecompressionStream::new(CompressionFormat::Gzip)?;
    let into = WritableStreamDefaultWriter::new(&stream.writable())?;
    let source = ReadableStreamDefaultReader::new(&file.stream())?;
    let fed = Rc::new(Cell::new(0));
    let (tell, fed_how) = oneshot::channel();
    spawn_local({
        let fed = Rc::clone(&fed);
        async move { drop(tell.send(feed(&source, &into, &fed).await)) }
    });
    let told = Cell::new(0);
    let packed_bytes = || {
        // A message costs the page a turn; a bar shows no more than this.
        if fed.get() - told.get() >= size / PROGRESS_STEPS {
            told.set(fed.get());
            progress(fed.get(), size);
        }
        fed.get()
    };
    let drained = drain(&stream.readable(), reader, limits, packed_bytes, push).await;
    let reader = match drained {
        Drained::Done(read) => return Ok(*read),
        Drained::Broken(reader) => *reader,
    };
    Ok(match fed_how.await {
        Ok(Fed::CutShort) => reader.finish_cut(),
        Ok(Fed::Unreadable(error)) => return Err(error),
        Ok(Fed::All | Fed::Damaged) | Err(_) => reader.finish_damaged(),
    })
}

/// How feeding ended.
enum Fed {
    /// The decompression took everything and found its end.
    All,
    /// It took everything and misses the rest.
    CutShort,
    /// It refused a piece, or nobody wants more.
    Damaged,
    /// The file could not be read from where it lies.
    Unreadable(JsValue),
}

/// How taking out ended.
enum Drained {
    /// With an answer.
    Done(Box<BundleRead>),
    /// With a broken stream; why is known to whoever feeds it.
    Broken(Box<BundleReader>),
}

async fn first_bytes(file: &Blob) -> Result<Vec<u8>, JsValue> {
    let start = file.slice_with_i32_and_i32(0, 8)?;
    let buffer: ArrayBuffer = JsFuture::from(start.array_buffer()).await?.dyn_into()?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

async fn feed(source: &ReadableStreamDefaultReader, into: &WritableStreamDefaultWriter, fed: &Cell<u64>) -> Fed {
    loop {
        let chunk = match next(source).await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => break,
            Err(error) => {
                drop(JsFuture::from(into.abort()).await);
                return Fed::Unreadable(error);
            }
        };
        let mut from = 0;
        while from < chunk.length() {
            let to = (from + PIECE_BYTES).min(chunk.length());
            fed.set(fed.get() + u64::from(to - from));
            if JsFuture::from(into.write_with_chunk(&chunk.subarray(from, to))).await.is_err() {
                drop(JsFuture::from(source.cancel()).await);
                return Fed::Damaged;
            }
            from = to;
        }
    }
    // An error on closing throws away what has not been taken out: let the other part take it first.
    TimeoutFuture::new(0).await;
    if JsFuture::from(into.close()).await.is_ok() { Fed::All } else { Fed::CutShort }
}

async fn drain(
    stream: &ReadableStream,
    mut reader: BundleReader,
    limits: Limits,
    packed_bytes: impl Fn() -> u64,
    mut push: impl AsyncFnMut(&mut BundleReader, &[u8]) -> Result<(), Stopped>,
) -> Drained {
    let Ok(source) = ReadableStreamDefaultReader::new(stream) else { return Drained::Broken(Box::new(reader)) };
    let mut piece = Vec::new();
    loop {
        let chunk = match next(&source).await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => return Drained::Done(Box::new(reader.finish())),
            Err(_) => return Drained::Broken(Box::new(reader)),
        };
        let whole_bytes = reader.whole_bytes() + u64::from(chunk.length());
        let bounded = limits.check_ratio(packed_bytes(), whole_bytes);
        let read = match bounded {
            Err(problem) => reader.finish_with(problem),
            Ok(()) => {
                piece.resize(usize::try_from(chunk.length()).unwrap_or_default(), 0);
                chunk.copy_to(&mut piece);
                match push(&mut reader, &piece).await {
                    Ok(()) => continue,
                    Err(Stopped) => reader.finish(),
                }
            }
        };
        // Nobody wants the rest; that the stream may be broken by now changes nothing.
        drop(JsFuture::from(source.cancel()).await);
        return Drained::Done(Box::new(read));
    }
}

async fn next(source: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, JsValue> {
    let result = JsFuture::from(source.read()).await?;
    if Reflect::get(&result, &"done".into())?.is_truthy() {
        return Ok(None);
    }
    Reflect::get(&result, &"value".into())?.dyn_into().map(Some)
}
