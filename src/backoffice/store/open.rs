//! Opening the database, and making it where that is right.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{DomException, Error, OpenDbError};
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::TransactionMode;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use super::append::{finish, strict};
use super::rescue::Rescued;
use super::{EVENTS, META, SCHEMA, SEGMENTS, StoreError, TABLES};
use crate::backoffice::Marker;
use crate::storage::meta::SEED;
use crate::storage::{Header, Part};

/// An open database, and how far it was read.
pub struct Store {
    pub(super) name: String,
    /// Whether all of it is only for trying something out.
    pub(super) keeps_nothing: bool,
    pub(super) database: RefCell<Option<Database>>,
    pub(super) listeners: RefCell<Vec<EventListener>>,
    seed: [u8; 32],
    commits: Cell<u64>,
    packed: RefCell<Header>,
    /// Which tables whoever has this store looks at.
    pub(super) part: Cell<Part>,
    /// What was read before the database was taken away.
    pub(super) rescued: RefCell<Option<Rescued>>,
}

impl Store {
    /// Opens the database `name`, or makes it with `fresh` as the device's seed.
    ///
    /// A database that does not exist while `marker` says that it held events is not made: [`StoreError::Vanished`].
    /// `blocked` is called when a tab with an older version of the app has to be closed first; opening goes on after that.
    pub async fn open(
        name: &str,
        marker: Marker,
        fresh: [u8; 32],
        blocked: Box<dyn FnOnce()>,
    ) -> Result<Self, StoreError> {
        let database = open_database(name, marker, fresh, blocked).await?;
        let seed = read_seed(&database).await?;
        Ok(Self {
            name: name.to_owned(),
            database: RefCell::new(Some(database)),
            seed,
            keeps_nothing: false,
            ..Self::that_keeps_nothing()
        })
    }

    /// A store over no database: what is carried out in it is forgotten. For trying something out.
    pub(crate) fn that_keeps_nothing() -> Self {
        Self {
            name: String::new(),
            keeps_nothing: true,
            database: RefCell::default(),
            listeners: RefCell::default(),
            seed: [0; 32],
            commits: Cell::new(0),
            packed: RefCell::default(),
            part: Cell::new(Part::Whole),
            rescued: RefCell::default(),
        }
    }

    /// The seed of the device's signing key.
    pub fn seed(&self) -> [u8; 32] {
        self.seed
    }

    /// How many commits were read or stored here.
    pub fn commits(&self) -> u64 {
        self.commits.get()
    }

    /// Leaves unread what lists show, for who shows no lists.
    pub fn pass_over_rows(&self) {
        self.part.set(Part::Ledger);
    }

    /// The last packing that was read or stored here.
    pub fn packed(&self) -> Header {
        self.packed.borrow().clone()
    }

    /// How far the database was read.
    pub(crate) fn read_so_far(&self) -> ReadSoFar {
        ReadSoFar { commits: self.commits(), packed: self.packed() }
    }

    /// What was read since then counts as unread.
    pub(crate) fn go_back_to(&self, ReadSoFar { commits, packed }: ReadSoFar) {
        self.commits.set(commits);
        self.packed.replace(packed);
    }

    /// The open database; an error after it was closed under this store.
    pub(super) fn database(&self) -> Result<Database, StoreError> {
        self.database.borrow().clone().ok_or_else(|| StoreError::Failed("the database was closed".to_owned()))
    }

    pub(super) fn advance(&self, commits: u64) {
        self.commits.set(self.commits.get() + commits);
    }

    /// A packing was read or stored here.
    pub(super) fn advance_packed(&self, header: Header) {
        self.commits.set(self.commits.get().max(header.commits));
        self.packed.replace(header);
    }
}

/// How far a database was read; at first not at all.
#[derive(Default)]
pub(crate) struct ReadSoFar {
    commits: u64,
    packed: Header,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Upgrade {
    None,
    Made,
    Refused,
}

/// Opens or makes the database; see [`Store::open`].
pub(super) async fn open_database(
    name: &str,
    marker: Marker,
    fresh: [u8; 32],
    blocked: Box<dyn FnOnce()>,
) -> Result<Database, StoreError> {
    let upgrade = Rc::new(Cell::new(Upgrade::None));
    let opening = Database::open(name)
        .with_version(SCHEMA)
        .with_on_blocked(move |_| {
            blocked();
            Ok(())
        })
        .with_on_upgrade_needed({
            let upgrade = Rc::clone(&upgrade);
            move |change, database| {
                // Each earlier schema lacks what later ones added; what it has stays as it is.
                database.create_object_store(SEGMENTS).build()?;
                database.create_object_store(TABLES).build()?;
                if change.old_version() >= 1.0 {
                    return Ok(());
                }
                let events = database.create_object_store(EVENTS).build()?;
                if marker.events > 0 {
                    // Undoing its making leaves the missing database missing.
                    upgrade.set(Upgrade::Refused);
                    return Ok(events.transaction().as_sys().abort()?);
                }
                upgrade.set(Upgrade::Made);
                make_meta(&database, &fresh)
            }
        })
        .await;
    let database = match opening {
        Ok(database) => database,
        Err(_) if upgrade.get() == Upgrade::Refused => return Err(StoreError::Vanished(marker)),
        Err(error) if is_version_error(&error) => return Err(StoreError::TooNew { found: version(name).await? }),
        Err(error) => return Err(error.into()),
    };
    if upgrade.get() == Upgrade::Made {
        confirm_seed(&database, &fresh).await?;
    }
    Ok(database)
}

fn make_meta(database: &Database, seed: &[u8; 32]) -> indexed_db_futures::Result<()> {
    let meta = database.create_object_store(META).build()?;
    meta.put(JsValue::from(Uint8Array::from(seed.as_slice()))).with_key(SEED).without_key_type().build()?;
    Ok(())
}

/// Writes the seed once more, because making a database cannot ask for strict durability.
async fn confirm_seed(database: &Database, seed: &[u8; 32]) -> Result<(), StoreError> {
    let transaction =
        database.transaction(META).with_mode(TransactionMode::Readwrite).with_options(strict()).build()?;
    let value = JsValue::from(Uint8Array::from(seed.as_slice()));
    transaction.object_store(META)?.put(value).with_key(SEED).without_key_type().build()?;
    finish(transaction).await
}

async fn read_seed(database: &Database) -> Result<[u8; 32], StoreError> {
    seed_of(database.transaction(META).build()?.object_store(META)?.get(SEED).await?)
}

/// The seed that stands in the database.
pub(super) fn seed_of(seed: Option<JsValue>) -> Result<[u8; 32], StoreError> {
    seed.and_then(|seed| seed.dyn_into::<Uint8Array>().ok())
        .and_then(|seed| <[u8; 32]>::try_from(seed.to_vec()).ok())
        .ok_or_else(|| StoreError::Failed("the database holds no device key".to_owned()))
}

/// Whether the database exists in a newer version than was asked for.
fn is_version_error(error: &OpenDbError) -> bool {
    matches!(error, OpenDbError::Base(Error::DomException(DomException::Other(reason))) if reason.name() == "VersionError")
}

/// The version of a database that exists; one that does not would be made by asking.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // versions are small whole numbers
async fn version(name: &str) -> Result<u32, StoreError> {
    let database = Database::open(name).await?;
    let found = database.version() as u32;
    database.close();
    Ok(found)
}
