//! What is drawn, kept in step with what is stored.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use super::BackOffice;
use super::handle::mismatch;
use crate::json;
use crate::office::Lang;
use crate::protocol::{
    ClauseView, DecisionView, DepartmentView, MatterCard, MatterView, PersonView, ProgressView, Query, StatusView,
    SystemCard, SystemView, TicketView, TicketsView, Trouble,
};

/// A view that answers one kind of query.
pub(crate) trait Answer: Clone + PartialEq + DeserializeOwned + Send + Sync + 'static {
    /// The name of the variant of [`Seen`](crate::protocol::Seen) that carries it.
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
    "status" => StatusView;
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
    "clause" => ClauseView;
}

/// Reads a view out of the JSON of a [`Seen`](crate::protocol::Seen): `{"status":…}`. Each screen reads only the kinds
/// of views that it draws, so a wing carries no reader for the others.
pub(super) fn read<T: Answer>(seen: &str) -> Result<T, Trouble> {
    let named = seen.strip_prefix("{\"").and_then(|rest| rest.strip_prefix(T::NAME));
    let view = named.and_then(|rest| rest.strip_prefix("\":")).and_then(|rest| rest.strip_suffix('}'));
    json::read(view.ok_or_else(mismatch)?).map_err(|error| Trouble::Broken(error.to_string()))
}

/// The newest answer to a query that may change.
pub(crate) struct Sight<T: Answer> {
    value: RwSignal<Option<T>>,
    trouble: RwSignal<Option<Trouble>>,
    waiting: RwSignal<bool>,
}

// Copies of the handles, whether or not the value itself can be copied.
impl<T: Answer> Copy for Sight<T> {}

#[allow(clippy::expl_impl_clone_on_copy)] // deriving would ask for `T: Copy`
impl<T: Answer> Clone for Sight<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Answer> Sight<T> {
    /// The last good answer; `None` before the first, and while there is nothing to ask.
    pub(crate) fn get(self) -> Option<T> {
        self.value.get()
    }

    /// Looks at the last good answer without cloning it.
    pub(crate) fn with<U>(self, look: impl FnOnce(Option<&T>) -> U) -> U {
        self.value.with(|value| look(value.as_ref()))
    }

    /// Why the newest query has no answer.
    pub(crate) fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// Whether a newer answer is on its way.
    pub(crate) fn waiting(self) -> bool {
        self.waiting.get()
    }

    /// Shows an answer. Signals of a screen that is gone refuse, and nobody misses it.
    fn show(self, answer: Result<Option<T>, Trouble>) {
        let (value, trouble) = match answer {
            Ok(value) => (Some(value), None),
            Err(trouble) => (None, Some(trouble)),
        };
        if let Some(value) = value
            && self.value.try_with_untracked(|old| *old != value) == Some(true)
        {
            self.value.try_set(value);
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
        let sight = Sight { value: RwSignal::new(None), trouble: RwSignal::new(None), waiting: RwSignal::new(false) };
        let wish = Rc::new(Wish::default());
        Effect::new(move |_| {
            self.revision();
            wish.next.replace(Some((self.lang(), query())));
            if !wish.busy.replace(true) {
                spawn_local(follow(self, Rc::clone(&wish), sight));
            }
        });
        sight
    }
}

#[derive(Default)]
struct Wish {
    next: RefCell<Option<(Lang, Option<Query>)>>,
    busy: Cell<bool>,
}

async fn follow<T: Answer>(office: BackOffice, wish: Rc<Wish>, sight: Sight<T>) {
    loop {
        let next = wish.next.take();
        let Some((lang, query)) = next else { break };
        let answer = match &query {
            Some(query) => {
                sight.wait(true);
                office.see_in(lang, query.clone()).await.map(Some)
            }
            None => Ok(None),
        };
        let still_wished = wish.next.borrow().as_ref().is_none_or(|newer| *newer == (lang, query));
        if still_wished {
            sight.show(answer);
        }
    }
    wish.busy.set(false);
    sight.wait(false);
}
