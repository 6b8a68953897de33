//! Answers a page's requests, whatever state the back office is in.

use std::cell::RefCell;
use std::marker::PhantomData;

use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::seldom::seldom;
use super::wing::{Opened, Wing};
use super::writer::fresh_seed;
use super::{Assets, Marker, Outbox, Writer, assets};
use crate::office::Lang;
use crate::protocol::{Request, Trouble};
use crate::script;

/// The back office as its page sees it.
pub struct Service<W> {
    pub(super) name: String,
    pub(super) assets: Assets,
    pub(super) outbox: Outbox,
    pub(super) writer: RefCell<Opened>,
    wing: PhantomData<W>,
}

impl<W: Wing> Service<W> {
    /// Opens the back office over the database `name`, and posts whether it is ready. Where lists are kept, it is ready as soon as
    /// they can be answered; [`Service::complete`] brings the rest.
    pub async fn open(name: &str, marker: Marker, assets: Assets, outbox: Outbox) -> Self {
        let writer = match fresh_seed() {
            Ok(seed) => Writer::open::<W>(name, marker, seed, assets, outbox.clone()).await,
            Err(trouble) => Err(trouble),
        };
        let service = Self { name: name.to_owned(), assets, outbox, writer: RefCell::new(writer), wing: PhantomData };
        service.post_ready();
        service
    }

    /// Brings what lists can do without, and takes away what nobody refers to; posts where that fails.
    pub async fn complete(&self) {
        let opened = self.writer.borrow().clone();
        let Ok(writer) = opened else { return };
        match W::whole(&writer).await {
            Ok(()) => writer.forget_strays().await,
            Err(trouble) => {
                *self.writer.borrow_mut() = Err(trouble);
                self.post_ready();
            }
        }
    }

    /// Answers a request: one reply, whatever comes.
    pub async fn answer(&self, request: Request<W::Ask>, blob: Option<Blob>) {
        let id = request.id;
        if request.lang == Lang::Hant || W::needs_script(&request.ask) {
            seldom(self.bring_script()).await;
        }
        let mut opened = self.writer.borrow().clone();
        if !W::is_soon(&request.ask)
            && let Ok(writer) = &opened
            && let Err(trouble) = W::whole(writer).await
        {
            opened = Err(trouble);
        }
        if request.lang == Lang::En
            && let Ok(writer) = &opened
            && let Err(trouble) = seldom(writer.bring_english(W::ALL_PACKS)).await
        {
            self.outbox.mention(&trouble);
        }
        let before = opened.as_ref().map(|writer| writer.revision()).unwrap_or_default();
        let (reply, blob) = match W::answer(self, opened.clone(), request, blob).await {
            Ok((reply, blob)) => (Ok(reply), blob),
            Err(trouble) => (Err(trouble), None),
        };
        self.outbox.reply(id, reply, blob);
        if let Ok(writer) = opened {
            writer.announce(before);
            // Where lists are kept, it is also seen to that a start stays quick.
            if W::LISTS {
                spawn_local(async move { writer.pack_if_due().await });
            } else if writer.has_glimpsed() {
                seldom(writer.hear()).await;
            }
        }
    }

    /// Packs what has gathered, whether it is time to or not.
    pub async fn pack(&self) -> Result<(), Trouble> {
        let writer = self.writer.borrow().clone();
        writer?.pack().await
    }

    /// Fetches the table of traditional characters, once. Without it the texts stay simplified, which can be read.
    async fn bring_script(&self) {
        if script::has_table() {
            return;
        }
        match self.assets.read_text(assets::SCRIPT).await {
            Ok(text) => script::bring_table(&text),
            Err(trouble) => self.outbox.mention(&trouble),
        }
    }

    /// Posts whether the back office is open.
    pub(super) fn post_ready(&self) {
        self.outbox.ready(self.writer.borrow().as_ref().map(|_| ()).map_err(Clone::clone));
    }
}
