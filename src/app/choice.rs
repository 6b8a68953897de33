//! What a person chooses about the screen: language, light or dark, large print.
//!
//! Staff choose for the device, a visitor at the kiosk only for the visit: the visitor's choice survives a reload but not
//! the next visitor. Both are written the moment they are made and read when the page opens.

use leptos::prelude::*;
use web_sys::Storage;

use crate::office::Lang;

const LANG: &str = "shouwen.lang";
const THEME: &str = "shouwen.theme";
const ELDERLY: &str = "shouwen.elderly";

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order in which a person chooses.
    pub(crate) const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// For whom a choice is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum For {
    /// For this device, until somebody chooses otherwise.
    Device,
    /// For this visitor only.
    Visit,
}

/// What is chosen now.
#[derive(Clone, Copy)]
pub(crate) struct Choice {
    lang: RwSignal<Lang>,
    theme: RwSignal<Theme>,
    elderly: RwSignal<bool>,
}

impl Choice {
    /// Reads what was chosen and shows it.
    pub(crate) fn open() -> Self {
        let choice = Self {
            lang: RwSignal::new(kept_lang()),
            theme: RwSignal::new(kept_theme()),
            elderly: RwSignal::new(kept_elderly()),
        };
        choice.show();
        choice
    }

    /// The language.
    pub(crate) fn lang(self) -> Lang {
        self.lang.get()
    }

    /// The language, without listening for changes.
    pub(crate) fn lang_now(self) -> Lang {
        self.lang.get_untracked()
    }

    /// Light or dark.
    pub(crate) fn theme(self) -> Theme {
        self.theme.get()
    }

    /// Whether print is large.
    pub(crate) fn elderly(self) -> bool {
        self.elderly.get()
    }

    /// Speaks `lang` from now on.
    pub(crate) fn choose_lang(self, lang: Lang, whose: For) {
        keep(whose, LANG, lang.tag());
        self.lang.set(lang);
        self.show();
    }

    /// Shows light or dark from now on.
    pub(crate) fn choose_theme(self, theme: Theme) {
        keep(For::Device, THEME, theme.name());
        self.theme.set(theme);
        self.show();
    }

    /// Shows large print, or no longer.
    pub(crate) fn choose_elderly(self, elderly: bool, whose: For) {
        keep(whose, ELDERLY, if elderly { "1" } else { "0" });
        self.elderly.set(elderly);
        self.show();
    }

    /// Forgets what a visitor chose. Tells whether the screen changes by it.
    pub(crate) fn forget_visit(self) -> bool {
        if let Some(shelf) = shelf(For::Visit) {
            for key in [LANG, ELDERLY] {
                if shelf.remove_item(key).is_err() {
                    return false;
                }
            }
        }
        let changes = self.lang.get_untracked() != kept_lang() || self.elderly.get_untracked() != kept_elderly();
        if changes {
            self.lang.set(kept_lang());
            self.elderly.set(kept_elderly());
            self.show();
        }
        changes
    }

    /// Puts the choice on the root element, where the style sheets look.
    fn show(self) {
        let Some(root) = document().document_element() else { return };
        let theme = self.theme.get_untracked();
        let elderly = if self.elderly.get_untracked() { Some("") } else { None };
        for (name, value) in [
            ("lang", Some(self.lang.get_untracked().tag())),
            ("data-theme", Some(theme.name())),
            ("data-elderly", elderly),
        ] {
            let shown = match value {
                Some(value) => root.set_attribute(name, value),
                None => root.remove_attribute(name),
            };
            debug_assert!(shown.is_ok(), "the attribute's name is well formed");
        }
    }
}

fn kept_lang() -> Lang {
    let tag = kept(LANG).unwrap_or_default();
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag).unwrap_or_default()
}

fn kept_theme() -> Theme {
    let name = kept(THEME).unwrap_or_default();
    Theme::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or_default()
}

fn kept_elderly() -> bool {
    kept(ELDERLY).as_deref() == Some("1")
}

fn shelf(whose: For) -> Option<Storage> {
    match whose {
        For::Device => window().local_storage().ok().flatten(),
        For::Visit => window().session_storage().ok().flatten(),
    }
}

/// What was chosen for the visit, else for the device.
fn kept(key: &str) -> Option<String> {
    [For::Visit, For::Device].into_iter().find_map(|whose| shelf(whose)?.get_item(key).ok().flatten())
}

/// Writes a choice down. A browser that refuses shows it all the same, until the next start.
fn keep(whose: For, key: &str, value: &str) {
    let mut refused = false;
    if whose == For::Device
        && let Some(shelf) = shelf(For::Visit)
    {
        refused |= shelf.remove_item(key).is_err();
    }
    if let Some(shelf) = shelf(whose) {
        refused |= shelf.set_item(key, value).is_err();
    }
    if refused {
        leptos::logging::warn!("{key} could not be kept");
    }
}
