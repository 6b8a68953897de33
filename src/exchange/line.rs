//! What each line of a bundle may be: the manifest, the office, what the device kept, an event, the seal.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::device_line::DEVICE_PREFIX;
use super::manifest::{FORMAT, FORMAT_VERSION, Manifest, OFFICE_PREFIX, SEAL_PREFIX, Seal, SealLine};
use super::problem::{BundleProblem, quoted};
use crate::json;
use crate::office::Office;

/// What a line after the manifest is, by how it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    Office,
    Device,
    Seal,
    Event,
}

impl LineKind {
    /// Tells lines apart without parsing them.
    pub(super) fn of(line: &[u8]) -> Self {
        if line.starts_with(OFFICE_PREFIX.as_bytes()) {
            Self::Office
        } else if line.starts_with(DEVICE_PREFIX.as_bytes()) {
            Self::Device
        } else if line.starts_with(SEAL_PREFIX.as_bytes()) {
            Self::Seal
        } else {
            Self::Event
        }
    }
}

/// The two fields that every version has, so that a newer file is called newer and not broken.
#[derive(Deserialize)]
struct Face {
    format: String,
    version: u64,
}

/// Reads the first line.
pub(super) fn manifest_of(line: &str) -> Result<Manifest, BundleProblem> {
    let Ok(face) = json::read::<Face>(line) else {
        return Err(BundleProblem::NotABundle { found: quoted(line.as_bytes()) });
    };
    if face.format != FORMAT {
        return Err(BundleProblem::NotABundle { found: quoted(line.as_bytes()) });
    }
    if face.version > FORMAT_VERSION {
        return Err(BundleProblem::TooNew { found: face.version, known: FORMAT_VERSION });
    }
    if face.version == 0 {
        return Err(BundleProblem::BadManifest { why: "version 0 never was".to_owned() });
    }
    json::read(line).map_err(|error| BundleProblem::BadManifest { why: error.to_string() })
}

/// Reads the office's line.
pub(super) fn office_of(line: &str) -> Result<Office, BundleProblem> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct OfficeLine<'line> {
        #[serde(borrow)]
        office: &'line RawValue,
    }
    let bad = |why: String| BundleProblem::BadOffice { why };
    let line: OfficeLine<'_> = json::read(line).map_err(|error| bad(error.to_string()))?;
    Office::parse(line.office.get()).map_err(|error| bad(error.to_string()))
}

/// Reads the seal's line.
pub(super) fn seal_of(line: &str) -> Result<Seal, BundleProblem> {
    let line: SealLine = json::read(line).map_err(|error| BundleProblem::BadSeal { why: error.to_string() })?;
    Ok(line.seal)
}
