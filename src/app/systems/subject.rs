//! Which system a page is about, and where its pages are.

use leptos::prelude::*;

use super::drafts::open_drafts;
use crate::workshop::System;

/// A system that has pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// One that comes with the app, by its id.
    Shipped(String),
    /// A draft of this device, by its key.
    Draft(String),
}

/// The pages of a system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    /// The text, of a draft alone.
    Write,
    /// Clause by clause.
    Read,
    /// What it demands in a situation.
    Try,
    /// Its own cases.
    Cases,
    /// Beside another.
    Compare,
}

impl Tab {
    /// Every page, in the order in which they are offered.
    const ALL: [Self; 5] = [Self::Write, Self::Read, Self::Try, Self::Cases, Self::Compare];

    /// Its part of the address.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Write => "write",
            Self::Read => "read",
            Self::Try => "try",
            Self::Cases => "cases",
            Self::Compare => "compare",
        }
    }
}

impl Subject {
    /// Its pages, in the order in which they are offered; the first has the address of the system itself.
    pub(super) fn tabs(&self) -> impl Iterator<Item = Tab> {
        let skipped = usize::from(matches!(self, Self::Shipped(_)));
        Tab::ALL.into_iter().skip(skipped)
    }

    /// The page that is called `name`; the first one for every other name.
    pub(super) fn tab(&self, name: &str) -> Tab {
        self.tabs().find(|tab| tab.name() == name).or_else(|| self.tabs().next()).unwrap_or(Tab::Read)
    }

    /// The address of a page, without its `#`.
    pub(super) fn address(&self, tab: Tab) -> String {
        let base = self.base();
        if self.tabs().next() == Some(tab) { base } else { format!("{base}/{}", tab.name()) }
    }

    /// The address of a clause, without its `#`.
    pub(super) fn clause_address(&self, clause: &str) -> String {
        format!("{}/{clause}", self.address(Tab::Read))
    }

    fn base(&self) -> String {
        match self {
            Self::Shipped(id) => format!("/systems/{id}"),
            Self::Draft(key) => format!("/systems/drafts/{key}"),
        }
    }

    /// The system as the workshop takes it; nothing while its text is on its way.
    pub(super) fn system(&self) -> Signal<Option<System>> {
        match self {
            Self::Shipped(id) => {
                let system = System::Shipped(id.clone());
                Signal::derive(move || Some(system.clone()))
            }
            Self::Draft(key) => {
                let (drafts, key) = (open_drafts(), key.clone());
                Signal::derive(move || drafts.text(&key).map(System::Text))
            }
        }
    }
}
