//! Acting on a ticket: one dialog for every act, and the way of an act to the back office.
//!
//! What is typed stays until the act is stored; a refusal is shown where it was typed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::forms;
use crate::app::desk::paper::Paper;
use crate::app::desk::session::session;
use crate::app::frame::{Frame, frame};
use crate::app::link::{BackOffice, Sight, back_office};
use crate::app::parts::{Look, button, dialog, trouble_panel};
use crate::app::words::ActWords;
use crate::app::words::desk::codes;
use crate::ledger::{Act, ConflictKind, EventId, TicketId};
use crate::office::StaffId;
use crate::protocol::{Command, TicketView, Trouble};
use crate::rules::DutyCode;

/// The act whose form is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    Duty(DutyCode),
    Transfer,
    Accept(EventId),
    Return(EventId),
    Answer,
    Extend,
    FeedBack,
    Close,
    Reopen,
    Urge,
    Correct,
    Settle(ConflictKind, EventId),
}

/// What every form of a ticket shares.
#[derive(Clone, Copy)]
pub(super) struct Acting {
    pub(super) frame: Frame,
    pub(super) office: BackOffice,
    pub(super) ticket: TicketId,
    pub(super) me: StoredValue<StaffId>,
    pub(super) view: Sight<TicketView>,
    pub(super) paper: RwSignal<Option<Paper>>,
    doing: RwSignal<Option<Doing>>,
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Acting {
    /// Makes ready to act on what `view` shows.
    pub(super) fn new(ticket: TicketId, me: StaffId, view: Sight<TicketView>) -> Self {
        Self {
            frame: frame(),
            office: back_office(),
            ticket,
            me: StoredValue::new(me),
            view,
            paper: session().paper,
            doing: RwSignal::new(None),
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
        }
    }

    /// The words of acts.
    pub(super) fn words(self) -> &'static ActWords {
        &self.frame.staff_words().acts
    }

    /// Looks at the ticket as it stands, without listening; nothing before it has arrived.
    pub(super) fn now<U: Default>(self, look: impl FnOnce(&TicketView) -> U) -> U {
        untrack(|| self.view.with(|view| view.map(look).unwrap_or_default()))
    }

    /// Opens a form.
    pub(super) fn open(self, doing: Doing) {
        self.trouble.set(None);
        self.doing.set(Some(doing));
    }

    /// Whether an act is being stored.
    pub(super) fn busy(self) -> bool {
        self.busy.get()
    }

    /// What went wrong with the last act.
    pub(super) fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// What went wrong with an act that has no form.
    pub(super) fn trouble_outside(self) -> Option<Trouble> {
        self.trouble().filter(|_| self.doing.with(Option::is_none))
    }

    /// Sends an act; once it is stored, says `said`, closes the form and does `then`.
    pub(super) fn send(self, act: Act, said: String, then: impl FnOnce() + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.trouble.set(None);
        let command = Command::Act { ticket: self.ticket, by: self.me.get_value(), act };
        spawn_local(async move {
            let done = self.office.act(command).await;
            self.busy.set(false);
            match done {
                Ok(_) => {
                    self.doing.set(None);
                    self.frame.announce(said);
                    then();
                }
                Err(trouble) => self.trouble.set(Some(trouble)),
            }
        });
    }

    /// The end of a form: what went wrong, the button that sends it, and the way out.
    pub(super) fn foot(self, label: &'static str, submit: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
        let words = self.words();
        let doing = self.doing;
        view! {
            {move || self.trouble().map(|trouble| view! {
                <div class="dialog-body">{trouble_panel(&trouble, None)}</div>
            })}
            <div class="dialog-foot">
                <button type="button" class="button" data-kind="main" aria-busy=move || self.busy().to_string() on:click=move |_| submit()>
                    {move || if self.busy() { words.saving } else { label }}
                </button>
                {button(Look::Quiet, words.cancel, move || doing.set(None))}
            </div>
        }
        .into_any()
    }

    /// The one dialog.
    pub(super) fn dialog(self) -> AnyView {
        let doing = self.doing;
        let title = Signal::derive(move || doing.get().map(|doing| self.title(doing)));
        let body = move || match doing.get_untracked() {
            Some(doing) => forms::form(self, doing),
            None => ().into_any(),
        };
        dialog("act-dialog", title, body, move || doing.set(None))
    }

    fn title(self, doing: Doing) -> String {
        let words = self.words();
        let title = match doing {
            Doing::Duty(code) => codes::duty(self.frame.lang(), code),
            Doing::Transfer => words.transfer_title,
            Doing::Accept(_) => words.accept_title,
            Doing::Return(_) => words.return_title,
            Doing::Answer => words.answer_title,
            Doing::Extend => words.extend_title,
            Doing::FeedBack => words.feedback_title,
            Doing::Close => words.close_title,
            Doing::Reopen => words.reopen_title,
            Doing::Urge => words.urge_title,
            Doing::Correct => words.correct_title,
            Doing::Settle(..) => words.settle_title,
        };
        title.to_owned()
    }
}
