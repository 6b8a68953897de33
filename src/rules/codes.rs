//! The words of the contract as enums: one macro, so that every list of codes behaves alike.
//!
//! A code is lower-case `snake_case` in every file and message; the same spelling is parsed, printed, serialised and
//! suggested when someone mistypes it.

use thiserror::Error;

/// A word that is not in its list, with the nearest one that is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{found}` is not a {list}{}", .nearest.map(|code| format!("; did you mean `{code}`?")).unwrap_or_default())]
pub struct UnknownCode {
    /// Which list was searched, in English, e.g. `channel`.
    pub list: &'static str,
    /// What was found.
    pub found: String,
    /// The most similar code of the list, if one is similar at all.
    pub nearest: Option<&'static str>,
}

impl UnknownCode {
    /// Describes `found` as missing from `list`, whose codes are `codes`.
    pub(crate) fn new(list: &'static str, found: &str, codes: &[&'static str]) -> Self {
        let nearest = nearest(found, &mut codes.iter().copied());
        Self { list, found: found.chars().take(60).collect(), nearest }
    }
}

/// Finds the candidate that differs from `word` by the fewest letters, if it differs by half of them at most.
// Every list of codes comes here, so the candidates are not a type of their own: one copy serves all.
pub(crate) fn nearest<'a>(word: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(60).collect();
    let scored = candidates.map(|candidate| (distance(&word, candidate), candidate));
    scored.min().filter(|(distance, _)| distance * 2 <= word.len()).map(|(_, candidate)| candidate)
}

/// Finds a code's place in its list.
pub(crate) fn place_of(list: &'static str, codes: &[&'static str], text: &str) -> Result<usize, UnknownCode> {
    codes.iter().position(|code| *code == text).ok_or_else(|| UnknownCode::new(list, text, codes))
}

/// Counts the insertions, removals and replacements between two words (Levenshtein, one row at a time).
fn distance(word: &[char], other: &str) -> usize {
    let mut row: Vec<usize> = (1..=word.len()).collect();
    let mut last = word.len();
    for (line, theirs) in other.chars().enumerate() {
        let (mut diagonal, mut left) = (line, line + 1);
        for (cell, ours) in row.iter_mut().zip(word) {
            left = (diagonal + usize::from(*ours != theirs)).min(left + 1).min(*cell + 1);
            diagonal = std::mem::replace(cell, left);
        }
        last = left;
    }
    last
}

/// Declares a list of codes: an enum with `ALL`, `as_str`, `FromStr`, `Display` and serde by the same spelling. After
/// `default`, the named variant holds where a situation says nothing.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident, $list:literal, default $default:ident: $($rest:tt)+) => {
        $crate::rules::codes::codes!($(#[$meta])* $name, $list: $($rest)+);

        impl Default for $name {
            fn default() -> Self {
                Self::$default
            }
        }
    };
    ($(#[$meta:meta])* $name:ident, $list:literal: $($variant:ident $code:literal $doc:literal,)+) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = $doc] $variant,)+
        }
        $crate::rules::codes::codes!(@impl $name, $list, $($variant $code,)+);
    };
    (@impl $name:ident, $list:literal, $($variant:ident $code:literal,)+) => {
        impl $name {
            /// Every code of the list, in the contract's order.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Spells the code as files and messages do.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::rules::codes::UnknownCode;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                const CODES: &[&str] = &[$($code,)+];
                let place = $crate::rules::codes::place_of($list, CODES, text)?;
                Self::ALL.get(place).copied().ok_or_else(|| Self::Err::new($list, text, CODES))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use codes;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_code_is_suggested_only_when_it_is_near() {
        let check = |word: &str, expected: Option<&str>| {
            let codes = ["settle_now", "settle_in_time", "track"];
            assert_eq!(nearest(word, &mut codes.into_iter()), expected, "{word}");
        };
        check("settle_nwo", Some("settle_now"));
        check("setle_in_time", Some("settle_in_time"));
        check("trak", Some("track"));
        check("archive", None);
        check("", None);
        check("跟踪", None);
    }

    #[test]
    fn distances_count_single_letters() {
        let check = |one: &str, other: &str, expected: usize| {
            assert_eq!(distance(&one.chars().collect::<Vec<_>>(), other), expected, "{one} {other}");
        };
        check("", "", 0);
        check("abc", "", 3);
        check("", "abc", 3);
        check("kitten", "sitting", 3);
        check("首问", "首接", 1);
    }
}
