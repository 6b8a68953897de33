//! New tickets of a bundle, packed while it is read.

use gloo_timers::future::TimeoutFuture;
use js_sys::Uint8Array;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::away::{SEGMENTS_AT_ONCE, fresh_batch};
use super::gzip::{is_gzip, is_large, squeeze, unpack_by};
use super::lock::{self, Held};
use super::storer::Storer;
use super::underway::Underway;
use super::{Writer, words};
use crate::exchange::{BundleRead, Limits, Stopped};
use crate::house::{Gathering, Scattered};
use crate::protocol::Trouble;
use crate::storage;

/// How long compressing rests between two segments.
const BETWEEN_SEGMENTS_MS: u32 = 50;
/// How long what nobody waits for is put off after an import: other tabs are reading what it brought.
const AFTER_AN_IMPORT_MS: u32 = 1_000;

/// New tickets, and the keys of the segments in which they lie.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) tickets: Gathering,
    keys: Vec<u64>,
    /// Segments that are not stored yet.
    waiting: Vec<String>,
    /// Held until the segments count.
    on_their_way: Option<Held>,
}

/// What reading a bundle came to.
pub(super) enum ReadThrough {
    /// It was read to its end, or to where it is no bundle.
    Read(Box<BundleRead>, Gathered),
    /// Its events do not come ticket by ticket: nothing was gathered.
    Scattered,
    /// Nobody wants it any more.
    Stopped,
}

impl Gathered {
    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.tickets.is_empty()
    }
}

impl Writer {
    /// Reads a bundle and packs its new tickets; what it holds besides is in the answer.
    pub(super) async fn gather(&self, id: u32, file: &Blob) -> Result<ReadThrough, Trouble> {
        let stops = self.import_stops.get();
        let on_their_way = Some(self.segments_on_their_way().await);
        let mut gathered = Gathered { on_their_way, ..Gathered::default() };
        let batch = fresh_batch()?;
        let (mut lines, mut scattered, mut failed) = (Vec::new(), false, None);
        let storer = if is_large(file) { Storer::start(self.name()).await } else { None };
        let mut storing = Underway::default();
        let outbox = self.outbox.clone();
        let progress = |done, total| outbox.progress(id, done, total);
        let read = unpack_by(file, Limits::default(), progress, async |reader, piece| {
            {
                let house = self.house.borrow();
                reader.push_each(piece, |line, text, event| {
                    match gathered.tickets.take(house.ledger(), line, text, event) {
                        Ok(left) => lines.extend(left),
                        Err(Scattered) => scattered = true,
                    }
                })?;
            }
            if scattered || self.import_stops.get() != stops {
                return Err(Stopped);
            }
            while let Some(text) = gathered.tickets.full_segment() {
                gathered.waiting.push(text);
            }
            if gathered.waiting.len() >= SEGMENTS_AT_ONCE {
                // The disk writes while the next lines are read.
                failed = std::mem::take(&mut storing).end().await.and_then(Result::err);
                storing = Underway::begin(self.store_waiting(&mut gathered, batch, storer.as_ref())).await;
            }
            if failed.is_some() { Err(Stopped) } else { Ok(()) }
        })
        .await;
        failed = failed.or(storing.end().await.and_then(Result::err));
        if read.is_err() {
            self.forget_gathered(std::mem::take(&mut gathered)).await?;
        }
        let mut read = read.map_err(|error| Trouble::Broken(words(&error)))?;
        if failed.is_none() && !scattered && read.is_sound() {
            gathered.waiting.extend(gathered.tickets.last_segment());
            failed = self.store_waiting(&mut gathered, batch, storer.as_ref()).await.err();
        }
        let stopped = self.import_stops.get() != stops;
        if failed.is_some() || scattered || stopped || !read.is_sound() {
            self.forget_gathered(std::mem::take(&mut gathered)).await?;
        }
        if let Some(trouble) = failed {
            return Err(trouble);
        }
        read.lines = lines;
        Ok(match (stopped, scattered) {
            (true, _) => ReadThrough::Stopped,
            (false, true) => ReadThrough::Scattered,
            (false, false) => ReadThrough::Read(Box::new(read), gathered),
        })
    }

    /// Lets gathered tickets count: one transaction, with what is here packed along.
    pub(super) async fn take_in_gathered(&self, gathered: &mut Gathered) -> Result<(), Trouble> {
        if gathered.is_empty() {
            return Ok(());
        }
        let packing = self.packing.replace(true);
        let packed = self.pack_with(&mut gathered.tickets, &gathered.keys).await;
        self.packing.set(packing);
        packed?;
        gathered.keys.clear();
        gathered.on_their_way = None;
        self.may_squeeze.set(true);
        // Giving back so much takes a tenth of a second, for which nobody need wait.
        let counted = std::mem::take(&mut gathered.tickets);
        spawn_local(async move {
            TimeoutFuture::new(AFTER_AN_IMPORT_MS).await;
            drop(counted);
        });
        Ok(())
    }

    /// Takes the segments away in which unwanted tickets lie.
    pub(super) async fn forget_gathered(&self, gathered: Gathered) -> Result<(), Trouble> {
        self.forget_segments(&gathered.keys).await
    }

    /// Compresses the segments of imports, which were stored as they were so that nobody had to wait; also those that a closed tab
    /// left undone. One tab at a time does so.
    pub(super) async fn squeeze_gathered(&self) -> Result<(), Trouble> {
        self.may_squeeze.set(false);
        let Some(_alone) = lock::hold_if_free(&format!("{} squeezing", self.name())).await else { return Ok(()) };
        while let Some((name, plain)) = self.store.plain_segments().await? {
            TimeoutFuture::new(AFTER_AN_IMPORT_MS).await;
            for key in plain {
                let Some(bytes) = self.store.segment(key).await?.filter(|bytes| !is_gzip(bytes)) else { continue };
                let squeezed = squeeze(&bytes).await.map_err(|error| Trouble::Broken(words(&error)))?;
                self.store.carry_out(storage::squeezed([(key, squeezed)])).await?;
                // Whoever works at this device comes first.
                TimeoutFuture::new(BETWEEN_SEGMENTS_MS).await;
            }
            self.store.carry_out(storage::none_plain(name)).await?;
        }
        Ok(())
    }

    /// Stores the segments that wait, where there is a helper by it; their keys are noted at once, so that they are forgotten too if
    /// that fails.
    fn store_waiting<'a>(
        &'a self,
        gathered: &mut Gathered,
        batch: u64,
        storer: Option<&'a Storer>,
    ) -> impl Future<Output = Result<(), Trouble>> + use<'a> {
        let first = batch + gathered.keys.len() as u64;
        let segments: Vec<(u64, Uint8Array)> =
            (first..).zip(gathered.waiting.drain(..).map(|text| Uint8Array::from(text.as_bytes()))).collect();
        gathered.keys.extend(segments.iter().map(|(key, _)| *key));
        async move {
            if segments.is_empty() {
                return Ok(());
            }
            match storer {
                Some(storer) => storer.store(&segments).await?,
                None => self.store.add_segments(&segments).await?,
            }
            Ok(())
        }
    }
}
