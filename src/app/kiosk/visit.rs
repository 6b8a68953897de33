//! One visitor's stay at the kiosk: everything that they chose and typed.

use leptos::prelude::*;

use crate::app::parts::Entry;
use crate::ledger;
use crate::office::MatterId;
use crate::protocol::{AcknowledgedView, AtKiosk, KioskRegistration, Trouble};
use crate::rules::MatterKind;

/// A visitor's stay. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Visit {
    /// What they look for.
    pub(super) search: RwSignal<String>,
    /// The department whose matters they look at.
    pub(super) department: RwSignal<Option<String>>,
    /// The matter of the list.
    pub(super) matter: RwSignal<Option<MatterId>>,
    /// The matter in words, where it is not in the list.
    pub(super) subject: Entry,
    /// Its kind, where it is not in the list.
    pub(super) kind: RwSignal<Option<MatterKind>>,
    /// What they say.
    pub(super) details: Entry,
    /// Their name.
    pub(super) name: Entry,
    /// Their telephone.
    pub(super) phone: Entry,
    /// Whether they give neither.
    pub(super) anonymous: RwSignal<bool>,
    /// Whether the registration is on its way.
    pub(super) sending: RwSignal<bool>,
    /// Why the last attempt failed.
    pub(super) trouble: RwSignal<Option<Trouble>>,
    /// What they got.
    pub(super) slip: RwSignal<Option<AcknowledgedView>>,
    /// The number they look up.
    pub(super) number: Entry,
    /// The phone ending they look up.
    pub(super) ending: Entry,
    /// Number and phone ending that were looked up last.
    pub(super) looked_up: RwSignal<Option<(String, String)>>,
    nonce: RwSignal<Option<String>>,
}

/// Provides the visit. Called once, at the root, so that it outlives pages and languages.
pub(crate) fn provide() {
    provide_context(Visit {
        search: RwSignal::new(String::new()),
        department: RwSignal::new(None),
        matter: RwSignal::new(None),
        subject: Entry::new(),
        kind: RwSignal::new(None),
        details: Entry::new(),
        name: Entry::new(),
        phone: Entry::new(),
        anonymous: RwSignal::new(false),
        sending: RwSignal::new(false),
        trouble: RwSignal::new(None),
        slip: RwSignal::new(None),
        number: Entry::new(),
        ending: Entry::new(),
        looked_up: RwSignal::new(None),
        nonce: RwSignal::new(None),
    });
}

/// The visit, for a page's set-up.
///
/// # Panics
/// When [`provide`] was not called at the root, which no page can survive.
#[allow(clippy::expect_used)]
pub(super) fn visit() -> Visit {
    use_context().expect("kiosk::provide is called at the root")
}

impl Visit {
    /// Begins to register a matter of the list.
    pub(super) fn begin(self, matter: MatterId) {
        if self.matter.with_untracked(|now| now.as_ref() != Some(&matter)) {
            self.anonymous.set(false);
        }
        self.subject.clear();
        self.kind.set(None);
        self.trouble.set(None);
        self.matter.set(Some(matter));
    }

    /// Begins to register a matter in words.
    pub(super) fn begin_other(self) {
        if self.matter.with_untracked(Option::is_some) {
            self.anonymous.set(false);
        }
        self.matter.set(None);
        self.trouble.set(None);
    }

    /// Whether there is something to register.
    pub(super) fn begun(self) -> bool {
        self.matter.with_untracked(Option::is_some)
            || (self.kind.get_untracked().is_some() && !self.subject.trimmed().is_empty())
    }

    /// Whether anything on the screen belongs to this visitor.
    pub(super) fn holds_anything(self) -> bool {
        let entries = [self.subject, self.details, self.name, self.phone, self.number, self.ending];
        entries.into_iter().any(|entry| entry.text.with_untracked(|text| !text.is_empty()))
            || self.search.with_untracked(|words| !words.is_empty())
            || self.department.with_untracked(Option::is_some)
            || self.slip.with_untracked(Option::is_some)
    }

    /// What is to be registered.
    pub(super) fn registration(self) -> Result<KioskRegistration, Trouble> {
        let anonymous = self.anonymous.get_untracked();
        let named = |entry: Entry| if anonymous { String::new() } else { entry.trimmed() };
        let matter = self.matter.get_untracked();
        let in_words = matter.is_none();
        Ok(KioskRegistration {
            nonce: self.nonce()?,
            matter,
            subject: if in_words { self.subject.trimmed() } else { String::new() },
            kind: if in_words { self.kind.get_untracked() } else { None },
            visitor: ledger::Visitor { name: named(self.name), phone: named(self.phone), anonymous },
            details: self.details.trimmed(),
            reception: AtKiosk::Kiosk,
        })
    }

    /// Keeps the slip and forgets what was typed.
    pub(super) fn finish(self, slip: AcknowledgedView) {
        self.clear();
        self.slip.set(Some(slip));
    }

    /// Forgets everything.
    pub(super) fn clear(self) {
        for entry in [self.subject, self.details, self.name, self.phone, self.number, self.ending] {
            entry.clear();
        }
        self.search.set(String::new());
        self.department.set(None);
        self.matter.set(None);
        self.kind.set(None);
        self.anonymous.set(false);
        self.sending.set(false);
        self.trouble.set(None);
        self.slip.set(None);
        self.looked_up.set(None);
        self.nonce.set(None);
    }

    /// One per registration, so that trying again after a failure cannot register twice.
    fn nonce(self) -> Result<String, Trouble> {
        if let Some(nonce) = self.nonce.get_untracked() {
            return Ok(nonce);
        }
        let chance = || getrandom::u64().map_err(|error| Trouble::Broken(error.to_string()));
        let nonce = format!("{:016x}{:016x}", chance()?, chance()?);
        self.nonce.set(Some(nonce.clone()));
        Ok(nonce)
    }
}
