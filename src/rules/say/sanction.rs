//! Why a sanction follows, or why not.

use super::conduct::{consequence, role, sanction, violation};
use super::situation::scope;
use super::words::{Phrase, join, phrase, sentence};
use crate::rules::assess::assess;
use crate::rules::assessment::Sanction;
use crate::rules::cases::AssessmentGiven;
use crate::rules::compile::CompiledPack;
use crate::rules::decision::ClauseRef;
use crate::rules::pack::Words;
use crate::rules::why_not_sanction::{FailedRung, WhyNotSanction, why_not_sanction};

/// Says in sentences why a sanction follows for the last entry of a record, or why not.
pub fn explain_sanction(pack: &CompiledPack, given: &AssessmentGiven, code: Sanction) -> Vec<Words> {
    let what = phrase(sanction(code));
    if let Some(line) = assess(pack, given).sanctions.iter().find(|line| line.code == code) {
        let clauses: Vec<&str> = std::iter::once(&line.clause).chain(&line.also).map(ClauseRef::as_str).collect();
        let (choice_zh, choice_en) =
            if line.alternatives { ("可选之一：", "as one of several choices ") } else { ("", "") };
        let zh = format!("第 {} 条规定{choice_zh}{}。", clauses.join("、"), what.zh);
        return vec![sentence(zh, format!("Clause {} provides {choice_en}for {}.", clauses.join(" and "), what.en))];
    }
    let reasons = why_not_sanction(pack, given, code);
    if reasons.is_empty() {
        let zh = format!("本制度没有规定{}。", what.zh);
        return vec![sentence(zh, format!("The system does not provide for {}.", what.en))];
    }
    reasons.iter().map(|reason| absent(&what, reason)).collect()
}

/// Says why one rung does not apply.
fn absent(what: &Words, reason: &WhyNotSanction) -> Words {
    let clause = reason.clause;
    if let Some(by) = reason.hidden_by {
        let zh = format!("第 {clause} 条规定{}，但第 {by} 条优先。", what.zh);
        return sentence(zh, format!("Clause {clause} provides for {}, but clause {by} prevails.", what.en));
    }
    let conditions: Vec<Words> = reason.failed.iter().map(condition).collect();
    let conditions = join(&conditions, ("，且", " and "));
    let zh = format!("第 {clause} 条规定{}，须{}。", what.zh, conditions.zh);
    sentence(zh, format!("Clause {clause} provides for {} only {}.", what.en, conditions.en))
}

/// Says one condition and how it failed.
fn condition(failed: &FailedRung) -> Words {
    match failed {
        FailedRung::Violation { found, wanted } => {
            let (wanted, found) = (any(wanted, violation), phrase(violation(*found)));
            sentence(format!("是{}（现为：{}）", wanted.zh, found.zh), format!("for {} (here {})", wanted.en, found.en))
        }
        FailedRung::NoneOfConsequences(wanted) => {
            let Words { zh, en } = any(wanted, consequence);
            sentence(format!("后果是{zh}（现非如此）"), format!("where {en} came of it (here it did not)"))
        }
        FailedRung::ConsequenceMissing(code) => {
            let Words { zh, en } = phrase(consequence(*code));
            sentence(format!("有{zh}（现没有）"), format!("where {en} came of it (here it did not)"))
        }
        FailedRung::ConsequencePresent(code) => {
            let Words { zh, en } = phrase(consequence(*code));
            sentence(format!("没有{zh}（现有）"), format!("where {en} did not come of it (here it did)"))
        }
        FailedRung::Role { found, wanted } => {
            let (wanted, found) = (any(wanted, role), phrase(role(*found)));
            sentence(
                format!("身份是{}（现为：{}）", wanted.zh, found.zh),
                format!("as {} (here as {})", wanted.en, found.en),
            )
        }
        FailedRung::Scope { found, wanted } => {
            let (wanted, found) = (any(wanted, scope), phrase(scope(*found)));
            sentence(format!("{}（现为：{}）", wanted.zh, found.zh), format!("where {} (here {})", wanted.en, found.en))
        }
        FailedRung::Time { found, wanted, or_later } => {
            let times: Vec<String> = wanted.iter().map(u32::to_string).collect();
            let (later_zh, later_en) = if *or_later { ("及以上", " or more") } else { ("", "") };
            let zh = format!("是第 {} 次{later_zh}（现为第 {found} 次）", times.join("、"));
            sentence(zh, format!("for time {}{later_en} (here time {found})", times.join(" or ")))
        }
        FailedRung::Tally { of, found, at_least } => {
            let Words { zh, en } = any(of, sanction);
            let zh = format!("{zh}满 {at_least} 次（现为 {found} 次）");
            sentence(zh, format!("after {en} {at_least} times (here {found})"))
        }
    }
}

/// Says codes of which one is enough.
fn any<T: Copy>(codes: &[T], said: fn(T) -> Phrase) -> Words {
    let words: Vec<Words> = codes.iter().map(|code| phrase(said(*code))).collect();
    join(&words, ("或", " or "))
}
