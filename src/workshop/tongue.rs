//! Words of packs in the reader's language.

use crate::office::{Lang, Text};
use crate::rules::pack::Words;

/// Says words in `lang`.
pub(super) fn said(lang: Lang, words: &Words) -> String {
    Text { zh: words.zh.clone(), zh_hant: None, en: words.en.clone() }.in_lang(lang)
}

/// Says each of several sentences in `lang`.
pub(super) fn all_said(lang: Lang, words: &[Words]) -> Vec<String> {
    words.iter().map(|words| said(lang, words)).collect()
}
