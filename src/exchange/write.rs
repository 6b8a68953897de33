//! Writes a bundle: every call adds the next lines to the caller's buffer, which may be emptied between calls.
//!
//! Invariants: the same input gives the same bytes; nothing is written that [`super::BundleReader`] would refuse.
//!
//! Deliberately absent: compression (the browser's own, or `gzip.rs` on the host), the clock (an argument).

use thiserror::Error;

use super::Limits;
use super::contents::Contents;
use super::device_line::DeviceLine;
use super::digest::{SealDigest, hash_of};
use super::key::DeviceKey;
use super::manifest::{FORMAT, FORMAT_VERSION, Manifest, OFFICE_PREFIX, OfficeNamed, Seal, SealLine, sealed_message};
use crate::json;
use crate::office::Office;

/// Why a bundle cannot be written.
#[derive(Debug, Error)]
pub enum WriteError {
    /// A line would be longer than a reader takes.
    #[error("a line of {found_bytes} bytes cannot be written, readers take at most {limit_bytes}: {start}")]
    LineTooLong {
        /// Its length.
        found_bytes: usize,
        /// The longest that is read.
        limit_bytes: usize,
        /// How it starts.
        start: String,
    },
    /// An event's line has a line end within, or nests deeper than a reader takes.
    #[error("this is not the line of an event: {start}")]
    NotALine {
        /// How it starts.
        start: String,
    },
    /// There were more or fewer events than the manifest says.
    #[error(
        "the manifest says {stated} events, {found} were written; the ledger changed while it was exported, export again"
    )]
    CountMismatch {
        /// By the manifest.
        stated: u64,
        /// Written.
        found: u64,
    },
    /// There are more events than a reader takes.
    #[error("a bundle holds at most {limit} events, these are {found}; export in several files")]
    TooManyEvents {
        /// How many there are.
        found: u64,
        /// The most that are read.
        limit: u64,
    },
    /// The bundle gets larger than a reader takes.
    #[error("a bundle has at most {limit_bytes} bytes uncompressed, this one gets larger; export in several files")]
    TooLarge {
        /// The most that is read, in bytes.
        limit_bytes: u64,
    },
    /// The manifest, the office or the seal could not be turned into JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// What the writer cannot find out for itself.
#[derive(Clone, Debug)]
pub struct Cover {
    /// The office for which it is written; absent where there is none or there are several.
    pub office: Option<OfficeNamed>,
    /// When: milliseconds since 1970, UTC.
    pub made_at_ms: i64,
    /// What the bundle will hold.
    pub contents: Contents,
}

/// Writes a bundle line by line: [`BundleWriter::start`], each event, [`BundleWriter::seal`].
pub struct BundleWriter<'key> {
    key: &'key DeviceKey,
    digest: SealDigest,
    limits: Limits,
    stated: u64,
    written: u64,
    whole_bytes: u64,
}

impl<'key> BundleWriter<'key> {
    /// Writes the manifest, and the office where the bundle brings one.
    pub fn start(
        cover: &Cover,
        office: Option<&Office>,
        key: &'key DeviceKey,
        out: &mut Vec<u8>,
    ) -> Result<Self, WriteError> {
        let (contents, limits) = (cover.contents, Limits::default());
        if contents.events > limits.events_max {
            return Err(WriteError::TooManyEvents { found: contents.events, limit: limits.events_max });
        }
        let stated = contents.events;
        let digest = SealDigest::of_version(FORMAT_VERSION);
        let mut writer = Self { key, digest, limits, stated, written: 0, whole_bytes: 0 };
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            version: FORMAT_VERSION,
            office: cover.office.clone(),
            device: key.device_id(),
            key: key.public(),
            made_at_ms: cover.made_at_ms,
            app: concat!("shouwen ", env!("CARGO_PKG_VERSION")).to_owned(),
            events: contents.events,
            tickets: contents.tickets,
            first_at_ms: contents.first_at_ms,
            last_at_ms: contents.last_at_ms,
            digest: super::manifest::Digest::Sha256,
            signing: super::manifest::Signing::Ed25519,
        };
        writer.line(&serde_json::to_string(&manifest)?, writer.limits.line_bytes_max, out)?;
        if let Some(office) = office {
            let line = format!("{OFFICE_PREFIX}{}}}", serde_json::to_string(office)?);
            writer.line(&line, writer.limits.office_line_bytes_max, out)?;
        }
        Ok(writer)
    }

    /// Writes what the device keeps beside, before the first event: then the bundle is a backup.
    pub fn device(&mut self, device: &DeviceLine, out: &mut Vec<u8>) -> Result<(), WriteError> {
        let line = device.to_line()?;
        self.line(&line, self.limits.device_line_bytes_max, out)
    }

    /// Writes an event: its line as it stands in the ledger, without the line's end.
    pub fn event(&mut self, line: &str, out: &mut Vec<u8>) -> Result<(), WriteError> {
        self.line(line, self.limits.line_bytes_max, out)?;
        self.written += 1;
        Ok(())
    }

    /// Writes the seal, after the last event.
    pub fn seal(self, out: &mut Vec<u8>) -> Result<(), WriteError> {
        if self.stated != self.written {
            return Err(WriteError::CountMismatch { stated: self.stated, found: self.written });
        }
        let whole_bytes = self.whole_bytes;
        let sha256 = self.digest.finish();
        let signature = self.key.sign(sealed_message(FORMAT_VERSION, self.written, &sha256).as_bytes());
        let seal = Seal { events: self.written, sha256, signature };
        let line = serde_json::to_string(&SealLine { seal })?;
        room_for(&line, whole_bytes, &self.limits)?;
        out.extend_from_slice(line.as_bytes());
        out.push(b'\n');
        Ok(())
    }

    fn line(&mut self, line: &str, limit_bytes: usize, out: &mut Vec<u8>) -> Result<(), WriteError> {
        let start = || line.chars().take(80).collect::<String>();
        let found_bytes = line.len();
        if found_bytes > limit_bytes {
            return Err(WriteError::LineTooLong { found_bytes, limit_bytes, start: start() });
        }
        if line.contains('\n') || json::depth_of(line.as_bytes()) > self.limits.depth_max {
            return Err(WriteError::NotALine { start: start() });
        }
        self.whole_bytes = room_for(line, self.whole_bytes, &self.limits)?;
        out.extend_from_slice(line.as_bytes());
        out.push(b'\n');
        self.digest.line(line.as_bytes(), &hash_of(line.as_bytes()));
        Ok(())
    }
}

/// Returns how many bytes a bundle of `whole_bytes` has with one more line.
fn room_for(line: &str, whole_bytes: u64, limits: &Limits) -> Result<u64, WriteError> {
    let (whole_bytes, limit_bytes) = (whole_bytes + line.len() as u64 + 1, limits.whole_bytes_max);
    if whole_bytes > limit_bytes { Err(WriteError::TooLarge { limit_bytes }) } else { Ok(whole_bytes) }
}
