//! Packs that share clauses: a pack takes over another's clauses, replaces some, leaves some out, adds its own.

use sha2::{Digest, Sha256};

use super::model::{Clause, Pack, Place};
use super::silence::Silence;

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
            clauses.push(taken_over(Clause { from, ..clause.clone() }, pack.identity.place));
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
    let theirs = parent.silences.iter().cloned();
    silences.extend(theirs.map(|silence| Silence { place: pack.identity.place, ..silence }));
    let hash = hash(&[pack.hash.as_str(), parent.hash.as_str()]);
    Pack { identity: pack.identity, topics, clauses, silences, cases: pack.cases, hash }
}

/// Gives a clause and all that stands in it the place where the pack takes it over: its lines are those of another text.
fn taken_over(mut clause: Clause, place: Place) -> Clause {
    clause.place = place;
    clause.rules.iter_mut().for_each(|rule| rule.place = place);
    clause.ladder.iter_mut().for_each(|rung| rung.place = place);
    clause.weights.iter_mut().for_each(|weight| weight.place = place);
    clause
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
