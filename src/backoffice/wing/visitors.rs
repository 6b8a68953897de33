//! The wing that answers visitors' screens.

use std::rc::Rc;

use web_sys::Blob;

use super::{Answered, Opened, Wing};
use crate::backoffice::opening::on_everything;
use crate::backoffice::seldom::seldom;
use crate::backoffice::{Begun, Outbox, Service, Store, Writer, assets, tell_visitors};
use crate::office::Lang;
use crate::protocol::{Done, Request, Trouble, VisitorAsk, VisitorCommand, VisitorDone, VisitorQuery, VisitorReply};

/// Answers what visitors' screens ask.
#[derive(Clone, Copy, Debug)]
pub struct Visitors;

impl Wing for Visitors {
    type Ask = VisitorAsk;
    type Reply = VisitorReply;

    const ALL_PACKS: bool = false;
    const LISTS: bool = false;

    fn needs_script(ask: &VisitorAsk) -> bool {
        match ask {
            VisitorAsk::See(VisitorQuery::Matters { words }) => !words.is_ascii(),
            _ => false,
        }
    }

    async fn read(store: &Store, outbox: &Outbox) -> Result<Begun, Trouble> {
        store.pass_over_rows();
        Ok(Begun { house: on_everything::<Self>(store, outbox).await?, lacks_ledger: false })
    }

    async fn whole(_writer: &Rc<Writer>) -> Result<(), Trouble> {
        Ok(())
    }

    fn is_soon(_ask: &VisitorAsk) -> bool {
        true
    }

    fn tell(trouble: &Trouble) -> String {
        tell_visitors(trouble)
    }

    async fn settle(_service: &Service<Self>) {}

    async fn answer(
        service: &Service<Self>,
        opened: Opened,
        request: Request<VisitorAsk>,
        _blob: Option<Blob>,
    ) -> Answered<VisitorReply> {
        let Request { lang, ask, .. } = request;
        let command = match ask {
            VisitorAsk::Do(VisitorCommand::AcceptLoss) => return done(seldom(service.accept_loss(&opened)).await?),
            VisitorAsk::Do(VisitorCommand::LoadExample) => {
                return done(seldom(load_example(opened?, lang)).await?);
            }
            VisitorAsk::Do(command) => command,
            VisitorAsk::See(query) => {
                let seen = opened?.see(|house, moment| house.see_visit(&query, lang, moment)).await?;
                return Ok((VisitorReply::Seen(seen), None));
            }
        };
        let writer = opened?;
        let (writer, command) = match command {
            VisitorCommand::Practise(registration) => {
                (seldom(writer.stage()).await?, VisitorCommand::Register(registration))
            }
            command => (writer, command),
        };
        done(writer.store_planned(lang, &|house, moment| house.plan_visit(&command, moment)).await?)
    }
}

async fn load_example(writer: Rc<Writer>, lang: Lang) -> Result<Done, Trouble> {
    let json = writer.assets().read_text(assets::EXAMPLE).await?;
    writer.store_planned(lang, &|house, _| house.plan_example(&json)).await
}

fn done(done: Done) -> Answered<VisitorReply> {
    Ok((VisitorReply::Done(VisitorDone::of(done)?), None))
}
