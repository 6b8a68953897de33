//! What a bundle's seal is over: everything that stands before it.
//!
//! Version 1 digests the bytes. Version 2 digests the lines' hashes: an event's id is the beginning of its line's hash, so
//! whoever reads a bundle has made that hash anyway, and nothing is hashed twice. Either way the digest changes with any
//! byte of any line, with their order and with their number.

use sha2::{Digest as _, Sha256};

use super::manifest::hex;

/// The SHA-256 of a line, without the line's end.
pub(super) type LineHash = [u8; 32];

/// Hashes a line.
pub(super) fn hash_of(line: &[u8]) -> LineHash {
    Sha256::digest(line).into()
}

/// Hashes the lines of a text that comes in pieces, for whoever reads it elsewhere: see [`super::Piece`].
#[derive(Default)]
pub struct LineHasher {
    /// The line that has not ended yet.
    line: Sha256,
}

impl LineHasher {
    /// Takes the next piece, and adds the hash of each line that ends in it: 32 bytes each, in order.
    pub fn push(&mut self, piece: &[u8], hashes: &mut Vec<u8>) {
        let mut rest = piece;
        while let Some(end) = memchr::memchr(b'\n', rest) {
            let (line, behind) = rest.split_at(end);
            self.line.update(line);
            hashes.extend(self.line.finalize_reset());
            rest = behind.get(1..).unwrap_or_default();
        }
        self.line.update(rest);
    }
}

/// A digest under way.
pub(super) struct SealDigest {
    over: Over,
    sha256: Sha256,
}

#[derive(Clone, Copy)]
enum Over {
    Bytes,
    Hashes,
}

impl SealDigest {
    /// Starts the digest of a bundle of this version.
    pub(super) fn of_version(version: u64) -> Self {
        Self { over: if version == 1 { Over::Bytes } else { Over::Hashes }, sha256: Sha256::new() }
    }

    /// Takes the next line, without its end, and its hash.
    pub(super) fn line(&mut self, line: &[u8], hash: &LineHash) {
        match self.over {
            Over::Bytes => {
                self.sha256.update(line);
                self.sha256.update(b"\n");
            }
            Over::Hashes => self.sha256.update(hash),
        }
    }

    /// Ends it, in hexadecimal.
    pub(super) fn finish(self) -> String {
        hex(&self.sha256.finalize())
    }
}
