//! What can be wrong with a bundle: a value with a stable code, the place, and the mend.
//!
//! Every problem is fatal (nothing of the file is taken in) except the notes, which say something worth knowing about a
//! file that is sound. Numbers in the words are what was found beside what was expected or allowed.

use thiserror::Error;

use super::Count;
use crate::ledger::{DeviceId, EventId};

/// One thing wrong with a bundle, or worth knowing about it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BundleProblem {
    /// The file does not start like a gzip file.
    #[error(
        "this is not a compressed file: it starts with `{found}`; choose the file that the export wrote (its name ends in .jsonl.gz)"
    )]
    NotGzip {
        /// Its first bytes, hexadecimal.
        found: String,
    },
    /// The compressed stream is broken.
    #[error(
        "the compressed data is damaged after {whole_lines} whole lines; copy the file again from where it was written"
    )]
    Damaged {
        /// How many lines came out whole.
        whole_lines: u64,
    },
    /// The file goes on after the compressed stream.
    #[error(
        "{found_bytes} or more bytes follow the end of the compressed data; copy the file again, alone, from where it was written"
    )]
    Trailing {
        /// How many were seen.
        found_bytes: u64,
    },
    /// The first line is something else.
    #[error("this is not a Shouwen bundle: its first line is `{found}`; choose the file that the export wrote")]
    NotABundle {
        /// How the line starts.
        found: String,
    },
    /// A newer app wrote it.
    #[error(
        "the bundle has version {found}, this app reads versions up to {known}; update the app on this device, then import again"
    )]
    TooNew {
        /// Its version.
        found: u64,
        /// The newest that this build reads.
        known: u64,
    },
    /// The manifest lacks something or has it in the wrong form.
    #[error("the manifest cannot be read: {why}; export again on the device that wrote it")]
    BadManifest {
        /// What and where.
        why: String,
    },
    /// The manifest's device is not the one that its key belongs to.
    #[error(
        "the manifest names device {device}, but its key belongs to device {key_device}; take the file from the device itself"
    )]
    DeviceKeyMismatch {
        /// As named.
        device: DeviceId,
        /// As the key says.
        key_device: DeviceId,
    },
    /// The office's document cannot be read.
    #[error(
        "the office in the bundle cannot be read: {why}; export again on the device that wrote it, or update the app"
    )]
    BadOffice {
        /// What and where.
        why: String,
    },
    /// The office's line stands elsewhere than second.
    #[error("the office belongs on the second line; export again on the device that wrote it")]
    MisplacedOffice,
    /// What the device kept beside cannot be read.
    #[error(
        "what the device kept beside its office and events cannot be read: {why}; back up again on the device that wrote it, or update the app"
    )]
    BadDevice {
        /// What and where.
        why: String,
    },
    /// The device's line stands elsewhere than before the events.
    #[error(
        "what the device kept belongs on one line, behind the office and before the events; back up again on the device that wrote it"
    )]
    MisplacedDevice,
    /// The bundle is to be restored and does not say what its device kept.
    #[error(
        "this is an exported bundle and no backup: settings and own systems are not in it; import it under Exchange, or choose a file with `backup` in its name"
    )]
    NotABackup,
    /// A line is not an event.
    #[error("this line is not an event: {why}; copy the file again, or export again on the device that wrote it")]
    BadEventLine {
        /// What and where in the line.
        why: String,
    },
    /// A note: an event states a fact of a kind that this build does not know.
    #[error("this event states `{act}`, which this app does not know; the event is kept, update the app to see it")]
    UnknownAct {
        /// The kind.
        act: String,
    },
    /// A line is not text.
    #[error("this line is not UTF-8 text from byte {at_byte} on; copy the file again from where it was written")]
    NotText {
        /// Where in the line, from 0.
        at_byte: usize,
    },
    /// The seal cannot be read.
    #[error("the seal cannot be read: {why}; copy the file again, or export again on the device that wrote it")]
    BadSeal {
        /// What and where.
        why: String,
    },
    /// The file ends before its seal.
    #[error("the file ends early, after {whole_lines} whole lines with {found_events}{} events; copy it again from where it was written", of(*.stated_events))]
    CutShort {
        /// How many lines are whole.
        whole_lines: u64,
        /// How many of them are events.
        found_events: u64,
        /// How many the manifest promises.
        stated_events: Option<u64>,
    },
    /// Something follows the seal.
    #[error("something follows the seal, which is the last line; copy the file again from where it was written")]
    AfterSeal,
    /// The bytes are not those that were sealed.
    #[error("the file was altered after it was written: its SHA-256 is {found}, the seal says {stated}{}; copy it again from where it was written", near(*.near_line))]
    Altered {
        /// Of the bytes found, hexadecimal.
        found: String,
        /// By the seal.
        stated: String,
        /// The first line that does not fit its device's next one, where that tells the place.
        near_line: Option<u64>,
    },
    /// The signature is not the device's.
    #[error("the signature is not that of device {device}; take the file from the device itself")]
    WrongSignature {
        /// As named in the manifest.
        device: DeviceId,
    },
    /// The manifest or the seal counts otherwise than the reader.
    #[error("{} says {stated} {}, the file holds {found}; export again on the device that wrote it", .count.whose(), .count.what())]
    CountMismatch {
        /// Which number.
        count: Count,
        /// As written.
        stated: i64,
        /// As counted.
        found: i64,
    },
    /// The file is larger on the disk than is read.
    #[error("the file has {found_bytes} bytes, at most {limit_bytes} are read; export in several files")]
    PackedTooLarge {
        /// Its size in bytes.
        found_bytes: u64,
        /// The most that is read, in bytes.
        limit_bytes: u64,
    },
    /// The file is larger uncompressed than is read.
    #[error(
        "the file has {found_bytes} or more bytes uncompressed, at most {limit_bytes} are read; export in several files"
    )]
    TooLarge {
        /// How many came out until reading stopped, in bytes.
        found_bytes: u64,
        /// The most that is read, in bytes.
        limit_bytes: u64,
    },
    /// The file swells like a bomb.
    #[error(
        "the file swells {found_ratio} times when it is uncompressed, at most {limit_ratio} times is taken; no export writes such a file, delete it"
    )]
    Swells {
        /// Uncompressed bytes for one compressed byte.
        found_ratio: u64,
        /// The most that is taken.
        limit_ratio: u64,
    },
    /// A line is too long.
    #[error("this line has {found_bytes} or more bytes, at most {limit_bytes} are read; no export writes such a line")]
    LineTooLong {
        /// How many were seen until reading stopped.
        found_bytes: usize,
        /// The most that is read.
        limit_bytes: usize,
    },
    /// There are too many events.
    #[error("the file holds more than {limit} events; export in several files")]
    TooManyEvents {
        /// The most that are read.
        limit: u64,
    },
    /// Objects and arrays lie in each other too deep.
    #[error("objects and arrays lie {found} deep in this line, at most {limit} are read; no export writes such a line")]
    TooDeep {
        /// How deep, as far as was counted.
        found: usize,
        /// The deepest that is read.
        limit: usize,
    },
    /// There are so many problems that reading on tells nothing.
    #[error("there are {limit} problems up to here, the rest was not read; choose another file")]
    TooManyProblems {
        /// The most that are told.
        limit: usize,
    },
    /// A note: the same event stands in the file twice.
    #[error("event {event} stands in the file more than once; that is harmless, it counts once")]
    Duplicate {
        /// Which.
        event: EventId,
    },
    /// A note: the file comes from another office.
    #[error("the file comes from the office `{office}`, this device belongs to `{home}`; its tickets are kept apart")]
    ForeignOffice {
        /// Of the manifest.
        office: String,
        /// Of this device.
        home: String,
    },
}

