//! What was said to one finding, opened and put together.

use super::{FindingAnswer, FindingKey, Remark, RemarkKind, Ruling};
use crate::ledger::{Mark, Said, Ticket};

/// Answers to one finding, and the decision on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingFile {
    /// Which finding.
    pub key: FindingKey,
    /// What the person concerned answered, in the order of events.
    pub answers: Vec<Said>,
    /// The decision that holds.
    pub ruled: Option<Ruled>,
}

/// A decision with who took it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled {
    /// Who and when.
    pub mark: Mark,
    /// What.
    pub ruling: Ruling,
    /// Whether someone who did not know of it decided too; until someone decides who knew both, the first holds.
    pub contested: bool,
}

impl Ticket {
    /// What was said to its findings, in the order in which each was first spoken to. What this build cannot read is left
    /// out.
    pub fn finding_files(&self) -> Vec<FindingFile> {
        let mut files = Vec::new();
        for remark in &self.findings {
            match remark.kind {
                RemarkKind::Answer => take_answer(&mut files, remark),
                RemarkKind::Decision => take_ruling(&mut files, remark),
            }
        }
        files
    }
}

fn take_answer(files: &mut Vec<FindingFile>, remark: &Remark) {
    let Some(FindingAnswer { finding, text }) = remark.content.open() else { return };
    if let Some(file) = file_of(files, &finding) {
        file.answers.push(Said { mark: remark.mark.clone(), text });
    }
}

/// Lets a decision hold, unless its maker did not know the one that holds.
fn take_ruling(files: &mut Vec<FindingFile>, remark: &Remark) {
    let Some(ruling) = remark.content.open::<Ruling>() else { return };
    let Some(file) = file_of(files, &ruling.finding) else { return };
    match &mut file.ruled {
        Some(first) if !remark.knew.contains(&first.mark.event) => first.contested = true,
        ruled => *ruled = Some(Ruled { mark: remark.mark.clone(), ruling, contested: false }),
    }
}

/// The file of a finding, opened where there is none.
fn file_of<'a>(files: &'a mut Vec<FindingFile>, key: &FindingKey) -> Option<&'a mut FindingFile> {
    let place = files.iter().position(|file| file.key == *key).unwrap_or_else(|| {
        files.push(FindingFile { key: key.clone(), answers: Vec::new(), ruled: None });
        files.len() - 1
    });
    files.get_mut(place)
}
