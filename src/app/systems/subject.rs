//! Which system a page is about, and where its pages are.

use leptos::prelude::*;

use super::drafts::open_drafts;
use crate::app::link::{Sight, back_office};
use crate::protocol::{Query, SystemCard, SystemTextView, Trouble};
use crate::rules::comes_with_the_program;
use crate::workshop::System;

/// A system that has pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// One that comes with the app, by its id.
    Shipped(String),
    /// One of one's own that is kept, by its id and, where one is meant, its version.
    Own(String, Option<String>),
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
    /// The system that a part of the address names: its id and, where one is meant, `@` and its version.
    pub(super) fn named(part: &str) -> Self {
        let decode = |text: &str| js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), String::from);
        match part.split_once('@') {
            Some((pack, version)) => Self::Own(decode(pack), Some(decode(version))),
            None if comes_with_the_program(part) => Self::Shipped(part.to_owned()),
            None => Self::Own(decode(part), None),
        }
    }

    /// The system of a card.
    pub(super) fn of(card: &SystemCard) -> Self {
        if card.own {
            Self::Own(card.pack.clone(), Some(card.version.clone()))
        } else {
            Self::Shipped(card.pack.clone())
        }
    }

    /// Its pages, in the order in which they are offered; the first has the address of the system itself.
    pub(super) fn tabs(&self) -> impl Iterator<Item = Tab> {
        let skipped = usize::from(!matches!(self, Self::Draft(_)));
        Tab::ALL.into_iter().skip(skipped)
    }

    /// The page that is called `name`; the first one for every other name.
    pub(super) fn tab(&self, name: &str) -> Tab {
        self.tabs().find(|tab| tab.name() == name).or_else(|| self.tabs().next()).unwrap_or(Tab::Read)
    }

    /// The address of a page, without its `#`.
    pub(super) fn address(&self, tab: Tab) -> String {
        let base = format!("/systems/{}", self.part());
        if self.tabs().next() == Some(tab) { base } else { format!("{base}/{}", tab.name()) }
    }

    /// The address of a clause, without its `#`.
    pub(super) fn clause_address(&self, clause: &str) -> String {
        format!("{}/{clause}", self.address(Tab::Read))
    }

    /// Its part of the address.
    pub(super) fn part(&self) -> String {
        match self {
            Self::Shipped(id) => id.clone(),
            Self::Own(pack, None) => encoded(pack),
            Self::Own(pack, Some(version)) => format!("{}@{}", encoded(pack), encoded(version)),
            Self::Draft(key) => format!("drafts/{key}"),
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
            Self::Own(pack, version) => {
                let text = own_text(pack.clone(), version.clone());
                Signal::derive(move || text.get().map(|view| System::Text(view.text)))
            }
        }
    }

    /// Why the system cannot be shown, as far as that can be told before its text is read.
    pub(super) fn trouble(&self) -> Signal<Option<Trouble>> {
        let Self::Own(pack, version) = self else { return Signal::derive(|| None) };
        let cards = back_office().watch::<Vec<SystemCard>>(|| Query::Systems);
        let text = own_text(pack.clone(), version.clone());
        let pack = pack.clone();
        Signal::derive(move || {
            let known = cards.with(|cards| cards.is_none_or(|cards| cards.iter().any(|card| card.pack == pack)));
            text.trouble().or_else(|| (!known).then(|| Trouble::NotFound(pack.clone())))
        })
    }
}

fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// The text of a system of one's own: of the version that is meant, else of the one in force, else of the last.
fn own_text(pack: String, version: Option<String>) -> Sight<SystemTextView> {
    let cards = back_office().watch::<Vec<SystemCard>>(|| Query::Systems);
    back_office().watch_some::<SystemTextView>(move || {
        let version = version.clone().or_else(|| {
            cards.with(|cards| {
                let own = || cards.into_iter().flatten().filter(|card| card.pack == pack && card.own);
                own().find(|card| card.active).or_else(|| own().next_back()).map(|card| card.version.clone())
            })
        });
        Some(Query::SystemText { pack: pack.clone(), version: version? })
    })
}
