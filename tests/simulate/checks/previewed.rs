//! What a preview says of a file is what taking it in will do, and nothing of the file is left out.

use std::collections::BTreeSet;

use shouwen::ledger::{ChainFault, EventId, TicketId};
use shouwen::protocol::{ChainFaultView, ImportView};

use super::faults_of;
use crate::simulate::failure::{Held, hold};
use crate::simulate::gathering::Preview;
use crate::simulate::tab::Tab;
use crate::simulate::truth::Truth;

/// Holds what a page says of a file that it has just read against the truth.
pub(crate) fn previewed(truth: &Truth, tab: &Tab, preview: &Preview) -> Held {
    let view = tab.house.preview_with(&preview.bundle, &preview.gathered.tickets, 1, "file");
    changes(truth, tab, &preview.ids, &view)
}

/// Holds what would change against what will have changed.
fn changes(truth: &Truth, tab: &Tab, ids: &BTreeSet<EventId>, view: &ImportView) -> Held {
    let new: BTreeSet<EventId> = ids.difference(&tab.holds).copied().collect();
    let known = || new.iter().map(|id| truth.event(*id));
    let registered = known().filter(|known| known.registers()).count() as u64;
    let here = |id: &TicketId| tab.holds.contains(id) && truth.event(*id).registers();
    let changed = known().filter_map(|known| known.ticket).filter(here).collect::<BTreeSet<_>>().len() as u64;
    let told = (view.new_events, view.new_tickets, view.changed_tickets);
    let expected = (new.len() as u64, registered, changed);
    hold(told == expected, "a preview says what will change", || format!("{told:?} instead of {expected:?}"))?;
    let before = faults_of(truth, &tab.holds);
    let after = faults_of(truth, &tab.holds.union(&new).copied().collect());
    let fresh: Vec<&ChainFault> = after.iter().filter(|fault| !before.contains(fault)).collect();
    let fresh: Vec<ChainFaultView> = fresh.into_iter().map(ChainFaultView::from).collect();
    hold(view.chain_faults == fresh, "a preview says which gaps and forks will be new", || {
        format!("{:?} instead of {fresh:?}", view.chain_faults)
    })
}
