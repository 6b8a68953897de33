//! What the desk remembers above its pages: who is here, the unfinished form, where the list stood, what is printed.

use leptos::prelude::*;

use super::intake::Draft;
use super::paper::Paper;
use super::tickets::{Narrowed, Roll};
use crate::app::kept::Drawer;
use crate::ledger::TicketId;
use crate::office::StaffId;
use crate::protocol::Shelf;

const ME: &str = "shouwen.me";
const RECENT: &str = "shouwen.recent";
/// How many people the desk offers first.
const RECENT_MAX: usize = 6;

/// Whose tickets the list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// Those of the person at the desk.
    Mine,
    /// Those of their department.
    Department,
    /// All.
    Everyone,
}

impl Whose {
    /// Every choice, nearest first.
    pub(super) const ALL: [Self; 3] = [Self::Mine, Self::Department, Self::Everyone];
}

/// What outlives a page of the desk.
#[derive(Clone, Copy)]
pub(crate) struct Session {
    me: RwSignal<Option<StaffId>>,
    /// Whether someone is choosing who they are although somebody is here.
    pub(super) choosing: RwSignal<bool>,
    recent: RwSignal<Vec<StaffId>>,
    /// The unfinished form.
    pub(super) draft: Draft,
    /// The shelf that is open.
    pub(super) shelf: RwSignal<Shelf>,
    /// Whose tickets it shows.
    pub(super) whose: RwSignal<Whose>,
    /// What is looked for.
    pub(super) words: RwSignal<String>,
    /// What else the list is narrowed by.
    pub(super) narrowed: RwSignal<Narrowed>,
    /// Where in the list one is.
    pub(super) roll: Roll,
    /// The ticket that was open last, to find the place in the list again.
    pub(super) last_open: RwSignal<Option<TicketId>>,
    /// What lies under the printer.
    pub(super) paper: RwSignal<Option<Paper>>,
}

/// Opens the session. Called once, at the root.
pub(crate) fn provide() {
    let me: Option<StaffId> = Drawer::Tab.read(ME);
    let draft = Draft::open(me.as_ref());
    provide_context(Session {
        me: RwSignal::new(me),
        choosing: RwSignal::new(false),
        recent: RwSignal::new(Drawer::Device.read(RECENT).unwrap_or_default()),
        draft,
        shelf: RwSignal::new(Shelf::Open),
        whose: RwSignal::new(Whose::Mine),
        words: RwSignal::new(String::new()),
        narrowed: RwSignal::default(),
        roll: Roll::new(),
        last_open: RwSignal::new(None),
        paper: RwSignal::new(None),
    });
}

/// The session, for a page's set-up.
///
/// # Panics
/// When [`provide`] was not called at the root, which no page can survive.
#[allow(clippy::expect_used)]
pub(super) fn session() -> Session {
    use_context().expect("desk::provide is called at the root")
}

impl Session {
    /// Who is at the desk.
    pub(super) fn me(self) -> Option<StaffId> {
        self.me.get()
    }

    /// Those who were here before, newest first.
    pub(super) fn recent(self) -> Vec<StaffId> {
        self.recent.get()
    }

    /// Someone sits down. What somebody else had typed and looked for goes with them.
    pub(super) fn sit_down(self, who: StaffId) {
        self.choosing.set(false);
        if self.me.with_untracked(|me| me.as_ref() == Some(&who)) {
            return;
        }
        Drawer::Tab.write(ME, &who);
        self.recent.update(|recent| {
            recent.retain(|known| *known != who);
            recent.insert(0, who.clone());
            recent.truncate(RECENT_MAX);
        });
        self.recent.with_untracked(|recent| Drawer::Device.write(RECENT, recent));
        self.draft.wipe();
        self.words.set(String::new());
        self.narrowed.set(Narrowed::default());
        self.roll.leave();
        self.last_open.set(None);
        self.whose.set(Whose::Mine);
        self.open_shelf(Shelf::Open);
        self.me.set(Some(who));
    }

    /// Opens a shelf from its start.
    pub(super) fn open_shelf(self, shelf: Shelf) {
        self.shelf.set(shelf);
        self.roll.rewind();
    }
}
