//! Writing everything on this device into a file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;

use crate::app::download::download;
use crate::app::frame::{Frame, frame};
use crate::app::link::{BackOffice, back_office};
use crate::app::parts::{Look, Tone, button, empty, icon, notice, skeleton, trouble_panel};
use crate::app::words::{ExchangeWords, count};
use crate::protocol::{Command, Done, Trouble};

/// A file that was written.
#[derive(Clone)]
struct Written {
    name: String,
    events: u64,
    fresh: u64,
    blob: Blob,
}

#[derive(Clone, Copy)]
struct Export {
    frame: Frame,
    office: BackOffice,
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
    written: RwSignal<Option<Written>, LocalStorage>,
}

/// The exporting half of the page.
pub(super) fn export_part() -> AnyView {
    let export = Export {
        frame: frame(),
        office: back_office(),
        busy: RwSignal::new(false),
        trouble: RwSignal::new(None),
        written: RwSignal::new_local(None),
    };
    let words = &export.frame.staff_words().exchange;
    let held =
        Memo::new(move |_| export.frame.status.with(|status| status.map(|status| (status.events, status.fresh))));
    view! {
        <section class="sheet stack" aria-labelledby="export-title">
            <h2 id="export-title">{words.export}</h2>
            <p>{words.export_lead}</p>
            {move || match held.get() {
                None => skeleton(),
                Some((0, _)) => empty("export", words.export_nothing, words.export_nothing_hint, None),
                Some((_, fresh)) => ready(export, words, fresh),
            }}
            {move || export.trouble.get().map(|trouble| trouble_panel(&trouble, Some(Box::new(move || run(export)))))}
            <div role="status">{move || export.written.get().map(|written| done(export, words, &written))}</div>
        </section>
    }
    .into_any()
}

fn ready(export: Export, words: &'static ExchangeWords, fresh: u64) -> AnyView {
    let lang = export.frame.lang();
    let state = if fresh == 0 {
        view! { <p class="exchange-signed" data-good="">{icon("check")}<span>{words.export_none}</span></p> }.into_any()
    } else {
        notice(Tone::Mind, &words.fresh(&count(lang, fresh)), "", None)
    };
    view! {
        {state}
        <div class="buttons">
            <button type="button" class="button" data-kind="main" aria-busy=move || export.busy.get().to_string() on:click=move |_| run(export)>
                {icon("export")}
                <span>{move || if export.busy.get() { words.exporting } else { words.export_do }}</span>
            </button>
        </div>
    }
    .into_any()
}

fn done(export: Export, words: &'static ExchangeWords, written: &Written) -> AnyView {
    let lang = export.frame.lang();
    let said = words.exported(&count(lang, written.events), &count(lang, written.fresh));
    let again = written.clone();
    view! {
        <div class="exchange-done stack gap-1">
            <p class="exchange-file">{icon("bundle")}<strong>{written.name.clone()}</strong></p>
            <p>{said}</p>
            <p class="soft">{words.export_done_hint}</p>
            <div class="buttons">{button(Look::Plain, words.save_again, move || download(&again.name, &again.blob))}</div>
        </div>
    }
    .into_any()
}

fn run(export: Export) {
    if export.busy.get_untracked() {
        return;
    }
    export.busy.set(true);
    export.trouble.set(None);
    spawn_local(async move {
        let done = export.office.act_with(Command::Export, None).await;
        export.busy.set(false);
        match done {
            Ok((Done::Exported { name, events, fresh }, Some(blob))) => {
                let written = Written { name, events, fresh, blob };
                download(&written.name, &written.blob);
                export.written.set(Some(written));
            }
            Ok(_) => export.trouble.set(Some(Trouble::Broken("an export brought no file".to_owned()))),
            Err(trouble) => export.trouble.set(Some(trouble)),
        }
    });
}
