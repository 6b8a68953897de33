//! Storing a commit, durably.

use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use web_sys::IdbTransaction;

use crate::house::Plan;

use super::{EVENTS, META, OFFICE, SETTINGS, SYSTEMS, Store, StoreError};

/// What is stored together or not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Commit<'a> {
    /// Event lines, without line feeds.
    pub lines: &'a [String],
    /// The office document, where it changes: a new one, or none from now on.
    pub office: Option<Option<&'a str>>,
    /// The settings, where they change.
    pub settings: Option<&'a str>,
    /// The systems of the office's own, where they change.
    pub systems: Option<&'a str>,
}

impl<'a> From<&'a Plan> for Commit<'a> {
    fn from(plan: &'a Plan) -> Self {
        let office = plan.office.as_ref().map(Option::as_deref);
        Self { lines: &plan.lines, office, settings: plan.settings.as_deref(), systems: plan.systems.as_deref() }
    }
}

impl Commit<'_> {
    fn touches_meta(&self) -> bool {
        self.office.is_some() || self.settings.is_some() || self.systems.is_some()
    }
}

impl Store {
    /// Stores a commit behind everything that was read. When this returns well, it is on the disk.
    ///
    /// [`StoreError::Behind`] when another tab stored a commit that was not read yet: read, think again, store again.
    pub async fn append(&self, commit: Commit<'_>) -> Result<(), StoreError> {
        let db = self.database()?;
        let names: &[&str] = if commit.touches_meta() { &[EVENTS, META] } else { &[EVENTS] };
        let transaction = db.transaction(names).with_mode(TransactionMode::Readwrite).with_options(strict()).build()?;
        fill(&transaction, commit, self.commits() + 1)?;
        finish(transaction).await?;
        self.advance(1, commit.lines.len() as u64);
        Ok(())
    }
}

/// Waits for the disk, not only for the operating system.
pub(super) fn strict() -> TransactionOptions {
    TransactionOptions::new().with_durability(TransactionDurability::Strict)
}

/// Ends a transaction and waits until it is complete. The reason why one was undone stands on the transaction alone.
pub(super) async fn finish(transaction: Transaction<'_>) -> Result<(), StoreError> {
    let handle: IdbTransaction = IdbTransaction::clone(transaction.as_sys());
    match transaction.commit().await {
        Ok(()) => Ok(()),
        Err(error) => Err(handle.error().map_or_else(|| error.into(), |reason| StoreError::of_exception(&reason))),
    }
}

#[allow(clippy::cast_precision_loss)] // a device makes no 2^53 commits
fn fill(transaction: &Transaction<'_>, commit: Commit<'_>, number: u64) -> Result<(), StoreError> {
    transaction.object_store(EVENTS)?.add(commit.lines.join("\n")).with_key(number as f64).build()?;
    if !commit.touches_meta() {
        return Ok(());
    }
    let meta = transaction.object_store(META)?;
    match commit.office {
        Some(Some(office)) => put(&meta, OFFICE, office)?,
        Some(None) => drop(meta.delete::<&str, _>(OFFICE).build()?),
        None => {}
    }
    if let Some(settings) = commit.settings {
        put(&meta, SETTINGS, settings)?;
    }
    if let Some(systems) = commit.systems {
        put(&meta, SYSTEMS, systems)?;
    }
    Ok(())
}

fn put(meta: &ObjectStore<'_>, key: &str, value: &str) -> Result<(), StoreError> {
    meta.put(value).with_key(key).without_key_type().build()?;
    Ok(())
}
