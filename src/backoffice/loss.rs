//! When the database is gone: starting a new one, once somebody has accepted it.
//!
//! Where the loss came under a running page, the memory still knows everything; then the new database gets it back, and
//! nothing is lost but the fright.

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
            Ok(lost) => lost.seed(),
            Err(_) => fresh_seed()?,
        };
        let opened = Writer::open::<W>(&self.name, Marker::default(), seed, self.assets, self.outbox.clone()).await?;
        if let Ok(lost) = writer {
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
