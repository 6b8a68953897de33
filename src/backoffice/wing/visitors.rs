//! The wing that answers visitors' screens.

use std::rc::Rc;

use web_sys::Blob;

use super::{Answered, Opened, Wing};
use crate::backoffice::seldom::seldom;
use crate::backoffice::{Service, Writer, assets, tell_visitors};
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

    fn rests_on_lists(_ask: &VisitorAsk) -> bool {
        false
    }

    fn tell(trouble: &Trouble) -> String {
        tell_visitors(trouble)
    }

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
        done(opened?.store_planned(lang, &|house, moment| house.plan_visit(&command, moment)).await?)
    }
}

async fn load_example(writer: Rc<Writer>, lang: Lang) -> Result<Done, Trouble> {
    let json = writer.assets().read_text(assets::EXAMPLE).await?;
    writer.store_planned(lang, &|house, _| house.plan_example(&json)).await
}

fn done(done: Done) -> Answered<VisitorReply> {
    let done = match done {
        Done::Plain => VisitorDone::Plain,
        Done::Acknowledged(view) => VisitorDone::Acknowledged(view),
        _ => return Err(Trouble::Broken("this reply is not for visitors".to_owned())),
    };
    Ok((VisitorReply::Done(done), None))
}
