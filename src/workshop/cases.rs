//! A system's own cases, run.

use super::tongue::said;
use super::view::CaseRun;
use crate::office::Lang;
use crate::rules::pack::PackCase;
use crate::rules::{CompiledPack, Question, run_case, say_miss};

/// Runs every case, those that fail first.
pub(super) fn run(lang: Lang, pack: &CompiledPack) -> Vec<CaseRun> {
    let mut runs: Vec<CaseRun> = pack.pack().cases.iter().map(|case| one(lang, pack, case)).collect();
    runs.sort_by_key(|run| run.misses.is_empty());
    runs
}

fn one(lang: Lang, pack: &CompiledPack, own: &PackCase) -> CaseRun {
    let case = &own.case;
    let (kind, situation) = match &case.question {
        Question::Decide(situation, _) => ("decide", Some(situation.as_ref().clone())),
        Question::Assess(..) => ("assess", None),
        Question::Fact(..) => ("fact", None),
        Question::Due(..) => ("due", None),
    };
    CaseRun {
        name: said(lang, &own.name()),
        kind: kind.to_owned(),
        line: own.place.line,
        misses: run_case(pack, case).iter().map(|miss| said(lang, &say_miss(miss))).collect(),
        situation,
    }
}
