//! Segments and tables that nobody refers to: what a tab leaves behind that was closed, or crashed, between writing them and saying
//! that they count.
//!
//! Whoever writes some shares a lock until they count or are taken away, so whoever gets it alone knows that every segment and table that
//! is not packed is a stray. The browser gives a lock back when its tab is gone, however that came about. Where there are no Web
//! Locks, strays stay; they cost room and nothing else.

use super::Writer;
use super::lock::{self, Held};

impl Writer {
    /// Says to all tabs that segments are on their way to which nothing refers yet, for as long as what comes back is held.
    pub(super) async fn segments_on_their_way(&self) -> Held {
        lock::share(&self.segments_lock()).await
    }

    /// Takes strays away, where no tab has segments on their way. That it fails harms nothing.
    pub(super) async fn forget_strays(&self) {
        let Some(_alone) = lock::hold_if_free(&self.segments_lock()).await else { return };
        if let Err(error) = self.store.forget_strays().await {
            self.outbox.mention(&error.into());
        }
    }

    fn segments_lock(&self) -> String {
        format!("{} segments", self.name())
    }
}
