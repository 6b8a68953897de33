//! Answers a page's requests, whatever state the back office is in.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Blob;

use super::writer::fresh_seed;
use super::{Marker, Outbox, Writer, example};
use crate::office::Lang;
use crate::protocol::{Ask, Command, Post, Reply, Request, Trouble};

/// The back office as its page sees it.
pub struct Service {
    pub(super) name: String,
    pub(super) outbox: Outbox,
    pub(super) writer: RefCell<Result<Rc<Writer>, Trouble>>,
}

impl Service {
    /// Opens the back office over the database `name`, and posts whether it is ready.
    pub async fn open(name: &str, marker: Marker, outbox: Outbox) -> Self {
        let writer = match fresh_seed() {
            Ok(seed) => Writer::open(name, marker, seed, outbox.clone()).await,
            Err(trouble) => Err(trouble),
        };
        let service = Self { name: name.to_owned(), outbox, writer: RefCell::new(writer) };
        service.post_ready();
        service
    }

    /// Posts whether the back office is open.
    pub(super) fn post_ready(&self) {
        self.outbox.ready(self.writer.borrow().as_ref().map(|_| ()).map_err(Clone::clone));
    }

    /// Answers a request: one reply, whatever comes.
    pub async fn answer(&self, request: Request, blob: Option<Blob>) {
        let Request { id, lang, ask } = request;
        let writer = self.writer.borrow().clone();
        let before = writer.as_ref().map_or(0, |writer| writer.revision());
        let (reply, blob) = match self.try_answer(&writer, id, lang, ask, blob).await {
            Ok((reply, blob)) => (Ok(reply), blob),
            Err(trouble) => (Err(trouble), None),
        };
        self.outbox.post(Post::Reply { id, reply }, blob);
        if let Ok(writer) = writer {
            writer.announce(before);
        }
    }

    async fn try_answer(
        &self,
        writer: &Result<Rc<Writer>, Trouble>,
        id: u32,
        lang: Lang,
        ask: Ask,
        blob: Option<Blob>,
    ) -> Result<(Reply, Option<Blob>), Trouble> {
        let command = match ask {
            Ask::See(query) => {
                let seen = opened(writer)?.see(&query, lang).await?;
                return Ok((Reply::Seen(Box::new(seen)), None));
            }
            Ask::Do(command) => command,
        };
        let done = match command {
            Command::AcceptLoss => self.accept_loss(writer).await?,
            Command::LoadExample => {
                let writer = opened(writer)?;
                let json = example::fetch().await?;
                writer.act(&Command::LoadOffice { json }, lang).await?
            }
            Command::Export => return opened(writer)?.export(id, lang).await,
            Command::PreviewImport => opened(writer)?.preview(id, blob).await?,
            Command::ConfirmImport { token, adopt_office } => {
                opened(writer)?.import(id, token, adopt_office, lang).await?
            }
            Command::CancelImport { token } => opened(writer)?.cancel_import(token)?,
            command => opened(writer)?.act(&command, lang).await?,
        };
        Ok((Reply::Done(done), None))
    }
}

fn opened(writer: &Result<Rc<Writer>, Trouble>) -> Result<&Writer, Trouble> {
    writer.as_deref().map_err(Clone::clone)
}
