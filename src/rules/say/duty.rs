//! Why a duty is demanded, or why not.

use super::conditions::conditions;
use super::duties::duty;
use super::words::{phrase, sentence};
use crate::rules::compile::CompiledPack;
use crate::rules::decide::decide;
use crate::rules::decision::ClauseRef;
use crate::rules::duty::DutyCode;
use crate::rules::pack::Words;
use crate::rules::situation::Situation;
use crate::rules::why_not::{WhyNot, why_not};

/// Says in sentences why a duty is demanded in a situation, or why not.
pub fn explain_duty(pack: &CompiledPack, situation: &Situation, code: DutyCode) -> Vec<Words> {
    let what = phrase(duty(code));
    let lines = decide(pack, situation).duties;
    let demanding = lines.iter().filter(|line| line.code == code);
    let clauses: Vec<&str> =
        demanding.flat_map(|line| std::iter::once(&line.clause).chain(&line.also).map(ClauseRef::as_str)).collect();
    if !clauses.is_empty() {
        let zh = format!("第 {} 条要求{}。", clauses.join("、"), what.zh);
        let en = format!("Clause {} demands {}.", clauses.join(" and "), what.en);
        return vec![sentence(zh, en)];
    }
    let reasons = why_not(pack, situation, code);
    if reasons.is_empty() {
        let zh = format!("本制度在任何情形下都不要求{}。", what.zh);
        return vec![sentence(zh, format!("The system never demands {}.", what.en))];
    }
    reasons.iter().map(|reason| absent(pack, &what, reason)).collect()
}

/// Says why one rule does not demand a duty.
fn absent(pack: &CompiledPack, what: &Words, reason: &WhyNot) -> Words {
    let clause = reason.clause;
    if let Some(by) = reason.waived_by {
        let zh = format!("第 {clause} 条本来要求{}，但第 {by} 条规定此时不要求。", what.zh);
        return sentence(
            zh,
            format!("Clause {clause} would demand {}, but clause {by} makes an exception here.", what.en),
        );
    }
    let where_it_does = conditions(pack, &reason.failed);
    let zh = format!("第 {clause} 条要求{}，{}。", what.zh, where_it_does.zh);
    sentence(zh, format!("Clause {clause} demands {} only {}.", what.en, where_it_does.en))
}
