//! Noticing that the database is taken away while the app runs.

use std::rc::Rc;

use gloo_events::EventListener;
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::open::open_database;
use super::rescue::Rescued;
use super::{EVENTS, Store, StoreError};
use crate::backoffice::Marker;
use crate::backoffice::seldom::seldom;

impl Store {
    /// Calls `lost` when the browser or another page takes the database away: deletes it, upgrades it, or closes it.
    ///
    /// A deletion or an upgrade cannot be refused, only delayed: nothing more is written from that moment, packed lines are
    /// rescued into memory, and then the connection is given up.
    pub fn watch(self: &Rc<Self>, lost: impl Fn() + 'static) -> Result<(), StoreError> {
        let database = self.database()?;
        let lost = Rc::new(lost);
        let listen = |event| {
            let (store, lost) = (Rc::downgrade(self), Rc::clone(&lost));
            EventListener::new(database.as_sys(), event, move |_| {
                let Some(store) = store.upgrade() else { return };
                let Some(database) = store.database.take() else { return };
                let lost = Rc::clone(&lost);
                spawn_local(async move {
                    // A database that is gone already hands out nothing any more.
                    store.rescued.replace(Rescued::of(&database).await.ok());
                    database.close();
                    lost();
                });
            })
        };
        self.listeners.replace(vec![listen("versionchange"), listen("close")]);
        Ok(())
    }

    /// Gives the connection up when another page wants the database away, without a word.
    pub(crate) fn yield_when_asked(self: &Rc<Self>) -> Result<(), StoreError> {
        let store = Rc::downgrade(self);
        let asked = EventListener::new(self.database()?.as_sys(), "versionchange", move |_| {
            if let Some(database) = store.upgrade().and_then(|store| store.database.take()) {
                database.close();
            }
        });
        self.listeners.replace(vec![asked]);
        Ok(())
    }

    /// Opens the database again after it was taken away; whoever watches must watch anew.
    ///
    /// [`StoreError::Vanished`] when it is gone or holds less than what was stored here; then nothing was made.
    pub async fn reopen(&self, marker: Marker) -> Result<(), StoreError> {
        let database = seldom(open_database(&self.name, marker, self.seed(), Box::new(|| {}))).await?;
        let transaction = database.transaction(EVENTS).build()?;
        let commits = transaction.object_store(EVENTS)?.count().await?;
        if u64::from(commits) < self.commits() {
            return Err(StoreError::Vanished(marker));
        }
        self.database.replace(Some(database.clone()));
        self.rescued.take();
        Ok(())
    }

    /// Whether everything was read before the database went.
    pub(crate) fn is_rescued(&self) -> bool {
        self.rescued.borrow().is_some()
    }

    /// Closes the connection; stored data stays.
    pub fn close(&self) {
        self.listeners.take();
        if let Some(database) = self.database.take() {
            database.close();
        }
    }
}
