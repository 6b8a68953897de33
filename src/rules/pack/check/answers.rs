//! Whether every situation has an owner and a handler, or the pack says that the text does not tell.

use super::cover::Cover;
use super::region::Region;
use crate::rules::compile::CompiledPack;
use crate::rules::owner;
use crate::rules::pack::condition::AskedCount;
use crate::rules::pack::model::{OwnerRule, Pack, Place, Rule};
use crate::rules::pack::problem::{Problem, ProblemKind};
use crate::rules::pack::silence::{Silence, Unsaid};
use crate::rules::pack::unsearched::Unsearched;
use crate::rules::situation::Asked;

/// Looks for situations in which somebody was asked and that have no owner or no handler, and for needless silences.
pub(super) fn look(pack: &CompiledPack) -> Vec<Problem> {
    let pack = pack.pack();
    let owned: Vec<Region> = pack.rules().flat_map(|(_, rule)| owned(pack, rule)).collect();
    let handled = pack.rules().filter(|(_, rule)| rule.handler.is_some());
    let everything = Region::everything(pack).with_somebody_asked();
    let handled: Vec<Region> = handled.flat_map(|(_, rule)| Region::of_rule(pack, &rule.when, &everything)).collect();
    let mut problems = gap(pack, Unsaid::Owner, &owned);
    problems.extend(gap(pack, Unsaid::Handler, &handled));
    problems
}

/// Looks for what neither `answered` nor a silence covers.
fn gap(pack: &Pack, about: Unsaid, answered: &[Region]) -> Vec<Problem> {
    let everything = Region::everything(pack).with_somebody_asked();
    let region_of = |silence: &Silence| Region::of_rule(pack, &silence.when, &everything);
    let silences: Vec<&Silence> = pack.silences.iter().filter(|silence| silence.about.contains(&about)).collect();
    let needless = silences.iter().filter_map(|silence| {
        let kind = match Cover::of_all(&region_of(silence), |region| region.cover(answered)) {
            Cover::Whole => ProblemKind::NeedlesslySilent,
            Cover::Gap(_) => return None,
            Cover::Unknown => ProblemKind::NotSearched(Unsearched::Silence),
        };
        Some(Problem { place: silence.place, kind })
    });
    let mut problems: Vec<Problem> = needless.collect();
    let covered: Vec<Region> = answered.iter().copied().chain(silences.into_iter().flat_map(region_of)).collect();
    let kind = match (everything.plainest_cover(&covered), about) {
        (Cover::Whole, _) => return problems,
        (Cover::Gap(gap), Unsaid::Owner) => ProblemKind::NoOwner { example: gap.describe(pack) },
        (Cover::Gap(gap), Unsaid::Handler) => ProblemKind::NoHandler { example: gap.describe(pack) },
        (Cover::Unknown, Unsaid::Owner) => ProblemKind::NotSearched(Unsearched::Owner),
        (Cover::Unknown, Unsaid::Handler) => ProblemKind::NotSearched(Unsearched::Handler),
    };
    problems.push(Problem { place: Place { line: 1, column: 1 }, kind });
    problems
}

/// Lists the regions in which an owner rule finds somebody among people of whom nothing is known.
pub(super) fn owned(pack: &Pack, rule: &Rule) -> Vec<Region> {
    let Some(owner) = &rule.owner else { return Vec::new() };
    let counts = [AskedCount::One, AskedCount::Several].into_iter().filter(|count| finds_anybody(owner, *count));
    let regions =
        counts.flat_map(|count| Region::of_rule(pack, &rule.when, &Region::everything(pack).with_asked(count)));
    regions.collect()
}

/// Tells whether an owner rule finds somebody among so many people of whom nothing is known.
fn finds_anybody(owner: &OwnerRule, count: AskedCount) -> bool {
    let people = [Asked::new("a"), Asked::new("b")];
    let asked = if count == AskedCount::One { people.get(..1) } else { people.get(..) };
    owner::find(owner, asked.unwrap_or_default()).is_some()
}
