//! Compressing a bundle into a file.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CompressionFormat, CompressionStream, Response, WritableStreamDefaultWriter};

/// A file that is being compressed.
pub struct Packer {
    into: WritableStreamDefaultWriter,
    file: JsFuture,
}

impl Packer {
    /// Starts a file. The browser gathers it, on its disk where it is large.
    pub fn start() -> Result<Self, JsValue> {
        let stream = CompressionStream::new(CompressionFormat::Gzip)?;
        let into = WritableStreamDefaultWriter::new(&stream.writable())?;
        let file = Response::new_with_opt_readable_stream(Some(&stream.readable()))?.blob()?;
        Ok(Self { into, file: JsFuture::from(file) })
    }

    /// Adds the next bytes; returns when there is room for more.
    pub async fn write(&self, bytes: &[u8]) -> Result<(), JsValue> {
        JsFuture::from(self.into.write_with_chunk(&Uint8Array::from(bytes))).await?;
        Ok(())
    }

    /// Ends the file and hands it over.
    pub async fn finish(self) -> Result<Blob, JsValue> {
        JsFuture::from(self.into.close()).await?;
        self.file.await?.dyn_into()
    }
}
