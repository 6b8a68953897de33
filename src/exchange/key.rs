//! A device's Ed25519 key: what makes a file's device provable.
//!
//! The device's id is a digest of the public key, so a file that names a device and carries its key proves that both
//! belong together. The seed is an argument: this module draws no chance. Signatures are checked strictly (weak keys and
//! malleable signatures are refused).

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use crate::ledger::DeviceId;

/// Signs for a device. Its debug form does not show the secret.
pub struct DeviceKey(SigningKey);

impl DeviceKey {
    /// Makes the key that belongs to a secret seed.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// Returns the half that everyone may know.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// Names the device.
    pub fn device_id(&self) -> DeviceId {
        self.public().device_id()
    }

    /// Signs a message.
    pub fn sign(&self, message: &[u8]) -> Signature {
        Signature(self.0.sign(message).to_bytes())
    }
}

impl fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DeviceKey").field(&self.public()).finish()
    }
}

/// The public half of a device's key; base64 on the wire.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(pub [u8; 32]);

impl PublicKey {
    /// Names the device that holds the secret half.
    pub fn device_id(&self) -> DeviceId {
        DeviceId::from_public_key(&self.0)
    }

    /// Checks that the device signed exactly this message.
    pub fn verify(&self, message: &[u8], signature: &Signature) -> Result<(), NotSigned> {
        let key = VerifyingKey::from_bytes(&self.0).map_err(|_| NotSigned)?;
        key.verify_strict(message, &ed25519_dalek::Signature::from_bytes(&signature.0)).map_err(|_| NotSigned)
    }
}

/// A signature; base64 on the wire.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Signature(pub [u8; 64]);

/// The signature is not this key's over this message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the signature is not this key's over this message")]
pub struct NotSigned;

macro_rules! base64_bytes {
    ($name:ident, $bytes:literal, $what:literal) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&STANDARD.encode(self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                let bytes = STANDARD.decode(text.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
                bytes.map(Self).ok_or_else(|| {
                    serde::de::Error::custom(concat!("expected ", $what, ": ", $bytes, " bytes in padded base64"))
                })
            }
        }
    };
}

base64_bytes!(PublicKey, 32, "an Ed25519 public key");
base64_bytes!(Signature, 64, "an Ed25519 signature");
