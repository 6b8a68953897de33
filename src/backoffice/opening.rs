//! Opening the database: reading what is stored, and moving into the house.
//!
//! Where lists are kept, what lists show is read first. From then on lists are answered, while what the ledger knows of packed
//! tickets, most of what there is to read, is still on its way; whoever asks for anything else waits for it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use tokio::sync::{Mutex, OnceCell};
use wasm_bindgen_futures::spawn_local;

use super::away::{found, with_all_segments};
use super::bell::Bell;
use super::occupied::Occupied;
use super::rehearsal::Rehearsal;
use super::seldom::seldom;
use super::store::{Pace, ReadSoFar};
use super::wing::Wing;
use super::{Assets, Marker, News, Outbox, Store, StoreError, Writer, assets};
use crate::house::{House, Kept, Tables};
use crate::protocol::Trouble;

/// How long what lists can do without is put off: the page is drawing its first list, and reading beside it would slow it.
const WHILE_A_LIST_IS_DRAWN_MS: u32 = 200;

/// A house on what was read of the database.
pub struct Begun {
    /// The house.
    pub house: House,
    /// Whether what the ledger knows of packed tickets is still to be read.
    pub lacks_ledger: bool,
}

impl Writer {
    /// Opens the database `name` and builds the house from what is stored in it; where lists are kept, only as far as they need it:
    /// the rest is read by whoever first asks for more.
    ///
    /// `marker` is what the page knows of it: a database that holds less is [`Trouble::Vanished`], and nothing is made. A
    /// new one is made with `seed`.
    pub async fn open<W: Wing>(
        name: &str,
        marker: Marker,
        seed: [u8; 32],
        assets: Assets,
        outbox: Outbox,
    ) -> Result<Rc<Self>, Trouble> {
        let blocked = {
            let outbox = outbox.clone();
            Box::new(move || {
                outbox.ready(Err(Trouble::NotStored("a tab with an older version is still open".to_owned())));
            })
        };
        let store = Store::open(name, marker, seed, blocked).await?;
        let Begun { house, lacks_ledger } = W::read(&store, &outbox).await?;
        let writer = Self::new(name, house, store, marker, assets, outbox);
        writer.lacks_ledger.set(lacks_ledger);
        if !lacks_ledger {
            writer.check_marker()?;
        }
        if !W::LISTS {
            writer.move_in().await?;
        }
        Ok(writer)
    }

    /// Moves a house in over its store.
    pub(super) fn new(
        name: &str,
        house: House,
        store: Store,
        marker: Marker,
        assets: Assets,
        outbox: Outbox,
    ) -> Rc<Self> {
        Rc::new(Self {
            house: Occupied::new(house, outbox.clone()),
            outbox,
            assets,
            previewed: RefCell::default(),
            import_stops: Cell::new(0),
            marker: Cell::new(marker),
            store: Rc::new(store),
            name: name.to_owned(),
            lacks_ledger: Cell::default(),
            looks_closer: Cell::default(),
            whole: OnceCell::new(),
            turn: Mutex::new(()),
            packing: Cell::new(false),
            unpacked_bytes: Cell::new(0),
            // An import of a tab that was closed may have left some.
            may_squeeze: Cell::new(true),
            bell: RefCell::default(),
            revision: Cell::default(),
            loss: RefCell::default(),
            rehearsal: Rehearsal::default(),
        })
    }

    /// Waits until everything is there, not only what lists need. Whoever asks first has it read.
    pub(super) async fn whole<W: Wing>(self: &Rc<Self>) -> Result<(), Trouble> {
        self.whole.get_or_init(|| self.complete::<W>()).await.clone()
    }

    /// Whether everything is there.
    pub(super) fn is_whole(&self) -> bool {
        matches!(self.whole.get(), Some(Ok(())))
    }

