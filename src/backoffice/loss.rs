//! When the database is gone: starting a new one, once somebody has accepted it.
//!
//! Where the loss came under a running page, the memory still knows everything that was here, and packed lines were read before the
//! connection was given up; then the new database gets it all back, and nothing is lost but the fright. Where the browser
//! gave no time for that, what was packed is lost, and the device goes on under a new key.

use super::wing::{Opened, Wing};
use super::writer::fresh_seed;
use super::{Marker, Service, Writer};
use crate::office::Lang;
use crate::protocol::{Done, Trouble};

impl<W: Wing> Service<W> {
    /// Starts a new database in the place of one that has vanished. Where none has, nothing happens.
    pub(super) async fn accept_loss(&self, writer: &Opened) -> Result<Done, Trouble> {
        match writer {
            Ok(writer) if writer.lost().is_none() => return Ok(Done::Plain),
            Ok(_) | Err(Trouble::Vanished { .. }) => {}
            Err(trouble) => return Err(trouble.clone()),
        }
        let seed = match writer {
            Ok(lost) if lost.knows_all() => lost.seed(),
            // Under the old key it would go on from a place that it does not know.
            Ok(_) | Err(_) => fresh_seed()?,
        };
        let opened = Writer::open::<W>(&self.name, Marker::default(), seed, self.assets, self.outbox.clone()).await?;
        if let Ok(lost) = writer {
            opened.take_over_packed(lost).await?;
            let plans = opened.house.borrow().plan_missing(&lost.house.borrow())?;
            for plan in plans {
                opened.store_planned(Lang::default(), |_, _| Ok(plan.clone())).await?;
            }
        }
        if let Ok(lost) = writer {
            lost.close();
        }
        self.outbox.stored(opened.marker());
        *self.writer.borrow_mut() = Ok(opened);
        self.post_ready();
        Ok(Done::Plain)
    }
}
