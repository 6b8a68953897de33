//! What is drawn, kept in step with what is stored.
//!
//! Everything here that needs no kind of view works on its JSON and on one erased type: a program that draws a dozen
//! kinds of views carries one machine code for keeping them in step.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::BackOffice;
use super::handle::mismatch;
use crate::json;
use crate::office::Lang;
use crate::protocol::{
    AcknowledgedView, ClauseView, DecisionView, DepartmentView, DeviceView, FindingsView, MatterCard, MatterView,
    OfficeView, PersonView, ProgressView, ProposalView, Query, StatusView, StorageView, SystemCard, SystemTextView,
    SystemView, TicketView, TicketsView, Trouble,
};

/// A view that answers one kind of query, or a command.
pub(crate) trait Answer: Clone + DeserializeOwned + Send + Sync + 'static {
    /// The name of the variant of [`Seen`](crate::protocol::Seen) or [`Done`](crate::protocol::Done) that carries it.
    const NAME: &'static str;
}

macro_rules! answers {
    ($($name:literal => $type:ty;)*) => {$(
        impl Answer for $type {
            const NAME: &'static str = $name;
        }
    )*};
}

answers! {
    "acknowledged" => AcknowledgedView;
    "office" => Option<OfficeView>;
    "status" => StatusView;
    "storage" => StorageView;
    "device" => DeviceView;
    "matters" => Vec<MatterCard>;
    "matter" => MatterView;
    "decision" => DecisionView;
    "progress" => ProgressView;
    "tickets" => TicketsView;
    "ticket" => TicketView;
    "people" => Vec<PersonView>;
    "departments" => Vec<DepartmentView>;
    "systems" => Vec<SystemCard>;
    "system" => SystemView;
    "findings" => FindingsView;
    "proposal" => ProposalView;
    "clause" => ClauseView;
    "system_text" => SystemTextView;
}

/// Reads a view out of its variant's JSON: `{"status":…}`. Each screen reads only the kinds of views that it draws, so a
/// wing carries no reader for the others.
pub(super) fn read<T: Answer>(variant: &str) -> Result<T, Trouble> {
    let view = inside(variant, T::NAME).ok_or_else(mismatch)?;
    json::read(view).map_err(|error| Trouble::Broken(error.to_string()))
}

fn inside<'json>(variant: &'json str, name: &str) -> Option<&'json str> {
    variant.strip_prefix("{\"")?.strip_prefix(name)?.strip_prefix("\":")?.strip_suffix('}')
}

/// A view whose kind is known to whoever draws it.
type Erased = Arc<dyn Any + Send + Sync>;

fn read_erased<T: Answer>(variant: &str) -> Result<Erased, Trouble> {
    read::<T>(variant).map(|view| Arc::new(view) as Erased)
}

/// The newest answer to a query that may change.
pub(crate) struct Sight<T> {
    view: RwSignal<Option<Erased>>,
    trouble: RwSignal<Option<Trouble>>,
    waiting: RwSignal<bool>,
    kind: PhantomData<fn() -> T>,
}

// Copies of the handles, whether or not the view itself can be copied.
impl<T> Copy for Sight<T> {}

#[allow(clippy::expl_impl_clone_on_copy)] // deriving would ask for `T: Copy`
impl<T> Clone for Sight<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Answer> Sight<T> {
    /// The last good answer; `None` before the first, and while there is nothing to ask.
    pub(crate) fn get(self) -> Option<T> {
        self.view.get().as_ref().and_then(|view| view.downcast_ref::<T>()).cloned()
    }

    /// Looks at the last good answer without cloning it.
    pub(crate) fn with<U>(self, look: impl FnOnce(Option<&T>) -> U) -> U {
        let view = self.view.get();
        look(view.as_ref().and_then(|view| view.downcast_ref()))
    }

    /// Why the newest query has no answer.
    pub(crate) fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// Whether a newer answer is on its way.
    pub(crate) fn waiting(self) -> bool {
        self.waiting.get()
    }
}