    async fn complete<W: Wing>(self: &Rc<Self>) -> Result<(), Trouble> {
        if self.lacks_ledger.get() {
            TimeoutFuture::new(WHILE_A_LIST_IS_DRAWN_MS).await;
        }
        let turn = self.turn.lock().await;
        if W::ALL_PACKS {
            self.shelve(assets::LIBRARY).await?;
        }
        if self.lacks_ledger.get() {
            match self.store.read_ledger(Pace::AtOnce).await? {
                Ok(tables) => self.bring_ledger(tables),
                // Damaged, or another tab has packed since.
                Err(_) => drop(self.take_all_news().await?),
            }
            self.check_marker()?;
        }
        self.move_in().await?;
        drop(turn);
        // What came in meanwhile.
        self.hear().await;
        Ok(())
    }

    /// Sees whether all is there that the marker knows of.
    fn check_marker(&self) -> Result<(), Trouble> {
        let (marker, events) = (self.marker(), self.house.borrow().events());
        if events < marker.events {
            self.store.close();
            return Err(StoreError::Vanished(marker).into());
        }
        self.marker.set(Marker { events, ..marker });
        Ok(())
    }

    /// Brings the packs in force, and listens from now on.
    async fn move_in(self: &Rc<Self>) -> Result<(), Trouble> {
        seldom(self.shelve_missing()).await?;
        seldom(self.bring_missed()).await?;
        self.listen()
    }

    /// Listens to the other tabs and to the database.
    fn listen(self: &Rc<Self>) -> Result<(), Trouble> {
        let writer = Rc::downgrade(self);
        let bell = Bell::hang(&self.name, move || {
            let Some(writer) = writer.upgrade() else { return };
            spawn_local(async move { seldom(writer.hear()).await });
        })?;
        self.bell.replace(Some(bell));
        self.watch()
    }

    fn watch(self: &Rc<Self>) -> Result<(), Trouble> {
        let writer = Rc::downgrade(self);
        self.store.watch(move || {
            let Some(writer) = writer.upgrade() else { return };
            spawn_local(async move { writer.find_again().await });
        })?;
        Ok(())
    }

    /// The database was taken away: looks whether it is still there, and says so loudly where it is not.
    async fn find_again(self: &Rc<Self>) {
        let _turn = self.turn.lock().await;
        let found = match self.store.reopen(self.marker()).await {
            Ok(()) => self.watch(),
            Err(error) => Err(error.into()),
        };
        if let Err(trouble) = found {
            self.loss.replace(Some(trouble.clone()));
            self.outbox.ready(Err(trouble));
        }
    }
}

/// A house that has what lists are made from.
pub(super) async fn on_lists<W: Wing>(store: &Store, outbox: &Outbox) -> Result<Begun, Trouble> {
    let mut news = store.read_lists().await?;
    let packed = news.packed.take();
    let lacks_ledger = packed.is_some();
    if let Ok(Tables { rows, .. }) = packed.unwrap_or_else(|| Ok(Tables::default())) {
        let mut house = House::open(&kept(store, news))?;
        if house.keep_lists_of(rows) {
            return Ok(Begun { house, lacks_ledger });
        }
    }
    store.go_back_to(ReadSoFar::default());
    Ok(Begun { house: on_everything::<W>(store, outbox).await?, lacks_ledger: false })
}

/// The house with everything that is stored.
pub(super) async fn on_everything<W: Wing>(store: &Store, outbox: &Outbox) -> Result<House, Trouble> {
    let (tables, news) = seldom(found(store, outbox, seldom(store.read()).await?)).await?;
    let Tables { packed, rows } = tables.unwrap_or_default();
    let mut kept = kept(store, news);
    let mut house = House::open_packed(&kept, packed)?;
    let lacks_rows = W::LISTS && !house.keep_lists_of(rows);
    if lacks_rows {
        kept.lines = with_all_segments(store, kept.lines).await?;
        house = House::open(&kept)?;
        // Asked again, because what follows an `await` is linked wherever it cannot be seen to be out of reach.
        if W::LISTS {
            house.keep_lists();
        }
    }
    Ok(house)
}

fn kept(store: &Store, news: News) -> Kept {
    let News { lines, office, settings, systems, .. } = news;
    Kept { seed: store.seed(), lines, office, settings, systems }
}
