//! Segments: this program's own lines, compressed and back, whole.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CompressionFormat, CompressionStream, DecompressionStream, ReadableStream, Response, WritableStream,
    WritableStreamDefaultWriter,
};

/// Compresses bytes.
pub(in crate::backoffice) async fn squeeze(bytes: &Uint8Array) -> Result<Vec<u8>, JsValue> {
    let stream = CompressionStream::new(CompressionFormat::Gzip)?;
    Ok(through(&stream.writable(), &stream.readable(), bytes).await?.to_vec())
}

/// How compressed bytes start; no line of an event does.
const MAGIC: [u8; 2] = [0x1f, 0x8b];

/// Whether a segment is compressed.
pub(in crate::backoffice) fn is_gzip(bytes: &Uint8Array) -> bool {
    [bytes.get_index(0), bytes.get_index(1)] == MAGIC
}

/// Gives back what was compressed, or what never was. For what this program has made itself: nothing bounds the result.
pub(in crate::backoffice) async fn expand(packed: &Uint8Array) -> Result<Vec<u8>, JsValue> {
    if !is_gzip(packed) {
        return Ok(packed.to_vec());
    }
    let stream = DecompressionStream::new(CompressionFormat::Gzip)?;
    Ok(through(&stream.writable(), &stream.readable(), packed).await?.to_vec())
}

async fn through(into: &WritableStream, out: &ReadableStream, bytes: &Uint8Array) -> Result<Uint8Array, JsValue> {
    let into = WritableStreamDefaultWriter::new(into)?;
    let whole = Response::new_with_opt_readable_stream(Some(out))?.array_buffer()?;
    // Neither is waited for before the other end is read; where one fails, so does what is read.
    let fed = Promise::all(&js_sys::Array::of3(&into.write_with_chunk(bytes), &into.close(), &whole));
    let done: js_sys::Array = JsFuture::from(fed).await?.dyn_into()?;
    Ok(Uint8Array::new(&done.get(2)))
}
