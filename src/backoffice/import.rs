//! Taking in a bundle: read and shown first, stored only when somebody has said yes.
//!
//! Storing goes in chunks, each whole and durable on its own, in the ledger's order: what a crash in the middle leaves
//! behind is a ledger in good order, and importing the same file again adds the rest. Other commands pass between chunks.

use wasm_bindgen::JsCast;
use web_sys::{Blob, File};

use super::{Writer, unpack, words};
use crate::exchange::{BundleRead, Limits};
use crate::office::Lang;
use crate::protocol::{Done, ImportView, Trouble};

/// A bundle that was read and waits for a yes.
pub(super) struct Preview {
    token: u32,
    bundle: BundleRead,
    view: ImportView,
}

impl Writer {
    /// Reads a bundle and says what it would change. It is kept until it is confirmed, cancelled, or another is read.
    pub async fn preview(&self, id: u32, file: Option<Blob>) -> Result<Done, Trouble> {
        let file = file.ok_or_else(|| Trouble::Broken("no file came with the request".to_owned()))?;
        let name = file.dyn_ref::<File>().map(File::name).unwrap_or_default();
        self.previewed.take();
        let outbox = self.outbox.clone();
        let read = unpack(&file, Limits::default(), |done, total| outbox.progress(id, done, total)).await;
        let bundle = read.map_err(|error| Trouble::Broken(words(&error)))?;
        let view = self.house.borrow().preview(&bundle, id, &name);
        self.previewed.replace(Some(Preview { token: id, bundle, view: view.clone() }));
        Ok(Done::Preview(Box::new(view)))
    }

    /// Stores what the bundle previewed under `token` brings.
    ///
    /// Where storing fails in the middle, what is stored stays, and the preview stays too: confirming again adds the rest.
    pub async fn import(&self, id: u32, token: u32, adopt_office: bool, lang: Lang) -> Result<Done, Trouble> {
        let preview = self.take_preview(token)?;
        let stored = self.store_bundle(id, &preview.bundle, adopt_office, lang).await;
        if let Err(trouble) = stored {
            self.previewed.replace(Some(preview));
            return Err(trouble);
        }
        let view = ImportView { token: 0, ..preview.view };
        Ok(Done::Imported(Box::new(view)))
    }

    /// Forgets the bundle previewed under `token`.
    pub fn cancel_import(&self, token: u32) -> Result<Done, Trouble> {
        self.take_preview(token).map(|_| Done::Plain)
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

    async fn store_bundle(&self, id: u32, bundle: &BundleRead, adopt_office: bool, lang: Lang) -> Result<(), Trouble> {
        let plans = self.ask(|house| house.plan_import(bundle, adopt_office)).await?;
        let total = plans.len() as u64;
        for (place, plan) in (1..).zip(plans) {
            self.store_one_of_many(lang, |_, _| Ok(plan.clone())).await?;
            self.outbox.progress(id, place, total);
        }
        Ok(())
    }
}
