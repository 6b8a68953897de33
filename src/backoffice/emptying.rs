//! Taking everything off the device, after a person has typed its id.
//!
//! The database is not deleted but emptied, in one transaction that is refused where another tab has stored something
//! unread: so nobody's acknowledged work goes that was not counted before. What is left is the database of a new device, under a
//! new seed. A tab that knew the old one finds that seed with the next thing it reads, and writes no more.

use super::wing::Wing;
use super::writer::fresh_seed;
use super::{Marker, Service, StoreError, Writer, lock};
use crate::protocol::{DeviceRefusal, Done, Trouble};

impl<W: Wing> Service<W> {
    /// Empties the device and opens it anew, where the person typed its id and was told of all its events.
    pub(super) async fn empty(&self, writer: &Writer, id: u32, typed: &str, events: u64) -> Result<Done, Trouble> {
        writer.empty(id, typed, events).await?;
        let opened =
            Writer::open::<W>(&self.name, Marker::default(), fresh_seed()?, self.assets, self.outbox.clone()).await;
        *self.writer.borrow_mut() = opened;
        self.post_ready();
        self.complete().await;
        Ok(Done::Plain)
    }
}

impl Writer {
    async fn empty(&self, id: u32, typed: &str, events: u64) -> Result<(), Trouble> {
        let _turn = self.turn.lock().await;
        let _held = lock::hold(self.name()).await;
        if let Some(loss) = self.lost() {
            return Err(loss);
        }
        self.take_news().await?;
        self.house.borrow().check_emptying(typed, events)?;
        let seed = fresh_seed()?;
        // Were the marker to claim more than the database holds, should the power go, the next start would miss what was
        // taken away on purpose.
        self.outbox.stored(Marker { events: 0, ..self.marker() });
        self.outbox.progress(id, 0, 1);
        match self.store.empty(&seed).await {
            Ok(()) => {
                self.packing.set(true);
                self.ring();
                self.close();
                Ok(())
            }
            Err(error) => {
                self.outbox.stored(self.marker());
                self.outbox.progress(id, 0, 1);
                Err(match error {
                    StoreError::Behind => {
                        Trouble::DeviceRefused(DeviceRefusal::Changed { events: self.marker().events })
                    }
                    error => error.into(),
                })
            }
        }
    }
}
