//! Which acts contradict each other, which of them hold, and which await someone's word.
//!
//! Two acts clash when neither knew the other and both cannot hold. Until someone settles it, the first in the course of
//! events holds; but closing never holds against work that did not know of it, since a matter left open too long is
//! noticed and one closed too early is not. Who settles names the act that holds among those he knew; an act that comes
//! to light later clashes anew, and so do two settlements that name different acts.

use std::collections::{BTreeMap, BTreeSet};

use super::course::Course;
use super::duty::outlasts_closing;
use super::{Conflict, ConflictKind, EventId, Fact};

/// What came of the clashes on a ticket.
#[derive(Default)]
pub(super) struct Verdict {
    /// Places of acts without effect.
    pub(super) void: BTreeSet<usize>,
    /// What awaits someone's word.
    pub(super) conflicts: Vec<Conflict>,
}

/// Two acts that cannot both hold, the earlier first.
#[derive(Clone, Copy)]
struct Clash {
    kind: ConflictKind,
    first: usize,
    second: usize,
    /// The one that gives way while nobody has settled it.
    yields: usize,
}

/// A word that settles a conflict.
struct Settlement {
    place: usize,
    kind: ConflictKind,
    holds: usize,
}

impl Verdict {
    /// Judges a ticket's course of events.
    pub(super) fn of(course: &Course) -> Self {
        let clashes = clashes(course);
        let mut verdict = Self::default();
        if clashes.is_empty() {
            return verdict;
        }
        let settlements = settlements(course);
        // Each kind may leave nothing for the next to clash about: replies to a transfer that does not hold, say.
        for kind in [ConflictKind::Owner, ConflictKind::Transfer, ConflictKind::Reply, ConflictKind::Closing] {
            let of_kind: Vec<Clash> = clashes.iter().copied().filter(|clash| clash.kind == kind).collect();
            verdict.judge(course, &settlements, &of_kind);
        }
        verdict
    }

    fn judge(&mut self, course: &Course, settlements: &[Settlement], clashes: &[Clash]) {
        let mut unsettled = Vec::new();
        for clash in clashes {
            match settled(course, settlements, clash) {
                Some(holds) if clash.kind == ConflictKind::Closing && is_closing(course, holds) => {
                    let other = if holds == clash.first { clash.second } else { clash.first };
                    self.void.extend(Some(other).filter(|other| is_closing(course, *other)));
                }
                Some(holds) => {
                    self.void.insert(if holds == clash.first { clash.second } else { clash.first });
                }
                None => unsettled.push(*clash),
            }
        }
        unsettled.retain(|clash| self.stands(course, clash));
        for clash in &unsettled {
            if self.stands(course, clash) {
                self.void.insert(clash.yields);
            }
        }
        for group in groups(&unsettled) {
            let holds = group.iter().find(|place| !self.void.contains(place)).or(group.first()).copied();
            let id = |place: &usize| course.steps().get(*place).map(|step| step.id);
            let (Some(first), Some(holds)) = (unsettled.first(), holds.as_ref().and_then(id)) else { continue };
            self.conflicts.push(Conflict { kind: first.kind, events: group.iter().filter_map(id).collect(), holds });
        }
    }

    /// Tells whether both acts still matter.
    fn stands(&self, course: &Course, clash: &Clash) -> bool {
        let void = |place: usize| {
            self.void.contains(&place) || replied_to(course, place).is_some_and(|to| self.void.contains(&to))
        };
        !void(clash.first) && !void(clash.second)
    }
}

fn clashes(course: &Course) -> Vec<Clash> {
    let places =
        || course.steps().iter().take(course.compared()).enumerate().filter(|(_, step)| may_clash(&step.event.fact));
    let mut clashes = Vec::new();
    for (first, one) in places() {
        for (second, other) in places().filter(|(second, _)| first < *second && !course.knew(*second, first)) {
            if let Some(kind) = clash(&one.event.fact, &other.event.fact) {
                let first_yields = kind == ConflictKind::Closing && !is_closing(course, second);
                clashes.push(Clash { kind, first, second, yields: if first_yields { first } else { second } });
            }
        }
    }
    clashes
}

fn may_clash(fact: &Fact) -> bool {
    matches!(fact, Fact::Closed { .. }) || is_work(fact)
}

