//! Packs that share clauses: a pack takes over another's clauses, replaces some, leaves some out, adds its own.

use sha2::{Digest, Sha256};

use super::model::{Clause, Pack};

/// Joins `pack` with `parent`, whose clauses it takes over.
///
/// A clause of `pack` with the same reference replaces the parent's whole clause, in its place; further clauses follow.
/// Topics and silences are joined; cases are the child's own. The hash covers both texts.
#[must_use]
pub fn extend(pack: Pack, parent: &Pack) -> Pack {
    let mut own = pack.clauses;
    let mut clauses: Vec<Clause> = Vec::new();
    for clause in &parent.clauses {
        let replaced = own.iter().position(|mine| mine.reference == clause.reference);
        if let Some(position) = replaced {
            clauses.push(own.remove(position));
        } else if !pack.identity.without.contains(&clause.reference) {
            let from = clause.from.clone().or_else(|| Some(parent.identity.id.clone()));
            clauses.push(Clause { from, ..clause.clone() });
        }
    }
    clauses.append(&mut own);
    let mut topics = pack.topics;
    topics.extend(
        parent
            .topics
            .iter()
            .filter(|theirs| !topics.iter().any(|mine| mine.code == theirs.code))
            .cloned()
            .collect::<Vec<_>>(),
    );
    let mut silences = pack.silences;
    silences.extend(parent.silences.iter().cloned());
    let hash = hash(&[pack.hash.as_str(), parent.hash.as_str()]);
    Pack { identity: pack.identity, topics, clauses, silences, cases: pack.cases, hash }
}

/// Hashes texts, each by its length and content (SHA-256, hexadecimal).
pub(super) fn hash(texts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for text in texts {
        hasher.update((text.len() as u64).to_be_bytes());
        hasher.update(text.as_bytes());
    }
    hasher.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        hex.extend([byte >> 4, byte & 15].map(|digit| char::from_digit(u32::from(digit), 16).unwrap_or('0')));
        hex
    })
}
