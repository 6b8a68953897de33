//! Who may say what to a finding.

use serde::{Deserialize, Serialize};

use super::{Bearing, ChosenSanction, Finding, FindingAnswer, FindingFile, FindingKey, Judgement, Ruling};
use crate::ledger::{Standing, TextField};
use crate::office::Post;
use crate::rules::Stamp;

/// The most sanctions that one decision may choose.
const SANCTIONS_MAX: usize = 20;

/// Why an answer or a decision is not accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingRefusal {
    /// Nothing in the ledger raises such a finding, and nobody has spoken to it.
    NotRaised,
    /// Only the person concerned answers.
    NotConcerned,
    /// Only a head or a leader decides.
    NotALeader,
    /// Nobody decides about himself.
    AboutOneself,
    /// It was decided.
    AlreadyDecided,
    /// Words are missing.
    EmptyText,
    /// A text is too long.
    TooLong {
        /// The most bytes (UTF-8) that it may have.
        max_bytes: u32,
    },
    /// So many sanctions, or the same one twice.
    TooManySanctions {
        /// The most.
        max: usize,
    },
}

/// What a leader decides, as the screen sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plea {
    /// What bears on it.
    pub bearing: Bearing,
    /// What is decided.
    pub judgement: Judgement,
    /// Why.
    pub reason: String,
}

/// Works out what an answer states.
pub fn plan_answer(
    file: Option<&FindingFile>,
    standing: &Standing,
    key: &FindingKey,
    text: &str,
) -> Result<FindingAnswer, FindingRefusal> {
    if standing.staff.as_ref() != Some(&key.staff) {
        return Err(FindingRefusal::NotConcerned);
    }
    refuse_decided(file)?;
    Ok(FindingAnswer { finding: key.clone(), text: needed(text)? })
}

/// Works out what a decision states; `stamp` is the ticket's system.
pub fn plan_ruling(
    file: Option<&FindingFile>,
    standing: &Standing,
    finding: &Finding,
    plea: &Plea,
    stamp: &Stamp,
) -> Result<Ruling, FindingRefusal> {
    may_rule(file, standing, &finding.key)?;
    if let Judgement::Upheld(sanctions) = &plea.judgement {
        refuse_repeated(sanctions)?;
    }
    Ok(Ruling {
        finding: finding.key.clone(),
        role: finding.role,
        scope: finding.scope,
        since_ms: finding.since_ms,
        pack: stamp.pack.clone(),
        version: stamp.version.clone(),
        bearing: plea.bearing.clone(),
        judgement: plea.judgement.clone(),
        reason: needed(&plea.reason)?,
    })
}

impl FindingKey {
    /// Tells whether the person may answer now.
    pub fn may_be_answered_by(&self, file: Option<&FindingFile>, standing: &Standing) -> bool {
        standing.staff.as_ref() == Some(&self.staff) && refuse_decided(file).is_ok()
    }

    /// Tells whether the person may decide now.
    pub fn may_be_decided_by(&self, file: Option<&FindingFile>, standing: &Standing) -> bool {
        may_rule(file, standing, self).is_ok()
    }
}

fn may_rule(file: Option<&FindingFile>, standing: &Standing, key: &FindingKey) -> Result<(), FindingRefusal> {
    if standing.staff.is_none() || !matches!(standing.post, Post::Head | Post::Leader) {
        return Err(FindingRefusal::NotALeader);
    }
    if standing.staff.as_ref() == Some(&key.staff) {
        return Err(FindingRefusal::AboutOneself);
    }
    refuse_decided(file)
}

/// Refuses where a decision holds that nobody contests.
fn refuse_decided(file: Option<&FindingFile>) -> Result<(), FindingRefusal> {
    let ruled = file.and_then(|file| file.ruled.as_ref());
    if ruled.is_some_and(|ruled| !ruled.contested) { Err(FindingRefusal::AlreadyDecided) } else { Ok(()) }
}

fn refuse_repeated(sanctions: &[ChosenSanction]) -> Result<(), FindingRefusal> {
    let codes: std::collections::BTreeSet<_> = sanctions.iter().map(|chosen| chosen.code).collect();
    if codes.len() == sanctions.len() && sanctions.len() <= SANCTIONS_MAX {
        return Ok(());
    }
    Err(FindingRefusal::TooManySanctions { max: SANCTIONS_MAX })
}

/// A text that must say something, without blanks around it.
fn needed(words: &str) -> Result<String, FindingRefusal> {
    let words = words.trim();
    if words.is_empty() {
        return Err(FindingRefusal::EmptyText);
    }
    match u32::try_from(words.len()) {
        Ok(bytes) if bytes <= TextField::MAX_BYTES => Ok(words.to_owned()),
        _ => Err(FindingRefusal::TooLong { max_bytes: TextField::MAX_BYTES }),
    }
}
