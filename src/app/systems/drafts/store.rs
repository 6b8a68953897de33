//! Drafts in the browser's own drawer, each under a key of its own, so that two tabs do not overwrite each other's.
//!
//! What is typed is kept at once; where the browser refuses, the page says so and the text can be exported.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::app::kept::Drawer;

/// Before each draft's key.
const PREFIX: &str = "shouwen.system.";

/// A text of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Draft {
    /// The text.
    pub(crate) text: String,
    /// When it was last changed, milliseconds since 1970.
    pub(crate) changed_ms: i64,
}

/// All drafts of this device. Copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct Drafts {
    all: RwSignal<Vec<(String, Draft)>>,
    /// Whether the last change is kept.
    kept: RwSignal<bool>,
    /// The system that someone wants to begin from.
    from: RwSignal<String>,
}

/// Provides the drafts of this device. Called once, by the wing.
pub(crate) fn provide() {
    let keys = Drawer::Device.keys(PREFIX);
    let mut drafts: Vec<(String, Draft)> = keys
        .into_iter()
        .filter_map(|key| {
            let draft = Drawer::Device.read(&format!("{PREFIX}{key}"))?;
            Some((key, draft))
        })
        .collect();
    drafts.sort_by_key(|(_, draft)| std::cmp::Reverse(draft.changed_ms));
    provide_context(Drafts {
        all: RwSignal::new(drafts),
        kept: RwSignal::new(true),
        from: RwSignal::new(String::new()),
    });
}

/// The drafts, for a component's set-up.
///
/// # Panics
/// When the wing did not provide them.
#[allow(clippy::expect_used)]
pub(crate) fn open_drafts() -> Drafts {
    use_context().expect("the rules' wing provides the drafts")
}

impl Drafts {
    /// Every draft with its key, the one changed last first.
    pub(crate) fn all(self) -> Vec<(String, Draft)> {
        self.all.get()
    }

    /// A draft's text; nothing where there is no such draft.
    pub(crate) fn text(self, key: &str) -> Option<String> {
        self.all.with(|drafts| drafts.iter().find(|(known, _)| known == key).map(|(_, draft)| draft.text.clone()))
    }

    /// The system that someone wants to begin from; empty where nobody said.
    pub(crate) fn from(self) -> String {
        self.from.get()
    }

    /// Notes the system that someone wants to begin from.
    pub(crate) fn begin_from(self, pack: &str) {
        self.from.set(pack.to_owned());
    }

    /// Whether the last change is kept.
    pub(crate) fn is_kept(self) -> bool {
        self.kept.get()
    }

    /// Adds a draft and answers its key.
    pub(crate) fn add(self, text: String) -> String {
        #[allow(clippy::cast_possible_truncation)] // Any key will do that no other draft has.
        let key = format!("{:x}", js_sys::Date::now() as i64);
        self.write(&key, text);
        key
    }

    /// Changes a draft's text and keeps it.
    pub(crate) fn write(self, key: &str, text: String) {
        #[allow(clippy::cast_possible_truncation)]
        let draft = Draft { text, changed_ms: js_sys::Date::now() as i64 };
        self.kept.set(Drawer::Device.keep(&format!("{PREFIX}{key}"), &draft));
        self.all.update(|drafts| match drafts.iter_mut().find(|(known, _)| known == key) {
            Some((_, known)) => *known = draft,
            None => drafts.insert(0, (key.to_owned(), draft)),
        });
    }

    /// Removes a draft.
    pub(crate) fn remove(self, key: &str) {
        Drawer::Device.wipe(&format!("{PREFIX}{key}"));
        self.all.update(|drafts| drafts.retain(|(known, _)| known != key));
    }
}
