//! Reading a file: chosen or dropped, previewed, taken in or restored.

use std::time::Duration;

use leptos::ev::DragEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::preview::{imported, preview};
use crate::app::frame::{Frame, frame};
use crate::app::link::{BackOffice, Sight, back_office};
use crate::app::parts::{Look, Tone, button, icon, link_button, notice, skeleton, trouble_panel};
use crate::app::words::{BackupWords, ExchangeWords, count};
use crate::protocol::{Command, DeviceView, Done, ImportView, Trouble};

/// Where an import stands.
#[derive(Clone, PartialEq)]
pub(super) enum Stage {
    /// Waiting for a file.
    Idle,
    /// Reading and checking.
    Reading,
    /// What the file would change.
    Preview(Box<ImportView>),
    /// Taking it in.
    Importing,
    /// What it changed.
    Imported(Box<ImportView>),
    /// It could not be read or taken in.
    Failed(Trouble),
}

/// What is to come of the file.
#[derive(Clone, Copy)]
pub(crate) enum Incoming {
    /// It joins what is here.
    Join,
    /// The device becomes what the file's was; where that can be, the device says.
    Restore(Sight<DeviceView>),
}

/// What the parts of an import share.
#[derive(Clone, Copy)]
pub(super) struct Import {
    pub(super) frame: Frame,
    pub(super) incoming: Incoming,
    pub(super) office: BackOffice,
    pub(super) stage: RwSignal<Stage>,
}

impl Import {
    /// The words of the page.
    pub(super) fn words(self) -> &'static ExchangeWords {
        &self.frame.staff_words().exchange
    }

    /// The words for backups, where one is to be restored.
    pub(super) fn restoring(self) -> Option<&'static BackupWords> {
        matches!(self.incoming, Incoming::Restore(_)).then(|| &self.frame.staff_words().backup)
    }

    /// Takes the previewed file in.
    pub(super) fn confirm(self, token: u32, adopt_office: bool) {
        self.stage.set(Stage::Importing);
        self.follow(Command::ConfirmImport { token, adopt_office }, None);
    }

    /// Forgets the previewed file.
    pub(super) fn cancel(self, token: u32) {
        self.stage.set(Stage::Idle);
        spawn_local(async move {
            if let Err(trouble) = self.office.act(Command::CancelImport { token: Some(token) }).await {
                self.stage.set(Stage::Failed(trouble));
            }
        });
    }

    /// Ends what is being read or taken in. What came of it is seen when it has ended.
    fn stop(self) {
        spawn_local(async move {
            if let Err(trouble) = self.office.act(Command::CancelImport { token: None }).await {
                self.stage.set(Stage::Failed(trouble));
            }
        });
    }

    fn read(self, file: File) {
        self.stage.set(Stage::Reading);
        let command = if self.restoring().is_some() { Command::PreviewRestore } else { Command::PreviewImport };
        self.follow(command, Some(file));
    }

    fn follow(self, command: Command, file: Option<File>) {
        spawn_local(async move {
            let name = file.as_ref().map(File::name).unwrap_or_default();
            let done = self.office.act_with(command, file.map(Into::into)).await;
            self.stage.set(match done {
                Ok((Done::Preview(view), _)) => {
                    let file = if name.is_empty() { view.file.clone() } else { name };
                    Stage::Preview(Box::new(ImportView { file, ..*view }))
                }
                Ok((Done::Imported(view), _)) => {
                    self.frame.announce(self.restoring().map_or(self.words().imported, |words| words.restored));
                    Stage::Imported(view)
                }
                Ok((Done::Plain, _)) => Stage::Idle,
                Ok(_) => Stage::Failed(Trouble::Broken("an import came to something else".to_owned())),
                Err(trouble) => Stage::Failed(trouble),
            });
        });
    }
}

/// The part of a page where a file is read.
pub(crate) fn import_part(incoming: Incoming) -> AnyView {
    let import = Import { frame: frame(), incoming, office: back_office(), stage: RwSignal::new(Stage::Idle) };
    let words = import.words();
    let (title, lead, taking) = match import.restoring() {
        None => (words.import, words.import_lead, words.importing),
        Some(words) => (words.restore, words.restore_lead, words.restoring),
    };
    view! {
        <section class="sheet stack" aria-labelledby="import-title">
            <h2 id="import-title">{title}</h2>
            <p>{lead}</p>
            {move || match import.stage.get() {
                Stage::Idle => idle(import),
                Stage::Reading => working(import, words.reading),
                Stage::Preview(view) => preview(import, &view),
                Stage::Importing => working(import, taking),
                Stage::Imported(view) => imported(import, &view),
                Stage::Failed(trouble) => failed(import, &trouble),
            }}
        </section>
    }
    .into_any()
}

/// A file can be chosen; to restore one, only where nothing is.
fn idle(import: Import) -> AnyView {
    let Incoming::Restore(device) = import.incoming else { return picking(import) };
    let restorable = Memo::new(move |_| device.with(|device| device.map(|device| device.restorable)));
    let words = &import.frame.staff_words().backup;
    let drawn = move || match restorable.get() {
        None => skeleton(),
        Some(true) => picking(import),
        Some(false) => {
            let way = link_button(Look::Plain, words.to_import, "/exchange");
            notice(Tone::Info, words.not_empty, words.not_empty_text, Some(way))
        }
    };
    view! { {drawn} }.into_any()
}

fn picking(import: Import) -> AnyView {
    let words = import.words();
    let lang = import.frame.lang();
    // The first figure costs most: it is written once the page is drawn, not when a file is read and the workers are busiest.
    request_animation_frame(move || set_timeout(move || drop(count(lang, 0)), Duration::ZERO));
    let over = RwSignal::new(false);
    let input = NodeRef::<html::Input>::new();
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = event.data_transfer().and_then(|held| held.files()).and_then(|files| files.get(0)) {
            import.read(file);
        }
    };
    let hover = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let picked = move |_| {
        if let Some(file) = input.get_untracked().and_then(|input| input.files()).and_then(|files| files.get(0)) {
            import.read(file);
        }
    };
    view! {
        <div class="drop" data-over=move || over.get().then_some("") on:dragover=hover on:dragleave=move |_| over.set(false) on:drop=drop>
            {icon("import")}
            <label class="button" data-kind="main">
                <span>{words.pick}</span>
                <input type="file" class="sr-only" accept=".gz,application/gzip" node_ref=input on:change=picked />
            </label>
            <p class="soft">{move || if over.get() { words.drop_now } else { words.drop }}</p>
        </div>
    }
    .into_any()
}

fn working(import: Import, said: &'static str) -> AnyView {
    let words = import.words();
    let lang = import.frame.lang();
    let progress = move || import.office.progress().filter(|progress| progress.total > 0);
    let told =
        move || progress().map(|progress| words.done_of(&count(lang, progress.done), &count(lang, progress.total)));
    view! {
        <div class="stack gap-1" role="status">
            <p>{said}</p>
            <progress class="meter" aria-label=said max=move || progress().map_or(1, |p| p.total).to_string()
                value=move || progress().map(|p| p.done.to_string())></progress>
            <p class="soft numeric" hidden=move || progress().is_none()>{told}</p>
        </div>
        <div class="buttons">{button(Look::Quiet, words.stop, move || import.stop())}</div>
    }
    .into_any()
}

fn failed(import: Import, trouble: &Trouble) -> AnyView {
    let another = import.restoring().map_or(import.words().another, |words| words.another);
    view! {
        {trouble_panel(trouble, None)}
        <div class="buttons">{button(Look::Plain, another, move || import.stage.set(Stage::Idle))}</div>
    }
    .into_any()
}
