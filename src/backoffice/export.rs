//! Writing a bundle of everything on this device, or a backup, while the work goes on.
//!
//! What goes in is settled at the start; the lines are then fetched a few at a time, packed ones segment by segment, so that
//! nobody waits for a long export. Only after the file is whole is it stored that these events have been carried away.

use wasm_bindgen::JsValue;
use web_sys::Blob;

use super::away::part;
use super::writer::now;
use super::{Packer, Writer, words};
use crate::exchange::{BundleWriter, DeviceKey, WriteError};
use crate::house::{ExportParts, House, Moment};
use crate::ledger::EventId;
use crate::office::Lang;
use crate::protocol::{Done, Trouble};

/// How often a file is begun; packing comes seldom, so the second time is mostly the last.
const ATTEMPTS_MAX: usize = 4;
/// How many events are fetched and compressed at a time.
const PIECE_EVENTS: usize = 500;
/// How much packed text is compressed at a time, in bytes.
const PIECE_BYTES: usize = 256 << 10;

/// Gathers what a file writes.
type Gather = fn(&House, Moment) -> Result<ExportParts, Trouble>;

impl Writer {
    /// Writes a bundle; the file that goes beside the reply.
    pub async fn export(&self, id: u32, lang: Lang) -> Result<(Done, Blob), Trouble> {
        self.write_file(id, lang, |house, moment| Ok(house.export(moment))).await
    }

    /// Writes a backup, which counts as an export too; the file that goes beside the reply.
    pub async fn back_up(&self, id: u32, lang: Lang) -> Result<(Done, Blob), Trouble> {
        self.write_file(id, lang, House::back_up).await
    }

    async fn write_file(&self, id: u32, lang: Lang, gather: Gather) -> Result<(Done, Blob), Trouble> {
        let key = DeviceKey::from_seed(&self.seed());
        // Nothing begins to be packed until this is written; what was under way, here or in another tab, may end meanwhile.
        let packing = self.packing.replace(true);
        let written = self.write_settled(id, &key, gather).await;
        self.packing.set(packing);
        let (parts, file) = written?;
        let noted = self.store_planned(lang, &|house, _| house.plan_exported(parts.carried)).await;
        if let Err(trouble) = noted {
            // Whoever exports because the disk is full or the database gone needs the file all the more.
            self.outbox.mention(&trouble);
        }
        let events = parts.cover.contents.events;
        let done = Done::Exported { name: parts.name, events, fresh: parts.fresh };
        Ok((done, file))
    }

    /// Writes what there is, anew where lines were packed while it was written.
    async fn write_settled(&self, id: u32, key: &DeviceKey, gather: Gather) -> Result<(ExportParts, Blob), Trouble> {
        for _ in 0..ATTEMPTS_MAX {
            // A ticket that something was added to without its packed lines would go out without them.
            self.bring_missed().await?;
            let parts = gather(&self.house.borrow(), now())?;
            if let Some(file) = self.write(id, &parts, key).await? {
                return Ok((parts, file));
            }
        }
        Err(Trouble::Broken("lines are packed faster than a file is written".to_owned()))
    }

    /// Writes the file; none where a line is not here any more.
    async fn write(&self, id: u32, parts: &ExportParts, key: &DeviceKey) -> Result<Option<Blob>, Trouble> {
        let packer = Packer::start().map_err(|error| thrown(&error))?;
        let mut piece = Vec::new();
        let mut bundle = BundleWriter::start(&parts.cover, parts.office.as_ref(), key, &mut piece)
            .map_err(|error| unwritten(&error))?;
        if let Some(device) = &parts.device {
            bundle.device(device, &mut piece).map_err(|error| unwritten(&error))?;
        }
        let mut done = 0;
        for lying in parts.packed.chunk_by(|(one, _), (other, _)| one.segment == other.segment) {
            let Some((first, _)) = lying.first() else { continue };
            let key = usize::try_from(first.segment).ok().and_then(|place| parts.segments.get(place));
            let text = self.segment_with(key.copied(), first.segment).await?;
            for (place, _) in lying {
                for line in part(&text, *place).unwrap_or_default().lines() {
                    bundle.event(line, &mut piece).map_err(|error| unwritten(&error))?;
                    done += 1;
                }
                if piece.len() > PIECE_BYTES {
                    packer.write(&piece).await.map_err(|error| thrown(&error))?;
                    piece.clear();
                }
            }
            self.outbox.progress(id, done, parts.cover.contents.events);
        }
        for events in parts.events.chunks(PIECE_EVENTS) {
            if !self.fetch(events, &mut bundle, &mut piece)? {
                return Ok(None);
            }
            packer.write(&piece).await.map_err(|error| thrown(&error))?;
            piece.clear();
            done += events.len() as u64;
            self.outbox.progress(id, done, parts.cover.contents.events);
        }
        bundle.seal(&mut piece).map_err(|error| unwritten(&error))?;
        packer.write(&piece).await.map_err(|error| thrown(&error))?;
        packer.finish().await.map(Some).map_err(|error| thrown(&error))
    }

    /// Writes these events; whether all of them are here.
    fn fetch(&self, events: &[EventId], bundle: &mut BundleWriter<'_>, piece: &mut Vec<u8>) -> Result<bool, Trouble> {
        let house = self.house.borrow();
        for event in events {
            let Some(line) = house.ledger().line(*event) else { return Ok(false) };
            bundle.event(line, piece).map_err(|error| unwritten(&error))?;
        }
        Ok(true)
    }
}

fn thrown(error: &JsValue) -> Trouble {
    Trouble::Broken(words(error))
}

fn unwritten(error: &WriteError) -> Trouble {
    Trouble::Broken(error.to_string())
}
