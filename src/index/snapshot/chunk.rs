//! Chunks: sections cut into pieces that can be kept one by one, each with a head and a sum.

use thiserror::Error;

use super::plain::Plain;

/// What every chunk begins with.
const MAGIC: [u8; 4] = *b"SWIX";
/// The version of the format that this build writes and reads. Another one is not read: the index is built anew.
const VERSION: u16 = 1;
/// A chunk holds at most about so many bytes.
const CHUNK_BYTES: usize = 4 << 20;
const HEAD_BYTES: usize = 16;
const SUM_BYTES: usize = 8;
/// Room is made in advance for so many values at most, whatever a chunk says.
const AHEAD_MAX_VALUES: u64 = 1 << 26;

/// Why a snapshot cannot be read. The index is then built from the tickets.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Damaged {
    /// It was written by another version of the format.
    #[error("the index was kept in version {found}, this build reads {known}")]
    OtherVersion {
        /// Found version.
        found: u16,
        /// The version that this build reads.
        known: u16,
    },
    /// Something is missing.
    #[error("the kept index ends in section {section}")]
    Cut {
        /// In which section.
        section: u16,
    },
    /// A chunk is not what was written, or not in its place.
    #[error("the kept index is altered in section {section}")]
    Altered {
        /// In which section.
        section: u16,
    },
    /// The sections do not fit together.
    #[error("the kept index does not fit together: {0}")]
    Unfit(&'static str),
}

/// Writes sections, chunk by chunk.
pub(super) struct Writer<K: FnMut(Vec<u8>)> {
    keep: K,
    section: u16,
}

impl<K: FnMut(Vec<u8>)> Writer<K> {
    pub(super) fn new(keep: K) -> Self {
        Self { keep, section: 0 }
    }

    /// Writes a section.
    pub(super) fn section<T: Plain>(&mut self, values: &[T]) {
        let mut rest = values;
        loop {
            let (piece, behind) = rest.split_at(rest.len().min(CHUNK_BYTES / T::BYTES));
            let mut chunk = Vec::with_capacity(HEAD_BYTES + piece.len() * T::BYTES + SUM_BYTES);
            chunk.extend(MAGIC);
            chunk.extend(VERSION.to_le_bytes());
            chunk.extend(self.section.to_le_bytes());
            chunk.extend((rest.len() as u64).to_le_bytes());
            T::write(piece, &mut chunk);
            chunk.extend(sum(&chunk).to_le_bytes());
            (self.keep)(chunk);
            rest = behind;
            if rest.is_empty() {
                break;
            }
        }
        self.section = self.section.wrapping_add(1);
    }
}

/// Reads sections, in the order in which they were written.
pub(super) struct Reader<I> {
    chunks: I,
    section: u16,
}

impl<C: AsRef<[u8]>, I: Iterator<Item = C>> Reader<I> {
    pub(super) fn new(chunks: I) -> Self {
        Self { chunks, section: 0 }
    }

    /// Reads the next section.
    pub(super) fn section<T: Plain>(&mut self) -> Result<Vec<T>, Damaged> {
        let section = self.section;
        let mut values = Vec::new();
        let mut expected = None;
        loop {
            let chunk = self.chunks.next().ok_or(Damaged::Cut { section })?;
            let (left, payload) = open(chunk.as_ref(), section)?;
            if expected.is_some_and(|expected| expected != left) {
                return Err(Damaged::Altered { section });
            }
            if expected.is_none() {
                values.reserve_exact(usize::try_from(left.min(AHEAD_MAX_VALUES)).unwrap_or_default());
            }
            T::read(payload, &mut values);
            let read = (payload.len() / T::BYTES) as u64;
            match left.checked_sub(read) {
                Some(0) => break,
                Some(rest) if read > 0 => expected = Some(rest),
                _ => return Err(Damaged::Altered { section }),
            }
        }
        self.section = section.wrapping_add(1);
        Ok(values)
    }
}

/// Looks whether a chunk is one of `section`: how many values are left from it on, and its own as bytes.
fn open(chunk: &[u8], section: u16) -> Result<(u64, &[u8]), Damaged> {
    let altered = || Damaged::Altered { section };
    let (body, kept_sum) = chunk.split_last_chunk::<SUM_BYTES>().ok_or_else(altered)?;
    let Head { magic, version: found, section: of, left, payload } = Head::of(body).ok_or_else(altered)?;
    if magic == MAGIC && found != VERSION {
        return Err(Damaged::OtherVersion { found, known: VERSION });
    }
    let whole = magic == MAGIC && of == section && u64::from_le_bytes(*kept_sum) == sum(body);
    whole.then_some((left, payload)).ok_or_else(altered)
}

/// A chunk's head, and what stands behind it.
struct Head<'a> {
    magic: [u8; 4],
    version: u16,
    section: u16,
    left: u64,
    payload: &'a [u8],
}

impl<'a> Head<'a> {
    fn of(chunk: &'a [u8]) -> Option<Self> {
        let (magic, rest) = chunk.split_first_chunk()?;
        let (version, rest) = rest.split_first_chunk()?;
        let (section, rest) = rest.split_first_chunk()?;
        let (left, payload) = rest.split_first_chunk()?;
        let [version, section] = [version, section].map(|two| u16::from_le_bytes(*two));
        Some(Self { magic: *magic, version, section, left: u64::from_le_bytes(*left), payload })
    }
}

/// A sum over bytes, eight at a time: finds what was damaged by accident, and keeps out nobody.
fn sum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    let words = words.iter().chain([&last]).map(|word| u64::from_le_bytes(*word));
    words.fold(bytes.len() as u64, |sum, word| (sum.rotate_left(29) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

#[cfg(test)]
pub(super) fn reseal(chunk: &mut Vec<u8>) {
    chunk.truncate(chunk.len() - SUM_BYTES);
    let sum = sum(chunk);
    chunk.extend(sum.to_le_bytes());
}
