//! The first line and the last line of a bundle: who wrote it and what it should hold, and the seal over both.

use serde::{Deserialize, Serialize};

use super::key::{PublicKey, Signature};
use crate::ledger::DeviceId;
use crate::office::OfficeId;

/// The value of the manifest's `format` field.
pub const FORMAT: &str = "shouwen-bundle";
/// The newest version of the format that this build reads, and the one that it writes.
pub const FORMAT_VERSION: u64 = 2;

/// How the office's line starts, and no other line.
pub(super) const OFFICE_PREFIX: &str = "{\"office\":";
/// How the seal's line starts, and no other line.
pub(super) const SEAL_PREFIX: &str = "{\"seal\":";

/// What a bundle says about itself. Fields that this build does not know are passed over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always [`FORMAT`].
    pub format: String,
    /// See [`FORMAT_VERSION`].
    pub version: u64,
    /// The office for which it was written; absent where there is none or there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<OfficeNamed>,
    /// The device that wrote and sealed it.
    pub device: DeviceId,
    /// That device's public key.
    pub key: PublicKey,
    /// When it was written: milliseconds since 1970, UTC.
    pub made_at_ms: i64,
    /// The program that wrote it, with its version.
    pub app: String,
    /// How many events it holds.
    pub events: u64,
    /// How many tickets are registered in it, as far as the writer could read its events; a reader does not check it.
    pub tickets: u64,
    /// The earliest event's time; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_at_ms: Option<i64>,
    /// The latest event's time; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_at_ms: Option<i64>,
    /// The digest of ids and seal.
    pub digest: Digest,
    /// The signature's scheme.
    pub signing: Signing,
}

/// The office in the manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeNamed {
    /// Its id.
    pub id: OfficeId,
    /// Its name, 简体.
    pub name: String,
}

/// A digest that these versions know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Digest {
    /// SHA-256 (FIPS 180-4).
    #[default]
    Sha256,
}

/// A signature scheme that these versions know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signing {
    /// Ed25519 (RFC 8032).
    #[default]
    Ed25519,
}

/// The last line: what was written before it, signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Seal {
    /// How many event lines stand before it.
    pub events: u64,
    /// Of everything before the seal's line, hexadecimal: see [`super::digest`].
    pub sha256: String,
    /// By the manifest's key over [`sealed_message`].
    pub signature: Signature,
}

/// The seal's line.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SealLine {
    pub seal: Seal,
}

/// Returns what is signed: the purpose with the version, the number of events and the digest, one a line.
///
/// The purpose keeps a signature from serving as one over anything else that the key ever signs, and a digest of one version
/// from serving in another.
pub(super) fn sealed_message(version: u64, events: u64, sha256: &str) -> String {
    format!("shouwen-bundle-seal-{version}\n{events}\n{sha256}\n")
}

/// Spells bytes in lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}
