//! New tickets of a bundle, packed while it is read.

use web_sys::Blob;

use super::away::fresh_batch;
use super::gzip::{squeeze, unpack_taking};
use super::{Writer, words};
use crate::exchange::{BundleRead, Limits};
use crate::house::{Gathering, Scattered};
use crate::protocol::Trouble;
use crate::storage;

/// New tickets, and the keys of the segments in which they lie.
#[derive(Default)]
pub(super) struct Gathered {
    tickets: Gathering,
    keys: Vec<u64>,
}

impl Gathered {
    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.tickets.is_empty()
    }
}

impl Writer {
    /// Reads a bundle and packs its new tickets; what it holds besides is in the answer. None where its events do not come
    /// ticket by ticket.
    pub(super) async fn gather(&self, id: u32, file: &Blob) -> Result<Option<(BundleRead, Gathered)>, Trouble> {
        let mut gathered = Gathered::default();
        let batch = fresh_batch()?;
        let (mut lines, mut scattered, mut failed) = (Vec::new(), false, None);
        let outbox = self.outbox.clone();
        let progress = |done, total| outbox.progress(id, done, total);
        let read = unpack_taking(file, Limits::default(), progress, async |reader| {
            let events = reader.take_events();
            {
                let house = self.house.borrow();
                for (line, event) in events {
                    match gathered.tickets.take(house.ledger(), line, event) {
                        Ok(line) => lines.push(line),
                        Err(Scattered) => {
                            scattered = true;
                            return false;
                        }
                    }
                }
            }
            while let Some(text) = gathered.tickets.full_segment() {
                if let Err(trouble) = self.store_segment(&mut gathered.keys, batch, text).await {
                    failed = Some(trouble);
                    return false;
                }
            }
            true
        })
        .await;
        let mut read = read.map_err(|error| Trouble::Broken(words(&error)))?;
        if failed.is_none()
            && !scattered
            && read.is_sound()
            && let Some(text) = gathered.tickets.last_segment()
        {
            failed = self.store_segment(&mut gathered.keys, batch, text).await.err();
        }
        if failed.is_some() || scattered || !read.is_sound() {
            self.forget_gathered(gathered).await?;
            gathered = Gathered::default();
        }
        if let Some(trouble) = failed {
            return Err(trouble);
        }
        read.lines = lines;
        Ok((!scattered).then_some((read, gathered)))
    }

    /// Lets gathered tickets count: one transaction, with what is here packed along.
    pub(super) async fn take_in_gathered(&self, gathered: &mut Gathered) -> Result<(), Trouble> {
        if gathered.is_empty() {
            return Ok(());
        }
        let packing = self.packing.replace(true);
        let packed = self.pack_with(&gathered.tickets, &gathered.keys).await;
        self.packing.set(packing);
        packed?;
        self.unsqueezed.borrow_mut().append(&mut gathered.keys);
        gathered.tickets = Gathering::default();
        Ok(())
    }

    /// Takes the segments away in which unwanted tickets lie.
    pub(super) async fn forget_gathered(&self, gathered: Gathered) -> Result<(), Trouble> {
        if gathered.keys.is_empty() {
            return Ok(());
        }
        Ok(self.store.carry_out(storage::forget_segments(&gathered.keys)).await?)
    }

    /// Whether segments of an import wait to be compressed.
    pub(super) fn has_unsqueezed(&self) -> bool {
        !self.unsqueezed.borrow().is_empty()
    }

    /// Compresses the segments of an import, which were stored as they were so that nobody had to wait. What a closed tab leaves
    /// undone stays larger than it could be, and is as good.
    pub(super) async fn squeeze_gathered(&self) -> Result<(), Trouble> {
        loop {
            let key = self.unsqueezed.borrow_mut().pop();
            let Some(key) = key else { return Ok(()) };
            let Some(bytes) = self.store.segment(key).await? else { continue };
            let squeezed = squeeze(&bytes.to_vec()).await.map_err(|error| Trouble::Broken(words(&error)))?;
            self.store.carry_out(storage::squeezed([(key, squeezed)])).await?;
        }
    }

    async fn store_segment(&self, keys: &mut Vec<u64>, batch: u64, text: String) -> Result<(), Trouble> {
        let key = batch + keys.len() as u64;
        self.store.carry_out(storage::segments([(key, text.into_bytes())])).await?;
        keys.push(key);
        Ok(())
    }
}
