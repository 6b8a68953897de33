//! Says what taking a bundle in would change, without changing anything.
//!
//! Invariant: planning the same bundle again after it was taken in finds nothing new.

use std::collections::BTreeSet;

use super::problem::{BundleProblem, ProblemAt};
use super::{BundleRead, EventLine};
use crate::ledger::{ChainFault, ChainStep, Ledger, TicketId};
use crate::office::OfficeId;

/// New tickets that were taken out of a bundle while it was read.
#[derive(Clone, Debug, Default)]
pub struct TakenOut {
    /// How many of their events register a ticket.
    pub registering: u64,
    /// The places of all their events; none of them is here.
    pub steps: Vec<ChainStep>,
}

/// What taking a bundle in would change.
#[derive(Clone, Debug)]
pub struct ImportPlan<'read> {
    /// The bundle.
    pub read: &'read BundleRead,
    /// The events that are not here yet, in the bundle's order.
    pub new_lines: Vec<&'read EventLine>,
    /// How many events are not here yet.
    pub new_events: u64,
    /// How many tickets they register.
    pub new_tickets: u64,
    /// To how many tickets here they add something.
    pub changed_tickets: u64,
    /// Gaps and forks in devices' chains that would stand afterwards and do not stand now.
    pub new_faults: Vec<ChainFault>,
    /// What is worth knowing, beside the notes of the bundle itself.
    pub notes: Vec<ProblemAt>,
}

impl<'read> ImportPlan<'read> {
    /// Plans a bundle on top of what is here. `home` is this device's office.
    pub fn of(ledger: &Ledger, home: Option<&OfficeId>, read: &'read BundleRead) -> Self {
        Self::with(ledger, home, read, TakenOut::default())
    }

    /// The same for a bundle out of which new tickets were taken while it was read.
    pub fn with(ledger: &Ledger, home: Option<&OfficeId>, read: &'read BundleRead, taken: TakenOut) -> Self {
        let new_lines: Vec<_> = read.lines.iter().filter(|line| !ledger.contains(line.id)).collect();
        let registering = new_lines.iter().filter(|line| line.registers);
        let mut touched: BTreeSet<TicketId> = BTreeSet::new();
        touched.extend(new_lines.iter().filter_map(|line| line.ticket));
        let new_events = (new_lines.len() + taken.steps.len()) as u64;
        let steps = new_lines.iter().map(|line| (line.device, line.seq, line.id, line.prev)).chain(taken.steps);
        let faults = ledger.chain_faults();
        Self {
            read,
            new_events,
            new_tickets: registering.count() as u64 + taken.registering,
            changed_tickets: touched.into_iter().filter(|ticket| ledger.is_registered(*ticket)).count() as u64,
            new_faults: ledger.chain_faults_with(steps).into_iter().filter(|fault| !faults.contains(fault)).collect(),
            notes: foreign_note(home, read).into_iter().map(|note| note.at_line(1)).collect(),
            new_lines,
        }
    }
}

fn foreign_note(home: Option<&OfficeId>, read: &BundleRead) -> Option<BundleProblem> {
    let office = read.manifest.as_ref()?.office.as_ref()?;
    let home = home.filter(|home| **home != office.id)?;
    Some(BundleProblem::ForeignOffice { office: office.id.0.clone(), home: home.0.clone() })
}
