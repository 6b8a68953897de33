//! The unfinished form.
//!
//! It survives a reload and a change of language, not a change of person. Its nonce is made once per form, so that a
//! repeated submit cannot register twice; a new one comes only after the matter is registered or the form is cleared.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::app::kept::Drawer;
use crate::app::parts::Entry;
use crate::ledger::Visitor;
use crate::office::{MatterId, StaffId};
use crate::protocol::{DeskReception, Reception, Registration};
use crate::rules::{MatterKind, Scope, Situation};

const KEY: &str = "shouwen.draft";

/// What a clerk has typed so far.
#[derive(Clone, Copy)]
pub(in crate::app::desk) struct Draft {
    nonce: RwSignal<String>,
    /// The matter of the list.
    pub(super) matter: RwSignal<Option<MatterId>>,
    /// Whether the matter is written in words, because the list does not have it.
    pub(super) free: RwSignal<bool>,
    /// The matter in words.
    pub(super) subject: Entry,
    /// Its kind, where it is in words.
    pub(super) kind: RwSignal<MatterKind>,
    /// The visitor's name.
    pub(super) name: Entry,
    /// Their telephone.
    pub(super) phone: Entry,
    /// Whether they give no name.
    pub(super) anonymous: RwSignal<bool>,
    /// What they said.
    pub(super) details: Entry,
    /// Whose duty it is; absent: as the list says.
    pub(super) scope: RwSignal<Option<Scope>>,
    /// Whether it can be settled at once; absent: as the list says.
    pub(super) on_the_spot: RwSignal<Option<bool>>,
    /// The rest of the situation.
    pub(super) situation: RwSignal<Situation>,
    /// Others who were asked, in order.
    pub(super) others: RwSignal<Vec<StaffId>>,
}

/// A draft as it lies in the drawer.
#[derive(Serialize, Deserialize)]
struct Kept {
    by: StaffId,
    free: bool,
    registration: Registration,
}

impl Draft {
    /// Takes up what `me` had begun, else an empty form; keeps what is typed from then on.
    pub(in crate::app::desk) fn open(me: Option<&StaffId>) -> Self {
        let draft = Self {
            nonce: RwSignal::new(new_nonce()),
            matter: RwSignal::new(None),
            free: RwSignal::new(false),
            subject: Entry::new(),
            kind: RwSignal::new(MatterKind::default()),
            name: Entry::new(),
            phone: Entry::new(),
            anonymous: RwSignal::new(false),
            details: Entry::new(),
            scope: RwSignal::new(None),
            on_the_spot: RwSignal::new(None),
            situation: RwSignal::new(Situation::default()),
            others: RwSignal::new(Vec::new()),
        };
        match Drawer::Tab.read::<Kept>(KEY) {
            Some(kept) if Some(&kept.by) == me => draft.fill(kept),
            Some(_) => Drawer::Tab.wipe(KEY),
            None => {}
        }
        draft
    }

    /// Writes the form into the drawer whenever something is typed. For the page that shows it.
    pub(super) fn keep(self, me: StaffId) {
        Effect::new(move |first: Option<()>| {
            let kept = Kept { by: me.clone(), free: self.free.get(), registration: self.registration(&me) };
            if first.is_some() {
                Drawer::Tab.write(KEY, &kept);
            }
        });
    }

    /// Empties the form.
    pub(in crate::app::desk) fn wipe(self) {
        self.nonce.set(new_nonce());
        self.matter.set(None);
        self.free.set(false);
        self.subject.clear();
        self.kind.set(MatterKind::default());
        self.name.clear();
        self.phone.clear();
        self.anonymous.set(false);
        self.details.clear();
        self.scope.set(None);
        self.on_the_spot.set(None);
        self.situation.set(Situation::default());
        self.others.set(Vec::new());
        Drawer::Tab.wipe(KEY);
    }

    /// Tells whether something is typed that would be missed.
    pub(super) fn is_begun(self) -> bool {
        self.matter.with(Option::is_some)
            || [self.subject, self.name, self.phone, self.details]
                .iter()
                .any(|entry| entry.text.with(|text| !text.is_empty()))
    }

    /// What it is about, as far as said.
    pub(super) fn has_matter(self) -> bool {
        if self.free.get() {
            self.subject.text.with(|subject| !subject.trim().is_empty())
        } else {
            self.matter.with(Option::is_some)
        }
    }

    /// The form as the back office takes it. Listens to every field.
    pub(super) fn registration(self, me: &StaffId) -> Registration {
        let free = self.free.get();
        let anonymous = self.anonymous.get();
        let told = |entry: Entry| if anonymous { String::new() } else { typed(entry) };
        Registration {
            nonce: self.nonce.get(),
            matter: self.matter.get().filter(|_| !free),
            subject: if free { typed(self.subject) } else { String::new() },
            kind: free.then(|| self.kind.get()),
            visitor: Visitor { name: told(self.name), phone: told(self.phone), anonymous },
            details: typed(self.details),
            reception: Reception::Desk(Box::new(DeskReception {
                by: me.clone(),
                others: self.others.get(),
                scope: self.scope.get(),
                on_the_spot: self.on_the_spot.get(),
                situation: self.situation.get(),
            })),
        }
    }

    fn fill(self, kept: Kept) {
        let Registration { nonce, matter, subject, kind, visitor, details, reception } = kept.registration;
        self.nonce.set(nonce);
        self.free.set(kept.free);
        self.matter.set(matter);
        self.subject.text.set(subject);
        self.kind.set(kind.unwrap_or_default());
        self.name.text.set(visitor.name);
        self.phone.text.set(visitor.phone);
        self.anonymous.set(visitor.anonymous);
        self.details.text.set(details);
        if let Reception::Desk(desk) = reception {
            self.scope.set(desk.scope);
            self.on_the_spot.set(desk.on_the_spot);
            self.situation.set(desk.situation);
            self.others.set(desk.others);
        }
    }
}

/// What stands in a field, without blanks at its ends. Listens.
fn typed(entry: Entry) -> String {
    entry.text.with(|text| text.trim().to_owned())
}

/// A name for one form that no other form has: the moment and 52 random bits.
fn new_nonce() -> String {
    format!("{:x}.{:x}", js_sys::Date::now().to_bits(), js_sys::Math::random().to_bits())
}
