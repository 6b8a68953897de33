//! From what the exchange found in a bundle to what a screen draws of it.

use super::{ChainFaultView, ImportView, Problem};
use crate::exchange::{ImportPlan, ProblemAt};
use crate::ledger::{ChainFault, ChainFaultKind};

impl From<&ProblemAt> for Problem {
    fn from(at: &ProblemAt) -> Self {
        Self { line: at.line, code: at.problem.code().to_owned(), words: at.to_string() }
    }
}

impl From<&ChainFault> for ChainFaultView {
    fn from(fault: &ChainFault) -> Self {
        Self {
            device: fault.device.to_string(),
            fork: fault.kind == ChainFaultKind::Fork,
            from_seq: fault.from_seq,
            to_seq: fault.to_seq,
        }
    }
}

impl ImportPlan<'_> {
    /// Shows the bundle, `file` by name, and what taking it in would change. Of the office it says only whether there is one.
    pub fn view(&self, token: u32, file: &str) -> ImportView {
        let read = self.read;
        let manifest = read.manifest.as_ref();
        let office = manifest.and_then(|manifest| manifest.office.as_ref());
        ImportView {
            token,
            file: file.to_owned(),
            office: office.map_or_else(String::new, |office| office.name.clone()),
            device: manifest.map_or_else(String::new, |manifest| manifest.device.to_string()),
            made_ms: manifest.map_or(0, |manifest| manifest.made_at_ms),
            tickets: read.contents.tickets,
            events: read.contents.events,
            new_events: self.new_events,
            new_tickets: self.new_tickets,
            changed_tickets: self.changed_tickets,
            brings_office: read.office.is_some(),
            signed: read.signed,
            problems: read.problems.iter().map(Problem::from).collect(),
            notes: read.notes.iter().chain(&self.notes).map(Problem::from).collect(),
            chain_faults: self.new_faults.iter().map(ChainFaultView::from).collect(),
            restores: None,
            lives_on: None,
        }
    }
}
