//! Names of events, tickets and devices: short hashes, so that anyone can check them and nobody hands them out.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use sha2::{Digest, Sha256};
use thiserror::Error;

use super::crockford;
use super::spelling::{Spelt, spelt};

/// Names an event: the first 128 bits of the SHA-256 of its line, written as 32 hexadecimal digits in lower case.
#[derive(Clone, Copy, Eq)]
pub struct EventId(pub [u8; 16]);

/// Names a ticket: the id of the event that registered it.
pub type TicketId = EventId;

/// Names a device: eight characters of Crockford's base 32, the first 40 bits of the SHA-256 of its public key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId([u8; 8]);

/// A text that names no event or device.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum IdError {
    /// Not 32 hexadecimal digits in lower case.
    #[error("`{0}` is not an event's id: 32 hexadecimal digits in lower case")]
    Event(String),
    /// Not eight characters of Crockford's base 32.
    #[error("`{0}` is not a device's id: eight digits or capitals without I, L, O, U")]
    Device(String),
}

/// Characters of a wrong id that its error repeats.
const SHOWN_CHARS: usize = 40;

impl EventId {
    /// Names the event of this line.
    pub fn of_line(line: &str) -> Self {
        Self::of_hash(&Sha256::digest(line.as_bytes()).into())
    }

    /// Names the event whose line has this SHA-256.
    pub fn of_hash(hash: &[u8; 32]) -> Self {
        let mut id = [0; 16];
        id.iter_mut().zip(hash).for_each(|(to, from)| *to = *from);
        Self(id)
    }
}

// The order of the bytes, and their equality: numbers compare quicker than sixteen bytes. Inlined wherever ids are compared, they would
// make a visitor's first load a kilobyte larger.
impl Ord for EventId {
    #[inline(never)]
    fn cmp(&self, other: &Self) -> Ordering {
        u128::from_be_bytes(self.0).cmp(&u128::from_be_bytes(other.0))
    }
}

impl PartialEq for EventId {
    #[inline(never)]
    fn eq(&self, other: &Self) -> bool {
        u128::from_ne_bytes(self.0) == u128::from_ne_bytes(other.0)
    }
}

impl Hash for EventId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write(&self.0);
    }
}

impl PartialOrd for EventId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for EventId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => byte - b'0',
            b'a'..=b'f' => byte - b'a' + 10,
            _ => u8::MAX,
        };
        let wrong = || IdError::Event(text.chars().take(SHOWN_CHARS).collect());
        let mut id = [0; 16];
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        if pairs.len() != id.len() || !rest.is_empty() {
            return Err(wrong());
        }
        let mut all = 0;
        for (to, [high, low]) in id.iter_mut().zip(pairs) {
            let (high, low) = (digit(*high), digit(*low));
            all |= high | low;
            *to = high << 4 | low & 0xf;
        }
        if all > 0xf { Err(wrong()) } else { Ok(Self(id)) }
    }
}

impl EventId {
    fn spelling(&self) -> Spelt<32> {
        let digit = |value: u8| if value < 10 { b'0' + value } else { b'a' + value - 10 };
        Spelt::of(self.0.iter().flat_map(|byte| [byte >> 4, byte & 0xf]).map(digit))
    }
}

impl DeviceId {
    /// Names the device that holds this Ed25519 key.
    pub fn from_public_key(key: &[u8; 32]) -> Self {
        let bits = Sha256::digest(key).iter().take(5).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        let mut id = [b'0'; 8];
        for (place, symbol) in id.iter_mut().rev().enumerate() {
            *symbol = crockford::symbol(u8::try_from(bits >> (5 * place) & 31).unwrap_or(0));
        }
        Self(id)
    }

    /// The id as a number that orders as ids do.
    pub(super) const fn number(self) -> u64 {
        u64::from_be_bytes(self.0)
    }

    /// Spells the id.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    fn spelling(&self) -> &str {
        self.as_str()
    }
}

impl FromStr for DeviceId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let known = text.bytes().all(|byte| crockford::value(byte).is_some());
        let id = text.as_bytes().try_into().ok().filter(|_| known);
        id.map(Self).ok_or_else(|| IdError::Device(text.chars().take(SHOWN_CHARS).collect()))
    }
}

spelt!(EventId);
spelt!(DeviceId);
