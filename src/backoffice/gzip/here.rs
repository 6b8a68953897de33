//! Decompressing a file with the browser's streams.
//!
//! Two parts run side by side: one feeds the browser's decompression in small pieces, the other takes what comes out. The
//! pieces are small because the browser decompresses each one whole: what waits between the two parts is bounded by the
//! piece times the largest ratio of gzip (about 1000), whatever the file holds.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Reflect, Uint8Array};
use tokio::sync::oneshot;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, CompressionFormat, DecompressionStream, ReadableStreamDefaultReader, WritableStreamDefaultWriter};

/// How much compressed data is handed to the browser at once, in bytes.
const PIECE_BYTES: u32 = 16 << 10;

/// What comes out of a compressed file next.
pub(super) enum Drawn {
    /// The next bytes, with the hashes of the lines that end in them where somebody has made them already.
    Pieces { pieces: Vec<Uint8Array>, hashes: Option<Uint8Array> },
    /// Nothing: that was all.
    Whole,
    /// Nothing: the compressed data ends too early.
    CutShort,
    /// Nothing: the compressed data is damaged.
    Damaged,
    /// Nothing: the file cannot be read from where it lies.
    Unreadable(JsValue),
}

/// A file that is being decompressed in this thread.
pub(super) struct Here {
    out: ReadableStreamDefaultReader,
    fed: Rc<Cell<u64>>,
    how: Option<oneshot::Receiver<Fed>>,
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

impl Here {
    /// Starts with a file.
    pub(super) fn open(file: &Blob) -> Result<Self, JsValue> {
        let stream = DecompressionStream::new(CompressionFormat::Gzip)?;
        let into = WritableStreamDefaultWriter::new(&stream.writable())?;
        let source = ReadableStreamDefaultReader::new(&file.stream())?;
        let out = ReadableStreamDefaultReader::new(&stream.readable())?;
        let fed = Rc::new(Cell::new(0));
        let (tell, how) = oneshot::channel();
        spawn_local({
            let fed = Rc::clone(&fed);
            async move { drop(tell.send(feed(&source, &into, &fed).await)) }
        });
        Ok(Self { out, fed, how: Some(how) })
    }

    /// How many compressed bytes were read.
    pub(super) fn fed(&self) -> u64 {
        self.fed.get()
    }

    /// What comes out next.
    pub(super) async fn next(&mut self) -> Drawn {
        match next(&self.out).await {
            Ok(Some(bytes)) => return Drawn::Pieces { pieces: vec![bytes], hashes: None },
            Ok(None) => return Drawn::Whole,
            Err(_) => {}
        }
        let how = match self.how.take() {
            Some(how) => how.await,
            None => return Drawn::Damaged,
        };
        match how {
            Ok(Fed::CutShort) => Drawn::CutShort,
            Ok(Fed::Unreadable(error)) => Drawn::Unreadable(error),
            Ok(Fed::All | Fed::Damaged) | Err(_) => Drawn::Damaged,
        }
    }

    /// Says that nobody wants the rest; that the stream may be broken by now changes nothing.
    pub(super) async fn cancel(&self) {
        drop(JsFuture::from(self.out.cancel()).await);
    }
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

async fn next(source: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, JsValue> {
    let result = JsFuture::from(source.read()).await?;
    if Reflect::get(&result, &"done".into())?.is_truthy() {
        return Ok(None);
    }
    Reflect::get(&result, &"value".into())?.dyn_into().map(Some)
}
