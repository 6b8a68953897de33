//! Lines that lie packed: bringing them when somebody asks, and packing what has gathered.
//!
//! Packing runs beside everything else. Its segments are compressed and stored first, while registrations go on; nothing refers
//! to them yet. Then it takes its turn and packs the few tickets that something has happened to meanwhile. What is known of all is laid
//! down out of turn, and counts with one small transaction. Whatever happens before that is complete, the database is as it was.

use std::collections::BTreeMap;

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use super::gzip::{expand, squeeze};
use super::seldom::seldom;
use super::underway::Underway;
use super::writer::now;
use super::{News, Outbox, Store, StoreError, Writer, words};
use crate::house::{Gathering, House, Repacked, Tables};
use crate::ledger::TicketId;
use crate::ledger::packed::{PackedTicket, Place};
use crate::protocol::Trouble;
use crate::storage::{self, Header};

/// How often what was missed is brought for one question before something must be wrong.
const ROUNDS_MAX: usize = 16;
/// How many segments are stored in one transaction.
pub(super) const SEGMENTS_AT_ONCE: usize = 8;
/// How many bytes of tables are laid down in one transaction: a registration in another tab waits for two of them at most.
const TABLES_AT_ONCE_BYTES: usize = 4 << 20;

/// What an attempt to pack has stored that does not count yet.
#[derive(Default)]
struct Stored {
    segments: Vec<u64>,
    tables: Header,
}

/// How an attempt to pack ended.
enum Packed {
    Done,
    /// Another tab was quicker.
    Overtaken,
}

impl Writer {
    /// Answers from the house. Where lines lie packed that the answer needs, they are brought and it is asked again.
    pub(super) async fn ask<T>(&self, ask: impl Fn(&House) -> Result<T, Trouble>) -> Result<T, Trouble> {
        self.house.borrow_mut().give_back();
        for _ in 0..ROUNDS_MAX {
            let answer = ask(&self.house.borrow());
            if !self.bring_missed().await? {
                return answer;
            }
        }
        Err(Trouble::Broken("the same packed lines are missed again and again".to_owned()))
    }

    /// Brings the lines of packed tickets that were missed; whether there were any.
    pub(super) async fn bring_missed(&self) -> Result<bool, Trouble> {
        let missed = self.house.borrow().missed();
        let mut by_segment: BTreeMap<u32, Vec<(TicketId, Place)>> = BTreeMap::new();
        for (ticket, place) in missed {
            by_segment.entry(place.segment).or_default().push((ticket, place));
        }
        let any = !by_segment.is_empty();
        for (segment, tickets) in by_segment {
            let text = self.segment(segment).await?;
            let mut house = self.house.borrow_mut();
            for (ticket, place) in tickets {
                let lines = part(&text, place).ok_or_else(|| lost(segment))?;
                house.bring(ticket, lines)?;
            }
        }
        Ok(any)
    }

    /// A segment's text.
    pub(super) async fn segment(&self, segment: u32) -> Result<String, Trouble> {
        let key = self.house.borrow().ledger().packed().segment_key(segment);
        self.segment_with(key, segment).await
    }

    /// The same of a segment whose key was found before.
    pub(super) async fn segment_with(&self, key: Option<u64>, segment: u32) -> Result<String, Trouble> {
        let key = key.ok_or_else(|| lost(segment))?;
        let bytes = self.store.segment(key).await?.ok_or_else(|| lost(segment))?;
        unpacked(&bytes).await
    }

    /// Packs what has gathered, where it is time to. That it could not be packed harms nothing; it is tried again before
    /// long.
    pub(super) async fn pack_if_due(&self) {
        if !self.is_whole() {
            return;
        }
        let due = self.house.borrow().wants_packing(self.unpacked_bytes.get());
        if self.lost().is_some() || !(due || self.may_squeeze.get()) || self.packing.replace(true) {
            return;
        }
        let packed = if due { self.pack().await } else { self.squeeze_gathered().await };
        if let Err(trouble) = packed {
            // Not before as much again has gathered: on a full disk every attempt would cost the same for nothing.
            self.unpacked_bytes.set(self.house.borrow().ledger().bytes_here());
            self.outbox.mention(&trouble);
        }
        self.packing.set(false);
    }

    /// Packs everything that is here.
    pub async fn pack(&self) -> Result<(), Trouble> {
        self.pack_with(&mut Gathering::default(), &[]).await
    }

