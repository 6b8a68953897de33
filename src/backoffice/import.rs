//! Taking in a bundle: read and shown first, counted only when somebody has said yes.
//!
//! A bundle whose events come ticket by ticket is packed while it is read: its new tickets lie in segments on the disk before
//! anybody has said yes, nothing refers to them, and a no takes them away again. A yes is one transaction. Any other bundle is read
//! into memory and stored in chunks of commits, each whole and durable on its own: what a crash in the middle leaves behind is a
//! ledger in good order, and importing the same file again adds the rest. Other commands pass between chunks.

use wasm_bindgen::JsCast;
use web_sys::{Blob, File};

use super::gathered::{Gathered, ReadThrough};
use super::gzip::unpack_by;
use super::{Writer, words};
use crate::exchange::{BundleRead, Limits, Stopped};
use crate::house::House;
use crate::office::Lang;
use crate::protocol::{Done, ImportView, Trouble};

/// What is to come of a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Its events join those that are here.
    Import,
    /// It makes an empty device what its own device was.
    Restore,
}

/// A bundle that was read and waits for a yes.
pub(super) struct Preview {
    token: u32,
    purpose: Purpose,
    file: Blob,
    /// What is taken in by commits: everything, or what adds to tickets that are here.
    bundle: Box<BundleRead>,
    /// New tickets, packed already.
    gathered: Gathered,
    view: ImportView,
}

/// How far taking in a bundle came.
enum Stored {
    Whole,
    /// Somebody ended it.
    InPart,
}

impl Writer {
    /// Reads a bundle and says what it would bring. It is kept until it is confirmed, cancelled, or another is read. Where somebody
    /// ends the reading, nothing is kept.
    pub async fn preview(&self, id: u32, file: Option<Blob>, purpose: Purpose) -> Result<Done, Trouble> {
        let file = file.ok_or_else(|| Trouble::Broken("no file came with the request".to_owned()))?;
        let name = file.dyn_ref::<File>().map(File::name).unwrap_or_default();
        let before = self.previewed.take();
        if let Some(before) = before {
            self.forget(before.gathered).await;
        }
        let (mut bundle, gathered) = loop {
            match self.gather(id, &file).await? {
                ReadThrough::Read(bundle, gathered) => {
                    if gathered.tickets.is_new_to(&self.house.borrow()) {
                        break (bundle, gathered);
                    }
                    // Another tab has taken some of it in meanwhile: those tickets are not new any more, but change.
                    self.forget(gathered).await;
                }
                ReadThrough::Scattered => match self.read_whole(id, &file).await? {
                    Some(bundle) => break (Box::new(bundle), Gathered::default()),
                    None => return Ok(Done::Plain),
                },
                ReadThrough::Stopped => return Ok(Done::Plain),
            }
        };
        let view = match purpose {
            Purpose::Import => Ok(self.house.borrow().preview_with(&bundle, &gathered.tickets, id, &name)),
            Purpose::Restore => self.house.borrow().preview_restore(&bundle, &gathered.tickets, id, &name),
        };
        let view = match view {
            Ok(view) => view,
            Err(trouble) => {
                self.forget(gathered).await;
                return Err(trouble);
            }
        };
        // What was gathered counts from here on by its segments.
        bundle.lines.retain(|line| !line.text.is_empty());
        self.previewed.replace(Some(Preview { token: id, purpose, file, bundle, gathered, view: view.clone() }));
        Ok(Done::Preview(Box::new(view)))
    }

    /// Takes in what the bundle previewed under `token` brings. Where some of it has come another way meanwhile, the answer is a
    /// new preview.
    ///
    /// Where storing fails in the middle, what is stored stays, and the preview stays too: confirming again adds the rest.
    pub async fn import(&self, id: u32, token: u32, adopt_office: bool, lang: Lang) -> Result<Done, Trouble> {
        let mut preview = self.take_preview(token)?;
        match self.store_bundle(id, &mut preview, adopt_office, lang).await {
            Ok(Stored::Whole) => {
                let view = ImportView { token: 0, ..preview.view };
                Ok(Done::Imported(Box::new(view)))
            }
            Ok(Stored::InPart) => {
                self.forget(preview.gathered).await;
                Ok(Done::Plain)
            }
            // Some of its tickets have come another way since: what it still brings is said anew.
            Err(Trouble::NotFound(_)) if !preview.gathered.tickets.is_new_to(&self.house.borrow()) => {
                self.forget(preview.gathered).await;
                self.preview(id, Some(preview.file), preview.purpose).await
            }
            Err(trouble) => {
                self.previewed.replace(Some(preview));
                Err(trouble)
            }
        }
    }

    /// Forgets the bundle previewed under `token`; without one, ends whatever is being read or taken in. What is in stays in.
    pub async fn cancel_import(&self, token: Option<u32>) -> Result<Done, Trouble> {
        match token {
            Some(token) => {
                let preview = self.take_preview(token)?;
                self.forget(preview.gathered).await;
            }
            None => self.import_stops.set(self.import_stops.get().wrapping_add(1)),
        }
        Ok(Done::Plain)
    }

    /// Reads a bundle into memory; nothing where somebody ended that.
    async fn read_whole(&self, id: u32, file: &Blob) -> Result<Option<BundleRead>, Trouble> {
        let stops = self.import_stops.get();
        let goes_on = || self.import_stops.get() == stops;
        let progress = |done, total| self.outbox.progress(id, done, total);
        let read = unpack_by(file, Limits::default(), progress, async |reader, piece| {
            if goes_on() { reader.push(piece.bytes) } else { Err(Stopped) }
        });
        let read = read.await.map_err(|error| Trouble::Broken(words(&error)))?;
        Ok(goes_on().then_some(read))
    }

    fn take_preview(&self, token: u32) -> Result<Preview, Trouble> {
        let preview = self.previewed.take();
        match preview {
            Some(preview) if preview.token == token => Ok(preview),
            other => {
                self.previewed.replace(other);
                Err(Trouble::NotFound(format!("preview {token}")))
            }
        }
    }

    async fn store_bundle(
        &self,
        id: u32,
        preview: &mut Preview,
        adopt_office: bool,
        lang: Lang,
    ) -> Result<Stored, Trouble> {
        let stops = self.import_stops.get();
        let plan = |house: &House| match preview.purpose {
            Purpose::Import => house.plan_import(&preview.bundle, adopt_office),
            Purpose::Restore => house.plan_restore(&preview.bundle),
        };
        let plans = self.ask(plan).await?;
        let total = plans.len() as u64 + u64::from(!preview.gathered.is_empty());
        for (place, plan) in (1..).zip(plans) {
            self.store_one_of_many(lang, &|_, _| Ok(plan.clone())).await?;
            self.outbox.progress(id, place, total);
            if self.import_stops.get() != stops {
                return Ok(Stored::InPart);
            }
        }
        self.take_in_gathered(&mut preview.gathered).await?;
        self.outbox.progress(id, total, total);
        Ok(Stored::Whole)
    }

    /// Takes away what was gathered and is not wanted. Where that fails, the disk keeps what nobody reads.
    async fn forget(&self, gathered: Gathered) {
        if let Err(trouble) = self.forget_gathered(gathered).await {
            self.outbox.mention(&trouble);
        }
    }
}