impl BundleProblem {
    /// Names the kind of problem, for ever, so that a screen can say it in the person's language.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotGzip { .. } => "not_gzip",
            Self::Damaged { .. } => "damaged",
            Self::Trailing { .. } => "trailing",
            Self::NotABundle { .. } => "not_a_bundle",
            Self::TooNew { .. } => "too_new",
            Self::BadManifest { .. } => "bad_manifest",
            Self::DeviceKeyMismatch { .. } => "device_key_mismatch",
            Self::BadOffice { .. } => "bad_office",
            Self::MisplacedOffice => "misplaced_office",
            Self::BadDevice { .. } => "bad_device",
            Self::MisplacedDevice => "misplaced_device",
            Self::NotABackup => "not_a_backup",
            Self::BadEventLine { .. } => "bad_event_line",
            Self::UnknownAct { .. } => "unknown_act",
            Self::NotText { .. } => "not_text",
            Self::BadSeal { .. } => "bad_seal",
            Self::CutShort { .. } => "cut_short",
            Self::AfterSeal => "after_seal",
            Self::Altered { .. } => "altered",
            Self::WrongSignature { .. } => "wrong_signature",
            Self::CountMismatch { .. } => "count_mismatch",
            Self::PackedTooLarge { .. } => "packed_too_large",
            Self::TooLarge { .. } => "too_large",
            Self::Swells { .. } => "swells",
            Self::LineTooLong { .. } => "line_too_long",
            Self::TooManyEvents { .. } => "too_many_events",
            Self::TooDeep { .. } => "too_deep",
            Self::TooManyProblems { .. } => "too_many_problems",
            Self::Duplicate { .. } => "duplicate",
            Self::ForeignOffice { .. } => "foreign_office",
        }
    }

    /// Tells whether the file is sound in spite of it.
    pub fn is_note(&self) -> bool {
        matches!(self, Self::Duplicate { .. } | Self::ForeignOffice { .. } | Self::UnknownAct { .. })
    }

    /// Puts the problem in its place.
    pub fn at_line(self, line: u64) -> ProblemAt {
        ProblemAt { line, problem: self }
    }
}

/// A problem and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}{problem}", place(*.line))]
pub struct ProblemAt {
    /// The line of the uncompressed file, from 1; 0 when the whole file is meant.
    pub line: u64,
    /// What is wrong there.
    pub problem: BundleProblem,
}

fn place(line: u64) -> String {
    if line == 0 { String::new() } else { format!("line {line}: ") }
}

fn of(stated: Option<u64>) -> String {
    stated.map_or_else(String::new, |stated| format!(" of {stated}"))
}

fn near(line: Option<u64>) -> String {
    line.map_or_else(String::new, |line| format!("; the place seems to be line {line}"))
}

/// How much of a foreign line is quoted, in characters.
const QUOTED_CHARS: usize = 60;

/// Quotes the beginning of something that may not be text.
pub(super) fn quoted(bytes: &[u8]) -> String {
    let start = bytes.get(..QUOTED_CHARS * 4).unwrap_or(bytes);
    String::from_utf8_lossy(start).chars().take(QUOTED_CHARS).flat_map(char::escape_debug).collect()
}
