//! What follows for misconduct, in plain sentences.

use super::conduct::{consequence, role, sanction, violation};
use super::rule::Effect;
use super::situation::scope;
use super::words::{Phrase, join, phrase, said, sentence};
use crate::rules::assessment::{Aggravating, Liable, Mitigating, Weight};
use crate::rules::pack::{Rung, Tally, WeightRule, Words};

said! { liable, Liable:
    Owner "首问责任人" "the owner",
    Handler "承办人" "the handler",
    NextHandler "下一位承办人" "the next handler",
    Department "部门" "the department",
    Head "部门负责人" "the head of department",
    Leader "领导" "the leader",
}

said! { weight, Weight:
    Normal "照常" "as it stands",
    Lighter "从轻" "lighter",
    Waived "免除" "waived",
    Heavier "从重" "heavier",
}

said! { mitigating, Mitigating:
    FirstAndTrivial "初次且轻微" "it was the first time, and trivial",
    Apologised "主动道歉并挽回" "there was an apology that made it good",
    Admitted "承认并改正" "it was admitted and mended",
    CausedByOthers "由他人过错引起" "another’s mistake led to it",
}

said! { aggravating, Aggravating:
    Repeated "多次" "it happened several times",
    Concealed "隐瞒" "it was concealed",
    CausedOthers "致使他人出错" "it led others into a mistake",
    Retaliated "打击报复投诉人" "there was retaliation against the one who complained",
}

/// Names who is held to account.
pub fn say_liable(code: Liable) -> Words {
    phrase(liable(code))
}

/// Says what a rung does.
pub fn say_rung(rung: &Rung) -> Effect {
    let mut parts = vec![
        any(&rung.violation, violation).map(|Words { zh, en }| sentence(zh, format!("there was {en}"))),
        any(&rung.role, role).map(|Words { zh, en }| sentence(format!("身份是{zh}"), format!("it was done as {en}"))),
        any(&rung.scope, scope),
        any(&rung.consequence, consequence)
            .map(|Words { zh, en }| sentence(format!("后果是{zh}"), format!("{en} came of it"))),
    ];
    let all: Vec<Words> = rung.consequences.iter().map(|code| phrase(consequence(*code))).collect();
    parts.push((!all.is_empty()).then(|| {
        let Words { zh, en } = join(&all, ("、", " and "));
        sentence(format!("同时有{zh}"), format!("{en} came of it"))
    }));
    parts.push(
        any(&rung.no_consequence, consequence)
            .map(|Words { zh, en }| sentence(format!("没有{zh}"), format!("{en} did not come of it"))),
    );
    parts.push(times(rung));
    parts.push(rung.tally.as_ref().map(tally));
    let parts: Vec<Words> = parts.into_iter().flatten().collect();
    Effect { when: join(&parts, ("，且", " and ")), follows: follows(rung), over: rung.over.clone() }
}

/// Says what a clause says about leniency and severity.
pub fn say_weight(rule: &WeightRule) -> Effect {
    let circumstances: Vec<Words> =
        [any(&rule.mitigating, mitigating), any(&rule.aggravating, aggravating)].into_iter().flatten().collect();
    let weights = any(&rule.weight, weight).unwrap_or_default();
    let follows = vec![sentence(format!("可以{}", weights.zh), format!("It weighs {}", weights.en))];
    Effect { when: join(&circumstances, ("或", " or ")), follows, over: Vec::new() }
}

fn follows(rung: &Rung) -> Vec<Words> {
    let list =
        |codes: &[_], by: Phrase| join(&codes.iter().map(|code| phrase(sanction(*code))).collect::<Vec<_>>(), by);
    let mut follows = Vec::new();
    if !rung.sanctions.is_empty() {
        let Words { zh, en } = list(&rung.sanctions, ("、", " and "));
        follows.push(sentence(format!("给予{zh}"), format!("What follows is {en}")));
    }
    if !rung.one_of.is_empty() {
        let Words { zh, en } = list(&rung.one_of, ("、", ", "));
        follows.push(sentence(format!("视情给予其中之一：{zh}"), format!("One of these follows: {en}")));
    }
    if !rung.liable.is_empty() {
        let held: Vec<Words> = rung.liable.iter().map(|code| phrase(liable(*code))).collect();
        let Words { zh, en } = join(&held, ("、", " and "));
        follows.push(sentence(format!("追究{zh}"), format!("Held to account: {en}")));
    }
    follows
}

/// Says for which time it is.
fn times(rung: &Rung) -> Option<Words> {
    if rung.time.is_empty() {
        return None;
    }
    let numbers: Vec<String> = rung.time.iter().map(u32::to_string).collect();
    let (later_zh, later_en) = if rung.or_later { ("及以上", " or later") } else { ("", "") };
    let zh = format!("是第 {} 次{later_zh}", numbers.join("、"));
    Some(sentence(zh, format!("it is time {}{later_en}", numbers.join(" or "))))
}

/// Says how often sanctions must have been given.
fn tally(tally: &Tally) -> Words {
    let of = any(&tally.of, sanction).unwrap_or_default();
    let (year_zh, year_en) = if tally.same_year { ("一年内", " within a year") } else { ("", "") };
    let (this_zh, this_en) = if tally.with_this { ("（含本次）", ", this time included") } else { ("", "") };
    let zh = format!("{year_zh}受{}满 {} 次{this_zh}", of.zh, tally.at_least);
    sentence(zh, format!("there were {} of {}{year_en}{this_en}", tally.at_least, of.en))
}

/// Says codes of which one is enough.
fn any<T: Copy>(codes: &[T], said: fn(T) -> Phrase) -> Option<Words> {
    let words: Vec<Words> = codes.iter().map(|code| phrase(said(*code))).collect();
    (!words.is_empty()).then(|| join(&words, ("或", " or ")))
}
