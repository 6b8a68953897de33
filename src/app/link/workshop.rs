//! The page's line to the workshop: the rules' library in a worker of its own.

use leptos::prelude::*;

use super::handle::{BackOffice, start};
use super::sight::{read, written};
use super::{Answer, EVERYTHING, Sight};
use crate::office::Lang;
use crate::protocol::Trouble;
use crate::workshop::{Ask, CaseRun, Checked, CompactText, Comparison, FoundSystem, Judgement, Reading, Sound, Trial};

/// The script that starts the workshop; lies in the folder of this version's files.
const SCRIPT: &str = "workshop.js";

macro_rules! answers {
    ($($name:literal => $type:ty;)*) => {$(
        impl Answer for $type {
            const NAME: &'static str = $name;
        }
    )*};
}

answers! {
    "found" => Vec<FoundSystem>;
    "reading" => Sound<Reading>;
    "text" => String;
    "checked" => Checked;
    "cases" => Sound<Vec<CaseRun>>;
    "trial" => Sound<Trial>;
    "judgement" => Sound<Judgement>;
    "comparison" => Sound<Comparison>;
    "compact" => Sound<CompactText>;
}

/// The page's handle on the workshop. Copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct Workshop {
    line: BackOffice,
    lang: Signal<Lang>,
}

/// Starts the workshop and provides its handle as context. Called once, by the wing that has one.
pub(crate) fn open_workshop(lang: Signal<Lang>) {
    provide_context(Workshop { line: start(SCRIPT, EVERYTHING, lang), lang });
}

/// The handle, for a component's set-up; event handlers use a copy taken there.
///
/// # Panics
/// When the wing did not open the workshop.
#[allow(clippy::expect_used)]
pub(crate) fn workshop() -> Workshop {
    use_context().expect("the rules' wing opens the workshop")
}

impl Workshop {
    /// Asks once.
    pub(crate) async fn ask<T: Answer>(self, ask: Ask) -> Result<T, Trouble> {
        read(&self.line.see_json(self.lang.get_untracked(), written(&ask)).await?)
    }

    /// Asks now, and again whenever a signal that the question reads, or the language, changes.
    pub(crate) fn watch<T: Answer>(self, ask: impl Fn() -> Option<Ask> + 'static) -> Sight<T> {
        self.line.watch_json(Box::new(move || ask().map(|ask| written(&ask))))
    }
}
