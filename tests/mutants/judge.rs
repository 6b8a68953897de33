//! Whether anybody notices a change.

use shouwen::rules::pack::{Pack, check};
use shouwen::rules::{
    Assessment, AssessmentGiven, Case, CompiledPack, Decision, Probe, Situation, assess, decide, prepare, run_case,
};

use super::Mutant;

/// How many situations and records are tried before a change is said to make no difference.
const SITUATIONS: usize = 12_000;
const RECORDS: usize = 3_000;
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
    pack: CompiledPack,
    cases: Vec<Case>,
    problems: Vec<String>,
    situations: Vec<Situation>,
    records: Vec<AssessmentGiven>,
}

impl Judge {
    /// Calls up the pack's own cases and others.
    pub(crate) fn new(pack: &Pack, others: Vec<Case>) -> Self {
        let own = pack.cases.iter().map(|own| own.case.clone());
        let bare = Pack { cases: Vec::new(), ..pack.clone() };
        let pack = prepare(bare.clone()).unwrap();
        let cases = own.chain(others).filter(|case| run_case(&pack, case).is_empty()).collect();
        let mut probe = Probe::new(&bare, SEED);
        let situations = (0..SITUATIONS).map(|_| probe.situation()).collect();
        let records = (0..RECORDS).map(|_| probe.record()).collect();
        Self { problems: problems(&pack), pack, cases, situations, records }
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
        let decided = |pack, situation| substance(decide(pack, situation));
        let assessed = |pack, record| -> Assessment { assess(pack, record) };
        self.situations.iter().any(|situation| decided(&self.pack, situation) != decided(changed, situation))
            || self.records.iter().any(|record| assessed(&self.pack, record) != assessed(changed, record))
    }
}

/// What a decision says, without the places of rules.
fn substance(mut decision: Decision) -> Decision {
    decision.why.clear();
    decision
}

/// Lists what the checker says, without places.
fn problems(pack: &CompiledPack) -> Vec<String> {
    check(pack).iter().map(|problem| problem.kind.to_string()).collect()
}
