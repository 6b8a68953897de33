//! The workshop in its worker: questions in, answers out, texts fetched when they are wanted.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::MessageEvent;

use super::{Answer, Ask, Wanted, Workshop};
use crate::backoffice::{
    Assets, LIBRARY, LIBRARY_ENGLISH, Outbox, Parcel, SCRIPT, broken, post, report_panic, scope, tell_everything,
};
use crate::json;
use crate::office::Lang;
use crate::protocol::{Request, Trouble};
use crate::rules::{learn_english, read_compact};
use crate::script;

/// A good reply, in the form in which the page's line reads replies.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Reply {
    Seen(Box<Answer>),
}

/// Starts the workshop in the worker that this runs in.
pub fn start() {
    std::panic::set_hook(Box::new(report_panic));
    let Some(scope) = scope() else { return };
    let shop = Rc::new(RefCell::new(Workshop::default()));
    let outbox = Outbox::new(post, tell_everything);
    outbox.ready(Ok(()));
    let listener = EventListener::new(&scope, "message", move |event| {
        let Some(parcel) = event.dyn_ref::<MessageEvent>().and_then(|event| Parcel::unpack(&event.data())) else {
            return;
        };
        let (shop, outbox) = (Rc::clone(&shop), outbox.clone());
        match json::read::<Request<Ask>>(&parcel.json) {
            Ok(request) => spawn_local(async move {
                let answered = answer(&shop, &request).await;
                outbox.reply(request.id, answered.map(|answer| Reply::Seen(Box::new(answer))), None);
            }),
            Err(error) => broken(format!("a question cannot be read: {error}")),
        }
    });
    // The worker listens until it ends.
    listener.forget();
}

/// Brings what is wanted, then answers. Nothing is borrowed while something is on its way.
async fn answer(shop: &RefCell<Workshop>, request: &Request<Ask>) -> Result<Answer, Trouble> {
    bring_script(request.lang, &request.ask).await?;
    loop {
        let wanted = shop.borrow().wants(&request.ask);
        match wanted {
            None => break,
            Some(Wanted::Text(id)) => {
                let text = Assets::Site.read_text(&format!("packs/{id}.toml")).await?;
                shop.borrow_mut().bring_text(&id, text);
            }
            Some(Wanted::Library) => {
                let bytes = Assets::Site.read(LIBRARY).await?;
                let english = Assets::Site.read(LIBRARY_ENGLISH).await?;
                let broken = |error| Trouble::Broken(format!("{LIBRARY}: {error}"));
                let mut packs = read_compact(&bytes).map_err(broken)?;
                learn_english(&mut packs, &english).map_err(broken)?;
                shop.borrow_mut().bring_library(packs);
            }
        }
    }
    shop.borrow_mut().answer(request.lang, &request.ask)
}

/// Fetches the table of traditional characters, once, where texts must be written in them or compared with them.
async fn bring_script(lang: Lang, ask: &Ask) -> Result<(), Trouble> {
    let compares =
        matches!(ask, Ask::Find { words, .. } if !words.is_ascii()) || matches!(ask, Ask::Cases(_) | Ask::Check(_));
    if (lang == Lang::Hant || compares) && !script::has_table() {
        script::bring_table(&Assets::Site.read_text(SCRIPT).await?);
    }
    Ok(())
}
