//! When the database is gone: starting a new one, once somebody has accepted it.
//!
//! Where the loss came under a running page, everything was read before the connection was given up; then the new database
//! gets it all back, record by record, and nothing is lost but the fright. Where the browser gave no time for that, the memory still
//! knows what was not packed; what was packed is lost, and the device goes on under a new key.

use super::wing::{Opened, Wing};
use super::writer::fresh_seed;
use super::{Marker, Service, Store, Writer};
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
        if let Ok(lost) = writer {
            let store = Store::open(&self.name, Marker::default(), seed, Box::new(|| {})).await?;
            let put_back = store.put_back(&lost.store).await;
            store.close();
            if !put_back? {
                lost.unpack_rescued().await?;
            }
        }
        let opened = Writer::open::<W>(&self.name, Marker::default(), seed, self.assets, self.outbox.clone()).await?;
        W::whole(&opened).await?;
        if let Ok(lost) = writer {
            let plans = opened.house.borrow().plan_missing(&lost.house.borrow())?;
            for plan in plans {
                opened.store_planned(Lang::default(), &|_, _| Ok(plan.clone())).await?;
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