impl BackOffice {
    /// Asks `query` now, and again whenever a signal that it reads, the language or the ledger changes.
    pub(crate) fn watch<T: Answer>(self, query: impl Fn() -> Query + 'static) -> Sight<T> {
        self.watch_some(move || Some(query()))
    }

    /// Like [`watch`](Self::watch), for a query that is not always there.
    ///
    /// At most one request is under way; the newest wish waits for it. So fast typing builds no queue, and an answer to
    /// an older wish is shown only when it is still wished.
    pub(crate) fn watch_some<T: Answer>(self, query: impl Fn() -> Option<Query> + 'static) -> Sight<T> {
        self.watch_json(Box::new(move || {
            let query = query()?;
            if query.rests_on_papers() {
                self.track_papers();
            } else {
                self.track();
            }
            Some(self.written_query(&query))
        }))
    }

    /// Keeps the answer to a question in step, of which only the JSON is known.
    pub(super) fn watch_json<T: Answer>(self, ask: Asking) -> Sight<T> {
        let sight = Sight {
            view: RwSignal::new(None),
            trouble: RwSignal::new(None),
            waiting: RwSignal::new(false),
            kind: PhantomData,
        };
        let Sight { view, trouble, waiting, .. } = sight;
        self.keep_in_step(ask, Screen { view, trouble, waiting, read: read_erased::<T> });
        sight
    }

    fn keep_in_step(self, ask: Asking, screen: Screen) {
        let wish = Rc::new(Wish::default());
        Effect::new(move |_| {
            wish.next.replace(Some((self.lang(), ask())));
            if !wish.busy.replace(true) {
                spawn_local(follow(self, Rc::clone(&wish), screen));
            }
        });
    }
}

/// What is asked now: its JSON, where something is asked.
pub(super) type Asking = Box<dyn Fn() -> Option<Result<String, Trouble>>>;

/// The JSON of what is asked.
pub(super) fn written<A: Serialize>(ask: &A) -> Result<String, Trouble> {
    serde_json::to_string(ask).map_err(|error| Trouble::Broken(error.to_string()))
}

/// What is wished next: in which language, and the JSON of what is asked, where something is.
type Next = (Lang, Option<Result<String, Trouble>>);

#[derive(Default)]
struct Wish {
    next: RefCell<Option<Next>>,
    busy: Cell<bool>,
}

/// Where answers of one kind are shown.
#[derive(Clone, Copy)]
struct Screen {
    view: RwSignal<Option<Erased>>,
    trouble: RwSignal<Option<Trouble>>,
    waiting: RwSignal<bool>,
    read: fn(&str) -> Result<Erased, Trouble>,
}

async fn follow(office: BackOffice, wish: Rc<Wish>, screen: Screen) {
    let mut shown = String::new();
    loop {
        let next = wish.next.take();
        let Some((lang, query)) = next else { break };
        let answer = match &query {
            Some(query) => {
                screen.wait(true);
                office.see_json(lang, query.clone()).await.map(Some)
            }
            None => Ok(None),
        };
        let still_wished = wish.next.borrow().as_ref().is_none_or(|newer| *newer == (lang, query));
        if still_wished {
            screen.show(answer, &mut shown);
        }
    }
    wish.busy.set(false);
    screen.wait(false);
}

impl Screen {
    /// Shows an answer, unless it is the one `shown` before. Signals of a screen that is gone refuse, and nobody misses it.
    fn show(self, answer: Result<Option<String>, Trouble>, shown: &mut String) {
        let read = answer.and_then(|json| match json {
            Some(json) if json != *shown => (self.read)(&json).map(|view| Some((json, view))),
            _ => Ok(None),
        });
        let (view, trouble) = match read {
            Ok(view) => (view, None),
            Err(trouble) => (None, Some(trouble)),
        };
        if let Some((json, view)) = view {
            *shown = json;
            self.view.try_set(Some(view));
        }
        if self.trouble.try_with_untracked(|old| *old != trouble) == Some(true) {
            self.trouble.try_set(trouble);
        }
    }

    fn wait(self, waiting: bool) {
        if self.waiting.try_get_untracked() == Some(!waiting) {
            self.waiting.try_set(waiting);
        }
    }
}