    /// Packs everything that is here, and lets new tickets count that lie in segments with these keys.
    pub(super) async fn pack_with(&self, gathered: &mut Gathering, gathered_keys: &[u64]) -> Result<(), Trouble> {
        let _on_their_way = self.segments_on_their_way().await;
        for _ in 0..ROUNDS_MAX {
            let mut stored = Stored::default();
            let packed = self.try_to_pack(gathered, gathered_keys, &mut stored).await;
            if !matches!(packed, Ok(Packed::Done))
                && let Err(trouble) = self.take_away(&stored.segments, &stored.tables).await
            {
                self.outbox.mention(&trouble);
            }
            match packed {
                Ok(Packed::Overtaken) if !gathered.is_empty() => {}
                // Somebody has packed the same meanwhile; those segments serve.
                Ok(Packed::Done | Packed::Overtaken) => return Ok(()),
                Err(trouble) => return Err(trouble),
            }
        }
        Err(StoreError::Behind.into())
    }

    /// One attempt; `stored` gets the keys of what it stores.
    async fn try_to_pack(
        &self,
        gathered: &mut Gathering,
        gathered_keys: &[u64],
        stored: &mut Stored,
    ) -> Result<Packed, Trouble> {
        self.bring_missed().await?;
        let before = self.store.packed().commits;
        let mut tickets = Vec::new();
        self.pack_segments(&mut tickets, &mut stored.segments).await?;
        let repacked = {
            let _turn = self.turn.lock().await;
            if self.is_overtaken(before)? {
                return Ok(Packed::Overtaken);
            }
            // What has happened to tickets meanwhile; nothing more can happen now.
            self.pack_segments(&mut tickets, &mut stored.segments).await?;
            self.repacked(&tickets, stored.segments.clone(), gathered, gathered_keys)?
        };
        let (laid, transactions) = storage::lay(&repacked.tables, fresh_batch()?, TABLES_AT_ONCE_BYTES);
        stored.tables = laid;
        let mut laying = Underway::default();
        for transaction in transactions {
            // Handed over while the disk writes the one before.
            let next = Underway::begin(self.store.carry_out(transaction)).await;
            laying.end().await.transpose()?;
            laying = next;
        }
        laying.end().await.transpose()?;
        let _turn = self.turn.lock().await;
        if self.is_overtaken(before)? {
            return Ok(Packed::Overtaken);
        }
        let mut rounds = 0..ROUNDS_MAX;
        loop {
            let beside = self.house.borrow().lines_beside(&repacked);
            match self.store.pack(&stored.tables, &beside, gathered_keys).await {
                Ok(()) => break,
                // What was stored meanwhile stays beside: a busy kiosk does not keep a packing waiting.
                Err(StoreError::Behind) if rounds.next().is_some() && self.take_news().await? => {}
                Err(error) => return Err(error.into()),
            }
            if self.store.packed().commits != before {
                return Ok(Packed::Overtaken);
            }
        }
        self.house.borrow_mut().take_repacked(repacked);
        if !gathered.is_empty() {
            let events = self.house.borrow().events();
            self.changed(now(), events, false);
        }
        Ok(Packed::Done)
    }

    /// Whether another tab has packed since, or why nothing can be packed.
    fn is_overtaken(&self, before: u64) -> Result<bool, Trouble> {
        match self.lost() {
            Some(loss) => Err(loss),
            None => Ok(self.store.packed().commits != before),
        }
    }

    /// Takes segments away that nothing refers to.
    pub(super) async fn forget_segments(&self, keys: &[u64]) -> Result<(), Trouble> {
        self.take_away(keys, &Header::default()).await
    }

    async fn take_away(&self, segments: &[u64], laid: &Header) -> Result<(), Trouble> {
        let transaction = storage::forget(segments, laid);
        if transaction.writes.is_empty() {
            return Ok(());
        }
        Ok(self.store.carry_out(transaction).await?)
    }

    /// Whether every line that the house knows of can be had, though the database is gone.
    pub(super) fn knows_all(&self) -> bool {
        let has_packed = self.lacks_ledger.get() || !self.house.borrow().ledger().packed().is_empty();
        !has_packed || self.store.is_rescued()
    }

