//! The host's compression: bundles from and to anything that reads and writes bytes.
//!
//! The browser compresses with its own streams; this file is not built for it.

use std::io::{self, BufRead, BufReader, Read, Write};

use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use thiserror::Error;

use super::packed::gzip_problem;
use super::{BundleProblem, BundleRead, BundleReader, BundleWriter, Cover, DeviceKey, EventLine, Limits, WriteError};
use crate::office::Office;

/// How much is decompressed or compressed at a time, in bytes.
const PIECE_BYTES: usize = 64 << 10;

/// Why a bundle could not be written to its file.
#[derive(Debug, Error)]
pub enum PackError {
    /// The bundle itself cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The file cannot be written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Reads a bundle. What is wrong with the file is in the answer; an error is a failure of the disk.
pub fn unpack(packed: impl Read, limits: Limits) -> io::Result<BundleRead> {
    let mut lines = Vec::new();
    let read = unpack_each(packed, limits, |line| lines.push(line))?;
    Ok(BundleRead { lines, ..read })
}

/// Reads a bundle and hands over its event lines as they come; they are then not in the answer.
///
/// None of them may take effect before the answer calls the file sound.
pub fn unpack_each(packed: impl Read, limits: Limits, mut each: impl FnMut(EventLine)) -> io::Result<BundleRead> {
    let mut source = BufReader::with_capacity(PIECE_BYTES, Counted { inner: packed, bytes: 0, failed: None });
    let mut reader = BundleReader::new(limits);
    let first_bytes = source.fill_buf()?;
    if let Some(problem) = gzip_problem(first_bytes) {
        return Ok(reader.finish_with(problem));
    }
    let mut decoder = GzDecoder::new(source);
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        let taken = decoder.read(&mut piece);
        let counted = decoder.get_mut().get_mut();
        if let Some(error) = counted.failed.take() {
            return Err(error);
        }
        let packed_bytes = counted.bytes;
        let length = match taken {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(reader.finish_cut()),
            Err(_) => return Ok(reader.finish_damaged()),
        };
        let bounded = limits
            .check_packed(packed_bytes)
            .and_then(|()| limits.check_ratio(packed_bytes, reader.whole_bytes() + length as u64));
        if let Err(problem) = bounded {
            return Ok(reader.finish_with(problem));
        }
        let going = reader.push(piece.get(..length).unwrap_or_default());
        reader.take_lines().into_iter().for_each(&mut each);
        if going.is_err() {
            return Ok(reader.finish());
        }
    }
    let found_bytes = decoder.get_mut().fill_buf()?.len() as u64;
    if found_bytes > 0 {
        return Ok(reader.finish_with(BundleProblem::Trailing { found_bytes }));
    }
    Ok(reader.finish())
}

/// Writes a bundle. The same input gives the same bytes: no name, no time and no system in the gzip header.
pub fn pack<Line: AsRef<str>>(
    cover: &Cover,
    office: Option<&Office>,
    lines: impl IntoIterator<Item = Line>,
    key: &DeviceKey,
    packed: impl Write,
) -> Result<(), PackError> {
    let mut encoder: GzEncoder<_> = GzBuilder::new().operating_system(255).write(packed, Compression::default());
    let mut piece = Vec::with_capacity(2 * PIECE_BYTES);
    let mut writer = BundleWriter::start(cover, office, key, &mut piece)?;
    for line in lines {
        writer.event(line.as_ref(), &mut piece)?;
        if piece.len() >= PIECE_BYTES {
            encoder.write_all(&piece)?;
            piece.clear();
        }
    }
    writer.seal(&mut piece)?;
    encoder.write_all(&piece)?;
    encoder.finish()?.flush()?;
    Ok(())
}

/// Counts what is read, and keeps a failure of the disk apart from one of the format.
struct Counted<R> {
    inner: R,
    bytes: u64,
    failed: Option<io::Error>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.inner.read(buffer) {
            Ok(length) => {
                self.bytes += length as u64;
                Ok(length)
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(error),
            Err(error) => {
                let told = io::Error::from(error.kind());
                self.failed = Some(error);
                Err(told)
            }
        }
    }
}
