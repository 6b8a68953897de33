//! Rules that never apply or never count, and rules that contradict each other.

use super::answers::owned;
use super::cover::Cover;
use super::region::Region;
use crate::rules::compile::CompiledPack;
use crate::rules::decision::ClauseRef;
use crate::rules::pack::model::{Pack, Rule};
use crate::rules::pack::problem::{Problem, ProblemKind};
use crate::rules::pack::unsearched::Unsearched;

/// Looks at every rule.
pub(super) fn look(pack: &CompiledPack) -> Vec<Problem> {
    let order: Vec<usize> = pack.rules.iter().map(|rule| usize::from(rule.index)).collect();
    let pack = pack.pack();
    let all: Vec<(ClauseRef, &Rule)> = pack.rules().collect();
    let rules: Vec<Placed> = order.iter().filter_map(|at| Some(Placed::new(pack, *all.get(*at)?))).collect();
    let mut problems = Vec::new();
    for (at, rule) in rules.iter().enumerate() {
        let before = rules.get(..at).unwrap_or_default();
        let kinds = if rule.regions.is_empty() { vec![ProblemKind::NeverApplies] } else { rule.look(pack, before) };
        problems.extend(kinds.into_iter().map(|kind| Problem { place: rule.rule.place, kind }));
    }
    problems
}

/// A rule with the regions in which it applies.
struct Placed<'p> {
    clause: ClauseRef,
    rule: &'p Rule,
    regions: Vec<Region>,
    /// The regions in which it surely finds an owner.
    owned: Vec<Region>,
}

impl<'p> Placed<'p> {
    fn new(pack: &Pack, (clause, rule): (ClauseRef, &'p Rule)) -> Self {
        let regions = Region::of_rule(pack, &rule.when, &Region::everything(pack));
        Self { clause, rule, regions, owned: owned(pack, rule) }
    }

    /// Looks at the rule beside those that prevail over it.
    fn look(&self, pack: &Pack, before: &[Placed]) -> Vec<ProblemKind> {
        let mut kinds = Vec::from_iter(self.never_counts(before));
        if !matches!(kinds.first(), Some(ProblemKind::NeverCounts { .. })) {
            kinds.extend(self.contradicts(pack, before));
        }
        kinds
    }

    /// Answers a problem if others, which prevail, say otherwise about everything that this rule says.
    fn never_counts(&self, before: &[Placed]) -> Option<ProblemKind> {
        let Rule { owner, handler, answerable, department, duties, waives, forms, barred, .. } = self.rule;
        if !(duties.is_empty() && waives.is_empty() && forms.is_empty() && barred.is_empty()) {
            return None;
        }
        let questions: [(bool, &Compare); 4] = [
            (handler.is_some(), &|other| said(other.rule.handler.as_ref(), handler.as_ref())),
            (answerable.is_some(), &|other| said(other.rule.answerable.as_ref(), answerable.as_ref())),
            (department.is_some(), &|other| said(other.rule.department.as_ref(), department.as_ref())),
            (owner.is_some(), &|other| said(other.rule.owner.as_ref(), owner.as_ref())),
        ];
        let (mut hider, mut unknown) = (None, false);
        for (_, said) in questions.into_iter().filter(|(asked, _)| *asked) {
            let others: Vec<&Placed> = before.iter().filter(|other| said(other) != Said::Nothing).collect();
            let touches = |other: &&&Placed| self.touches(other);
            if others.iter().filter(touches).any(|other| said(other) == Said::TheSame) {
                return None;
            }
            let regions = |other: &&Placed| if owner.is_some() { other.owned.clone() } else { other.regions.clone() };
            let covering: Vec<Region> = others.iter().flat_map(regions).collect();
            let mine =
                self.regions.iter().map(|region| if owner.is_some() { region.with_somebody_asked() } else { *region });
            match Cover::of_all(&mine.collect::<Vec<_>>(), |region| region.cover(&covering)) {
                Cover::Whole => {}
                Cover::Gap(_) => return None,
                Cover::Unknown => unknown = true,
            }
            hider = hider.or_else(|| others.iter().find(touches).copied());
        }
        if unknown {
            return Some(ProblemKind::NotSearched(Unsearched::Counting { clause: self.clause }));
        }
        hider.map(|by| ProblemKind::NeverCounts { by: by.clause, line: by.rule.place.line })
    }

    /// Answers a note if another handler prevails in some of the rule's situations, though neither is the exception.
    fn contradicts(&self, pack: &Pack, before: &[Placed]) -> Option<ProblemKind> {
        let mine = self.rule.handler?;
        let mut unsearched = None;
        for (at, other) in before.iter().enumerate() {
            let Some(theirs) = other.rule.handler.filter(|theirs| *theirs != mine) else { continue };
            if self.is_settled_beside(other) {
                continue;
            }
            let earlier = before.get(..at).unwrap_or_default().iter().filter(|earlier| earlier.rule.handler.is_some());
            let decided: Vec<Region> = earlier.flat_map(|earlier| earlier.regions.iter().copied()).collect();
            let both =
                self.regions.iter().flat_map(|mine| other.regions.iter().filter_map(|their| mine.intersection(their)));
            let (clause, line) = (other.clause, other.rule.place.line);
            match Cover::of_all(&both.collect::<Vec<_>>(), |both| both.plainest_cover(&decided)) {
                Cover::Whole => {}
                Cover::Gap(open) => {
                    let example = open.describe(pack);
                    let (this, that) = (mine.as_str(), theirs.as_str());
                    return Some(ProblemKind::Contradiction { example, this, other: clause, line, that });
                }
                Cover::Unknown => {
                    let question = Unsearched::Contradicting { clause: self.clause, other: clause, line };
                    unsearched = unsearched.or(Some(ProblemKind::NotSearched(question)));
                }
            }
        }
        unsearched
    }

    /// Tells whether the writer says which of two rules prevails, so that they do not contradict each other.
    fn is_settled_beside(&self, other: &Placed) -> bool {
        // Within one clause the order of its rules is the statement.
        let is_stated = other.clause == self.clause || other.rule.over.iter().any(|over| self.clause.satisfies(over));
        is_stated || (self.contains(other) && !other.contains(self))
    }

    /// Tells whether this rule applies wherever another does, judged condition by condition.
    fn contains(&self, other: &Placed) -> bool {
        other.regions.iter().all(|their| self.regions.iter().any(|mine| mine.contains(their)))
    }

    /// Tells whether both rules apply in some situation.
    fn touches(&self, other: &Placed) -> bool {
        self.regions.iter().any(|mine| other.regions.iter().any(|their| mine.intersection(their).is_some()))
    }
}

/// Compares what another rule says about a question with what this one says.
type Compare<'a> = dyn Fn(&Placed) -> Said + 'a;

/// What another rule says about a question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Nothing,
    TheSame,
    Otherwise,
}

/// Compares what another rule says with what this one says.
fn said<T: PartialEq>(other: Option<&T>, this: Option<&T>) -> Said {
    match other {
        None => Said::Nothing,
        Some(_) if other == this => Said::TheSame,
        Some(_) => Said::Otherwise,
    }
}
