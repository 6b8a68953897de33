//! Phrases in two languages, and how they are joined.

use crate::rules::pack::Words;

/// A phrase in Chinese and English, to stand inside a sentence.
pub(super) type Phrase = (&'static str, &'static str);

/// Puts a phrase into words.
pub(super) fn phrase((zh, en): Phrase) -> Words {
    Words { zh: zh.to_owned(), en: en.to_owned() }
}

/// Makes a sentence.
pub(super) fn sentence(zh: String, en: String) -> Words {
    Words { zh, en }
}

/// Joins words by a conjunction: 、 or 或 in Chinese, `and` or `or` in English.
pub(super) fn join(words: &[Words], (zh, en): Phrase) -> Words {
    let both = |side: fn(&Words) -> &str, by: &str| words.iter().map(side).collect::<Vec<_>>().join(by);
    Words { zh: both(|words| &words.zh, zh), en: both(|words| &words.en, en) }
}

/// Names of the codes of a list, as phrases.
macro_rules! said {
    ($name:ident, $code:ty: $($variant:ident $zh:literal $en:literal,)+) => {
        /// Says a code as a phrase.
        pub(super) const fn $name(code: $code) -> crate::rules::say::words::Phrase {
            match code {
                $(<$code>::$variant => ($zh, $en),)+
            }
        }
    };
}
pub(super) use said;