    /// Takes packed lines back into the memory, as far as they were rescued.
    pub(super) async fn unpack_rescued(&self) -> Result<(), Trouble> {
        if !self.store.is_rescued() {
            return Ok(());
        }
        let lines = with_all_segments(&self.store, Vec::new()).await?;
        self.house.borrow_mut().take_in(&lines)
    }

    fn repacked(
        &self,
        tickets: &[PackedTicket],
        mut keys: Vec<u64>,
        gathered: &mut Gathering,
        gathered_keys: &[u64],
    ) -> Result<Repacked, Trouble> {
        let mut house = self.house.borrow_mut();
        if !gathered.is_new_to(&house) {
            return Err(Trouble::NotFound("tickets that were new when the file was read".to_owned()));
        }
        let first = house.ledger().packed().segment_keys().len() + keys.len();
        gathered.place_from(u32::try_from(first).unwrap_or(u32::MAX));
        let tickets: Vec<&PackedTicket> = tickets.iter().chain(gathered.tickets()).collect();
        keys.extend(gathered_keys);
        house.repacked(&tickets, &keys, gathered.rows())
    }

    /// Stores segments of all tickets that are here and not among `tickets` as they now are.
    async fn pack_segments(&self, tickets: &mut Vec<PackedTicket>, keys: &mut Vec<u64>) -> Result<(), Trouble> {
        let packing = self.house.borrow().ledger().packing(&*tickets);
        let batch = fresh_batch()?;
        let mut waiting = Vec::new();
        for place in 0..packing.segments() {
            let (text, packed) = self.house.borrow().ledger().write_segment(&packing, place, keys.len());
            let key = batch + place as u64;
            let bytes = squeeze(&Uint8Array::from(text.as_bytes())).await.map_err(|error| thrown(&error))?;
            waiting.push((key, bytes));
            tickets.extend(packed);
            keys.push(key);
            if waiting.len() == SEGMENTS_AT_ONCE || place + 1 == packing.segments() {
                self.store.carry_out(storage::segments(std::mem::take(&mut waiting))).await?;
            }
        }
        Ok(())
    }
}

/// What is packed, where that is news. Where its tables are damaged, everything is read from the segments, and packed anew
/// before long.
pub(super) async fn found(store: &Store, outbox: &Outbox, mut news: News) -> Result<(Option<Tables>, News), Trouble> {
    let error = match news.packed.take() {
        None => return Ok((None, news)),
        Some(Ok(tables)) => return Ok((Some(tables), news)),
        Some(Err(error)) => error,
    };
    outbox.mention(&Trouble::Broken(error.to_string()));
    let lines = seldom(with_all_segments(store, std::mem::take(&mut news.lines))).await?;
    Ok((Some(Tables::default()), News { lines, ..news }))
}

/// The lines of all segments, and these behind them.
pub(super) async fn with_all_segments(store: &Store, mut newest: Vec<String>) -> Result<Vec<String>, Trouble> {
    let mut lines = Vec::new();
    for key in store.packed().segments {
        let bytes = store.segment(key).await?.ok_or_else(|| Trouble::Broken(format!("segment {key} is gone")))?;
        lines.extend(seldom(unpacked(&bytes)).await?.lines().map(str::to_owned));
    }
    lines.append(&mut newest);
    Ok(lines)
}

/// The text of a segment as it is stored.
async fn unpacked(bytes: &Uint8Array) -> Result<String, Trouble> {
    let text = expand(bytes).await.map_err(|error| thrown(&error))?;
    String::from_utf8(text).map_err(|error| Trouble::Broken(format!("a packed segment: {error}")))
}

pub(super) fn part(text: &str, place: Place) -> Option<&str> {
    let start = usize::try_from(place.start).ok()?;
    text.get(start..start + usize::try_from(place.bytes).ok()?)
}

/// Draws the start of keys that no other tab draws.
pub(super) fn fresh_batch() -> Result<u64, Trouble> {
    let mut batch = [0; 4];
    getrandom::fill(&mut batch).map_err(|error| Trouble::Broken(format!("no chance for a key: {error}")))?;
    Ok(u64::from(u32::from_le_bytes(batch)) << 20)
}

fn lost(segment: u32) -> Trouble {
    Trouble::Broken(format!("the packed segment {segment} is not where it was stored"))
}

fn thrown(error: &JsValue) -> Trouble {
    Trouble::Broken(words(error))
}
