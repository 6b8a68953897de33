//! Finding words in all systems that come with the app.

use super::tongue::said;
use super::view::{FoundClause, FoundSystem};
use crate::office::Lang;
use crate::rules::CompiledPack;
use crate::rules::pack::{Clause, Identity, Words};
use crate::script::fold;

/// How many clauses of one system are shown.
const SHOWN_MAX: usize = 3;

/// Lists the systems that speak of all of `words`, in the order of the library.
pub(super) fn find(lang: Lang, library: &[CompiledPack], words: &str) -> Vec<FoundSystem> {
    let folded = fold(words);
    let terms: Vec<&str> = folded.split_whitespace().collect();
    let found = library.iter().map(|pack| look(lang, pack, &terms));
    found.flatten().collect()
}

fn look(lang: Lang, pack: &CompiledPack, terms: &[&str]) -> Option<FoundSystem> {
    let Identity { id, title, sector, note, .. } = &pack.pack().identity;
    let note = note.clone().unwrap_or_default();
    let named = [id, &title.zh, &title.en, sector, &note.zh, &note.en].map(|text| fold(text)).join(" ");
    let speaks = |clause: &&Clause| {
        let Words { zh, en } = &clause.gist;
        let gist = fold(&format!("{zh} {en}"));
        terms.iter().all(|term| gist.contains(term))
    };
    let clauses: Vec<&Clause> = pack.pack().clauses.iter().filter(speaks).collect();
    let is_named = terms.iter().all(|term| named.contains(term));
    if !is_named && clauses.is_empty() {
        return None;
    }
    let shown = clauses.iter().take(if is_named { 0 } else { SHOWN_MAX });
    Some(FoundSystem {
        pack: id.clone(),
        clauses: shown.map(|clause| FoundClause { clause: clause.reference, gist: said(lang, &clause.gist) }).collect(),
        count: u32::try_from(clauses.len()).unwrap_or(u32::MAX),
    })
}
