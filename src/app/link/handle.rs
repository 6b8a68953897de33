//! The handle that every screen holds.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::line::{Answered, Heard, Line, Replied};
use super::sight::{read, written};
use super::{Answer, Dialect, measure};
use crate::office::Lang;
use crate::protocol::{AcknowledgedView, Ask, Command, Done, KioskRegistration, Query, Trouble, VisitorCommand};

/// The page's handle on the back office. Copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct BackOffice {
    line: StoredValue<Result<Rc<Line>, Trouble>, LocalStorage>,
    dialect: Dialect,
    lang: Signal<Lang>,
    opened: RwSignal<Option<Result<(), Trouble>>>,
    changed: Trigger,
    papers_changed: Trigger,
    progress: RwSignal<Option<Progress>>,
    asked_to_persist: StoredValue<Cell<bool>, LocalStorage>,
}

/// As [`Ask::Do`]. Whoever names [`Command`] brings the writer of all commands, and a visitor's first load is small.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Do {
    Do(VisitorCommand),
}

/// How far a long piece of work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Progress {
    /// Steps done.
    pub(crate) done: u64,
    /// Steps in all, 0 when not known.
    pub(crate) total: u64,
}

/// Starts the back office by the script `worker` and provides its handle as context. Called once, at the root.
pub(crate) fn open(worker: &str, dialect: Dialect, lang: Signal<Lang>) -> BackOffice {
    let office = start(worker, dialect, lang);
    provide_context(office);
    measure::install(office);
    office
}

/// Starts a worker by its script.
pub(super) fn start(worker: &str, dialect: Dialect, lang: Signal<Lang>) -> BackOffice {
    let opened = RwSignal::new(None);
    let (changed, papers_changed) = (Trigger::new(), Trigger::new());
    let progress = RwSignal::new(None);
    let tell = move |papers: bool| {
        changed.notify();
        if papers {
            papers_changed.notify();
        }
    };
    let line = Line::open(worker, dialect, move |post| match post {
        Heard::Ready(state) => {
            // One that was open before and is open again may hold something else.
            let again = opened.with_untracked(Option::is_some);
            opened.set(Some(state));
            if again {
                tell(true);
            }
        }
        Heard::Changed { papers } => tell(papers),
        Heard::Progress { done, total, .. } => progress.set(Some(Progress { done, total })),
    });
    if let Err(trouble) = &line {
        opened.set(Some(Err(trouble.clone())));
    }
    BackOffice {
        line: StoredValue::new_local(line),
        dialect,
        lang,
        opened,
        changed,
        papers_changed,
        progress,
        asked_to_persist: StoredValue::new_local(Cell::new(false)),
    }
}

/// The handle, for a component's set-up; event handlers use a copy taken there.
///
/// # Panics
/// When [`open`] was not called at the root, which no page can survive.
#[allow(clippy::expect_used)]
pub(crate) fn back_office() -> BackOffice {
    use_context().expect("link::open is called at the root")
}

impl BackOffice {
    /// Whether the back office is open: `None` while it opens, an error when it could not or when it stopped working.
    pub(crate) fn opened(self) -> Option<Result<(), Trouble>> {
        self.opened.get()
    }

    /// Listens for every change, here or in another tab.
    pub(super) fn track(self) {
        self.changed.track();
    }

    /// Listens for every change of the office, the settings or the systems of its own.
    pub(super) fn track_papers(self) {
        self.papers_changed.track();
    }

    /// How far the long piece of work under way has come; `None` at rest.
    pub(crate) fn progress(self) -> Option<Progress> {
        self.progress.get()
    }

    /// Has something done; what it changes is durably stored when this returns.
    pub(crate) async fn act(self, command: Command) -> Result<Done, Trouble> {
        self.act_with(command, None).await.map(|(done, _)| done)
    }

