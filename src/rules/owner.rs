//! Who is the owner: the first rule that applies and finds someone.

use super::decision::{Basis, OwnerNamed};
use super::pack::{OwnerChoice, OwnerRule, OwnerTest};
use super::situation::Asked;

/// An owner found: the person among those asked, or a window that nobody needs to be asked for.
pub(super) struct Found<'a> {
    /// The person, where it is one of those asked.
    pub(super) person: Option<&'a Asked>,
    /// The owner's id.
    pub(super) id: &'a str,
    /// Why it is he.
    pub(super) basis: Basis,
}

impl Found<'_> {
    /// Puts the owner into a decision.
    pub(super) fn named(&self, clause: super::decision::ClauseRef) -> OwnerNamed {
        OwnerNamed { id: self.id.to_owned(), basis: self.basis, clause }
    }
}

/// Finds the owner by one rule; none where the rule finds nobody.
pub(super) fn find<'a>(rule: &'a OwnerRule, asked: &'a [Asked]) -> Option<Found<'a>> {
    match rule {
        OwnerRule::Fixed(window) => Some(Found { person: None, id: &window.id, basis: window.basis }),
        OwnerRule::Person(choice) => choose(choice, asked),
    }
}

/// Chooses among those asked: each criterion narrows what the one before left.
///
/// A first criterion that nobody meets finds nobody; a later one then decides nothing. The basis is the criterion that
/// decided; where comparisons left everyone equal, it is being asked first.
fn choose<'a>(choice: &OwnerChoice, asked: &'a [Asked]) -> Option<Found<'a>> {
    let mut left: Vec<&Asked> = asked.iter().filter(|person| choice.among.admits(person)).collect();
    let mut basis = Basis::FirstAsked;
    for (rank, criterion) in choice.by.iter().copied().enumerate() {
        let narrowed = narrow(&left, criterion);
        let is_comparison = matches!(criterion, Basis::Senior | Basis::LongestTenure);
        if narrowed.len() < left.len() || (rank == 0 && !is_comparison) {
            basis = if narrowed.is_empty() { basis } else { criterion };
        }
        if !narrowed.is_empty() {
            left = narrowed;
        } else if rank == 0 {
            return None;
        }
    }
    left.first().map(|person| Found { person: Some(person), id: &person.id, basis })
}

/// Keeps those who are best by one criterion.
fn narrow<'a>(people: &[&'a Asked], criterion: Basis) -> Vec<&'a Asked> {
    let having = |has: fn(&Asked) -> bool| people.iter().copied().filter(|person| has(person)).collect();
    match criterion {
        Basis::FirstAsked => people.first().copied().into_iter().collect(),
        Basis::OnDuty => having(|person| person.on_duty),
        Basis::InCharge => having(|person| person.in_charge),
        Basis::Named => having(|person| person.named),
        Basis::TookOver => having(|person| person.took_over),
        Basis::Appointed => having(|person| person.appointed),
        Basis::Senior => best(people, |person| Some(person.rank)),
        Basis::LongestTenure => best(people, |person| Some(person.tenure_months)),
        Basis::FirstResponse => best(people, |person| person.responded.map(std::cmp::Reverse)),
    }
}

/// Keeps those whose measure is the greatest; those without one are left out.
fn best<'a, M: Ord>(people: &[&'a Asked], measure: impl Fn(&Asked) -> Option<M>) -> Vec<&'a Asked> {
    let Some(greatest) = people.iter().filter_map(|person| measure(person)).max() else { return Vec::new() };
    people.iter().copied().filter(|person| measure(person).as_ref() == Some(&greatest)).collect()
}

/// Why a person who was asked is not the one whom a rule chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lost {
    /// Such people do not come into question: what is wanted or not wanted of them.
    Excluded(&'static str, bool),
    /// Another met the criterion, or met it better.
    By(Basis),
    /// Others are equal by every criterion and were asked before.
    AskedLater,
}

/// Says where a person was lost among those asked.
pub(super) fn lost(choice: &OwnerChoice, asked: &[Asked], person: &Asked) -> Lost {
    let wanted = OwnerTest::NAMES.into_iter().zip(choice.among.wanted()).zip(OwnerTest::found(person));
    let excluded = wanted.filter_map(|((name, wanted), found)| Some((name, wanted.filter(|wanted| *wanted != found)?)));
    if let Some((name, wanted)) = excluded.into_iter().next() {
        return Lost::Excluded(name, wanted);
    }
    let mut left: Vec<&Asked> = asked.iter().filter(|person| choice.among.admits(person)).collect();
    for criterion in choice.by.iter().copied() {
        let narrowed = narrow(&left, criterion);
        if narrowed.is_empty() && choice.by.first() == Some(&criterion) {
            return Lost::By(criterion);
        }
        if !narrowed.is_empty() {
            if !narrowed.iter().any(|other| other.id == person.id) {
                return Lost::By(criterion);
            }
            left = narrowed;
        }
    }
    Lost::AskedLater
}
