//! Decisions that stood in a line before.
//!
//! An office's systems answer the same situation with the same words: among a hundred thousand tickets there are some hundred
//! different decisions. A text that begins with a whole decision that was read before begins with that decision, so it need not be
//! read again.

use std::collections::HashMap;
use std::sync::Arc;

use super::glance::Glance;
use crate::json;
use crate::rules::Decision;

/// What a decision is looked up by: so much of its beginning.
const BEGINNING_BYTES: usize = 120;
/// How many are remembered, all of them and of one beginning. What is more is read each time.
const KEPT_MAX: usize = 4_096;
const ALIKE_MAX: usize = 16;
/// Longer ones are read each time.
const TEXT_MAX_BYTES: usize = 16 << 10;

/// Remembers decisions by their text.
#[derive(Default)]
pub(super) struct Decisions {
    kept: HashMap<Box<[u8]>, Vec<Kept>>,
    count: usize,
}

/// A decision as it was read.
#[derive(Clone)]
pub(super) struct Kept {
    text: Arc<str>,
    pub(super) decision: Arc<Decision>,
    /// How deep its text nests.
    pub(super) depth: usize,
}

impl Kept {
    /// How many bytes of text it took.
    pub(super) fn bytes(&self) -> usize {
        self.text.len()
    }
}

impl Decisions {
    /// The decision with which `text` begins.
    pub(super) fn first_of(&mut self, text: &str) -> Option<Kept> {
        let beginning = text.as_bytes().get(..BEGINNING_BYTES)?;
        if let Some(alike) = self.kept.get_mut(beginning)
            && let Some(place) = alike.iter().position(|kept| text.starts_with(&*kept.text))
        {
            let kept = alike.get(place).cloned();
            // Tickets of one kind come in numbers.
            if let Some(before) = place.checked_sub(1) {
                alike.swap(before, place);
            }
            return kept;
        }
        let (decision, bytes) = json::read_first(text).ok()?;
        let text = text.get(..bytes).filter(|text| !Glance::at(text).controls)?;
        let kept = Kept { text: text.into(), decision: Arc::new(decision), depth: json::depth_of(text.as_bytes()) };
        self.keep(beginning, kept.clone());
        Some(kept)
    }

    fn keep(&mut self, beginning: &[u8], kept: Kept) {
        if self.count >= KEPT_MAX || !(BEGINNING_BYTES..=TEXT_MAX_BYTES).contains(&kept.bytes()) {
            return;
        }
        let alike = self.kept.entry(beginning.into()).or_default();
        if alike.len() < ALIKE_MAX {
            alike.push(kept);
            self.count += 1;
        }
    }
}
