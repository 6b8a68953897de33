//! What was said to a finding: a part of the folded ticket.

use super::{FindingKey, Ruling};
use crate::ledger::{Mark, Said};

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

impl FindingFile {
    /// How many findings of a ticket are filed: no office comes near it, and a hostile file must not cost more than it
    /// weighs. What comes later stays in the history.
    const FILED_MAX: usize = 200;

    /// The file of a finding, opened where there is none.
    pub(in crate::ledger) fn of<'a>(files: &'a mut Vec<Self>, key: &FindingKey) -> Option<&'a mut Self> {
        let known = files.iter().position(|file| file.key == *key);
        if known.is_none() && files.len() < Self::FILED_MAX {
            files.push(Self { key: key.clone(), answers: Vec::new(), ruled: None });
            return files.last_mut();
        }
        files.get_mut(known?)
    }

    /// Takes a decision in. `knew` tells whether its maker knew the one that holds so far.
    pub(in crate::ledger) fn rule(&mut self, mark: Mark, ruling: Ruling, knew: impl FnOnce(&Mark) -> bool) {
        match &mut self.ruled {
            Some(first) if !knew(&first.mark) => first.contested = true,
            ruled => *ruled = Some(Ruled { mark, ruling, contested: false }),
        }
    }
}
