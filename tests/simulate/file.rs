//! Files as they travel: whole ones, and what becomes of them on the way.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use shouwen::dice::Dice;
use shouwen::exchange::{BundleRead, BundleWriter, Cover, DeviceKey, DeviceLine, Limits, WriteError, unpack};
use shouwen::ledger::EventId;
use shouwen::office::Office;

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
    /// What reading it comes to, once somebody has read it.
    read: OnceCell<BundleRead>,
}

impl File {
    /// A file of these bytes.
    pub(crate) fn new(bytes: Vec<u8>, ids: BTreeSet<EventId>, worth: Worth, made: &'static str) -> Self {
        Self { bytes, ids, worth, made, read: OnceCell::new() }
    }

    /// What reading it comes to, which depends on its bytes alone.
    pub(crate) fn read(&self) -> &BundleRead {
        let read = || unpack(self.bytes.as_slice(), Limits::default()).expect("a file in memory can be read");
        self.read.get_or_init(read)
    }

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
        Self::new(bytes, self.ids.clone(), worth, made)
    }
}

/// Writes and seals a bundle; with a device's line it is a backup.
pub(crate) fn seal<Line: AsRef<str>>(
    (cover, office, device): (&Cover, Option<&Office>, Option<&DeviceLine>),
    lines: &[Line],
    key: &DeviceKey,
) -> Result<Vec<u8>, WriteError> {
    let mut text = Vec::new();
    let mut writer = BundleWriter::start(cover, office, key, &mut text)?;
    if let Some(device) = device {
        writer.device(device, &mut text)?;
    }
    for line in lines {
        writer.event(line.as_ref(), &mut text)?;
    }
    writer.seal(&mut text)?;
    Ok(compressed(&text))
}

/// The same bundle as a newer app would begin it.
fn newer(packed: &[u8]) -> Vec<u8> {
    const VERSION: &str = "\"version\":";
    let mut text = String::new();
    GzDecoder::new(packed).read_to_string(&mut text).expect("a whole file is text");
    let later = text.replacen(VERSION, &format!("{VERSION}9"), 1);
    assert_ne!(later, text, "the manifest says its version");
    compressed(later.as_bytes())
}

/// Compresses some texts and wraps others as they are: a reader takes either, and compressing would take longer than
/// everything else.
fn compressed(text: &[u8]) -> Vec<u8> {
    let level = if text.len().is_multiple_of(8) { Compression::fast() } else { Compression::none() };
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(text).expect("memory takes everything");
    encoder.finish().expect("memory takes everything")
}
