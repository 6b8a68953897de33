//! Putting a system in force from a day on.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::frame::{Frame, frame};
use crate::app::link::{BackOffice, back_office};
use crate::app::parts::{Look, button, dialog, trouble_panel};
use crate::protocol::{Command, SystemCard, Trouble};

/// China's time, ahead of the universal one.
const CHINA_MS: f64 = 8.0 * 60.0 * 60.0 * 1000.0;

/// The system that someone is about to put in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Planned {
    /// Its id.
    pub(super) pack: String,
    /// Its version.
    pub(super) version: String,
    /// What people call it.
    pub(super) title: String,
}

impl Planned {
    /// The system of a card.
    pub(super) fn of(card: &SystemCard) -> Self {
        Self { pack: card.pack.clone(), version: card.version.clone(), title: card.title.clone() }
    }
}

/// Putting a system in force. Copy it freely.
#[derive(Clone, Copy)]
pub(super) struct Activation {
    pub(super) frame: Frame,
    office: BackOffice,
    choice: RwSignal<Option<Planned>>,
    day: RwSignal<String>,
    trouble: RwSignal<Option<Trouble>>,
    busy: RwSignal<bool>,
}

impl Activation {
    /// Nothing is chosen yet.
    pub(super) fn new() -> Self {
        Self {
            frame: frame(),
            office: back_office(),
            choice: RwSignal::new(None),
            day: RwSignal::new(today()),
            trouble: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    /// Asks from which day on.
    pub(super) fn ask(self, planned: Planned) {
        self.trouble.set(None);
        self.day.set(today());
        self.choice.set(Some(planned));
    }

    /// Has the back office do something with systems, and says that it is done.
    pub(super) fn order(self, command: Command, said: String) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let done = self.office.carry_out(command).await;
            self.busy.set(false);
            match done {
                Ok(()) => {
                    self.trouble.set(None);
                    self.choice.set(None);
                    self.frame.announce(said);
                }
                Err(trouble) => self.trouble.set(Some(trouble)),
            }
        });
    }

    fn put_in_force(self) {
        let Some(Planned { pack, version, title }) = self.choice.get_untracked() else { return };
        let (words, from) = (&self.frame.rules_words().systems, self.day.get_untracked());
        let said = if from == today() { words.now_under(&title) } else { words.planned_under(&title, &from) };
        self.order(Command::ActivateSystem { pack, version, from }, said);
    }

    /// What went wrong outside the dialog.
    pub(super) fn trouble_outside(self) -> Option<AnyView> {
        let trouble = self.trouble.get().filter(|_| self.choice.with(Option::is_none));
        trouble.map(|trouble| trouble_panel(&trouble, None))
    }

    /// The dialog that asks from which day on.
    pub(super) fn dialog(self) -> AnyView {
        let words = &self.frame.rules_words().systems;
        let title =
            Signal::derive(move || self.choice.with(|choice| choice.as_ref().map(|_| words.choose_title.to_owned())));
        let body = move || {
            let choice = self.choice.get_untracked();
            let first = today();
            view! {
                <div class="dialog-body">
                    <p class="system-title">{choice.map(|choice| choice.title)}</p>
                    <p>{words.choose_hint}</p>
                    <div class="field">
                        <label class="field-label" for="activation-day">{words.from_day}</label>
                        <input class="input" id="activation-day" type="date" min=first prop:value=move || self.day.get()
                            on:input:target=move |event| self.day.set(event.target().value()) />
                    </div>
                    {move || self.trouble.get().map(|trouble| trouble_panel(&trouble, None))}
                </div>
                <div class="dialog-foot">
                    <button type="button" class="button" data-kind="main" aria-busy=move || self.busy.get().to_string()
                        on:click=move |_| self.put_in_force()>
                        {words.choose}
                    </button>
                    {button(Look::Quiet, words.cancel, move || self.choice.set(None))}
                </div>
            }
            .into_any()
        };
        dialog("system-dialog", title, body, move || self.choice.set(None))
    }
}

/// Today in China, `YYYY-MM-DD`.
fn today() -> String {
    let now = js_sys::Date::new(&(js_sys::Date::now() + CHINA_MS).into());
    String::from(now.to_iso_string()).chars().take(10).collect()
}
