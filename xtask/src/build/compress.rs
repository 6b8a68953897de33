//! Compressed copies beside the files of the site, for hosts that hand them out.

use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::files::Files;
use crate::failure::{At, Outcome};

/// Kinds of files that do not shrink.
const DENSE: &[&str] = &["png", "webp", "jpg", "gz", "br"];
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW_BITS: u32 = 22;
const BUFFER_BYTES: usize = 65_536;

/// Writes `.gz` and `.br` beside each file that shrinks.
pub(crate) fn beside(folder: &Path, files: &Files) -> Outcome {
    for (address, content) in files {
        if DENSE.iter().any(|kind| Path::new(address).extension().is_some_and(|extension| extension == *kind)) {
            continue;
        }
        let path = folder.join(address);
        for (ending, packed) in [("gz", gzip(content).at(&path)?), ("br", brotli(content).at(&path)?)] {
            if packed.len() < content.len() {
                let copy = folder.join(format!("{address}.{ending}"));
                fs::write(&copy, packed).at(&copy)?;
            }
        }
    }
    Ok(())
}

/// Compresses with gzip as a careful host would.
pub(crate) fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

/// Compresses with brotli as a careful host would.
pub(crate) fn brotli(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, BUFFER_BYTES, BROTLI_QUALITY, BROTLI_WINDOW_BITS);
    writer.write_all(content)?;
    drop(writer);
    Ok(packed)
}
