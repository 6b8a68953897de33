//! Speaking to a finding: one dialog for the answer and the decision, and their way to the back office.
//!
//! What is typed stays until it is stored; a refusal is shown where it was typed.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{answer, decide};
use crate::app::frame::{Frame, frame};
use crate::app::link::{BackOffice, back_office};
use crate::app::parts::{Look, button, dialog, trouble_panel};
use crate::app::words::FindingsWords;
use crate::office::{Lang, StaffId};
use crate::protocol::{Command, FindingView, Trouble};

/// What is being said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// The answer of the person concerned.
    Answer,
    /// A leader's decision.
    Decision,
}

/// What the forms share.
#[derive(Clone, Copy)]
pub(super) struct Speaking {
    frame: Frame,
    pub(super) office: BackOffice,
    pub(super) me: StoredValue<StaffId>,
    open: RwSignal<Option<(Said, FindingView)>>,
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Speaking {
    /// Makes ready to speak as `me`.
    pub(super) fn new(me: StaffId) -> Self {
        Self {
            frame: frame(),
            office: back_office(),
            me: StoredValue::new(me),
            open: RwSignal::new(None),
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
        }
    }

    /// The words of findings.
    pub(super) fn words(self) -> &'static FindingsWords {
        &self.frame.staff_words().findings
    }

    /// The language.
    pub(super) fn lang(self) -> Lang {
        self.frame.lang()
    }

    /// Opens a form.
    pub(super) fn open(self, what: Said, finding: FindingView) {
        self.trouble.set(None);
        self.open.set(Some((what, finding)));
    }

    /// Sends what was said; once it is stored, announces it and closes the form.
    pub(super) fn send(self, command: Command) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.trouble.set(None);
        spawn_local(async move {
            let done = self.office.act(command).await;
            self.busy.set(false);
            match done {
                Ok(_) => {
                    self.open.set(None);
                    self.frame.announce(self.words().recorded);
                    // The card that opened the form is drawn anew, and its button may be gone.
                    request_animation_frame(focus_title);
                }
                Err(trouble) => self.trouble.set(Some(trouble)),
            }
        });
    }

    /// The end of a form: what went wrong, the button that sends it, and the way out.
    pub(super) fn foot(self, label: &'static str, submit: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
        let words = self.words();
        view! {
            {move || self.trouble.get().map(|trouble| view! {
                <div class="dialog-body">{trouble_panel(&trouble, None)}</div>
            })}
            <div class="dialog-foot">
                <button type="button" class="button" data-kind="main" aria-busy=move || self.busy.get().to_string() on:click=move |_| submit()>
                    {label}
                </button>
                {button(Look::Quiet, words.cancel, move || self.open.set(None))}
            </div>
        }
        .into_any()
    }

    /// The one dialog.
    pub(super) fn dialog(self) -> AnyView {
        let words = self.words();
        let title = Signal::derive(move || {
            self.open.with(|open| {
                open.as_ref().map(|(what, _)| match what {
                    Said::Answer => words.answer_title.to_owned(),
                    Said::Decision => words.decide_title.to_owned(),
                })
            })
        });
        let body = move || match self.open.get_untracked() {
            Some((Said::Answer, finding)) => answer::form(self, finding),
            Some((Said::Decision, finding)) => decide::form(self, finding),
            None => ().into_any(),
        };
        dialog("finding-dialog", title, body, move || self.open.set(None))
    }
}

fn focus_title() {
    let title = document().query_selector("main h1").ok().flatten();
    if let Some(Ok(title)) = title.map(JsCast::dyn_into::<HtmlElement>)
        && title.focus().is_err()
    {
        leptos::logging::warn!("the heading could not take the focus");
    }
}
