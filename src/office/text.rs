//! A phrase that people read, in the languages of the house.

use serde::{Deserialize, Serialize};

/// A language that the screens speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lang {
    /// 简体中文.
    #[default]
    #[serde(rename = "zh-Hans")]
    Hans,
    /// 繁體中文.
    #[serde(rename = "zh-Hant")]
    Hant,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// Every language, in the order in which a person chooses.
    pub const ALL: [Self; 3] = [Self::Hans, Self::Hant, Self::En];

    /// The BCP 47 tag, as `lang` attributes and files carry it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Hans => "zh-Hans",
            Self::Hant => "zh-Hant",
            Self::En => "en",
        }
    }
}

/// A phrase in 简体 and English; 繁體 is derived from 简体 unless it is written out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// 简体中文; always there.
    pub zh: String,
    /// 繁體中文, only where the derivation would be wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zh_hant: Option<String>,
    /// English; empty where nobody wrote it, then 简体 is shown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Text {
    /// Returns the phrase in `lang`.
    pub fn in_lang(&self, lang: Lang) -> String {
        match lang {
            Lang::Hans => self.zh.clone(),
            Lang::Hant => self.zh_hant.clone().unwrap_or_else(|| crate::script::to_traditional(&self.zh).into_owned()),
            Lang::En if self.en.is_empty() => self.zh.clone(),
            Lang::En => self.en.clone(),
        }
    }
}
