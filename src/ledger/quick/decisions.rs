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
/// How long the texts of all that are remembered may be. What is more is read each time.
const KEPT_MAX_BYTES: usize = 4 << 20;
/// How many of one beginning are remembered.
const ALIKE_MAX: usize = 16;

/// Remembers decisions by their text.
#[derive(Default)]
pub(super) struct Decisions {
    kept: HashMap<Box<[u8]>, Vec<Kept>>,
    /// How long the texts of all are.
    bytes: usize,
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
            && let Some(place) = alike.iter().position(|kept| begins_with(text.as_bytes(), kept.text.as_bytes()))
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
        if kept.bytes() < BEGINNING_BYTES || self.bytes + kept.bytes() > KEPT_MAX_BYTES {
            return;
        }
        let alike = self.kept.entry(beginning.into()).or_default();
        if alike.len() < ALIKE_MAX {
            self.bytes += kept.bytes();
            alike.push(kept);
        }
    }
}

/// Whether `text` begins with `beginning`: compared eight bytes at a time, as there are a hundred megabytes of it in a large file.
fn begins_with(text: &[u8], beginning: &[u8]) -> bool {
    let Some(text) = text.get(..beginning.len()) else { return false };
    let ((words, rest), (ours, our_rest)) = (text.as_chunks::<8>(), beginning.as_chunks::<8>());
    words.iter().zip(ours).all(|(one, other)| u64::from_ne_bytes(*one) == u64::from_ne_bytes(*other))
        && rest == our_rest
}

#[cfg(test)]
mod tests {
    use super::begins_with;

    #[test]
    fn a_beginning_is_compared_to_its_last_byte() {
        let text = b"0123456789abcdefghij";
        for length in 0..=text.len() {
            let mut beginning = text[..length].to_vec();
            assert!(begins_with(text, &beginning));
            for place in 0..length {
                beginning[place] ^= 1;
                assert!(!begins_with(text, &beginning), "{length} {place}");
                beginning[place] ^= 1;
            }
        }
        assert!(!begins_with(&text[..7], text));
    }
}
