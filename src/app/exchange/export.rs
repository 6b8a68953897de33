//! Writing everything on this device into a file: to exchange it, or as a backup.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Blob;

use crate::app::download::download;
use crate::app::frame::{Frame, frame};
use crate::app::link::{BackOffice, back_office};
use crate::app::parts::{Look, Tone, button, empty, icon, notice, skeleton, trouble_panel};
use crate::app::words::{ExchangeWords, count};
use crate::protocol::{Command, Done, Query, StatusView, Trouble};

/// A file that was written.
#[derive(Clone)]
struct Written {
    name: String,
    events: u64,
    fresh: u64,
    blob: Blob,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outgoing {
    /// What other devices take in.
    Bundle,
    /// The whole device.
    Backup,
}

/// A file on its way. Copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct Export {
    frame: Frame,
    office: BackOffice,
    outgoing: Outgoing,
    busy: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
    written: RwSignal<Option<Written>, LocalStorage>,
}

impl Export {
    /// Nothing is written yet.
    pub(crate) fn new(outgoing: Outgoing) -> Self {
        Self {
            frame: frame(),
            office: back_office(),
            outgoing,
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
            written: RwSignal::new_local(None),
        }
    }

    /// The name of the file that was written last.
    pub(crate) fn written_name(self) -> Option<String> {
        self.written.with(|written| written.as_ref().map(|written| written.name.clone()))
    }

    /// The button that writes it.
    pub(crate) fn button(self) -> AnyView {
        let words = self.frame.staff_words();
        let (idle, busy) = match self.outgoing {
            Outgoing::Bundle => (words.exchange.export_do, words.exchange.exporting),
            Outgoing::Backup => (words.backup.back_up_do, words.exchange.exporting),
        };
        view! {
            <button type="button" class="button" data-kind="main" aria-busy=move || self.busy.get().to_string() on:click=move |_| run(self)>
                {icon("export")}
                <span>{move || if self.busy.get() { busy } else { idle }}</span>
            </button>
        }
        .into_any()
    }
}

/// The part of a page where a file is written.
pub(crate) fn export_part(export: Export) -> AnyView {
    let words = &export.frame.staff_words().exchange;
    let backup = &export.frame.staff_words().backup;
    let (title, lead, nothing, hint) = match export.outgoing {
        Outgoing::Bundle => (words.export, words.export_lead, words.export_nothing, words.export_nothing_hint),
        Outgoing::Backup => (backup.back_up, backup.back_up_lead, backup.nothing, backup.nothing_hint),
    };
    let status = back_office().watch::<StatusView>(|| Query::Status);
    let held = Memo::new(move |_| status.with(|status| status.map(|status| (status.events, status.fresh))));
    view! {
        <section class="sheet stack" aria-labelledby="export-title">
            <h2 id="export-title">{title}</h2>
            <p>{lead}</p>
            {move || match held.get() {
                None => skeleton(),
                Some((0, _)) => empty("export", nothing, hint, None),
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
        <div class="buttons">{export.button()}</div>
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
        let command = match export.outgoing {
            Outgoing::Bundle => Command::Export,
            Outgoing::Backup => Command::BackUp,
        };
        let done = export.office.act_with(command, None).await;
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