    /// Has something done with a file, or for a file.
    pub(crate) async fn act_with(self, command: Command, blob: Option<Blob>) -> Result<(Done, Option<Blob>), Trouble> {
        let (done, blob) = self.done(written(&Ask::Do(command)), blob).await?;
        let done = crate::json::read(&done).map_err(|error| Trouble::Broken(error.to_string()))?;
        if matches!(done, Done::Acknowledged(_) | Done::Imported(_)) {
            self.ask_to_persist();
        }
        Ok((done, blob))
    }

    /// Has something done from which nothing comes back; it is durably stored when this returns.
    pub(crate) async fn carry_out(self, command: Command) -> Result<(), Trouble> {
        self.done(written(&Ask::Do(command)), None).await.map(|_| ())
    }

    /// The same, for what a visitor's screen may have done.
    pub(crate) async fn carry_out_visit(self, command: VisitorCommand) -> Result<(), Trouble> {
        self.done(written(&Do::Do(command)), None).await.map(|_| ())
    }

    /// Registers a matter at the kiosk; it is durably stored when this returns.
    pub(crate) async fn register(self, registration: KioskRegistration) -> Result<AcknowledgedView, Trouble> {
        let acknowledged = self.acknowledged(VisitorCommand::Register(Box::new(registration))).await?;
        self.ask_to_persist();
        Ok(acknowledged)
    }

    /// Acts a registration, of which nothing is kept.
    pub(super) async fn practise(self, registration: KioskRegistration) -> Result<AcknowledgedView, Trouble> {
        self.acknowledged(VisitorCommand::Practise(Box::new(registration))).await
    }

    async fn acknowledged(self, command: VisitorCommand) -> Result<AcknowledgedView, Trouble> {
        let (done, _) = self.done(written(&Do::Do(command)), None).await?;
        read(&done)
    }

    /// Has something done and gives back the JSON of what came of it.
    async fn done(
        self,
        command: Result<String, Trouble>,
        blob: Option<Blob>,
    ) -> Result<(String, Option<Blob>), Trouble> {
        let answered = self.ask(self.lang.get_untracked(), command, blob).await;
        if self.progress.with_untracked(Option::is_some) {
            self.progress.set(None);
        }
        match answered? {
            (Replied::Done(done), blob) => Ok((done, blob)),
            (Replied::Seen(_), _) => Err(mismatch()),
        }
    }

    /// Asks once for a view of one kind.
    pub(crate) async fn see_as<T: Answer>(self, query: Query) -> Result<T, Trouble> {
        let seen = self.see_json(self.lang.get_untracked(), self.written_query(&query)).await?;
        read(&seen)
    }

    /// Asks once and gives back the JSON of what was seen.
    pub(super) async fn see_json(self, lang: Lang, ask: Result<String, Trouble>) -> Result<String, Trouble> {
        match self.ask(lang, ask, None).await? {
            (Replied::Seen(seen), _) => Ok(seen),
            (Replied::Done(_), _) => Err(mismatch()),
        }
    }

    /// The JSON of what is asked to be seen.
    pub(super) fn written_query(self, query: &Query) -> Result<String, Trouble> {
        (self.dialect.write_query)(query)
    }

    pub(super) fn lang(self) -> Lang {
        self.lang.get()
    }

    async fn ask(self, lang: Lang, ask: Result<String, Trouble>, blob: Option<Blob>) -> Answered {
        let ask = ask?;
        let sent = self.line.with_value(|line| line.as_ref().map_err(Clone::clone)?.send(lang, &ask, blob))?;
        sent.await.unwrap_or_else(|_| Err(Trouble::Broken("the back office is gone".to_owned())))
    }

    /// Asks the browser, once a page, not to clear the data when space is short. Some engines let only a page ask.
    fn ask_to_persist(self) {
        if self.asked_to_persist.with_value(|asked| asked.replace(true)) {
            return;
        }
        let Ok(promise) = window().navigator().storage().persist() else { return };
        spawn_local(async move {
            if JsFuture::from(promise).await.is_ok() {
                self.changed.notify();
            }
        });
    }
}

pub(super) fn mismatch() -> Trouble {
    Trouble::Broken("the reply does not match what was asked".to_owned())
}
