//! Files as they travel: whole ones, and what becomes of them on the way.

use std::collections::BTreeSet;
use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use shouwen::dice::Dice;
use shouwen::ledger::EventId;

/// What a reader must make of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Worth {
    /// It is sound.
    Sound,
    /// It is refused.
    Refused,
    /// It is called newer than this build.
    Newer,
    /// It is refused, or read as if nothing had happened to it: a bit of gzip's header means nothing.
    RefusedOrSame,
}

/// A file.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) bytes: Vec<u8>,
    /// The events that were written into it.
    pub(crate) ids: BTreeSet<EventId>,
    pub(crate) worth: Worth,
    /// What was done to it.
    pub(crate) made: &'static str,
}

impl File {
    /// Lets something happen to it on the way.
    pub(crate) fn spoilt(&self, dice: &mut Dice) -> Self {
        let length = self.bytes.len() as u64;
        let place = usize::try_from(dice.below(length)).unwrap_or_default();
        let mut bytes = self.bytes.clone();
        let (made, worth) = match dice.below(6) {
            0 | 1 => {
                bytes.truncate(place);
                ("cut", Worth::Refused)
            }
            2 | 3 => {
                bytes[place] ^= 1 << dice.below(8);
                ("a bit flipped", Worth::RefusedOrSame)
            }
            4 => {
                bytes.extend_from_slice(&self.bytes);
                ("written twice", Worth::Refused)
            }
            _ => {
                bytes = newer(&self.bytes);
                ("of a newer version", Worth::Newer)
            }
        };
        Self { bytes, ids: self.ids.clone(), worth, made }
    }
}

/// The same bundle as a newer app would begin it.
fn newer(packed: &[u8]) -> Vec<u8> {
    let mut text = String::new();
    GzDecoder::new(packed).read_to_string(&mut text).expect("a whole file is text");
    let later = text.replacen("\"version\":2,", "\"version\":9,", 1);
    assert_ne!(later, text, "the manifest says its version");
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(later.as_bytes()).expect("memory takes everything");
    encoder.finish().expect("memory takes everything")
}
