//! Values that travel as text: serialised by their `spelling`, read back by their `FromStr`, without allocating, and without the
//! machinery of formatting: a registration spells some two dozen of them, and a browser compiles that machinery anew again and again.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{self, Visitor};

/// A short text of ASCII symbols.
pub(super) struct Spelt<const MAX: usize> {
    symbols: [u8; MAX],
    length: usize,
}

impl<const MAX: usize> Spelt<MAX> {
    /// Puts symbols one behind the other; those beyond `MAX` are left out.
    pub(super) fn of(symbols: impl IntoIterator<Item = u8>) -> Self {
        let mut spelt = Self { symbols: [0; MAX], length: 0 };
        for (to, symbol) in spelt.symbols.iter_mut().zip(symbols) {
            *to = symbol;
            spelt.length += 1;
        }
        spelt
    }
}

impl<const MAX: usize> AsRef<str> for Spelt<MAX> {
    fn as_ref(&self) -> &str {
        self.symbols.get(..self.length).and_then(|symbols| std::str::from_utf8(symbols).ok()).unwrap_or_default()
    }
}

/// Reads a value from its spelling.
pub(super) struct Spelling<T>(pub(super) PhantomData<T>);

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Spelling<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }
}

/// Shows and serialises a type by its spelling.
macro_rules! spelt {
    ($name:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.spelling().as_ref())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.spelling().as_ref())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.spelling().as_ref())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::ledger::spelling::Spelling(std::marker::PhantomData))
            }
        }
    };
}
pub(super) use spelt;
