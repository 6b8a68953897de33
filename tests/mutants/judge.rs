//! Whether anybody notices a change.

use shouwen::rules::pack::{OwnCases, Pack, check};
use shouwen::rules::{
    Assessment, AssessmentGiven, Case, CompiledPack, Decision, Probe, Situation, assess, decide, prepare, run_case,
};

use super::Mutant;

/// The seed of those situations.
const SEED: u64 = 20_260_101;

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The checker or a case noticed.
    Noticed,
    /// Nobody noticed although it makes a difference.
    Unnoticed,
    /// It makes no difference that could be found.
    NoDifference,
}

/// Those who may notice: cases that pass on the pack as it is, the checker, and situations that tell packs apart.
pub(crate) struct Judge {
    cases: Vec<Case>,
    problems: Vec<String>,
    situations: Vec<(Situation, Decision)>,
    records: Vec<(AssessmentGiven, Assessment)>,
}

impl Judge {
    /// Calls up the pack's own cases and others; `tried` situations and a quarter as many records are tried before a
    /// change is said to make no difference.
    pub(crate) fn new(pack: &Pack, others: Vec<Case>, tried: usize) -> Self {
        let own = pack.cases.iter().map(|own| own.case.clone());
        let bare = Pack { cases: OwnCases::default(), ..pack.clone() };
        let pack = prepare(bare.clone()).unwrap();
        let cases = own.chain(others).filter(|case| run_case(&pack, case).is_empty()).collect();
        let mut probe = Probe::new(&bare, SEED);
        let situations = (0..tried).map(|_| probe.situation());
        let situations = situations.map(|asked| (asked.clone(), substance(decide(&pack, &asked)))).collect();
        let records = (0..tried / 4).map(|_| probe.record());
        let records = records.map(|asked| (asked.clone(), assess(&pack, &asked))).collect();
        Self { problems: problems(&pack), cases, situations, records }
    }

    /// Says what becomes of a change.
    pub(crate) fn judge(&self, mutant: &Mutant) -> Verdict {
        let Ok(changed) = prepare(mutant.pack.clone()) else { return Verdict::Noticed };
        if self.cases.iter().any(|case| !run_case(&changed, case).is_empty()) {
            return Verdict::Noticed;
        }
        if !self.makes_difference(&changed) {
            return Verdict::NoDifference;
        }
        let is_new = problems(&changed).iter().any(|problem| !self.problems.contains(problem));
        if is_new { Verdict::Noticed } else { Verdict::Unnoticed }
    }

    /// Tells whether any situation or record is answered otherwise.
    fn makes_difference(&self, changed: &CompiledPack) -> bool {
        self.situations.iter().any(|(asked, answer)| substance(decide(changed, asked)) != *answer)
            || self.records.iter().any(|(asked, answer)| assess(changed, asked) != *answer)
    }
}

/// What a decision says, without the places of rules and the order in which clauses are cited.
fn substance(mut decision: Decision) -> Decision {
    decision.why.clear();
    decision.duties.iter_mut().for_each(|line| line.also.sort_unstable());
    decision
}

/// Lists what the checker says, without places.
fn problems(pack: &CompiledPack) -> Vec<String> {
    check(pack).iter().map(|problem| problem.kind.to_string()).collect()
}
