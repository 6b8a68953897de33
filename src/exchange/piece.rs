//! What goes into a reader, piece by piece.

/// A piece of the uncompressed file.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    /// The piece.
    pub bytes: &'a [u8],
    /// What [`LineHasher`](super::LineHasher) has made of it and the pieces before; empty where the reader is to hash for itself.
    pub hashes: &'a [u8],
}

impl<'a> From<&'a [u8]> for Piece<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self { bytes, hashes: &[] }
    }
}

/// Reading has stopped: nothing more is looked at. [`BundleReader::finish`](super::BundleReader::finish) says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("reading has stopped; finish it to learn why")]
pub struct Stopped;
