//! Why a person is not the owner: what the deciding rule chose instead, and which other rules would name him.

use super::compile::{CompiledPack, Facts};
use super::decision::{Basis, ClauseRef};
use super::owner::{self, Lost};
use super::pack::OwnerRule;
use super::situation::Situation;
use super::why_not::{FailedCondition, nearest_failure};

/// One reason for which someone is not the owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotOwner {
    /// Nobody asked this person.
    NotAsked,
    /// The deciding clause considers other people only.
    Excluded {
        /// The deciding clause.
        clause: ClauseRef,
        /// What it looks at (`on_duty`, `operator` …).
        property: &'static str,
        /// Whether it wants that, or wants it not.
        wanted: bool,
    },
    /// Another meets the deciding clause's criterion, or meets it better.
    Outdone {
        /// The deciding clause.
        clause: ClauseRef,
        /// The criterion.
        by: Basis,
        /// The owner.
        owner: String,
    },
    /// A clause looks for people whom nobody asked is, so it finds no owner.
    Unmet {
        /// The clause.
        clause: ClauseRef,
        /// The criterion.
        by: Basis,
    },
    /// The owner is equal by every criterion of the deciding clause, and was asked before.
    AskedLater {
        /// The deciding clause.
        clause: ClauseRef,
        /// The owner.
        owner: String,
    },
    /// The deciding clause always names the same window or team.
    Window {
        /// The deciding clause.
        clause: ClauseRef,
        /// The window or team.
        owner: String,
    },
    /// A clause would name this person, but another prevails over it.
    Overruled {
        /// The clause that would.
        clause: ClauseRef,
        /// The clause that prevails.
        by: ClauseRef,
    },
    /// A clause would name this person if its condition held.
    Failed {
        /// The clause that would.
        clause: ClauseRef,
        /// What failed, for the condition that came nearest.
        failed: Vec<FailedCondition>,
    },
}

/// Tells why `id` is not the owner, the deciding clause first; nothing if he is.
///
/// Where there is no owner, it tells of each clause that applies why it finds nobody. An empty answer without an owner
/// means that no clause applies, and none would name him.
pub fn why_not_owner(pack: &CompiledPack, situation: &Situation, id: &str) -> Vec<NotOwner> {
    let facts = Facts::new(pack, situation);
    let person = situation.asked.iter().find(|person| person.id == id);
    let owners = pack.rules.iter().filter_map(|rule| Some((rule, rule.owner.as_ref()?)));
    let found = owners.map(|(rule, choice)| (rule, choice, owner::find(choice, &situation.asked)));
    let mut reasons = Vec::new();
    let (mut others, mut unmet) = (Vec::new(), Vec::new());
    let mut decided_by: Option<ClauseRef> = None;
    for (rule, choice, found) in found {
        let clause = rule.clause;
        let Some(found) = found else {
            if let (true, OwnerRule::Person(choice), Some(person)) = (rule.holds(&facts).is_some(), choice, person) {
                unmet.push(match owner::lost(choice, &situation.asked, person) {
                    Lost::Excluded(property, wanted) => NotOwner::Excluded { clause, property, wanted },
                    Lost::By(by) => NotOwner::Unmet { clause, by },
                    Lost::AskedLater => continue,
                });
            }
            continue;
        };
        let names_him = found.id == id;
        match (rule.holds(&facts).is_some(), decided_by) {
            (true, None) if names_him => return Vec::new(),
            (true, None) => {
                decided_by = Some(clause);
                let owner = found.id.to_owned();
                reasons.push(match (choice, person) {
                    (OwnerRule::Fixed(_), _) => NotOwner::Window { clause, owner },
                    (OwnerRule::Person(_), None) => NotOwner::NotAsked,
                    (OwnerRule::Person(choice), Some(person)) => match owner::lost(choice, &situation.asked, person) {
                        Lost::Excluded(property, wanted) => NotOwner::Excluded { clause, property, wanted },
                        Lost::By(by) => NotOwner::Outdone { clause, by, owner },
                        Lost::AskedLater => NotOwner::AskedLater { clause, owner },
                    },
                });
            }
            (true, Some(by)) if names_him => others.push(NotOwner::Overruled { clause, by }),
            (false, _) if names_him => {
                let rule = pack.pack().rules().nth(usize::from(rule.index));
                let failed = rule.map(|(_, rule)| nearest_failure(rule, situation, None)).unwrap_or_default();
                others.push(NotOwner::Failed { clause, failed });
            }
            _ => {}
        }
    }
    if decided_by.is_none() {
        reasons.append(&mut unmet);
    }
    reasons.append(&mut others);
    reasons
}
