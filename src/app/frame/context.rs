//! What every part of the screen can reach.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;

use crate::app::choice::Choice;
use crate::app::link::{Sight, back_office};
use crate::app::words::{RulesWords, StaffWords, Words, rules_words, staff_words, words};
use crate::office::Lang;
use crate::protocol::{ClauseChip, OfficeView, Query, Trouble};

/// How long a message stays in the live region: long enough to be read, short enough that the same one can come again.
const SPOKEN_FOR: Duration = Duration::from_secs(5);

/// What every part of the screen can reach. Copy it freely; take it during set-up, not in an event handler.
#[derive(Clone, Copy)]
pub(crate) struct Frame {
    /// Language, light or dark, large print.
    pub(crate) choice: Choice,
    /// What is known of the office.
    known: Sight<Option<OfficeView>>,
    spoken: RwSignal<String>,
    clause: RwSignal<Option<ClauseChip>>,
    moved: StoredValue<Cell<bool>, LocalStorage>,
}

/// Makes the frame and provides it. Called once, at the root, after the line to the back office is open.
pub(crate) fn open(choice: Choice) -> Frame {
    let frame = Frame {
        choice,
        known: back_office().watch(|| Query::Office),
        spoken: RwSignal::new(String::new()),
        clause: RwSignal::new(None),
        moved: StoredValue::new_local(Cell::new(false)),
    };
    provide_context(frame);
    frame
}

/// The frame, for a component's set-up.
///
/// # Panics
/// When [`open`] was not called at the root, which no page can survive.
#[allow(clippy::expect_used)]
pub(crate) fn frame() -> Frame {
    use_context().expect("frame::open is called at the root")
}

impl Frame {
    /// The language of the page being drawn. (The page is drawn anew when it changes.)
    pub(crate) fn lang(self) -> Lang {
        self.choice.lang_now()
    }

    /// The words of the page being drawn.
    pub(crate) fn words(self) -> &'static Words {
        words(self.lang())
    }

    /// The words of the staff's wing.
    pub(crate) fn staff_words(self) -> &'static StaffWords {
        staff_words(self.lang())
    }

    /// The words of the rules' wing.
    pub(crate) fn rules_words(self) -> &'static RulesWords {
        rules_words(self.lang())
    }

    /// The office; listens for changes.
    pub(crate) fn office(self) -> Option<OfficeView> {
        self.known.get().flatten()
    }

    /// Whether there is an office, `None` until that is known; listens for changes.
    pub(crate) fn has_office(self) -> Option<bool> {
        self.known.with(|office| office.map(Option::is_some))
    }

    /// Why it is not known whether there is one.
    pub(crate) fn office_trouble(self) -> Option<Trouble> {
        self.known.trouble()
    }

    /// Has a screen reader say something that happened.
    pub(crate) fn announce(self, text: impl Into<String>) {
        let text = text.into();
        self.spoken.set(text.clone());
        set_timeout(
            move || {
                if self.spoken.with_untracked(|now| *now == text) {
                    self.spoken.set(String::new());
                }
            },
            SPOKEN_FOR,
        );
    }

    /// What is being said.
    pub(crate) fn spoken(self) -> String {
        self.spoken.get()
    }

    /// Opens a clause in the dialog.
    pub(crate) fn show_clause(self, chip: ClauseChip) {
        self.clause.set(Some(chip));
    }

    /// Closes the dialog.
    pub(crate) fn close_clause(self) {
        self.clause.set(None);
    }

    /// The clause in the dialog.
    pub(crate) fn clause(self) -> Option<ClauseChip> {
        self.clause.get()
    }

    /// The clause in the dialog, without listening for changes.
    pub(crate) fn clause_now(self) -> Option<ClauseChip> {
        self.clause.get_untracked()
    }

    /// Notes that the person went to another page, so that its heading takes the focus.
    pub(crate) fn move_focus(self) {
        self.moved.with_value(|moved| moved.set(true));
    }

    /// Whether a heading that appears now takes the focus; true for the first one after each move.
    pub(crate) fn takes_focus(self) -> bool {
        self.moved.with_value(|moved| moved.replace(false))
    }
}
