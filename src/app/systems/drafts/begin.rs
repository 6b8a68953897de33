//! Beginning a text: as a copy of a system under a new id, or from a file.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::store::Drafts;
use crate::app::frame::frame;
use crate::app::link::{back_office, workshop};
use crate::app::parts::{Entry, Field, Look, Tone, Typed, button, field, focus_first_error, notice, trouble_panel};
use crate::app::route::go;
use crate::app::words::DraftWords;
use crate::protocol::{Query, SystemCard, Trouble};
use crate::workshop::Ask;

/// How long an id may be.
const ID_LENGTH: std::ops::RangeInclusive<usize> = 2..=12;

/// The form.
pub(super) fn begin(drafts: Drafts) -> AnyView {
    let words = &frame().rules_words().drafts;
    let workshop = workshop();
    let cards = back_office().watch::<Vec<SystemCard>>(|| Query::Systems);
    let id = Entry::new();
    let trouble = RwSignal::new(None::<Trouble>);
    // The system in force is what one most likely begins from.
    let chosen = Memo::new(move |_| {
        let from = drafts.from();
        cards.with(|cards| {
            let shipped = || cards.into_iter().flatten().filter(|card| !card.own);
            let known = shipped().find(|card| card.pack == from).or_else(|| shipped().find(|card| card.active));
            known.or_else(|| shipped().next()).map(|card| card.pack.clone())
        })
    });
    let start = move || {
        let name = id.trimmed().to_uppercase();
        let taken =
            untrack(|| cards.with(|cards| cards.is_some_and(|cards| cards.iter().any(|card| card.pack == name))));
        let fits = ID_LENGTH.contains(&name.len()) && name.chars().all(|letter| letter.is_ascii_alphanumeric());
        let error = if !fits {
            Some(words.id_wrong)
        } else if taken {
            Some(words.id_taken)
        } else {
            None
        };
        let (true, Some(from)) = (id.judge(error.map(str::to_owned)), chosen.get_untracked()) else {
            return focus_first_error();
        };
        spawn_local(async move {
            match workshop.ask::<String>(Ask::Begin { from, id: name }).await {
                Ok(text) => go(&format!("/systems/drafts/{}", drafts.add(text))),
                Err(told) => trouble.set(Some(told)),
            }
        });
    };
    let options = move || {
        let chosen = chosen.get();
        let options = cards.get().unwrap_or_default().into_iter().filter(|card| !card.own).map(|card| {
            let selected = chosen.as_ref() == Some(&card.pack);
            view! { <option value=card.pack.clone() selected=selected>{format!("{} {}", card.pack, card.title)}</option> }
        });
        options.collect_view()
    };
    let id_field = field(Field {
        id: "draft-id",
        label: words.new_id,
        hint: words.new_id_hint,
        typed: Typed::Number,
        length_max: 12,
        optional: false,
        padded: false,
        entry: id,
    });
    view! {
        <section class="sheet stack">
            <div class="field">
                <label class="field-label" for="draft-from">{words.begin_from}</label>
                <select class="input" id="draft-from" on:change:target=move |event| drafts.begin_from(&event.target().value())>{options}</select>
            </div>
            {id_field}
            {move || trouble.get().map(|trouble| trouble_panel(&trouble, None))}
            <div class="buttons">
                {button(Look::Main, words.begin, start)}
                {import(words, drafts)}
            </div>
        </section>
    }
    .into_any()
}

/// Reads a text from a file.
fn import(words: &'static DraftWords, drafts: Drafts) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let failed = RwSignal::new(false);
    let picked = move |_| {
        let Some(file) = input.get_untracked().and_then(|input| input.files()).and_then(|files| files.get(0)) else {
            return;
        };
        spawn_local(async move {
            match text_of(&file).await {
                Some(text) => go(&format!("/systems/drafts/{}", drafts.add(text))),
                None => failed.set(true),
            }
        });
    };
    view! {
        <label class="button draft-import" data-kind="plain">
            <span>{words.import}</span>
            <input type="file" class="sr-only" accept=".toml,text/plain,application/toml" node_ref=input on:change=picked />
        </label>
        {move || failed.get().then(|| notice(Tone::Wrong, words.import_failed, "", None))}
    }
    .into_any()
}

/// The text of a file, where it is one; a larger one than is read as a pack is not taken in either.
async fn text_of(file: &File) -> Option<String> {
    #[allow(clippy::cast_precision_loss)] // Far below where it would be lost.
    if file.size() > crate::rules::pack::PACK_BYTES_MAX as f64 {
        return None;
    }
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    String::from_utf8(js_sys::Uint8Array::new(&buffer).to_vec()).ok()
}
