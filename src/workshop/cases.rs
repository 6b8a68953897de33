//! A system's own cases, run.

use super::tongue::{both, said};
use super::view::CaseRun;
use crate::office::Lang;
use crate::rules::pack::{PackCase, Words};
use crate::rules::{CompiledPack, Miss, Question, run_case};

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
    let name = case
        .zh
        .as_ref()
        .map_or_else(|| case.name.clone(), |zh| said(lang, &Words { zh: zh.clone(), en: case.name.clone() }));
    CaseRun {
        name,
        kind: kind.to_owned(),
        line: own.place.line,
        misses: run_case(pack, case).iter().map(|miss| missed(lang, miss)).collect(),
        situation,
    }
}

/// Says what was expected and what is answered.
fn missed(lang: Lang, miss: &Miss) -> String {
    let Miss { what, expected, found } = miss;
    let zh = match *what {
        "owner" => "首问责任人",
        "basis" => "确定首问责任人的理由",
        "handler" => "承办人",
        "answerable" => "负责到底者",
        "form" => "表单",
        "barred" => "禁止的行为",
        "clause" => "引用条款",
        "duty" => "职责",
        "no duty" => "不应有的职责",
        "one duty of" => "以下职责之一",
        "duty by" => "职责由谁做",
        "duty to" => "职责向谁做",
        "duty under" => "职责所据条款",
        "limit" => "时限",
        "department" => "部门",
        "sanction" => "处分",
        "no sanction" => "不应有的处分",
        "weight" => "轻重",
        "liable" => "责任人",
        "to include" => "应包含",
        "exactly" => "应恰为",
        "due" => "到期",
        other => other,
    };
    let nothing = |text: &str| match text {
        "nobody" => "无人".to_owned(),
        "nothing" => "没有".to_owned(),
        "no limit that the system sets" => "制度没有规定时限".to_owned(),
        other => other.to_owned(),
    };
    let zh = format!("{zh}：应为 {}，得到 {}", nothing(expected), nothing(found));
    both(lang, zh, miss.to_string())
}
