//! Practising registrations while nobody waits for one.
//!
//! A browser compiles what runs often a second time, and better, beside the very call that has made it often. Were those the first
//! registrations of the morning, visitors would wait for it. So the visitors' back office registers an invented matter a thousand
//! times, in a house that has this one's papers and packs and nothing else, and that is thrown away: no ticket, no disk.

use gloo_timers::future::TimeoutFuture;

use super::assets::pack_file;
use super::writer::now;
use super::{Outbox, Writer, tell_visitors};
use crate::house::House;
use crate::json;
use crate::ledger::Visitor;
use crate::protocol::{
    AtKiosk, KioskRegistration, Request, Trouble, VisitorAsk, VisitorCommand, VisitorDone, VisitorReply,
};

/// After so many a browser has compiled nearly all that it ever will.
const REHEARSALS: usize = 1_200;
/// So many take a few milliseconds: whoever asks something meanwhile hardly notices.
const AT_ONCE: usize = 12;
const PAUSE_MS: u32 = 16;
/// After so many the stage is cleared, so that it stays small.
const TICKETS_MAX: usize = 120;

impl Writer {
    /// Practises, where there is an office to practise for.
    pub(super) async fn rehearse(&self) -> Result<(), Trouble> {
        let kept = self.house.borrow().without_tickets();
        let mut stage = House::open(&kept)?;
        let packs: Vec<String> = stage.missing_packs(now()).map(pack_file).collect();
        for file in packs {
            stage.shelve(self.packs_in(&file).await?);
        }
        let nowhere = Outbox::new(|_, _| {}, tell_visitors);
        for round in 0..REHEARSALS {
            if round % AT_ONCE == 0 {
                TimeoutFuture::new(PAUSE_MS).await;
            }
            if round % TICKETS_MAX == 0 {
                stage.forget_tickets();
            }
            let Some(text) = invented(&stage, round) else { return Ok(()) };
            play(&mut stage, &text, &nowhere)?;
        }
        Ok(())
    }
}

/// A request as a kiosk sends it.
fn invented(stage: &House, round: usize) -> Option<String> {
    let command = VisitorCommand::Register(Box::new(KioskRegistration {
        nonce: round.to_string(),
        matter: Some(stage.first_matter()?),
        subject: String::new(),
        kind: None,
        visitor: Visitor { name: "练习".to_owned(), phone: "13000000000".to_owned(), anonymous: false },
        details: String::new(),
        reception: AtKiosk::Kiosk,
    }));
    let command = serde_json::to_string(&command).ok()?;
    Some([r#"{"id":0,"lang":"zh-Hans","ask":{"do":"#, &command, "}}"].concat())
}

/// All that a registration takes, but for the disk.
fn play(stage: &mut House, text: &str, outbox: &Outbox) -> Result<(), Trouble> {
    let request: Request<VisitorAsk> = json::read(text).map_err(|error| Trouble::Broken(error.to_string()))?;
    let VisitorAsk::Do(command) = request.ask else { return Ok(()) };
    let moment = now();
    let plan = stage.plan_visit(&command, moment)?;
    let done = stage.foresee(&plan, request.lang, moment)?;
    stage.count(plan)?;
    outbox.reply(request.id, VisitorDone::of(done).map(VisitorReply::Done), None);
    Ok(())
}
