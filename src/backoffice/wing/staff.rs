//! The wing that answers everything.

use std::rc::Rc;

use web_sys::Blob;

use super::{Answered, Opened, Wing};
use crate::backoffice::import::Purpose;
use crate::backoffice::opening::on_lists;
use crate::backoffice::{Begun, Outbox, Service, Store, Writer, assets, facts, tell_everything};
use crate::protocol::{Ask, Command, Query, Reply, Request, Seen, Trouble};

/// Answers the whole protocol.
#[derive(Clone, Copy, Debug)]
pub struct Staff;

impl Wing for Staff {
    type Ask = Ask;
    type Reply = Reply;

    const ALL_PACKS: bool = true;
    const LISTS: bool = true;

    fn needs_script(ask: &Ask) -> bool {
        match ask {
            Ask::See(Query::Matters { words }) => !words.is_ascii(),
            Ask::See(Query::Tickets { filter, .. }) => !filter.words.is_ascii(),
            _ => false,
        }
    }

    async fn read(store: &Store, outbox: &Outbox) -> Result<Begun, Trouble> {
        on_lists::<Self>(store, outbox).await
    }

    async fn whole(writer: &Rc<Writer>) -> Result<(), Trouble> {
        writer.whole::<Self>().await
    }

    fn is_soon(ask: &Ask) -> bool {
        matches!(ask, Ask::See(query) if query.rests_on_lists())
    }

    fn tell(trouble: &Trouble) -> String {
        tell_everything(trouble)
    }

    async fn settle(service: &Service<Self>) {
        service.complete().await;
    }

    async fn answer(
        service: &Service<Self>,
        opened: Opened,
        request: Request<Ask>,
        blob: Option<Blob>,
    ) -> Answered<Reply> {
        let Request { id, lang, ask } = request;
        let command = match ask {
            Ask::Do(Command::AcceptLoss) => return Ok((Reply::Done(service.accept_loss(&opened).await?), None)),
            Ask::Do(command) => command,
            Ask::See(Query::Storage) => {
                return Ok((Reply::Seen(Box::new(Seen::Storage(facts::storage().await))), None));
            }
            Ask::See(query) => {
                let seen = opened?.see(|house, moment| house.see(&query, lang, moment)).await?;
                return Ok((Reply::Seen(Box::new(seen)), None));
            }
        };
        let writer = opened?;
        let done = match command {
            Command::LoadExample => {
                let json = writer.assets().read_text(assets::EXAMPLE).await?;
                writer.store_planned(lang, &|house, _| house.plan_example(&json)).await?
            }
            Command::Export => {
                let (done, file) = writer.export(id, lang).await?;
                return Ok((Reply::Done(done), Some(file)));
            }
            Command::BackUp => {
                let (done, file) = writer.back_up(id, lang).await?;
                return Ok((Reply::Done(done), Some(file)));
            }
            Command::EmptyDevice { typed, events } => service.empty(&writer, id, &typed, events).await?,
            Command::PreviewImport => writer.preview(id, blob, Purpose::Import).await?,
            Command::PreviewRestore => writer.preview(id, blob, Purpose::Restore).await?,
            Command::ConfirmImport { token, adopt_office } => writer.import(id, token, adopt_office, lang).await?,
            Command::CancelImport { token } => writer.cancel_import(token).await?,
            command => writer.store_planned(lang, &|house, moment| house.plan(&command, moment)).await?,
        };
        Ok((Reply::Done(done), None))
    }
}