/// Acts that carry the work on, so that a closing which did not know of them was wrong.
fn is_work(fact: &Fact) -> bool {
    match fact {
        Fact::DutyDone { duty, .. } => !outlasts_closing(*duty),
        Fact::OwnerNamed { .. }
        | Fact::Transferred { .. }
        | Fact::TransferAccepted { .. }
        | Fact::TransferReturned { .. }
        | Fact::Answered { .. }
        | Fact::Extended { .. }
        | Fact::Reopened { .. } => true,
        _ => false,
    }
}

fn clash(one: &Fact, other: &Fact) -> Option<ConflictKind> {
    match (one, other) {
        (Fact::Transferred { .. }, Fact::Transferred { .. }) => Some(ConflictKind::Transfer),
        (
            Fact::TransferAccepted { transfer, staff },
            Fact::TransferAccepted { transfer: other_transfer, staff: other_staff },
        ) => (transfer == other_transfer && staff != other_staff).then_some(ConflictKind::Reply),
        (Fact::TransferAccepted { transfer, .. }, Fact::TransferReturned { transfer: other, .. })
        | (Fact::TransferReturned { transfer, .. }, Fact::TransferAccepted { transfer: other, .. }) => {
            (transfer == other).then_some(ConflictKind::Reply)
        }
        (Fact::OwnerNamed { decision, .. }, Fact::OwnerNamed { decision: other, .. }) => {
            let owner = |decision: &crate::rules::Decision| decision.owner.as_ref().map(|owner| owner.id.clone());
            (owner(decision) != owner(other)).then_some(ConflictKind::Owner)
        }
        (Fact::Closed { closing, .. }, Fact::Closed { closing: other, .. }) => {
            (closing != other).then_some(ConflictKind::Closing)
        }
        (Fact::Closed { .. }, work) | (work, Fact::Closed { .. }) => is_work(work).then_some(ConflictKind::Closing),
        _ => None,
    }
}

fn settlements(course: &Course) -> Vec<Settlement> {
    let steps = course.steps().iter().enumerate();
    steps
        .filter_map(|(place, step)| match &step.event.fact {
            Fact::ConflictSettled { conflict, holds, .. } => {
                Some(Settlement { place, kind: *conflict, holds: course.place(*holds)? })
            }
            _ => None,
        })
        .collect()
}

/// The act that holds by the last word of those who knew both; none where nobody spoke or two contradict each other.
fn settled(course: &Course, settlements: &[Settlement], clash: &Clash) -> Option<usize> {
    let about = |word: &&Settlement| {
        word.kind == clash.kind
            && [clash.first, clash.second].contains(&word.holds)
            && course.knew(word.place, clash.first)
            && course.knew(word.place, clash.second)
    };
    let words: Vec<&Settlement> = settlements.iter().filter(about).collect();
    let overruled = |word: &Settlement| words.iter().any(|other| course.knew(other.place, word.place));
    let mut last = words.iter().filter(|word| !overruled(word)).map(|word| word.holds);
    let holds = last.next()?;
    last.all(|other| other == holds).then_some(holds)
}

/// Puts clashes that share an act together, each group's places in order.
fn groups(clashes: &[Clash]) -> Vec<BTreeSet<usize>> {
    let mut group_of: BTreeMap<usize, usize> = BTreeMap::new();
    for clash in clashes {
        let one = *group_of.entry(clash.first).or_insert(clash.first);
        let other = *group_of.entry(clash.second).or_insert(clash.second);
        // A group goes by the first of its places, so that the groups come in order.
        let (first, joined) = (one.min(other), one.max(other));
        group_of.values_mut().filter(|group| **group == joined).for_each(|group| *group = first);
    }
    let mut groups: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (place, group) in group_of {
        groups.entry(group).or_default().insert(place);
    }
    groups.into_values().collect()
}

fn is_closing(course: &Course, place: usize) -> bool {
    course.steps().get(place).is_some_and(|step| matches!(step.event.fact, Fact::Closed { .. }))
}

/// The transfer that the act at `place` replies to.
fn replied_to(course: &Course, place: usize) -> Option<usize> {
    let transfer: EventId = match &course.steps().get(place)?.event.fact {
        Fact::TransferAccepted { transfer, .. } | Fact::TransferReturned { transfer, .. } => *transfer,
        _ => return None,
    };
    course.place(transfer)
}
