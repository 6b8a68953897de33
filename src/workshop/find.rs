//! Finding words in systems.

use super::tongue::said;
use super::view::{FoundClause, FoundSystem};
use crate::office::Lang;
use crate::rules::CompiledPack;
use crate::rules::pack::{Clause, Identity, Words};
use crate::script::fold;

/// How many clauses of one system are shown.
const SHOWN_MAX: usize = 3;

/// What someone looks for.
pub(super) struct Sought {
    terms: Vec<String>,
}

impl Sought {
    /// Looks for all of `words`.
    pub(super) fn new(words: &str) -> Self {
        Self { terms: words.split_whitespace().map(fold).collect() }
    }

    /// Answers where a system speaks of it; nothing where it does not.
    pub(super) fn look(&self, lang: Lang, pack: &CompiledPack) -> Option<FoundSystem> {
        let Identity { id, version, title, sector, note, .. } = &pack.pack().identity;
        let note = note.clone().unwrap_or_default();
        let named = [id, &title.zh, &title.en, sector, &note.zh, &note.en].map(|text| fold(text)).join(" ");
        let speaks = |clause: &&Clause| {
            let Words { zh, en } = &clause.gist;
            let gist = fold(&format!("{zh} {en}"));
            self.terms.iter().all(|term| gist.contains(term))
        };
        let clauses: Vec<&Clause> = pack.pack().clauses.iter().filter(speaks).collect();
        let is_named = self.terms.iter().all(|term| named.contains(term));
        if !is_named && clauses.is_empty() {
            return None;
        }
        let shown = clauses.iter().take(if is_named { 0 } else { SHOWN_MAX });
        Some(FoundSystem {
            pack: id.clone(),
            version: version.clone(),
            clauses: shown
                .map(|clause| FoundClause { clause: clause.reference, gist: said(lang, &clause.gist) })
                .collect(),
            count: u32::try_from(clauses.len()).unwrap_or(u32::MAX),
        })
    }
}
